#include "core/schools/school_json.h"

#include <array>
#include <utility>

namespace kitbag {
namespace {

// Facts that are plain text, and those that are numbers; JSON has them under the same names.
constexpr std::array<std::pair<const char*, std::string School::*>, 11> texts = {{
    {"establishment_number", &School::establishment_number},
    {"type_name", &School::type_name},
    {"phase_name", &School::phase_name},
    {"status_name", &School::status_name},
    {"trust", &School::trust},
    {"diocese", &School::diocese},
    {"religious_character", &School::religious_character},
    {"district", &School::district},
    {"constituency", &School::constituency},
    {"town", &School::town},
    {"postcode", &School::postcode},
}};
constexpr std::array<std::pair<const char*, std::optional<int> School::*>, 3> numbers = {{
    {"low_age", &School::low_age},
    {"high_age", &School::high_age},
    {"pupils", &School::pupils},
}};
constexpr std::array<std::pair<const char*, std::optional<Date> School::*>, 2> dates = {{
    {"opened", &School::opened},
    {"closed", &School::closed},
}};

}  // namespace

Json to_json(const School& school) {
    Json json = {{"urn", school.urn},
                 {"name", school.name},
                 {"kind", to_word(school.kind)},
                 {"governance", to_word(school.governance)}};
    if (school.sixth_form != SixthForm::not_known) json["sixth_form"] = to_word(school.sixth_form);
    for (const auto& [name, member] : texts) {
        if (!(school.*member).empty()) json[name] = school.*member;
    }
    for (const auto& [name, member] : numbers) {
        if (school.*member) json[name] = *(school.*member);
    }
    for (const auto& [name, member] : dates) {
        if (school.*member) json[name] = to_iso(*(school.*member));
    }
    return json;
}

Result<School> school_from_json(const Json& json) {
    const auto bad = [](std::string_view what) {
        return fault("bad_school", "The county sent a school without a usable " + std::string(what) +
                                       ". Ask the county office to load the register again.");
    };
    School school;
    school.urn = text_or(json, "urn");
    if (!is_urn(school.urn)) return bad("URN");
    school.name = text_or(json, "name");
    if (school.name.empty()) return bad("name");
    const auto kind = school_kind_from(text_or(json, "kind"));
    if (!kind) return bad("kind");
    const auto governance = governance_from(text_or(json, "governance"));
    if (!governance) return bad("governance");
    school.kind = *kind;
    school.governance = *governance;
    school.sixth_form = sixth_form_from(text_or(json, "sixth_form")).value_or(SixthForm::not_known);
    for (const auto& [name, member] : texts) school.*member = text_or(json, name);
    for (const auto& [name, member] : numbers) {
        const std::int64_t number = integer_or(json, name, -1);
        if (number >= 0 && number <= 1'000'000) school.*member = static_cast<int>(number);
    }
    for (const auto& [name, member] : dates) {
        if (const Result<Date> date = parse_date(text_or(json, name))) school.*member = *date;
    }
    return school;
}

}  // namespace kitbag
