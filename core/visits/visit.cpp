#include "core/visits/visit.h"

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<1> kind_words = {"keeping_in_touch"};
constexpr Words<2> status_words = {"under_way", "completed"};

}  // namespace

std::string judgement_id(std::string_view visit, std::string_view aspect) {
    return std::string(visit) + "." + std::string(aspect);
}

std::string_view to_word(VisitKind kind) {
    return word_of(kind_words, kind);
}
std::string_view to_word(VisitStatus status) {
    return word_of(status_words, status);
}
std::optional<VisitKind> visit_kind_from(std::string_view word) {
    return value_of<VisitKind>(kind_words, word);
}
std::optional<VisitStatus> visit_status_from(std::string_view word) {
    return value_of<VisitStatus>(status_words, word);
}

}  // namespace kitbag
