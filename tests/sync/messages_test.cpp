#include "sync/protocol/messages.h"

#include <doctest/doctest.h>

#include "sync/protocol/limits.h"
#include "tests/sync/tablets.h"

namespace kitbag {
namespace {

Change sample_change(const char* last_digits = "ab") {
    Change change{.id = std::string("0192f3c4-a1b2-7c3d-8e4f-0123456789") + last_digits,
                  .device = "00000000000000aa",
                  .author = "0192f3c4-a1b2-7c3d-8e4f-0123456789ac",
                  .stamp = "001234567890000000000000000000aa",
                  .entity = "visit",
                  .entity_id = "0192f3c4-a1b2-7c3d-8e4f-0123456789ad",
                  .fields = {}};
    change.fields["focus"] = {"Zoë’s “maths”\n", {}};
    return change;
}

// As write_reference_reply() puts it on the wire.
constexpr const char* inspection_rule =
    R"({"areas":["Achievement"],"format":"kitbag-inspection-rule/1","grades":["Needs attention"],"whose":"Wendshire"})";

template <typename Value>
std::string code_of(const Result<Value>& result) {
    return result ? "" : result.error().code;
}

TEST_CASE("Every message comes back as it was written") {
    const EnrolRequest enrol{"Ada Marsh", "KTB-7Q4M-X2PD", "Chromium on Linux"};
    CHECK(read_enrol_request(write_enrol_request(enrol)) == enrol);
    EnrolRequest again = enrol;
    again.before = EarlierSelf{ada_id, {"00000000000000aa", "00000000000000ab"}};
    CHECK(read_enrol_request(write_enrol_request(again)) == again);

    const EnrolReply reply{{"00000000000000aa",
                            std::string(43, 't'),
                            {"0192f3c4-a1b2-7c3d-8e4f-0123456789ac", "Ada Marsh", "adviser"},
                            "Wendshire"},
                           "2026-11-23T14:02:05.123Z"};
    CHECK(read_enrol_reply(write_enrol_reply(reply)) == reply);

    const std::vector<CarriedChange> changes = {{sample_change(), ""}, {sample_change("ac"), std::string(32, 'f')}};
    const auto received = read_push_request(write_push_request(changes));
    REQUIRE(received);
    REQUIRE(received->size() == 2);
    CHECK((*received)[0].proof == "");
    CHECK((*received)[1].id == changes[1].change.id);
    CHECK((*received)[1].change == changes[1].change);
    CHECK((*received)[1].proof == changes[1].proof);

    const PushReply answers{
        .outcomes = {{.change = "a",
                      .answer = Answer::accepted,
                      .receipt = {"R-000001-9f3c", "2026-11-23T14:02:05.123Z", std::string(32, '0')},
                      .reason = {}},
                     {.change = "b",
                      .answer = Answer::already_had,
                      .receipt = {"R-000002-0000", "2026-11-23T14:02:05.123Z"},
                      .reason = {}},
                     {.change = "c", .answer = Answer::refused, .receipt = {}, .reason = {"bad_field", "Shorten it."}}},
        .chain = std::string(32, 'c')};
    CHECK(read_push_reply(write_push_reply(answers)) == answers);

    const ChangePage page{
        changes, 123, true, std::string(32, 'e'), {{"0192f3c4-a1b2-7c3d-8e4f-0123456789ac", "Ada Marsh"}}};
    const auto read_page = read_pull_reply(write_pull_reply(page));
    REQUIRE(read_page);
    CHECK(read_page->changes == changes);
    CHECK(read_page->cursor == 123);
    CHECK(read_page->more);
    CHECK(read_page->chain == page.chain);
    CHECK(read_page->people == page.people);

    School school;
    school.urn = "900001";
    school.name = "Ashmere Primary School";
    school.opened = Date{2011, 9, 1};
    const ReferenceReply reference{"abc", false, {school}, {{"school", "2014", R"({"id":"school","version":"2014"})"}}};
    CHECK(read_reference_reply(write_reference_reply(reference)) == reference);
    const std::string calendar =
        R"({"format":"kitbag-half-terms/1","half_terms":[{"from":"2026-09-02","id":"2026-27.1","title":"Autumn 1, 2026",)"
        R"("to":"2026-10-23"}],"source":"Invented","title":"Wendshire's"})";
    const ReferenceReply with_calendar{"abd", false, {school}, {}, calendar};
    CHECK(read_reference_reply(write_reference_reply(with_calendar)) == with_calendar);
    const ReferenceReply with_templates{"abe", false, {},
                                        {},    "",    {{"2", smallest_templates("2")}, {"1", smallest_templates("1")}}};
    CHECK(read_reference_reply(write_reference_reply(with_templates)) == with_templates);
    const ReferenceReply unchanged{"abc", true, {}, {}};
    CHECK(read_reference_reply(write_reference_reply(unchanged)) == unchanged);
    ReferenceReply with_outcomes = unchanged;
    with_outcomes.outcomes = "0123456789abcdef";
    CHECK(read_reference_reply(write_reference_reply(with_outcomes)) == with_outcomes);

    const Fault reason{"too_large", "Send less."};
    CHECK(read_error_reply(write_error_reply(reason)) == reason);
}

TEST_CASE(
    "What the county decides for its tablets comes with what it tells them, and is left out where it decided nothing") {
    const EnrolReply reply{{"00000000000000aa",
                            std::string(43, 't'),
                            {"0192f3c4-a1b2-7c3d-8e4f-0123456789ac", "Ada Marsh", "adviser"},
                            "Wendshire"},
                           "2026-11-23T14:02:05.123Z"};
    CHECK_FALSE(write_enrol_reply(reply).contains("recovery_key"));
    EnrolReply with_key = reply;
    with_key.recovery_key = "2fe57da347cd62431528daac5fbb290730fff684afc4cfc2ed90995f58cb3b74";
    CHECK(read_enrol_reply(write_enrol_reply(with_key)) == with_key);
    with_key.recovery_key = std::string(64, '0');  // Everybody could open what is sealed to this.
    CHECK(read_enrol_reply(write_enrol_reply(with_key)) == reply);
    ReferenceReply sealed{"abf", false, {}, {}};
    sealed.settings.recovery_key = "2fe57da347cd62431528daac5fbb290730fff684afc4cfc2ed90995f58cb3b74";
    CHECK(read_reference_reply(write_reference_reply(sealed)) == sealed);
    CHECK_FALSE(write_reference_reply(sealed).contains("settings"));
    sealed.settings.lock_after_minutes = 20;
    sealed.settings.lock_hidden_after_minutes = 2;
    CHECK(read_reference_reply(write_reference_reply(sealed)) == sealed);
    sealed.settings.lock_after_minutes = 9000;  // A newer county's: the longest that this tablet knows.
    sealed.settings.lock_hidden_after_minutes = 0;
    const auto bounded = read_reference_reply(write_reference_reply(sealed));
    REQUIRE(bounded);
    CHECK(bounded->settings.lock_after_minutes == lock_minutes_max);
    CHECK(bounded->settings.lock_hidden_after_minutes == lock_minutes_min);
    sealed.settings = {
        .recovery_key = sealed.settings.recovery_key, .inspection_rule = inspection_rule, .alliances = ""};
    CHECK(read_reference_reply(write_reference_reply(sealed)) == sealed);
    sealed.settings.inspection_rule = R"({"format":"kitbag-inspection-rule/9","newer":true})";
    CHECK(read_reference_reply(write_reference_reply(sealed))->settings.inspection_rule.empty());
    sealed.settings.inspection_rule.clear();
    sealed.settings.alliances =
        R"([{"name":"Wendle Alliance","schools":[{"leads":true,"name":"Ashmere","urn":"900001"}]}])";
    CHECK(read_reference_reply(write_reference_reply(sealed)) == sealed);
    sealed.settings.alliances = R"([{"schools":[]}])";  // That cannot be read says nothing here.
    CHECK(read_reference_reply(write_reference_reply(sealed))->settings.alliances.empty());
    sealed.settings.alliances.clear();
    sealed.settings.recovery_key = std::string(64, '0');
    CHECK(code_of(read_reference_reply(write_reference_reply(sealed))) == "bad_reference");
}

TEST_CASE("A request that cannot be read is refused as a whole") {
    struct Row {
        const char* what;
        std::string body;
        const char* enrol;
        const char* push;
    };
    const std::string many = [] {
        std::string list = "{}";
        for (int i = 0; i < 500; ++i) list += ",{}";
        return R"({"protocol":1,"changes":[)" + list + "]}";
    }();
    const Row rows[] = {
        {"nothing", "", "not_json", "not_json"},
        {"a page", "<html>", "not_json", "not_json"},
        {"not UTF-8", "{\"name\":\"\xff\"}", "not_json", "not_json"},
        {"half", R"({"protocol":1,)", "not_json", "not_json"},
        {"very deep", std::string(40, '[') + std::string(40, ']'), "not_json", "not_json"},
        {"a list", "[]", "bad_request", "bad_request"},
        {"no version", "{}", "bad_request", "bad_request"},
        {"a version of tomorrow", R"({"protocol":2})", "newer_protocol", "newer_protocol"},
        {"nothing else", R"({"protocol":1})", "bad_request", "bad_request"},
        {"a name of spaces", R"({"protocol":1,"name":"  ","code":"A","device_name":"x","changes":{}})", "bad_request",
         "bad_request"},
        {"501 changes", many, "bad_request", "too_large"},
        {"more than a MiB", std::string(push_bytes_max + 1, ' '), "too_large", "too_large"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(code_of(read_enrol_request(row.body)) == row.enrol);
        CHECK(code_of(read_push_request(row.body)) == row.push);
    }
    CHECK(read_push_request(R"({"protocol":1,"changes":[]})")->empty());
}

TEST_CASE("A change that cannot be read is refused alone, under the id it came with") {
    const auto received = read_push_request(R"({"protocol":1,"changes":[{"id":"x"},12,{"id":7}]})");
    REQUIRE(received);
    REQUIRE(received->size() == 3);
    CHECK((*received)[0].id == "x");
    CHECK((*received)[1].id == "");
    for (const ReceivedChange& each : *received) CHECK(code_of(each.change) == "bad_change");
}

TEST_CASE("A name that cannot be read stops no page") {
    const auto page = read_pull_reply(
        R"({"changes":[],"people":[{"id":"x","name":"Eve"},{"id":"0192f3c4-a1b2-7c3d-8e4f-0123456789ac","name":""},7,
            {"id":"0192f3c4-a1b2-7c3d-8e4f-0123456789ad","name":"Zoë"}],"cursor":1,"more":false})");
    REQUIRE(page);
    CHECK(page->people == std::vector<Person>{{"0192f3c4-a1b2-7c3d-8e4f-0123456789ad", "Zoë"}});
    CHECK(read_pull_reply(R"({"changes":[],"cursor":1,"more":false})")->people.empty());
}

TEST_CASE("Names lose the spaces around them") {
    const auto request =
        read_enrol_request(R"({"protocol":1,"name":" Ada Marsh ","code":"\tKTB-7Q4M-X2PD\n","device_name":"x"})");
    REQUIRE(request);
    CHECK(request->name == "Ada Marsh");
    CHECK(request->code == "KTB-7Q4M-X2PD");
}

TEST_CASE("What our server would not say is not taken for its answer") {
    const char* const bodies[] = {
        "",
        "<html><body>Sign in to the café's network</body></html>",
        "[]",
        "{}",
        "12",
        "null",
        R"({"results":{}})",
        R"({"results":[{"id":"a"}]})",
        R"({"results":[{"id":"a","outcome":"accepted"}]})",
        R"({"results":[{"id":"a","outcome":"refused","code":"Oh no","sentence":"x"}]})",
        R"({"changes":[],"cursor":-1,"more":false})",
        R"({"changes":[],"cursor":1})",
        R"({"changes":[],"cursor":"1","more":false})",
        R"({"version":""})",
        R"({"version":"a"})",
        R"({"version":"a","schools":[]})",
        R"({"device":"x","token":"y"})",
        R"({"error":"no"})",
        R"({"error":{"code":"Not Found","sentence":"x"}})",
    };
    for (const char* body : bodies) {
        CAPTURE(body);
        CHECK(code_of(read_enrol_reply(body)) == "not_our_server");
        CHECK(code_of(read_push_reply(body)) == "not_our_server");
        CHECK(code_of(read_pull_reply(body)) == "not_our_server");
        CHECK(code_of(read_reference_reply(body)) == "not_our_server");
        CHECK(code_of(read_error_reply(body)) == "not_our_server");
    }
}

TEST_CASE("A county without a calendar sends none, and one that sends null has none either") {
    const auto none = read_reference_reply(R"({"version":"a","schools":[],"frameworks":[]})");
    REQUIRE(none);
    CHECK(none->half_terms == "");
    CHECK_FALSE(write_reference_reply(*none).contains("half_terms"));
    CHECK(read_reference_reply(R"({"version":"a","schools":[],"frameworks":[],"half_terms":null})") == none);
}

TEST_CASE("A county without kinds of visit sends none, and one that sends null has none either") {
    const auto none = read_reference_reply(R"({"version":"a","schools":[],"frameworks":[]})");
    REQUIRE(none);
    CHECK(none->visit_templates.empty());
    CHECK_FALSE(write_reference_reply(*none).contains("visit_templates"));
    CHECK(read_reference_reply(R"({"version":"a","schools":[],"frameworks":[],"visit_templates":null})") == none);
}

TEST_CASE("Our server's own mistakes are told from another's answer") {
    CHECK(code_of(read_pull_reply(R"({"changes":[{"id":"x"}],"cursor":1,"more":false})")) == "bad_answer");
    CHECK(code_of(read_reference_reply(R"({"version":"a","schools":[{"urn":"x"}],"frameworks":[]})")) ==
          "bad_reference");
    CHECK(code_of(read_reference_reply(R"({"version":"a","schools":[],"frameworks":[{}]})")) == "bad_reference");
    CHECK(code_of(read_reference_reply(R"({"version":"a","schools":[],"frameworks":[],"half_terms":{}})")) ==
          "bad_reference");
    CHECK(code_of(read_reference_reply(R"({"version":"a","schools":[],"frameworks":[],"half_terms":[]})")) ==
          "bad_reference");
    for (const char* const templates : {"{}", "\"2014\"", "[1]", "[{}]"}) {
        CAPTURE(templates);
        const auto reply = read_reference_reply(R"({"version":"a","schools":[],"frameworks":[],"visit_templates":)" +
                                                std::string(templates) + "}");
        CHECK(code_of(reply) == "bad_reference");
        CHECK(reply.error().sentence.contains("kinds of visit"));
    }
}

}  // namespace
}  // namespace kitbag
