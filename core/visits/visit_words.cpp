#include "core/visits/visit_words.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<2> terms_words = {"commissioned", "traded"};

}  // namespace

Result<void> check_forum_note(const ForumNote& note, StaffRole role) {
    if (!may_record(role))
        return fault("not_allowed", "An officer does not record visits. Ask an adviser to write this.");
    if (trim(note.service).empty()) return fault("no_service", "Choose the service that brought this to the Forum.");
    if (trim(note.text).empty()) return fault("no_text", "Write what the service said.");
    return {};
}

std::string_view to_word(TrustAgreement::Terms terms) {
    return word_of(terms_words, terms);
}
std::optional<TrustAgreement::Terms> agreement_terms_from(std::string_view word) {
    return value_of<TrustAgreement::Terms>(terms_words, word);
}

std::string write_disputes(const std::vector<Dispute>& disputes) {
    Json json = Json::array();
    for (const Dispute& one : disputes)
        json.push_back({{"part", one.part}, {"title", one.title}, {"words", one.words}});
    return to_text(json);
}

Result<std::vector<Dispute>> read_disputes(std::string_view text) {
    const Result<Json> json = parse_json(text, "What is disputed");
    if (!json || !json->is_array()) {
        return fault("bad_disputes", "What is disputed in this record cannot be read. Ask the head to answer again.");
    }
    std::vector<Dispute> disputes;
    for (const Json& one : *json)
        disputes.push_back({text_or(one, "part"), text_or(one, "title"), text_or(one, "words")});
    return disputes;
}

}  // namespace kitbag
