#pragma once
// How the suggested category could be another one: the fewest aspects that would have to be judged otherwise, judged at
// last or marked as not applicable, and every set of that many that does it. Taking a judgement back is not a change.
// It tells what would be, never what should be: an adviser judges an aspect by what was seen there.

#include <optional>
#include <string>
#include <vector>

#include "core/categorisation/choice.h"

namespace kitbag {

class JudgedBoard;

// One aspect judged otherwise, judged at last, or marked as not applicable.
struct OtherChoice {
    std::string aspect;         // Aspect id.
    std::optional<Choice> now;  // Nothing while the aspect is not judged.
    Choice to = Choice::not_applicable;

    bool operator==(const OtherChoice&) const = default;
};

// One change that by itself leads to another category.
struct SingleChange {
    std::string aspect;
    Choice to = Choice::not_applicable;
    Category becomes = Category::green;

    bool operator==(const SingleChange&) const = default;
};

// At least so many of these changes, and at most so many.
struct Pick {
    int at_least = 0;
    int at_most = 0;
    std::vector<OtherChoice> out_of;

    bool operator==(const Pick&) const = default;
};

// All the sets that take as many changes as the way out has, each of another aspect, and from each pick as many as it
// says. However they are taken, the result is the same category.
struct Way {
    std::vector<Pick> picks;
    Category becomes = Category::green;

    bool operator==(const Way&) const = default;
};

struct WayOut {
    int changes = 0;                   // The margin: no smaller set is enough.
    std::vector<std::string> held_by;  // The aspects by which a rule holds the result; every set changes them all.
    std::vector<Way> ways;             // Together all the sets of that size, and none twice.

    bool operator==(const WayOut&) const = default;
};

enum class Towards { less_serious, more_serious };

// Every one of them, in the framework's order.
std::vector<SingleChange> find_single_changes(const JudgedBoard& board);

// Nothing when no choice that the framework describes leads there, or when there is no result to leave.
// REQUIRES: at most 64 aspects, of which a pack may have fewer (framework_json.h). It is quick while rules name few
// different aspects: with each more that a rule bars from GREEN or makes RED, there are more kinds of change to try.
std::optional<WayOut> find_way_out(const JudgedBoard& board, Towards towards,
                                   const std::vector<SingleChange>& single_changes);

}  // namespace kitbag
