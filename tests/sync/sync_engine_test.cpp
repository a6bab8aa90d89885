#include "sync/client/sync_engine.h"

#include <cmath>

#include "core/storage/calendar_store.h"
#include "sync/client/enrolment.h"
#include "sync/client/erasure.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "tests/sync/tablets.h"

namespace kitbag {
namespace {

struct Desk {
    TemporaryFolder folder;
    SetClock clock;
    Tablet ada{folder.file("ada.db"), clock, 'a', ada_id};
    County county{clock, folder.file("county.db")};
    SyncEngine engine{*ada.database, *ada.log, clock, "the token"};

    Instant county_ahead_ms = 0;  // Of the tablet's clock.
    Instant answer_takes_ms = 0;

    // The county's answer to a request, as its server would give it.
    HttpResponse serve(const HttpRequest& request) {
        if (request.path.starts_with("/api/reference")) {
            return {request.number, 200, write_reference_reply({"abc", true, {}, {}})};
        }
        if (request.path.starts_with("/api/push")) {
            const auto received = read_push_request(request.body);
            REQUIRE(received);
            return {request.number, 200, write_push_reply(county.log.accept(*received, ada.writer()).value())};
        }
        const std::int64_t after = std::stoll(request.path.substr(request.path.find("after=") + 6));
        ChangePage page = county.log.changes_after(after, 2).value();
        page.now = clock.now() + county_ahead_ms;
        clock.pass(answer_takes_ms);
        return {request.number, 200, write_pull_reply(page)};
    }

    HttpRequest start() { return std::get<HttpRequest>(engine.handle(StartRequested{}).value()); }

    // Answers every request until the sync ends.
    SyncSummary run() {
        std::optional<SyncAction> action = engine.handle(StartRequested{});
        REQUIRE(action);
        while (const auto* request = std::get_if<HttpRequest>(&*action)) {
            action = engine.handle(serve(*request));
            REQUIRE(action);
        }
        REQUIRE(std::holds_alternative<SyncDone>(*action));
        return std::get<SyncDone>(*action).summary;
    }
};

TEST_CASE("A sync sends all that waits, in batches, and ends with nothing waiting") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    constexpr int edits = 520;
    for (int i = 0; i < edits; ++i) desk.ada.write("visit", first_visit, {{"focus", std::to_string(i)}});
    const SyncSummary summary = desk.run();
    CHECK(summary.sent == edits + 1);
    CHECK(summary.fetched == 0);  // Its own changes, come back, are nothing new.
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 0, .refused = 0, .received = edits + 1});
    CHECK(state_of(*desk.ada.database) == state_of(*desk.county.database));
    CHECK(DeviceStore(*desk.ada.database).last_contact().value() == desk.clock.now());
    CHECK(desk.run() == SyncSummary{});
}

TEST_CASE("The county's calendar comes with its schools, and stays when they are unchanged") {
    Desk desk;
    const HttpRequest request = desk.start();
    const std::string calendar =
        R"({"format":"kitbag-half-terms/1","half_terms":[{"from":"2026-09-02","id":"2026-27.1","title":"Autumn 1, 2026",)"
        R"("to":"2026-10-23"}],"source":"Invented","title":"Wendshire's"})";
    REQUIRE(
        desk.engine.handle(HttpResponse{request.number, 200, write_reference_reply({"abc", false, {}, {}, calendar})}));
    CHECK(CalendarStore(*desk.ada.database).text() == calendar);
    REQUIRE(desk.engine.handle(NetworkFailed{request.number + 1}));
    desk.run();
    CHECK(CalendarStore(*desk.ada.database).half_terms().value().at(0).id == "2026-27.1");
}

TEST_CASE("The county's kinds of visit are kept by version, and the last that it sends are in use") {
    Desk desk;
    const auto send = [&](const std::string& reference, std::vector<StoredTemplates> templates) {
        const HttpRequest request = desk.start();
        const ReferenceReply reply{reference, false, {}, {}, "", std::move(templates)};
        REQUIRE(desk.engine.handle(HttpResponse{request.number, 200, write_reference_reply(reply)}));
        REQUIRE(desk.engine.handle(NetworkFailed{request.number + 1}));
        const std::vector<StoredTemplates> stored = VisitTemplatesStore(*desk.ada.database).all().value();
        std::string versions;
        for (const StoredTemplates& each : stored) versions += each.version + " ";
        return versions;
    };
    const StoredTemplates first{"1", smallest_templates("1")};
    const StoredTemplates second{"2", smallest_templates("2")};
    const StoredTemplates third{"3", smallest_templates("3")};
    CHECK(send("a", {first}) == "1 ");
    CHECK(send("b", {first, second}) == "1 2 ");
    // A county put back from an older copy took the third, and then the second again.
    CHECK(send("c", {first, third, second}) == "1 3 2 ");
    CHECK(send("d", {third}) == "1 2 3 ");
    CHECK(send("e", {}) == "1 2 3 ");
    CHECK(VisitTemplatesStore(*desk.ada.database).all()->at(2) == third);
}

TEST_CASE(
    "A clock more than five minutes from the county's is noted with its way until it is right; a slow network is no "
    "error") {
    constexpr Instant minute = 60'000;
    struct Row {
        Instant county_ahead;
        Instant takes;
        Instant noted;
    };
    constexpr Row rows[] = {
        {0, 0, 0},
        {4 * minute, 0, 0},
        {-4 * minute, 0, 0},
        {6 * minute, 0, -6 * minute},
        {-6 * minute, 0, 6 * minute},
        {-3 * 365 * 24 * 60 * minute, 0, 3 * 365 * 24 * 60 * minute},
        {0, 20 * minute, 0},
        {15 * minute, 20 * minute, 0},  // It may have answered late, or be ahead: nobody can tell.
        {26 * minute, 20 * minute, -6 * minute},
    };
    Desk desk;
    for (const Row& row : rows) {
        CAPTURE(row.county_ahead);
        CAPTURE(row.takes);
        desk.county_ahead_ms = row.county_ahead;
        desk.answer_takes_ms = row.takes;
        desk.run();
        const Instant noted = DeviceStore(*desk.ada.database).clock_ahead().value();
        CHECK(std::llround(static_cast<double>(noted) / minute) == row.noted / minute);  // The county writes seconds.
    }
}

TEST_CASE("A county that was told of an erasure, or knows the tablet no more, need not be told again") {
    CHECK(erased_request("the token").path == "/api/wiped");
    CHECK(erased_request("the token").token == "the token");
    CHECK(knows_of_erasure(200, R"({"wiped":true})"));
    CHECK(knows_of_erasure(401, write_error_reply({"unknown_device", "?"})));
    CHECK(knows_of_erasure(409, write_error_reply({"wipe_not_wanted", "?"})));
    for (const char* const body : {"", "<html>Welcome</html>", "{}", "[]", R"({"wiped":"true"})"}) {
        CAPTURE(body);
        CHECK_FALSE(knows_of_erasure(200, body));
        CHECK_FALSE(knows_of_erasure(401, body));
    }
    CHECK_FALSE(knows_of_erasure(503, write_error_reply({"server_busy", "?"})));
}

TEST_CASE("A batch of long notes keeps below what a push may hold") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    for (int i = 0; i < 9; ++i) {
        desk.ada.write("visit", first_visit, {{"focus", std::to_string(i) + std::string(99'999, '\x01')}});
    }
    std::optional<SyncAction> action = desk.engine.handle(StartRequested{});
    int pushes = 0;
    while (const auto* request = std::get_if<HttpRequest>(&*action)) {
        CHECK(request->body.size() <= push_bytes_max);
        pushes += request->path.starts_with("/api/push");
        action = desk.engine.handle(desk.serve(*request));
    }
    CHECK(pushes >= 5);
    CHECK(desk.ada.log->counts()->waiting == 0);
}

TEST_CASE("What is written while a sync runs goes with it") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    std::optional<SyncAction> action = desk.engine.handle(StartRequested{});
    bool written = false;
    while (const auto* request = std::get_if<HttpRequest>(&*action)) {
        if (request->path.starts_with("/api/pull") && !written) {
            desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
            written = true;
        }
        action = desk.engine.handle(desk.serve(*request));
    }
    CHECK(std::get<SyncDone>(*action).summary.sent == 2);
    CHECK(desk.ada.log->counts()->waiting == 0);
}

TEST_CASE("Only the answer to the request under way counts") {
    Desk desk;
    const HttpRequest request = desk.start();
    CHECK_FALSE(desk.engine.handle(HttpResponse{request.number + 1, 200, "{}"}));
    CHECK_FALSE(desk.engine.handle(NetworkFailed{request.number - 1}));
    CHECK_FALSE(desk.engine.handle(StartRequested{}));
    CHECK_FALSE(desk.engine.handle(TimerRang{}));
    CHECK(desk.engine.running());
    CHECK(desk.engine.handle(desk.serve(request)));
    CHECK_FALSE(desk.engine.handle(desk.serve(request)));
}

TEST_CASE("An answer after the sync ended does nothing") {
    Desk desk;
    const HttpRequest request = desk.start();
    CHECK(desk.engine.handle(NetworkFailed{request.number}));
    CHECK_FALSE(desk.engine.running());
    CHECK_FALSE(desk.engine.handle(desk.serve(request)));
}

TEST_CASE("Waits between attempts grow to a quarter of an hour, and begin again after a success") {
    Desk desk;
    std::string waits;
    for (int i = 0; i < 8; ++i) {
        const HttpRequest request = std::get<HttpRequest>(desk.engine.handle(TimerRang{}).value());
        const auto action = desk.engine.handle(NetworkFailed{request.number});
        waits += std::to_string(std::get<SyncFailed>(*action).retry_after_ms / 1000) + " ";
    }
    CHECK(waits == "30 60 120 240 480 900 900 900 ");
    desk.run();
    const auto action = desk.engine.handle(NetworkFailed{desk.start().number});
    CHECK(std::get<SyncFailed>(*action).retry_after_ms == 30'000);
}

TEST_CASE("A store that fails in the middle of a sync ends it, and what was stored before stays") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    HttpRequest request = desk.start();
    request = std::get<HttpRequest>(desk.engine.handle(desk.serve(request)).value());
    REQUIRE(request.path.starts_with("/api/push"));
    const HttpResponse answer = desk.serve(request);
    REQUIRE(desk.ada.database->run("PRAGMA query_only = ON"));
    const auto action = desk.engine.handle(answer);
    CHECK(std::get<SyncFailed>(*action).reason.code == "storage_lost");
    CHECK(desk.ada.log->counts()->waiting == 1);
    REQUIRE(desk.ada.database->run("PRAGMA query_only = OFF"));
    CHECK(desk.run().sent == 1);
}

TEST_CASE("Enrolling asks once and takes only our server's answer") {
    struct Row {
        const char* what;
        int status;
        std::string body;
        const char* code;
    };
    const std::string good =
        write_enrol_reply({{"00000000000000aa", std::string(43, 't'), {ada_id, "Ada Marsh", "adviser"}, "Wendshire"},
                           "2026-11-23T14:02:05.123Z"});
    const Row rows[] = {
        {"enrolled", 200, good, ""},
        {"a used code", 403, write_error_reply({"used_code", "That code was used."}), "used_code"},
        {"too often", 429, write_error_reply({"too_many_attempts", "Wait a minute."}), "too_many_attempts"},
        {"a portal", 200, "<html>Sign in</html>", "not_our_server"},
        {"a portal that redirects", 302, "", "not_our_server"},
        {"a proxy", 403, "<html>Forbidden</html>", "not_our_server"},
        {"a broken server", 502, "<html>Bad gateway</html>", "server_trouble"},
        {"half an answer", 200, good.substr(0, 60), "not_our_server"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Result<EnrolReply> reply = read_enrol_response(row.status, row.body);
        CHECK((reply ? std::string() : reply.error().code) == row.code);
    }
    const auto request = enrol_request({"Ada Marsh", "KTB-7Q4M-X2PD", "Chromium on Linux"});
    REQUIRE(request);
    CHECK(request->path == "/api/enrol");
    CHECK(request->token.empty());
    CHECK(enrol_request({"", "KTB-7Q4M-X2PD", "x"}).error().code == "bad_request");
    CHECK(enrol_request({"Ada", std::string(41, 'x'), "x"}).error().code == "bad_request");
}

}  // namespace
TEST_CASE(
    "A sync that is asked to stop keeps what is under way, asks for no more, and the next one goes on from there") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    constexpr int edits = 520;
    for (int i = 0; i < edits; ++i) desk.ada.write("visit", first_visit, {{"focus", std::to_string(i)}});
    CHECK_FALSE(desk.engine.handle(StopRequested{}));  // There is nothing to stop.
    const HttpRequest reference = desk.start();
    const auto push = std::get<HttpRequest>(desk.engine.handle(desk.serve(reference)).value());
    CHECK(desk.engine.progress() ==
          SyncProgress{.part = SyncProgress::Part::sending, .done = 0, .total = edits + 1, .is_long = true});
    CHECK_FALSE(desk.engine.handle(StopRequested{}));
    CHECK(desk.engine.progress().stopping);
    const auto end = std::get<SyncFailed>(desk.engine.handle(desk.serve(push)).value());
    CHECK(end.reason.code == "stopped");
    CHECK(end.retry_after_ms == 0);
    CHECK_FALSE(desk.engine.running());
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 21, .refused = 0, .received = 500});
    CHECK(desk.run().sent == 21);
}

TEST_CASE("A pull of several pages tells how much has come, and whether that takes long") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    for (int i = 0; i < 3; ++i) desk.ada.write("visit", first_visit, {{"focus", std::to_string(i)}});
    SyncAction action = desk.engine.handle(StartRequested{}).value();
    std::string told;
    while (const auto* request = std::get_if<HttpRequest>(&action)) {
        const SyncProgress now = desk.engine.progress();
        if (now.part == SyncProgress::Part::receiving)
            told += std::to_string(now.done) + (now.is_long ? " long, " : " short, ");
        action = desk.engine.handle(desk.serve(*request)).value();
    }
    CHECK(told == "0 short, 2 long, ");
}

TEST_CASE(
    "A tablet that is to be erased and has nothing to send stays as it is where the county refuses its question") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.run();
    const HttpRequest reference = desk.start();
    const std::string wipe_wanted = write_error_reply({"wipe_wanted", "The county wants this tablet wiped."});
    const auto push =
        std::get<HttpRequest>(desk.engine.handle(HttpResponse{reference.number, 403, wipe_wanted}).value());
    CHECK(push.path.starts_with("/api/push?"));
    CHECK(read_push_request(push.body)->empty());
    const std::string refused = write_error_reply({"bad_request", "The server cannot read this."});
    const SyncAction end = desk.engine.handle(HttpResponse{push.number, 400, refused}).value();
    REQUIRE(std::holds_alternative<SyncFailed>(end));
    CHECK(std::get<SyncFailed>(end).reason.code == "bad_request");
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 0, .refused = 0, .received = 1});
}

}  // namespace kitbag
