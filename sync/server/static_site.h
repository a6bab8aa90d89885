#pragma once
// The app's files, as the county serves them. The folder is read once, when the server starts, and kept in memory: a
// path that is not the name of a file on that list is not found, so no path can lead anywhere else on the disk.
//
// A file "name.br" beside "name" is its brotli form. A name that carries a hash ("kitbag-0123abcd.wasm": a run of eight
// or more hexadecimal digits between dots or dashes) never changes and may be kept for a year; any other is asked for
// again each time and answered "304 Not Modified" while its content is the same.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "sync/server/http_message.h"

namespace kitbag {

inline constexpr std::size_t site_files_max = 2000;
inline constexpr std::size_t site_bytes_max = 256u << 20;

class StaticSite {
  public:
    // Codes "no_site" (no folder, or no index.html in it), "site_too_large". Symbolic links are left out.
    static Result<StaticSite> read(const std::filesystem::path& folder);

    // Nothing when the path names no file of the site. "/" is index.html.
    std::optional<WebReply> answer(const WebRequest& request) const;

    std::size_t file_count() const { return files_.size(); }

  private:
    struct File {
        std::string content;
        std::string content_brotli;  // "" when there is no brotli form.
        std::string tag;             // A hash of the content, without quotes.
        bool immutable = false;
    };

    Result<void> read_file(const std::filesystem::path& file, const std::string& name);

    std::map<std::string, File, std::less<>> files_;  // By path: "/index.html".
    std::size_t bytes_ = 0;
};

// "text/javascript; charset=utf-8" for "/app.js"; "application/octet-stream" for an ending that is not known.
std::string_view content_type_of(std::string_view path);

// True for a file name that carries a hash of its content.
bool has_hash_in_name(std::string_view path);

}  // namespace kitbag
