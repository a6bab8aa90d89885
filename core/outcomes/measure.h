#pragma once
// What is measured of the pupils of a school, as data: the county may load other measures than those that Kitbag carries
// (data/outcome_measures/measures.json), and nothing here knows any of them by name. It holds no figures.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kitbag {

// When in a child's years it is measured.
enum class OutcomeStage { eyfsp, ks1, ks2, ks4, post_16 };
enum class OutcomeUnit { percent, score, points };
enum class PupilGroup { all, boys, girls, fsm, not_fsm, sen, eal, lac, bme };

// A hundredth is the smallest step, so that sums and gaps are exact: 65 % is 6500.
using Hundredths = int;

// The value below which a school was to explain itself, in the academic years ending `from` to `to`.
struct Floor {
    Hundredths value = 0;
    int from = 0;
    int to = 0;

    bool operator==(const Floor&) const = default;
};

struct Measure {
    std::string id;    // A key: "ks2_rwm_expected".
    std::string name;  // In plain English.
    std::string note;  // What a reader must know of it, as a sentence; "" for nothing.
    OutcomeStage stage = OutcomeStage::ks2;
    OutcomeUnit unit = OutcomeUnit::percent;
    bool higher_is_better = true;
    int decimals = 0;                               // That are shown, 0 to 2.
    std::vector<Floor> floors;                      // Of different years.
    std::map<PupilGroup, std::string> ks2_columns;  // In the DfE's key stage 2 performance table.

    bool operator==(const Measure&) const = default;
};

struct MeasureList {
    std::vector<Measure> measures;                 // In the order in which they are offered.
    std::map<PupilGroup, std::string> ks2_pupils;  // The columns of that table that count the pupils of each group.

    const Measure* find(std::string_view id) const;  // Null where there is none.
    bool operator==(const MeasureList&) const = default;
};

inline constexpr std::size_t measures_bytes_max = 256 * 1024;
inline constexpr std::size_t measures_max = 200;

// Reads them as docs/outcomes.md has them. Code "bad_measures"; the sentence says where.
Result<MeasureList> read_measures(std::string_view text);

// Those that Kitbag carries, as JSON, for counties that load none of their own.
std::string_view own_measures_text();

std::optional<Hundredths> floor_in(const Measure& measure, int year);

// A whole number of hundredths out of "63", "63.5", "-0.42" or "63.456", which is rounded. Nothing for anything else.
std::optional<Hundredths> read_hundredths(std::string_view text);

inline constexpr int outcome_year_min = 2000;
inline constexpr int outcome_year_max = 2099;

std::string_view to_word(OutcomeStage stage);  // "post_16": for JSON and files, not for people.
std::string_view to_word(OutcomeUnit unit);
std::string_view to_word(PupilGroup group);
std::optional<OutcomeStage> outcome_stage_from(std::string_view word);
std::optional<OutcomeUnit> outcome_unit_from(std::string_view word);
std::optional<PupilGroup> pupil_group_from(std::string_view word);

}  // namespace kitbag
