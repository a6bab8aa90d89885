#include "app/text/evidence_phrases.h"

#include "app/text/evidence_words.h"
#include "app/text/phrases.h"

namespace kitbag::phrases {

std::string notes_found(std::size_t shown, std::size_t all) {
    if (all < 2) return count_of(all, "note");
    const std::string count = count_of(all, "note") + ", newest first";
    return shown < all ? std::to_string(shown) + " of " + count : count;
}

namespace {

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

std::string photo_trouble(std::string_view code) {
    if (code == "photo_not_image") return std::string(words::photos::not_image);
    if (code == "photo_too_large") return std::string(words::photos::too_large);
    if (code == "photo_visit_closed") return std::string(words::photos::visit_closed);
    if (code == "photo_cut_short") return std::string(words::photos::cut_short);
    return std::string(words::photos::unreadable);
}

}  // namespace kitbag::phrases
