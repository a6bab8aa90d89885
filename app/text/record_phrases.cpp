#include "app/text/record_phrases.h"

#include <algorithm>

#include "app/text/phrases.h"
#include "app/text/record_words.h"
#include "app/text/visit_phrases.h"

namespace kitbag::phrases {
namespace {

namespace t = words::record;
using enum VisitStatus;

constexpr std::size_t file_name_bytes_max = 180;  // Below what any file system takes, with room for "(1)".

std::string joined(std::string_view first, std::string_view second, std::string_view third = "") {
    return std::string(first).append(second).append(third);
}

// No more than so many bytes, and never half a character.
std::string_view shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

}  // namespace

std::string_view status_name(VisitStatus status) {
    switch (status) {
        case planned:
            return t::planned;
        case under_way:
            return t::under_way;
        case completed:
            return t::completed;
        case shared:
            return t::shared;
        case locked:
            return t::locked;
        case cancelled:
            return t::cancelled;
        case did_not_happen:
            return t::did_not_happen;
    }
    return "";
}

std::string_view source_name(Source source) {
    return source == Source::not_said ? "" : name_of(source);
}

std::string_view action_status_name(ActionStatus status) {
    switch (status) {
        case ActionStatus::open:
            return t::action_open;
        case ActionStatus::done:
            return t::action_done;
        case ActionStatus::dropped:
            return t::action_dropped;
    }
    return "";
}

std::string_view step_button(VisitStatus from, VisitStatus to) {
    switch (to) {
        case planned:
            return t::plan_again;
        case under_way:
            return from == planned ? t::start : t::open_again;
        case completed:
            return t::complete;
        case shared:
            return t::share;
        case locked:
            return t::lock_it;
        case cancelled:
            return t::cancel_visit;
        case did_not_happen:
            return t::it_did_not_happen;
    }
    return "";
}

std::string_view step_reason_label(VisitStatus from, VisitStatus to) {
    switch (to) {
        case planned:
            return t::why_plan_again;
        case under_way:
            return from == planned ? "" : t::why_open_again;
        case locked:
            return t::why_lock;
        case cancelled:
            return t::why_cancel;
        case did_not_happen:
            return t::why_not_happen;
        case completed:
        case shared:
            return "";
    }
    return "";
}

std::string step_taken(std::optional<VisitStatus> before, VisitStatus now, std::string_view who) {
    if (now == planned) return joined(before ? "Planned again by " : "Planned by ", who);
    if (now == under_way) return joined(before && *before != planned ? "Opened again by " : "Begun by ", who);
    if (now == did_not_happen) return joined("Recorded by ", who, " as one that did not happen");
    return joined(status_name(now), " by ", who);
}

std::string head_answered(const HeadAnswer& answer) {
    std::string text = answer.name;
    if (!answer.post.empty()) text += ", " + answer.post + ",";
    if (answer.accurate) return text + " says that this record is accurate";
    return text + " says that " + count_of(answer.disputes.size(), "part") +
           (answer.disputes.size() == 1 ? " is not right" : " are not right");
}

std::string amended_by(std::string_view who) {
    return joined("Amended by ", who);
}

std::string amend_part(std::string_view title) {
    return joined("Amend: ", title);
}

std::string not_right_part(std::string_view title) {
    return joined(words::hand_over::not_right, ": ", title);
}

std::string not_right_words(std::string_view title) {
    return joined(words::hand_over::words_label, ": ", title);
}

std::string right_after_all(std::string_view title) {
    return joined(words::hand_over::is_right, ": ", title);
}

std::string parts_not_right(std::size_t parts) {
    return "You have marked " + count_of(parts, "part") + " as not right.";
}

std::string give_back_to(std::string_view adviser) {
    return joined("Please give the tablet back to ", adviser, ".");
}

std::string evidence_of_aspect(std::string_view aspect, std::size_t number, std::size_t all) {
    if (!aspect.empty()) return evidence_label(aspect, number, all);
    return all > 1 ? "Evidence, note " + std::to_string(number) : std::string(words::visit::evidence);
}

std::string beginning_of(std::string_view text, std::size_t bytes_max) {
    return text.size() <= bytes_max ? std::string(text) : joined(shortened(text, bytes_max), "…");
}

std::string record_file_name(std::string_view school, std::string_view date, std::string_view kind,
                             std::string_view ending) {
    const std::string_view day = date.empty() ? words::common::unknown_date : date;
    const std::string rest = joined(", ", day) + joined(", ", shortened(kind, file_name_bytes_max / 2));
    std::string name(shortened(school, file_name_bytes_max - std::min(rest.size(), file_name_bytes_max)));
    name += rest;
    for (char& c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || std::string_view("\\/:*?\"<>|").contains(c)) c = '-';
    }
    while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.erase(0, 1);
    return joined(name, ending);
}

}  // namespace kitbag::phrases
