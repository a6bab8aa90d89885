#include "app/text/evidence_phrases.h"

#include <algorithm>

#include "app/text/evidence_words.h"
#include "app/text/phrases.h"

namespace kitbag::phrases {

std::string notes_found(std::size_t shown, std::size_t all) {
    if (all < 2) return count_of(all, "note");
    const std::string count = count_of(all, "note") + ", newest first";
    return shown < all ? std::to_string(shown) + " of " + count : count;
}

namespace {

std::string wait_word(std::size_t count) {
    return count == 1 ? "waits" : "wait";
}

std::string number_of(std::size_t number, std::size_t all) {
    return all < 2 ? "photograph" : "photograph " + std::to_string(number) + " of " + std::to_string(all);
}

}  // namespace

std::string photo_name(std::size_t number, std::size_t all, std::string_view caption) {
    std::string name = number_of(number, all);
    name.front() = 'P';
    return caption.empty() ? name : name.append(": ").append(caption);
}

std::string look_at_photo(std::string_view name) {
    return "Look at p" + std::string(name.substr(1));
}

std::string caption_of_photo(std::size_t number, std::size_t all) {
    return "What " + number_of(number, all) + " shows";
}

std::string photo_taken(std::string_view by, Instant at) {
    return "By " + std::string(by) + ", " + date_and_time(at);
}

std::string photo_removed(std::string_view by, Instant at, std::string_view reason) {
    return "Removed by " + std::string(by) + ", " + date_and_time(at) + ": " + std::string(reason);
}

std::string pictures_wait(std::size_t pictures) {
    return count_of(pictures, "photograph") + " on this tablet " + wait_word(pictures) + " to be sent";
}

std::string pictures_wait_offline(std::size_t pictures) {
    return "No connection: " + count_of(pictures, "photograph") + " " + wait_word(pictures) + " safely on this tablet";
}

std::string pictures_stopped(std::size_t pictures) {
    return "Stopped; " + count_of(pictures, "photograph") + " still " + wait_word(pictures);
}

std::string megabytes_of(std::int64_t done, std::int64_t all) {
    constexpr std::int64_t tenth = 100'000;
    const std::int64_t whole = (all + tenth - 1) / tenth;
    const std::int64_t part = std::min(done / tenth, whole);
    const auto number = [](std::int64_t tenths) {
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    };
    return number(part) + " of " + number(whole) + " MB";
}

std::string photo_trouble(std::string_view code) {
    if (code == "photo_not_image") return std::string(words::photos::not_image);
    if (code == "photo_too_large") return std::string(words::photos::too_large);
    if (code == "photo_visit_closed") return std::string(words::photos::visit_closed);
    if (code == "photo_cut_short") return std::string(words::photos::cut_short);
    return std::string(words::photos::unreadable);
}

}  // namespace kitbag::phrases
