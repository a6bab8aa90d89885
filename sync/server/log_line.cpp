#include "sync/server/log_line.h"

#include <cstdio>

namespace kitbag {

std::string to_log_text(Instant now, LogFields fields) {
    std::string line = "{\"at\":" + to_text(to_iso(now));
    for (const auto& [name, value] : fields) line += "," + to_text(std::string(name)) + ":" + to_text(value);
    return line + "}\n";
}

void log_line(Instant now, LogFields fields) {
    const std::string line = to_log_text(now, fields);
    std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace kitbag
