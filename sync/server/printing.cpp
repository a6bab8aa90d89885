#include "sync/server/printing.h"

#include <algorithm>

namespace kitbag {
namespace {

std::string cut_to(Instant instant, std::size_t length) {
    std::string text = to_iso(instant).substr(0, length);
    text[10] = ' ';
    return text;
}

}  // namespace

std::string on_one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return text;
}

std::string to_second(Instant instant) {
    return cut_to(instant, 19);
}

std::string to_minute(Instant instant) {
    return cut_to(instant, 16);
}

}  // namespace kitbag
