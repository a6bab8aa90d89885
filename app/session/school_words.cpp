#include "app/session/school_words.h"

#include <algorithm>
#include <set>

#include "app/text/inspections_words.h"
#include "app/text/phrases.h"
#include "app/text/rating_words.h"
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

std::string registers_of(const Childcare& childcare) {
    std::string text;
    if (childcare.on_early_years_register) append_part(text, words::setting::early_years_register);
    if (childcare.on_compulsory_register) append_part(text, words::setting::compulsory_register);
    if (childcare.on_voluntary_register) append_part(text, words::setting::voluntary_register);
    return text;
}

void add_childcare(std::vector<Fact>& facts, const School& school) {
    const Childcare& childcare = *school.childcare;
    if (childcare.name_is_withheld) add(facts, words::setting::name, words::setting::name_withheld);
    add(facts, words::setting::registers, registers_of(childcare));
    if (childcare.places) add(facts, words::setting::places, std::to_string(*childcare.places));
    add(facts, words::setting::registered_person, childcare.registered_person);
    if (school.opened) add(facts, words::setting::registered_since, to_long(*school.opened));
    add(facts, words::setting::status, school.status_name);
    add(facts, words::setting::area, school.constituency);
    add(facts, words::setting::deprivation, childcare.deprivation);
}

// Ofsted's register has no children's centres: these are the Department's facts.
void add_centre(std::vector<Fact>& facts, const School& centre) {
    if (centre.opened) add(facts, words::setting::open_since, to_long(*centre.opened));
    add(facts, words::setting::status, centre.status_name);
    add(facts, words::setting::area, centre.constituency);
    add(facts, words::setting::town, centre.town);
}

std::string_view name_of(InspectionKind kind) {
    switch (kind) {
        case InspectionKind::full:
            return words::inspection::full;
        case InspectionKind::no_children:
            return words::inspection::no_children;
        case InspectionKind::childcare_register:
            return words::inspection::childcare_register;
        case InspectionKind::ungraded:
            return words::inspection::ungraded;
    }
    return "";
}

std::string_view name_of(InspectionFramework framework) {
    switch (framework) {
        case InspectionFramework::before_2015:
            return words::inspection::before_2015;
        case InspectionFramework::common:
            return words::inspection::common;
        case InspectionFramework::education:
            return words::inspection::education;
        case InspectionFramework::renewed:
            return words::inspection::renewed;
    }
    return "";
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
        case SchoolKind::group_setting:
            return words::kind::group_setting;
        case SchoolKind::home_setting:
            return words::kind::home_setting;
        case SchoolKind::childminder:
            return words::kind::childminder;
        case SchoolKind::home_childcarer:
            return words::kind::home_childcarer;
        case SchoolKind::childrens_centre:
            return words::kind::childrens_centre;
    }
    return "";
}

std::string school_detail(const School& school) {
    std::string text(name_of(school.kind));
    const bool is_provider = is_setting(school.kind) && school.kind != SchoolKind::childrens_centre;
    const std::string& type = is_provider ? school.phase_name : school.type_name;
    if (type.starts_with(text))
        text = type;  // "Childminder" is a word of both, and "Children’s centre linked site" says both.
    else
        append_part(text, type);
    // Of childminders only the constituency is published.
    append_part(text,
                is_setting(school.kind) ? (school.town.empty() ? school.constituency : school.town) : school.district);
    if (school.named_locally) append_part(text, school.urn);  // What the register and Ofsted know it by.
    return text;
}

std::string area_of(const School& school) {
    return school.district.empty() ? school.constituency : school.district;
}

SchoolOptions options_among(std::span<const School> schools) {
    std::set<SchoolKind> kinds;
    std::set<std::string> areas;
    for (const School& school : schools) {
        kinds.insert(school.kind);
        if (!area_of(school).empty()) areas.insert(area_of(school));
    }
    SchoolOptions options{{{"", std::string(words::board::all_kinds)}}, {{"", std::string(words::board::all_areas)}}};
    for (const SchoolKind kind : kinds)
        options.kinds.push_back({std::string(to_word(kind)), std::string(name_of(kind))});
    for (const std::string& area : areas) options.areas.push_back({area, area});
    return options;
}

void append_chosen(std::string& line, const std::string& value, const std::vector<Option>& options) {
    if (value.empty()) return;
    const auto found = std::ranges::find(options, value, &Option::value);
    append_part(line, found == options.end() ? value : found->label);
}

std::vector<Fact> school_facts(const School& school) {
    std::vector<Fact> facts;
    add(facts, words::school::urn, school.urn);
    for (const std::string& urn : school.formerly) add(facts, words::school::former_urn, urn);
    add(facts, words::school::kind, name_of(school.kind));
    if (school.type_name != name_of(school.kind)) add(facts, words::school::type, school.type_name);
    add(facts, words::school::governance, name_of(school.governance));
    add(facts, words::school::trust, school.trust);
    add(facts, words::school::district, school.district);
    if (school.pupils) add(facts, words::school::pupils, std::to_string(*school.pupils));
    if (school.low_age && school.high_age)
        add(facts, words::school::ages, phrases::ages(*school.low_age, *school.high_age));
    if (school.childcare) add_childcare(facts, school);
    if (school.kind == SchoolKind::childrens_centre) add_centre(facts, school);
    add(facts, words::school::postcode, school.postcode);
    return facts;
}

std::vector<InspectionFact> inspection_facts(const School& school, const InspectionRule* rule) {
    std::vector<InspectionFact> facts;
    const bool setting = is_setting(school.kind);
    for (const Inspection& each : school.inspections) {
        InspectionFact fact;
        fact.title = name_of(each.kind);
        append_part(fact.title, grade_in_words(each.overall, each.date, setting));
        fact.date = to_long(each.date);
        fact.detail = name_of(framework_of(each.date));
        for (const InspectionGrade& one : each.grades) {
            const std::string grade = grade_in_words(one.grade, each.date, setting);
            if (!grade.empty()) fact.detail += "\n" + one.area + ": " + grade;
        }
        if (const auto by = rule ? requiring_improvement(*rule, each) : std::vector<InspectionGrade>{}; !by.empty())
            fact.by_rule = phrases::counts_by_rule(rule->whose, by);
        facts.push_back(std::move(fact));
    }
    return facts;
}

}  // namespace kitbag
