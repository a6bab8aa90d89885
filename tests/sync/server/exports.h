#pragma once
// What tests ask of a county's export.

#include <string>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

// What an officer's tablet and the command give, which must be the same.
inline Json export_both_ways(const County& county, const Tablet& officer) {
    const ProgramResult command = county.run({"export"});
    Json by_command = parse_json(command.out, "The export").value_or(Json::object());
    Json by_request = officer.get("/api/export").json();
    by_command.erase("exported_at");
    by_request.erase("exported_at");
    CHECK(by_command == by_request);
    return by_request;
}

inline Json receipt_json(const HttpAnswer& answer, std::size_t index) {
    const std::string receipt = receipt_of(answer, index);
    const std::size_t space = receipt.find(' ');
    return {{"number", receipt.substr(0, space)}, {"at", receipt.substr(space + 1)}};
}

}  // namespace kitbag::test
