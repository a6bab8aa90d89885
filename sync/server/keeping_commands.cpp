// Taking the records out and putting them back: a copy of the whole database, a county made from such a copy, an export.

#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

#include "core/base/json.h"
#include "sync/server/audit.h"
#include "sync/server/commands.h"
#include "sync/server/county_database.h"
#include "sync/server/county_export.h"
#include "sync/server/county_place.h"
#include "sync/server/file_safety.h"
#include "sync/server/picture_export.h"

namespace kitbag {
namespace {

namespace fs = std::filesystem;

std::unexpected<Fault> no_copy(const fs::path& file) {
    return fault("no_copy", "The copy could not be written to " + file.string() +
                                ". Check that you may write there, and that there is room.");
}

std::uintmax_t size_of(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    return error ? 0 : size;
}

Result<std::int64_t> count_changes(Database& database) {
    Statement row = database.query("SELECT count(*) FROM change");
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return row.integer(0);
}

// Reads every page of it and holds tables and indexes against each other.
Result<void> check_whole(Database& database) {
    const Result<std::vector<std::string>> tables = database.tables();
    if (!tables) return std::unexpected(tables.error());
    for (std::size_t i = 0; i < tables->size(); ++i) {
        std::fprintf(stderr, "Checking: table %zu of %zu\n", i + 1, tables->size());
        if (const Result<void> whole = database.check_table((*tables)[i]); !whole) return whole;
    }
    Statement answer = database.query("PRAGMA integrity_check(1)");
    const Result<bool> found = answer.step();
    if (!found) return std::unexpected(found.error());
    if (answer.text(0) == "ok") return {};
    return fault("storage_damaged", "The database is damaged: " + answer.text(0));
}

struct County {
    std::string name;
    std::int64_t changes = 0;
};

// What is in a copy, once it was found whole and to be a county's.
Result<County> examine(Database& database) {
    if (const Result<void> whole = check_whole(database); !whole) return std::unexpected(whole.error());
    const Result<std::optional<CountyIdentity>> identity = county_identity(database);
    if (!identity) return std::unexpected(identity.error());
    if (!*identity) return fault("no_county", "It holds no county's records.");
    const Result<std::int64_t> changes = count_changes(database);
    if (!changes) return std::unexpected(changes.error());
    return County{(*identity)->name, *changes};
}

// By a folder of its own, where it is opened as the server will open it: a copy of a newer server is refused, one of an older
// is brought up to date.
Result<County> examine_in(const fs::path& folder) {
    const Result<std::unique_ptr<Database>> database = open_county_database(folder, WhenMissing::refuse);
    if (!database) return std::unexpected(database.error());
    Result<County> county = examine(**database);
    if (!county) return county;
    if (const Result<void> folded = (*database)->checkpoint(); !folded) return std::unexpected(folded.error());
    return county;
}

Result<County> copy_and_examine(const fs::path& from, const fs::path& folder) {
    std::error_code error;
    const fs::path copy = folder / "county.db";
    {
        const GrowthTold told("Copying", copy, size_of(from));
        fs::copy_file(from, copy, error);
    }
    if (error) return no_copy(copy);
    return examine_in(folder).transform_error([&](const Fault& reason) {
        return Fault{"bad_copy", from.string() + " cannot be restored: " + reason.sentence +
                                     " Nothing was changed. Choose another copy."};
    });
}

// True for a folder that holds a county, or what is left of one.
bool holds_a_county(const fs::path& folder) {
    std::error_code error;
    for (const char* name : {"county.db", "county.db-wal", "county.db-shm", "county.db-journal"})
        if (fs::exists(folder / name, error)) return true;
    return false;
}

Result<void> lay_pictures(Database& database, const fs::path& folder) {
    return write_pictures(database, folder).transform([&](const PicturesWritten& done) {
        std::fprintf(stderr, "%zu of %zu pictures are in %s. The others are only on tablets yet.\n", done.written,
                     done.named, folder.c_str());
    });
}

}  // namespace

Result<void> run_backup(const CommandLine& line, const Clock& clock, Random& random) {
    const fs::path copy = line.option("out");
    const fs::path part = part_of(copy);
    if (const Result<void> may = check_new_file(copy, "out"); !may) return may;
    const Result<std::unique_ptr<Database>> database = open_county_database(line.option("data"), WhenMissing::refuse);
    if (!database) return std::unexpected(database.error());
    std::error_code error;
    fs::remove(part, error);  // Of a backup that was interrupted.
    bool copied = false;
    {
        const GrowthTold told("Copying", part, size_of(fs::path(line.option("data")) / "county.db"));
        copied = (*database)->run("VACUUM INTO ?", part.string()).has_value();
    }
    DatabaseOptions options;
    options.file_name = part.string();
    options.sharing = Sharing::shared;
    Result<County> county = no_copy(copy);
    if (copied) {
        const Result<std::unique_ptr<Database>> made = Database::open(options);
        county = made ? examine(**made) : Result<County>(std::unexpected(made.error()));
    }
    // Behind the copy: what was written meanwhile may be in it.
    Result<void> done = county ? Audit(**database, clock, random).note_read_of_all({.action = "command backup"})
                               : Result<void>(std::unexpected(county.error()));
    if (done && !put_in_place(copy)) done = no_copy(copy);
    if (!done) {
        fs::remove(part, error);
        return done;
    }
    std::printf("The copy is in %s: %s, %lld changes. It was read from end to end and is whole.\n", copy.c_str(),
                county->name.c_str(), static_cast<long long>(county->changes));
    return {};
}

Result<void> run_restore(const CommandLine& line) {
    const fs::path from = line.option("from");
    const fs::path folder = line.option("data");
    std::error_code error;
    if (holds_a_county(folder)) {
        return fault("county_there", folder.string() +
                                         " holds a county already, and nothing is ever written over one. Give --data "
                                         "another folder, or move what is in this one aside first.");
    }
    if (!fs::is_regular_file(from, error))
        return fault("no_file", "There is no file " + from.string() + ". Give --from one that backup wrote.");
    const fs::path beside = folder / "restoring";
    fs::remove_all(beside, error);  // Of a restore that was interrupted.
    if (!fs::create_directories(beside, error)) return no_copy(beside);
    const Result<County> county = copy_and_examine(from, beside);
    Result<void> done = county ? Result<void>() : Result<void>(std::unexpected(county.error()));
    if (done) {
        fs::rename(beside / "county.db", part_of(folder / "county.db"), error);
        if (error || !put_in_place(folder / "county.db")) done = no_copy(folder / "county.db");
    }
    fs::remove_all(beside, error);
    if (!done) return done;
    std::printf("%s is in %s, with %lld changes. Start the server with --data %s.\n", county->name.c_str(),
                folder.c_str(), static_cast<long long>(county->changes), folder.c_str());
    return {};
}

Result<void> run_export(const CommandLine& line, const Clock& clock, Random& random) {
    const fs::path out = line.option("out");
    if (!out.empty()) {
        if (const Result<void> may = check_new_file(out, "out"); !may) return may;
    }
    const fs::path pictures = line.option("pictures");
    if (!pictures.empty()) {
        if (const Result<void> may = check_new_file(pictures, "pictures"); !may) return may;
    }
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<Json> exported = export_county(**database, clock, [&](std::string_view part) {
        if (!out.empty()) std::fprintf(stderr, "Exporting: %s\n", std::string(part).c_str());
    });
    if (!exported) return std::unexpected(exported.error());
    // Before anything is given out; what was written since the moment of the export counts as read too.
    const Result<void> noted = Audit(**database, clock, random).note_read_of_all({.action = "command export"});
    if (!noted) return noted;
    if (!pictures.empty()) {
        if (const Result<void> laid = lay_pictures(**database, pictures); !laid) return laid;
    }
    const std::string text = exported->dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    std::FILE* const stream = out.empty() ? stdout : std::fopen(part_of(out).c_str(), "wb");
    bool written = stream != nullptr && std::fwrite(text.data(), 1, text.size(), stream) == text.size() &&
                   std::fflush(stream) == 0;
    if (stream != nullptr && stream != stdout) written = std::fclose(stream) == 0 && written;
    if (written && !out.empty()) written = put_in_place(out);
    if (!written) {
        std::error_code error;
        if (!out.empty()) fs::remove(part_of(out), error);
        return fault(
            "no_room",
            "The export could not be written to the end. Check that there is room where it goes, and export again.");
    }
    if (!out.empty()) std::printf("The export is in %s.\n", out.c_str());
    return {};
}

}  // namespace kitbag
