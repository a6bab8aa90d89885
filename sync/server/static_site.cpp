#include "sync/server/static_site.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>

#include "sync/server/secret.h"

namespace kitbag {
namespace {

struct TypeOfEnding {
    std::string_view ending;
    std::string_view type;
};

constexpr std::array<TypeOfEnding, 14> types = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json; charset=utf-8"},
    {".webmanifest", "application/manifest+json; charset=utf-8"},
    {".ttf", "font/ttf"},
    {".woff2", "font/woff2"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json; charset=utf-8"},
}};

bool is_tag_listed(std::string_view if_none_match, std::string_view quoted_tag) {
    return if_none_match == "*" || if_none_match.find(quoted_tag) != std::string_view::npos;
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
    const auto found =
        std::ranges::find_if(types, [&](const TypeOfEnding& type) { return path.ends_with(type.ending); });
    return found == types.end() ? "application/octet-stream" : found->type;
}

bool has_hash_in_name(std::string_view path) {
    constexpr std::size_t hash_digits_min = 8;
    const std::string_view name = path.substr(path.rfind('/') + 1);
    std::size_t digits = 0;
    bool at_start = true;  // Of a part between dots and dashes.
    for (const char c : name) {
        const bool separates = c == '.' || c == '-';
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (separates && digits >= hash_digits_min) return true;
        if (separates) {
            at_start = true;
            digits = 0;
        } else if (hex && (at_start || digits > 0)) {
            ++digits;
            at_start = false;
        } else {
            digits = 0;
            at_start = false;
        }
    }
    return false;
}

Result<void> StaticSite::read_file(const std::filesystem::path& file, const std::string& name) {
    std::ifstream stream(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream)
        return fault("no_site", "The file " + file.string() + " of the site cannot be read. Check who may read it.");
    bytes_ += content.size();
    if (files_.size() >= site_files_max || bytes_ > site_bytes_max) {
        return fault("site_too_large",
                     "The folder given with --site holds more than the app: name the folder that the build made.");
    }
    File& entry = files_[name];
    entry.tag = secret_hash(content).substr(0, 32);
    entry.content = std::move(content);
    entry.immutable = has_hash_in_name(name);
    return {};
}

Result<StaticSite> StaticSite::read(const std::filesystem::path& folder) {
    std::error_code error;
    StaticSite site;
    std::filesystem::recursive_directory_iterator walk(folder, error);
    for (const std::filesystem::recursive_directory_iterator end; !error && walk != end; walk.increment(error)) {
        if (walk->symlink_status(error).type() != std::filesystem::file_type::regular) continue;
        const std::string name = "/" + walk->path().lexically_relative(folder).generic_string();
        if (const Result<void> done = site.read_file(walk->path(), name); !done) return std::unexpected(done.error());
    }
    if (error || !site.files_.contains("/index.html")) {
        return fault("no_site", "There is no index.html in " + folder.string() +
                                    ". Build the app for the browser first, or name its folder with --site.");
    }
    for (auto& [name, file] : site.files_) {
        if (const auto brotli = site.files_.find(name + ".br"); brotli != site.files_.end()) {
            file.content_brotli = brotli->second.content;
        }
    }
    std::erase_if(site.files_, [&](const auto& entry) {
        const std::string& name = entry.first;
        return name.ends_with(".br") && site.files_.contains(name.substr(0, name.size() - 3));
    });
    return site;
}

std::optional<WebReply> StaticSite::answer(const WebRequest& request) const {
    const auto found =
        files_.find(request.path == "/" ? std::string_view("/index.html") : std::string_view(request.path));
    if (found == files_.end()) return std::nullopt;
    const File& file = found->second;
    const bool brotli = !file.content_brotli.empty() && accepts_coding(request.accept_encoding, "br");
    const std::string tag = "\"" + file.tag + (brotli ? "-br\"" : "\"");

    WebReply reply;
    reply.content_type = content_type_of(found->first);
    reply.headers.emplace_back("Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    reply.headers.emplace_back("ETag", tag);
    if (!file.content_brotli.empty()) reply.headers.emplace_back("Vary", "Accept-Encoding");
    if (is_tag_listed(request.if_none_match, tag)) {
        reply.status = 304;
        return reply;
    }
    if (brotli) reply.headers.emplace_back("Content-Encoding", "br");
    reply.body = brotli ? file.content_brotli : file.content;
    return reply;
}

}  // namespace kitbag
