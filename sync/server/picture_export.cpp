#include "sync/server/picture_export.h"

#include <cstdio>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "sync/protocol/picture_messages.h"
#include "sync/server/county_pictures.h"
#include "sync/server/file_safety.h"

namespace kitbag {
namespace {

std::unexpected<Fault> no_room(const std::filesystem::path& folder) {
    return fault("no_room", "The pictures could not be written to the end. Check that there is room where " +
                                folder.string() + " is, remove that folder, and export again.");
}

Result<std::vector<std::string>> named_pictures(Database& database) {
    std::vector<std::string> contents;
    Statement row = database.query("SELECT DISTINCT content FROM photo WHERE removed = '' ORDER BY content");
    Result<bool> found = row.step();
    for (; found && *found; found = row.step()) {
        if (is_picture_content(row.text(0))) contents.push_back(row.text(0));  // It becomes the name of a file.
    }
    if (!found) return std::unexpected(found.error());
    return contents;
}

bool write_one(const std::filesystem::path& file, const std::string& bytes) {
    std::FILE* const stream = std::fopen(part_of(file).c_str(), "wb");
    if (stream == nullptr) return false;
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size();
    return std::fclose(stream) == 0 && written && put_in_place(file);
}

}  // namespace

Result<PicturesWritten> write_pictures(Database& database, const std::filesystem::path& folder) {
    const Result<std::vector<std::string>> contents = named_pictures(database);
    if (!contents) return std::unexpected(contents.error());
    std::error_code error;
    if (!std::filesystem::create_directory(folder, error)) return no_room(folder);
    PicturesWritten done{.named = contents->size()};
    for (const std::string& content : *contents) {
        const Result<std::optional<std::string>> bytes = CountyPictures(database).whole(content);
        if (!bytes) return std::unexpected(bytes.error());
        if (!*bytes) continue;
        if (!write_one(folder / (content + ".jpg"), **bytes)) return no_room(folder);
        ++done.written;
    }
    return done;
}

}  // namespace kitbag
