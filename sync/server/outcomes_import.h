#pragma once
// Loads files of outcomes into the county's database: each replaces only the parts that it tells of, a part being one stage in one year
// from one kind of file. What cannot be read changes nothing.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/outcomes/outcomes_import.h"
#include "core/storage/database.h"
#include "core/storage/outcome_store.h"
#include "sync/protocol/outcome_messages.h"
#include "sync/server/command_line.h"
#include "sync/server/reference_import.h"

namespace kitbag {

struct OutcomesWanted {
    std::filesystem::path file;
    std::optional<OutcomeSource> source;  // Nothing: by the file's columns.
    int year = 0;                         // Of the DfE's table; 0 where none was given.
    int year_max = outcome_year_max;      // Later years are slips.
    std::filesystem::path measures;       // A file of the county's own measures; "" for those that it has, or Kitbag's.
};

enum class PartChange { added, changed, same };

struct ImportedPart {
    OutcomePlace place;
    PartChange change = PartChange::same;
    std::size_t schools = 0;
    std::size_t figures = 0;  // Numbers that tablets get,
    std::size_t hidden = 0;   // and those that are hidden because of a small group.
};

struct ImportedOutcomes {
    std::vector<ImportedPart> parts;
    std::size_t passed_over = 0;  // Rows of schools that the register does not have.
    std::vector<std::string> columns_not_there;
    bool changed = false;
};

// What a command line asks for. Codes "bad_kind" and "bad_number".
Result<OutcomesWanted> outcomes_wanted(const CommandLine& line, const Clock& clock, std::string_view year_option);

// `authority` is the county's code in the table. Codes "no_file", "bad_measures", "bad_year", and those of the two readers.
Result<ImportedOutcomes> import_outcomes(Database& database, const OutcomesWanted& wanted, std::string_view authority,
                                         Import import = Import::take_over);

// What the county would answer: its measures and which parts it has.
Result<OutcomeListReply> read_outcome_list(Database& database);

// A line for each part, and one for what was passed over, as the program prints them.
std::string outcomes_report(const ImportedOutcomes& imported);

}  // namespace kitbag
