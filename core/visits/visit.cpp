#include "core/visits/visit.h"

#include <ranges>

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<7> status_words = {"planned", "under_way", "completed",     "shared",
                                   "locked",  "cancelled", "did_not_happen"};
constexpr Words<3> kind_words = {"", "strength", "development"};
constexpr Words<8> source_words = {"",           "data",        "observation", "scrutiny",
                                   "discussion", "parent_view", "complaint",   "forum"};
constexpr Words<3> action_words = {"open", "done", "dropped"};

std::string joined(std::string_view first, std::string_view second) {
    return std::string(first) + "." + std::string(second);
}

}  // namespace

std::string judgement_id(std::string_view visit, std::string_view aspect) {
    return joined(visit, aspect);
}
std::string answer_id(std::string_view visit, std::string_view question) {
    return joined(visit, question);
}

std::string_view to_word(VisitStatus status) {
    return word_of(status_words, status);
}
std::string_view to_word(NoteKind kind) {
    return word_of(kind_words, kind);
}
std::string_view to_word(Source source) {
    return word_of(source_words, source);
}
std::string_view to_word(ActionStatus status) {
    return word_of(action_words, status);
}
std::optional<VisitStatus> visit_status_from(std::string_view word) {
    return value_of<VisitStatus>(status_words, word);
}
std::optional<NoteKind> note_kind_from(std::string_view word) {
    return value_of<NoteKind>(kind_words, word);
}
std::optional<Source> source_from(std::string_view word) {
    return value_of<Source>(source_words, word);
}
std::optional<ActionStatus> action_status_from(std::string_view word) {
    return value_of<ActionStatus>(action_words, word);
}

std::string join_keys(const std::vector<std::string>& keys) {
    std::string text;
    for (const std::string& key : keys) text += (text.empty() ? "" : " ") + key;
    return text;
}

std::vector<std::string> split_keys(std::string_view keys) {
    std::vector<std::string> found;
    for (const auto part : std::views::split(keys, ' ')) {
        if (!part.empty()) found.emplace_back(std::string_view(part));
    }
    return found;
}

}  // namespace kitbag
