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

constexpr std::array<std::pair<const char*, std::string Childcare::*>, 2> childcare_texts = {{
    {"registered_person", &Childcare::registered_person},
    {"deprivation", &Childcare::deprivation},
}};
constexpr std::array<std::pair<const char*, bool Childcare::*>, 4> childcare_flags = {{
    {"early_years_register", &Childcare::on_early_years_register},
    {"compulsory_register", &Childcare::on_compulsory_register},
    {"voluntary_register", &Childcare::on_voluntary_register},
    {"name_is_withheld", &Childcare::name_is_withheld},
}};

Json to_json(const Childcare& childcare) {
    Json json = Json::object();
    for (const auto& [name, member] : childcare_texts) {
        if (!(childcare.*member).empty()) json[name] = childcare.*member;
    }
    for (const auto& [name, member] : childcare_flags) {
        if (childcare.*member) json[name] = true;
    }
    if (childcare.places) json["places"] = *childcare.places;
    return json;
}

Childcare childcare_from(const Json& json) {
    Childcare childcare;
    for (const auto& [name, member] : childcare_texts) childcare.*member = text_or(json, name);
    for (const auto& [name, member] : childcare_flags) {
        const auto flag = json.find(name);
        childcare.*member = flag != json.end() && flag->is_boolean() && flag->get<bool>();
    }
    const std::int64_t places = integer_or(json, "places", -1);
    if (places >= 0 && places <= 1'000'000) childcare.places = static_cast<int>(places);
    return childcare;
}

Json to_json(const Inspection& inspection) {
    Json json = {{"date", to_iso(inspection.date)}, {"kind", to_word(inspection.kind)}};
    if (!inspection.number.empty()) json["number"] = inspection.number;
    if (!inspection.overall.empty()) json["overall"] = inspection.overall;
    for (const InspectionGrade& each : inspection.grades)
        json["grades"].push_back(Json::array({each.area, each.grade}));
    return json;
}

// Nothing for one without a day or of a kind that a newer program knows.
std::optional<Inspection> inspection_from(const Json& json) {
    const Result<Date> date = parse_date(text_or(json, "date"));
    const auto kind = inspection_kind_from(text_or(json, "kind"));
    if (!date || !kind) return std::nullopt;
    Inspection inspection{text_or(json, "number"), *date, *kind, text_or(json, "overall"), {}};
    const auto grades = json.find("grades");
    if (grades == json.end() || !grades->is_array()) return inspection;
    for (const Json& each : *grades) {
        if (!each.is_array() || each.size() != 2 || !each[0].is_string() || !each[1].is_string()) continue;
        inspection.grades.push_back({each[0].get<std::string>(), each[1].get<std::string>()});
    }
    return inspection;
}

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
    if (school.childcare) json["childcare"] = to_json(*school.childcare);
    if (!school.formerly.empty()) json["formerly"] = school.formerly;
    for (const Inspection& each : school.inspections) json["inspections"].push_back(to_json(each));
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
    if (const auto childcare = json.find("childcare"); childcare != json.end() && childcare->is_object())
        school.childcare = childcare_from(*childcare);
    if (const auto formerly = json.find("formerly"); formerly != json.end() && formerly->is_array()) {
        for (const Json& each : *formerly) {
            if (each.is_string() && is_urn(each.get<std::string>())) school.formerly.push_back(each.get<std::string>());
        }
    }
    if (const auto inspections = json.find("inspections"); inspections != json.end() && inspections->is_array()) {
        for (const Json& each : *inspections) {
            if (std::optional<Inspection> read = inspection_from(each)) school.inspections.push_back(*std::move(read));
        }
    }
    return school;
}

}  // namespace kitbag
