// How long the register's files take to read, and how much memory: a GIAS-like file of all England, 60 MB of invented schools of
// which a 300th part is the county's, and Ofsted's list of the county's providers. One line of JSON. The reference is reading the
// bytes of the large file once, and doing nothing with them.
//
//   register_bench PROVIDERS.csv

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <sys/resource.h>

#include "core/schools/register_import.h"
#include "core/schools/settings_import.h"

using namespace kitbag;

namespace {

constexpr std::size_t file_bytes = 60'000'000;
constexpr int columns_that_nobody_reads = 110;  // GIAS has some 140 columns; 25 of them are read.
constexpr int county_rows_apart = 300;

constexpr const char* header =
    "URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),"
    "EstablishmentTypeGroup (code),EstablishmentStatus (code),EstablishmentStatus "
    "(name),OpenDate,CloseDate,PhaseOfEducation "
    "(code),PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,OfficialSixthForm (code),ReligiousCharacter "
    "(name),Diocese "
    "(name),NumberOfPupils,Trusts (name),Town,Postcode,DistrictAdministrative (name),ParliamentaryConstituency (name)";

void write_england(const std::filesystem::path& path) {
    std::ofstream file(path, std::ios::binary);
    file << header;
    for (int i = 0; i < columns_that_nobody_reads; ++i) file << ",Column " << i;
    file << "\r\n";
    for (int i = 0; static_cast<std::size_t>(file.tellp()) < file_bytes; ++i) {
        file << 100000 + i << "," << (i % county_rows_apart == 0 ? 999 : 998) << "," << i % 10000 << ",\"School number "
             << i
             << ", Wend\x92s\",01,Community school,4,1,Open,01-09-1974,,2,Primary,4,11,2,,,210,,Wendham,WD1 1AA,North "
                "Wend,Wend";
        for (int column = 0; column < columns_that_nobody_reads; ++column)
            file << (column % 3 == 0 ? ",Not known" : ",0");
        file << "\r\n";
    }
}

double seconds(const std::function<void()>& work) {
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 1;
    const auto path = std::filesystem::temp_directory_path() / "kitbag-register-bench.csv";
    write_england(path);
    std::size_t bytes = 0;
    const double plain = seconds([&] {
        std::ifstream file(path, std::ios::binary);
        std::string piece(256u << 10, ' ');
        while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
            bytes += static_cast<std::size_t>(file.gcount());
    });
    const long before = peak_kilobytes();
    std::size_t schools = 0;
    const double england = seconds([&] {
        std::ifstream file(path, std::ios::binary);
        const auto read = read_gias_extract(file, "999");
        schools = read ? read->size() : 0;
    });
    const long after = peak_kilobytes();
    std::size_t settings = 0;
    const double providers = seconds([&] {
        std::ifstream file(words[1], std::ios::binary);
        const auto read = read_childcare_providers(file, "Cambridgeshire");
        settings = read ? read->size() : 0;
    });
    std::filesystem::remove(path);
    if (schools == 0 || settings == 0) return 1;
    std::printf(
        "{\"bytes\": %zu, \"plain_s\": %.4f, \"england_s\": %.4f, \"schools\": %zu, \"peak_kb\": %ld, \"grown_kb\": "
        "%ld, "
        "\"providers_s\": %.4f, \"settings\": %zu}\n",
        bytes, plain, england, schools, after, after - before, providers, settings);
    return 0;
}
