#pragma once
// What the county answers about outcomes: first which parts it has, then each part that the tablet has not. Written and read for both
// sides; reading is strict and never throws.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/outcomes/part.h"
#include "core/storage/outcome_store.h"

namespace kitbag {

inline constexpr std::size_t outcome_parts_max = 500;

struct OutcomeListReply {
    std::string version;   // As it is told with the reference.
    std::string measures;  // JSON: core/outcomes/measure.h
    std::vector<OutcomePartMark> parts;

    bool operator==(const OutcomeListReply&) const = default;
};

struct OutcomePartReply {
    std::string version;
    OutcomePart part;

    bool operator==(const OutcomePartReply&) const = default;
};

// Codes of the readers: "not_our_server", for whatever our server would not have said, and "bad_outcomes" for measures or figures
// that cannot be read.
std::string write_outcome_list_reply(const OutcomeListReply& reply);  // REQUIRES: the measures are JSON.
Result<OutcomeListReply> read_outcome_list_reply(std::string_view body);

std::string write_outcome_part_reply(const OutcomePartReply& reply);
Result<OutcomePartReply> read_outcome_part_reply(std::string_view body);

}  // namespace kitbag
