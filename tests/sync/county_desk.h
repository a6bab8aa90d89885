#pragma once
// A county's own desk for these tests: changes are made here by hand, with ids and stamps that count up, and handed in.

#include <string>

#include "sync/change_log/county_log.h"
#include "tests/sync/tablets.h"

namespace kitbag {

struct Desk {
    TemporaryFolder folder;
    SetClock clock;
    County county{clock, folder.file("county.db")};
    int next = 0;

    const std::string device = "00000000000000aa";
    const Writer ada{device, ada_id, StaffRole::adviser};

    Change change(std::string entity, std::string entity_id, const FieldValues& values) {
        const std::string digits = to_digits(++next);
        Change made{.id = "0192f3c4-a1b2-7c3d-8e4f-00000000" + digits,
                    .device = device,
                    .author = ada_id,
                    .stamp = "01a207a1d68d" + digits + device,
                    .entity = std::move(entity),
                    .entity_id = std::move(entity_id),
                    .fields = {}};
        for (const auto& [field, value] : values) made.fields[field] = {value, {}};
        return made;
    }

    Outcome accept(const Change& change) { return accept(change, ada); }
    Outcome accept(const Change& change, const Writer& from) {
        const ReceivedChange received{change.id, change};
        auto reply = county.log.accept({&received, 1}, from);
        REQUIRE(reply);
        REQUIRE(reply->outcomes.size() == 1);
        return reply->outcomes.at(0);
    }

    std::string count() { return answer(*county.database, "SELECT count(*) FROM change"); }

    static std::string to_digits(int number) {
        const std::string text = std::to_string(number);
        return std::string(4 - text.size(), '0') + text;
    }
};

// The outcome, or the code of a refusal.
inline std::string word(const Outcome& outcome) {
    return outcome.answer == Answer::refused ? outcome.reason.code : std::string(to_word(outcome.answer));
}

}  // namespace kitbag
