#include "sync/server/commands.h"

#include <cstdio>
#include <utility>

#include "core/base/time.h"
#include "core/schools/inspection_rule.h"
#include "core/storage/calendar_store.h"
#include "core/storage/county_settings.h"
#include "core/storage/visit_templates_store.h"
#include "core/visits/visit_template.h"
#include "sync/server/county_place.h"
#include "sync/server/enrolment.h"
#include "sync/server/reference_import.h"
#include "sync/server/register_report.h"
#include "sync/server/scope.h"

namespace kitbag {

Result<void> run_enrolment_code(const CommandLine& line, const Clock& clock, Random& random) {
    const std::optional<StaffRole> role = role_from(line.option("role", "adviser"));
    if (!role) {
        return fault(
            "bad_role",
            "There is no role “" + line.option("role") +
                "”. There are adviser, senior_adviser, early_years_adviser, head_of_early_years, head_of_service "
                "and officer.");
    }
    const Result<int> days = option_number(line, "days", code_days_default, 1, code_days_max);
    if (!days) return std::unexpected(days.error());
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<std::string> code = make_enrolment_code(**database, clock, random, *role, *days);
    if (!code) return std::unexpected(code.error());
    const Date last_day = date_of(clock.now() + Instant{*days} * 86'400'000);
    std::printf("Enrolment code: %s\nOne tablet can be enrolled with it, once, until %s.\n", code->c_str(),
                to_long(last_day).c_str());
    return {};
}

namespace {

// The files that the register is made of are loaded alike: `load` reads one of them.
template <typename Load>
Result<void> import_into_register(const CommandLine& line, Load load) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<CountyIdentity> county = settle_identity(**database, {"", line.option("authority")});
    if (!county) return std::unexpected(county.error());
    const bool preview = line.has("preview");
    const Result<Imported> imported = load(**database, *county, preview ? Import::only_look : Import::take_over);
    if (!imported) return std::unexpected(imported.error());
    std::printf("%s", register_report(imported->register_changes).c_str());
    const char* const outcome = !imported->changed ? "Nothing in the register has changed."
                                : preview          ? "Nothing was changed. Without --preview it would be."
                                                   : "Each tablet takes them over when it next syncs.";
    std::printf("%s: %zu schools and settings. %s\n", county->name.c_str(), imported->schools, outcome);
    return {};
}

}  // namespace

Result<void> run_import_register(const CommandLine& line) {
    return import_into_register(line, [&](Database& database, const CountyIdentity& county, Import import) {
        return import_register(database, line.option("register"), county.authority, import);
    });
}

Result<void> run_import_early_years(const CommandLine& line) {
    return import_into_register(line, [&](Database& database, const CountyIdentity& county, Import import) {
        return import_early_years(database, line.option("early-years"), line.option("county", county.name), import);
    });
}

Result<void> run_import_centres(const CommandLine& line) {
    return import_into_register(line, [&](Database& database, const CountyIdentity& county, Import import) {
        const std::string name = line.option("county", county.name);
        return import_centres(database, line.option("centres"), {county.authority, name}, import);
    });
}

Result<void> run_import_inspections(const CommandLine& line) {
    return import_into_register(line, [&](Database& database, const CountyIdentity& county, Import import) {
        return import_inspections(database, line.option("inspections"), line.option("county", county.name), import);
    });
}

Result<void> run_import_frameworks(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<Imported> imported = import_frameworks(**database, line.option("frameworks"));
    if (!imported) return std::unexpected(imported.error());
    std::printf(
        "The county has %zu framework %s. %s\n", imported->packs, imported->packs == 1 ? "pack" : "packs",
        imported->changed ? "Each tablet takes the new ones over when it next syncs." : "It had all of these already.");
    return {};
}

Result<void> run_import_half_terms(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<Imported> imported = import_half_terms(**database, line.option("half-terms"));
    if (!imported) return std::unexpected(imported.error());
    const Result<std::vector<HalfTerm>> half_terms = CalendarStore(**database).half_terms();
    if (!half_terms) return std::unexpected(half_terms.error());
    std::printf(
        "%zu half terms, from %s to %s. %s\n", half_terms->size(), to_long(half_terms->front().from).c_str(),
        to_long(half_terms->back().to).c_str(),
        imported->changed ? "Each tablet takes them over when it next syncs." : "Nothing in the calendar has changed.");
    return {};
}

Result<void> run_import_alliances(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<Imported> imported = import_alliances(**database, line.option("alliances"));
    if (!imported) return std::unexpected(imported.error());
    std::printf("The teaching school alliances are loaded. %s\n",
                imported->changed ? "Each tablet takes them over when it next syncs." : "Nothing in them has changed.");
    return {};
}

Result<void> run_import_visit_templates(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<Imported> imported = import_visit_templates(**database, line.option("visit-templates"));
    if (!imported) return std::unexpected(imported.error());
    const Result<std::vector<StoredTemplates>> stored = VisitTemplatesStore(**database).all();
    if (!stored) return std::unexpected(stored.error());
    const Result<VisitTemplates> in_use = read_visit_templates(stored->back().text);
    if (!in_use) return std::unexpected(in_use.error());
    std::printf(
        "In use are %zu kinds of visit, version %s. %s\n", in_use->templates.size(), in_use->version.c_str(),
        imported->changed ? "Each tablet takes them over when it next syncs." : "The county had this version already.");
    return {};
}

Result<void> run_settings(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    Result<CountySettings> settings = read_county_settings(**database);
    if (!settings) return std::unexpected(settings.error());
    for (const auto& [name, minutes] : {std::pair{"lock-after-minutes", &settings->lock_after_minutes},
                                        std::pair{"lock-hidden-after-minutes", &settings->lock_hidden_after_minutes}}) {
        const Result<int> wanted = option_number(line, name, *minutes, lock_minutes_min, lock_minutes_max);
        if (!wanted) return std::unexpected(wanted.error());
        *minutes = *wanted;
    }
    if (const std::string file = line.option("inspection-rule"); file == "none") {
        settings->inspection_rule.clear();
    } else if (!file.empty()) {
        Result<std::string> rule = read_inspection_rule_file(file);
        if (!rule) return std::unexpected(rule.error());
        settings->inspection_rule = *std::move(rule);
    }
    const Result<Imported> changed = change_settings(**database, *settings);
    if (!changed) return std::unexpected(changed.error());
    if (const auto rule = read_inspection_rule(settings->inspection_rule))
        std::printf("An inspection without an overall grade counts as requiring improvement by the rule of %s.\n",
                    rule->whose.c_str());
    std::printf("An unlocked tablet locks itself after %d minutes untouched, and %d minutes out of sight. %s\n",
                settings->lock_after_minutes, settings->lock_hidden_after_minutes,
                changed->changed ? "Each tablet takes this over when it next syncs." : "Nothing was changed.");
    return {};
}

namespace {

Result<void> change_scope(Database& database, const std::string& role, const std::string& records) {
    const std::optional<StaffRole> whose = role_from(role);
    if (!whose) return fault("bad_option", "“" + role + "” is no role. Give one that enrolment-code names.");
    const std::optional<Reach> reach = value_of<Reach>(reach_words, records);
    if (!reach) return fault("bad_option", "--records is all, team or caseload, not “" + records + "”.");
    return set_reach(database, *whose, *reach);
}

}  // namespace

Result<void> run_scope(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const std::string role = line.option("role"), records = line.option("records");
    if (role.empty() != records.empty())
        return fault("bad_option", "To change it give both --role and --records. Nothing was changed.");
    if (!role.empty()) {
        if (Result<void> changed = change_scope(**database, role, records); !changed) return changed;
    }
    for (const StaffRole each : all_roles) {
        const Result<Reach> reach = reach_of(**database, each);
        if (!reach) return std::unexpected(reach.error());
        std::printf("%-20s %s\n", std::string(to_word(each)).c_str(),
                    std::string(word_of(reach_words, *reach)).c_str());
    }
    return {};
}

}  // namespace kitbag
