#pragma once
// Direction of travel: each half term a person says whether a school is improving, steady or declining, and why. The
// record suggests one from what moved since the half term before; it never decides.
//
// The rule: count the aspects that moved. More better than worse: improving; more worse than better: declining; as many
// of each, or none: steady. The strategy asks for the direction at least every half term and names no rule for it.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/categorisation/standing.h"
#include "core/criteria/framework.h"
#include "core/schools/role.h"

namespace kitbag {

enum class Direction { improving, steady, declining };

inline constexpr std::array all_directions = {Direction::improving, Direction::steady, Direction::declining};

std::string_view to_word(Direction direction);  // "improving"
std::optional<Direction> direction_from(std::string_view word);

// Written once and never altered; who thinks otherwise later in the half term writes another.
struct DirectionJudgement {
    Id id;
    std::string urn;
    Subject subject = Subject::school;
    std::string half_term;  // Its id: "2026-27.2".
    std::optional<Direction> direction;
    std::optional<Direction> suggested;  // What the record suggested; nothing where it had nothing to compare.
    std::string why;
    Id by;

    bool operator==(const DirectionJudgement&) const = default;
};

// Codes: "not_allowed", "reason_missing", "bad_field".
Result<void> check_direction(const DirectionJudgement& judgement, StaffRole role);

struct DirectionSuggestion {
    Direction direction = Direction::steady;
    std::vector<Movement> better;
    std::vector<Movement> worse;
};

// Nothing when no aspect was judged both before and since, so that there is nothing to compare.
std::optional<DirectionSuggestion> suggest_direction(std::span<const Standing> before, std::span<const Standing> now);

// The latest one for a half term and subject; null for none.
const DirectionJudgement* direction_in(std::span<const DirectionJudgement> judgements, Subject subject,
                                       std::string_view half_term);

}  // namespace kitbag
