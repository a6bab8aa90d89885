#include "sync/protocol/outcome_messages.h"

#include <doctest/doctest.h>

#include "core/base/json.h"

using namespace kitbag;

namespace {

const char* const measures =
    R"({"measures":[{"higher_is_better":true,"id":"m","name":"M","stage":"ks2","unit":"percent"}]})";

OutcomePart part() {
    OutcomePart made{.source = OutcomeSource::ks2_table, .stage = OutcomeStage::ks2, .year = 2019, .subjects = {}};
    made.subjects["900001"]["m"][PupilGroup::all] = {.number = 6300, .why = NoNumber::not_published, .pupils = 30};
    made.subjects["county"]["m"][PupilGroup::all] = {.number = {}, .why = NoNumber::suppressed, .pupils = {}};
    return made;
}

}  // namespace

TEST_CASE("The list of outcomes and a part come back as they were written") {
    const OutcomeListReply list{"v1", measures, {{{OutcomeStage::ks2, 2019, OutcomeSource::ks2_table}, "p1"}}};
    CHECK(read_outcome_list_reply(write_outcome_list_reply(list)) == list);
    const OutcomePartReply reply{"p1", part()};
    CHECK(read_outcome_part_reply(write_outcome_part_reply(reply)) == reply);
}

TEST_CASE(
    "An answer about outcomes that our server would not give is somebody else's, and one of bad figures is told "
    "apart") {
    struct Row {
        const char* body;
        const char* code;
    };
    const Row lists[] = {
        {"<html>", "not_our_server"},
        {"{}", "not_our_server"},
        {R"({"version":"v","measures":{},"parts":7})", "not_our_server"},
        {R"({"version":"","measures":{},"parts":[]})", "not_our_server"},
        {R"({"version":"v","measures":{"measures":[]},"parts":[]})", "bad_outcomes"},
    };
    for (const Row& row : lists) {
        CAPTURE(row.body);
        const auto read = read_outcome_list_reply(row.body);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == row.code);
    }
    const Row parts[] = {
        {"[]", "not_our_server"},
        {R"({"version":"p"})", "not_our_server"},
        {R"({"version":"p","part":"ks9-2019-ks2_table","subjects":{}})", "bad_outcomes"},
        {R"({"version":"p","part":"ks2-1066-ks2_table","subjects":{}})", "bad_outcomes"},
        {R"({"version":"p","part":"ks2-2019-ks2_table","subjects":[]})", "bad_outcomes"},
        {R"({"version":"p","part":"ks2-2019-ks2_table","subjects":{"Bramble Hill":{}}})", "bad_outcomes"},
        {R"({"version":"p","part":"ks2-2019-ks2_table","subjects":{"900001":{"m":7}}})", "bad_outcomes"},
    };
    for (const Row& row : parts) {
        CAPTURE(row.body);
        const auto read = read_outcome_part_reply(row.body);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == row.code);
    }
}
