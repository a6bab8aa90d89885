// The command that loads outcomes.

#include <cstdio>
#include <utility>

#include "sync/server/commands.h"
#include "sync/server/county_place.h"
#include "sync/server/outcomes_import.h"

namespace kitbag {

Result<OutcomesWanted> outcomes_wanted(const CommandLine& line, const Clock& clock, std::string_view year_option) {
    OutcomesWanted wanted;
    wanted.file = line.option("outcomes");
    wanted.measures = line.option("measures");
    wanted.year_max = date_of(clock.now()).year;
    if (line.has(year_option)) {
        const Result<int> year = option_number(line, year_option, 0, outcome_year_min, wanted.year_max);
        if (!year) return std::unexpected(year.error());
        wanted.year = *year;
    }
    const std::string kind = line.option("kind");
    if (kind == "ks2") wanted.source = OutcomeSource::ks2_table;
    if (kind == "long") wanted.source = OutcomeSource::long_form;
    if (!kind.empty() && !wanted.source)
        return fault("bad_kind", "There is no kind of file “" + kind + "”. There are ks2, the DfE's table, and long.");
    return wanted;
}

Result<void> run_import_outcomes(const CommandLine& line, const Clock& clock) {
    const Result<OutcomesWanted> wanted = outcomes_wanted(line, clock, "year");
    if (!wanted) return std::unexpected(wanted.error());
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<CountyIdentity> county = settle_identity(**database, {"", line.option("authority")});
    if (!county) return std::unexpected(county.error());
    const bool preview = line.has("preview");
    const Result<ImportedOutcomes> imported =
        import_outcomes(**database, *wanted, county->authority, preview ? Import::only_look : Import::take_over);
    if (!imported) return std::unexpected(imported.error());
    const char* const outcome = !imported->changed ? "Nothing in the outcomes has changed."
                                : preview          ? "Nothing was changed. Without --preview it would be."
                                                   : "Each tablet takes them over when it next syncs.";
    std::printf("%s%s: %s\n", outcomes_report(*imported).c_str(), county->name.c_str(), outcome);
    return {};
}

}  // namespace kitbag
