// What an officer does with a file out of a tablet that never has a connection.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <string>
#include <system_error>

#include <sys/types.h>

#include "core/base/id.h"
#include "sync/bundle/office_bundle.h"
#include "sync/server/commands.h"
#include "sync/server/county_api.h"
#include "sync/server/county_place.h"
#include "sync/server/devices.h"
#include "sync/server/file_safety.h"
#include "sync/server/metrics.h"
#include "sync/server/recovery_file.h"
#include "sync/server/reference_import.h"

namespace kitbag {
namespace {

namespace fs = std::filesystem;

class OpenFile {
  public:
    OpenFile(const fs::path& file, const char* how) : stream_(std::fopen(file.c_str(), how)) {}
    ~OpenFile() { close(); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    std::FILE* stream() const { return stream_; }
    bool close() {
        std::FILE* const open = std::exchange(stream_, nullptr);
        return open != nullptr && std::fclose(open) == 0;
    }

  private:
    std::FILE* stream_;
};

class FileSource final : public ByteSource {
  public:
    explicit FileSource(const fs::path& file) : file_(file, "rb") {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file, error);
        size_ = error ? 0 : static_cast<std::int64_t>(size);
    }
    bool is_open() const { return file_.stream() != nullptr; }
    std::int64_t size() override { return size_; }
    bool read(std::int64_t offset, std::span<std::uint8_t> into) override {
        return fseeko(file_.stream(), static_cast<off_t>(offset), SEEK_SET) == 0 &&
               std::fread(into.data(), 1, into.size(), file_.stream()) == into.size();
    }

  private:
    OpenFile file_;
    std::int64_t size_ = 0;
};

std::unexpected<Fault> no_answer(const fs::path& file) {
    return fault("no_copy", "What the tablet sent is with the county, but the answer could not be written to " +
                                file.string() +
                                ". Check that you may write there, and that there is room, and take the file again: "
                                "that changes nothing and gives the same answer.");
}

// One request after another by the door that tablets use, in the name of the tablet whose token is in the bundle.
CountyAnswer ask_api(CountyApi& api, const std::string& name, const CountyQuestion& question) {
    WebRequest request;
    request.id = name;
    request.method = question.method;
    request.path = question.path;
    request.query = question.query;
    request.authorization = "Bearer " + question.token;
    request.body = question.body;
    ApiAnswer answer = api.answer(request);
    return {answer.reply.status, std::move(answer.reply.body)};
}

std::string counted(int count, const char* one, const char* more) {
    return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string report(const BundleTaken& taken, const std::string& who) {
    std::string text = "From the tablet of " + who + ", made " + to_iso(taken.made_at) +
                       " by its clock: " + counted(taken.accepted, "change", "changes") + " received, " +
                       std::to_string(taken.already_had) + " received before, " + std::to_string(taken.refused) +
                       " refused; " + counted(taken.pictures, "picture", "pictures") + " here.\n";
    if (taken.refused > 0) text += "The tablet says of each refused change why, once it has the answer.\n";
    if (taken.restored) {
        text +=
            "The county's records are older than what this tablet knows of them, so nothing of it was taken yet. Once "
            "the tablet has read the answer, have it make another file: that brings what the county lost as well.\n";
    }
    if (taken.leaving) text += "The county wants this tablet erased, so the answer brings it nothing new.\n";
    if (taken.more) text += "There is more for this tablet than one answer holds: its next file brings the rest.\n";
    return text;
}

Result<std::string> holder_of(Database& database, const std::string& device) {
    return find_entry(database, device).transform([&](const std::optional<DeviceEntry>& entry) {
        return (entry ? entry->adviser_name : "somebody unknown") + " (tablet " + device + ")";
    });
}

}  // namespace

Result<void> run_take(const CommandLine& line, const Clock& clock, Random& random) {
    const fs::path out = line.option("out");
    if (const Result<void> may = check_new_file(out, "out"); !may) return may;
    const Result<SecretKey> secret = read_recovery_file(line.option("key"));
    if (!secret) return std::unexpected(secret.error());
    FileSource bundle(line.option("bundle"));
    if (!bundle.is_open())
        return fault("no_file", "The file " + line.option("bundle") + " cannot be read. Check its name in --bundle.");
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<std::optional<CountyIdentity>> county = county_identity(**database);
    if (!county) return std::unexpected(county.error());

    Metrics metrics;
    ApiSettings settings;
    settings.requests_per_minute = requests_per_minute_max;
    CountyApi api(**database, clock, random, metrics, settings);
    const std::string name = "take-" + new_id(clock.now(), random);
    OpenFile answer(part_of(out), "wb");
    bool written = answer.stream() != nullptr;
    Result<BundleTaken> taken = no_answer(out);
    if (written) {
        taken = take_bundle(
            bundle, *county ? (*county)->name : "", *secret,
            [&](const CountyQuestion& question) { return ask_api(api, name, question); }, clock.now(), random,
            [&](std::span<const std::uint8_t> piece) {
                written = written && std::fwrite(piece.data(), 1, piece.size(), answer.stream()) == piece.size();
            });
        written = answer.close() && written;
    }
    if (taken && !(written && put_in_place(out))) taken = no_answer(out);
    if (!taken) {
        std::error_code ignored;
        fs::remove(part_of(out), ignored);
        return std::unexpected(taken.error());
    }
    const Result<std::string> who = holder_of(**database, taken->device);
    std::printf("%sThe answer is in %s. It is for that tablet alone: have it read under “Sending and receiving”.\n",
                report(*taken, who ? *who : "tablet " + taken->device).c_str(), out.c_str());
    return {};
}

}  // namespace kitbag
