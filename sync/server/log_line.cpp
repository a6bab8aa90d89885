#include "sync/server/log_line.h"

#include <cstdio>

namespace kitbag {
namespace {

void append_value(std::string& line, std::string_view value) {
    const bool quoted = value.empty() || value.find_first_of(" \"=") != std::string_view::npos;
    if (quoted) line += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\') line += '\\';
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    if (quoted) line += '"';
}

}  // namespace

void log_line(Instant now, std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    std::string line = "at=" + to_iso(now);
    for (const auto& [name, value] : fields) {
        line += ' ';
        line += name;
        line += '=';
        append_value(line, value);
    }
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace kitbag
