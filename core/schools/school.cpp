#include "core/schools/school.h"

#include <algorithm>

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<12> kind_words = {"nursery",
                                  "primary",
                                  "secondary",
                                  "all_through",
                                  "post_16",
                                  "special",
                                  "alternative_provision",
                                  "group_setting",
                                  "home_setting",
                                  "childminder",
                                  "home_childcarer",
                                  "childrens_centre"};
constexpr Words<4> governance_words = {"maintained", "academy", "free_school", "other"};
constexpr Words<3> sixth_form_words = {"has", "has_not", "not_known"};

bool are_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.front() != '0' && are_digits(text);
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

}  // namespace

std::vector<std::string> urns_of(const School& school) {
    std::vector<std::string> urns = {school.urn};
    urns.insert(urns.end(), school.formerly.begin(), school.formerly.end());
    return urns;
}

bool is_setting(SchoolKind kind) {
    return kind >= SchoolKind::group_setting;
}

bool may_have_sixth_form(const School& school) {
    if (school.kind == SchoolKind::nursery || school.kind == SchoolKind::primary || is_setting(school.kind))
        return false;
    return school.sixth_form != SixthForm::has_not;
}

bool is_school_urn(std::string_view text) {
    return is_number(text, 6);
}

bool is_centre_urn(std::string_view text) {
    return is_number(text, 5);
}

bool is_provider_urn(std::string_view text) {
    if (text.size() == 8) return is_capital(text[0]) && is_capital(text[1]) && are_digits(text.substr(2));
    return is_number(text, 6) || is_number(text, 7);
}

bool is_urn(std::string_view text) {
    return is_school_urn(text) || is_centre_urn(text) || is_provider_urn(text);
}

std::string_view to_word(SchoolKind kind) {
    return word_of(kind_words, kind);
}
std::string_view to_word(Governance governance) {
    return word_of(governance_words, governance);
}
std::string_view to_word(SixthForm sixth_form) {
    return word_of(sixth_form_words, sixth_form);
}

std::optional<SchoolKind> school_kind_from(std::string_view word) {
    return value_of<SchoolKind>(kind_words, word);
}
std::optional<Governance> governance_from(std::string_view word) {
    return value_of<Governance>(governance_words, word);
}
std::optional<SixthForm> sixth_form_from(std::string_view word) {
    return value_of<SixthForm>(sixth_form_words, word);
}

}  // namespace kitbag
