#include "app/session/school_words.h"

#include "app/text/phrases.h"
#include "app/text/words.h"

namespace kitbag {
namespace {

void add(std::vector<Fact>& facts, std::string_view label, std::string_view value) {
    if (!value.empty()) facts.push_back({std::string(label), std::string(value)});
}

void append_part(std::string& text, std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += words::common::separator;
    text += part;
}

}  // namespace

std::string_view name_of(Governance governance) {
    switch (governance) {
        case Governance::maintained:
            return words::kind::maintained;
        case Governance::academy:
            return words::kind::academy;
        case Governance::free_school:
            return words::kind::free_school;
        case Governance::other:
            return "";
    }
    return "";
}

std::string_view name_of(SchoolKind kind) {
    switch (kind) {
        case SchoolKind::nursery:
            return words::kind::nursery;
        case SchoolKind::primary:
            return words::kind::primary;
        case SchoolKind::secondary:
            return words::kind::secondary;
        case SchoolKind::all_through:
            return words::kind::all_through;
        case SchoolKind::post_16:
            return words::kind::post_16;
        case SchoolKind::special:
            return words::kind::special;
        case SchoolKind::alternative_provision:
            return words::kind::alternative_provision;
    }
    return "";
}

std::string school_detail(const School& school) {
    std::string text(name_of(school.kind));
    append_part(text, school.type_name);
    append_part(text, school.district);
    return text;
}

std::vector<Fact> school_facts(const School& school) {
    std::vector<Fact> facts;
    add(facts, words::school::urn, school.urn);
    add(facts, words::school::kind, name_of(school.kind));
    add(facts, words::school::type, school.type_name);
    add(facts, words::school::governance, name_of(school.governance));
    add(facts, words::school::trust, school.trust);
    add(facts, words::school::district, school.district);
    if (school.pupils) add(facts, words::school::pupils, std::to_string(*school.pupils));
    if (school.low_age && school.high_age)
        add(facts, words::school::ages, phrases::ages(*school.low_age, *school.high_age));
    add(facts, words::school::postcode, school.postcode);
    return facts;
}

}  // namespace kitbag
