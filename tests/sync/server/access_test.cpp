// Who may do what: every role with every address, and every role with every record. Steps of a rating have a table of their
// own in rating_steps_test.cpp.

#include <array>
#include <functional>
#include <map>

#include <doctest/doctest.h>

#include "core/schools/role.h"
#include "sync/server/api_routes.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

const std::string academy = "900003";

struct Wendshire {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};

    Tablet tablet(const std::string& name, std::string_view role) const {
        return Tablet(server.client(), name, county.new_code(std::string(role)));
    }
    void revoke(const Tablet& tablet, bool wipe) const {
        std::vector<std::string> words = {"revoke", "--device", tablet.device};
        if (wipe) words.push_back("--wipe");
        REQUIRE(county.run(words).exit_code == 0);
    }
    HttpAnswer ask(const ApiRoute& route, const HttpHeaders& headers) const {
        const HttpClient client = server.client();
        if (route.method == "GET") return client.get(route.path, headers);
        const bool push = route.call == ApiCall::push;
        return client.post(route.path, push ? Json{{"protocol", 1}, {"changes", Json::array()}} : Json::object(),
                           headers);
    }
};

// The columns: without a token, with a made-up one, shut out, to be wiped; then the roles in the order of all_roles: adviser,
// senior adviser, early-years adviser, head of service, officer, head of early years.
using Cells = std::array<int, 10>;
const std::map<std::string_view, Cells> addresses = {
    {"/api/enrol", {400, 400, 400, 400, 400, 400, 400, 400, 400, 400}},  // The body is no enrolment.
    {"/api/push", {401, 401, 401, 200, 200, 200, 200, 200, 200, 200}},
    {"/api/pull", {401, 401, 401, 403, 200, 200, 200, 200, 200, 200}},
    {"/api/picture", {401, 401, 401, 400, 400, 400, 400, 400, 400, 400}},  // Of no picture.
    {"/api/picture/send", {401, 401, 401, 400, 400, 400, 400, 400, 400, 400}},
    {"/api/picture/bytes", {401, 401, 401, 403, 400, 400, 400, 400, 400, 400}},
    {"/api/reference", {401, 401, 401, 403, 200, 200, 200, 200, 200, 200}},
    {"/api/outcomes", {401, 401, 401, 403, 200, 200, 200, 200, 200, 200}},
    {"/api/export", {401, 401, 401, 403, 403, 403, 403, 403, 200, 403}},
    {"/api/wiped", {401, 401, 401, 200, 409, 409, 409, 409, 409, 409}},
    {"/api/openapi.json", {200, 200, 200, 200, 200, 200, 200, 200, 200, 200}},
    {"/sign-in", {404, 404, 404, 404, 404, 404, 404, 404, 404, 404}},  // Of a county that has no provider.
    {"/sign-in/back", {404, 404, 404, 404, 404, 404, 404, 404, 404, 404}},
    {"/healthz", {200, 200, 200, 200, 200, 200, 200, 200, 200, 200}},
    {"/readyz", {200, 200, 200, 200, 200, 200, 200, 200, 200, 200}},
    {"/metrics", {401, 401, 401, 403, 403, 403, 403, 403, 200, 403}},
};

// A change that a tablet tries, of a visit that is another's.
struct Attempt {
    const char* what;
    std::function<Json(Tablet&, const std::string& visit)> change;
    std::array<const char*, 6> answers;  // In the order of all_roles.
};

constexpr const char* yes = "accepted";
constexpr const char* no = "not_allowed";

Json with_by(Tablet& tablet, const std::string& entity, Fields fields) {
    fields["by"] = tablet.adviser;
    return tablet.change(entity, new_test_id(), fields);
}

// What is about a school and in no visit.
std::vector<Attempt> attempts_about_a_school() {
    return {
        {"a person's post at a school",
         [](Tablet& t, const std::string&) {
             return t.change("post", new_test_id(),
                             {{"urn", "900001"}, {"role", "head_teacher"}, {"name", "Hal Ford"}});
         },
         {yes, yes, yes, yes, no, yes}},
        {"an area for improvement",
         [](Tablet& t, const std::string&) {
             return t.change("area_for_improvement", new_test_id(),
                             {{"urn", "900001"}, {"inspected", "2026-10-12"}, {"text", "Writing"}});
         },
         {yes, yes, yes, yes, no, yes}},
        {"a risk at the next inspection",
         [](Tablet& t, const std::string&) { return t.change("inspection_risk", "900001", {{"risk", "none"}}); },
         {yes, yes, yes, yes, no, yes}},
        {"a direction of travel",
         [](Tablet& t, const std::string&) { return t.direction(new_test_id()); },
         {yes, yes, yes, yes, no, yes}},
        {"a proposal of a category",
         [](Tablet& t, const std::string&) { return t.step(new_test_id(), "school", "proposed", ""); },
         {yes, yes, yes, yes, no, yes}},
    };
}

std::vector<Attempt> attempts_in_an_open_visit() {
    return {
        {"an own visit",
         [](Tablet& t, const std::string&) { return t.visit(new_test_id(), "900001"); },
         {yes, yes, yes, yes, no, yes}},
        {"the focus of another's visit",
         [](Tablet& t, const std::string& visit) { return t.change("visit", visit, {{"focus", "Writing"}}); },
         {yes, yes, yes, yes, no, yes}},
        {"a judgement in it",
         [](Tablet& t, const std::string& visit) { return t.judgement(visit, "reading", "green"); },
         {yes, yes, yes, yes, no, yes}},
        {"a note in it",
         [](Tablet& t, const std::string& visit) { return t.note(new_test_id(), visit, "A note"); },
         {yes, yes, yes, yes, no, yes}},
        {"an answer in it",
         [](Tablet& t, const std::string& visit) {
             return t.change("visit_answer", visit + ".gaps",
                             {{"visit", visit}, {"question", "gaps"}, {"text", "Boys."}});
         },
         {yes, yes, yes, yes, no, yes}},
        {"an action in it",
         [](Tablet& t, const std::string& visit) {
             return with_by(t, "agreed_action",
                            {{"visit", visit}, {"urn", "900001"}, {"text", "Read"}, {"status", "open"}});
         },
         {yes, yes, yes, yes, no, yes}},
        {"a photograph in it",
         [](Tablet& t, const std::string& visit) {
             return with_by(t, "photo", {{"visit", visit}, {"content", std::string(64, 'a')}});
         },
         {yes, yes, yes, yes, no, yes}},
        {"the agreement of a trust",
         [](Tablet& t, const std::string&) {
             return with_by(t, "trust_agreement",
                            {{"urn", academy},
                             {"given_by", "Tess Weir"},
                             {"date", "2026-11-20"},
                             {"kinds", "lesson_observation"},
                             {"what_for", "Year 9"},
                             {"terms", "traded"}});
         },
         {yes, yes, yes, yes, no, yes}},
        {"a note of the Forum",
         [](Tablet& t, const std::string&) {
             return with_by(
                 t, "forum_note",
                 {{"urn", "900001"}, {"half_term", "2014-15.1"}, {"service", "Families"}, {"text", "More ask."}});
         },
         {yes, yes, yes, yes, no, yes}},
        {"completing another's visit",
         [](Tablet& t, const std::string& visit) { return t.change("visit", visit, {{"status", "completed"}}); },
         {no, yes, no, yes, no, yes}},
    };
}

const std::vector<Attempt>& attempts_on_an_open_visit() {
    static const std::vector<Attempt> all = [] {
        std::vector<Attempt> joined = attempts_in_an_open_visit();
        for (Attempt& one : attempts_about_a_school()) joined.push_back(std::move(one));
        return joined;
    }();
    return all;
}

const std::vector<Attempt>& attempts_on_a_shared_visit() {
    static const std::vector<Attempt> all = {
        {"the head's answer",
         [](Tablet& t, const std::string& visit) {
             return with_by(
                 t, "head_answer",
                 {{"visit", visit}, {"answer", "accurate"}, {"name", "Hal Ford"}, {"read", std::string(64, 'b')}});
         },
         {yes, yes, yes, yes, no, yes}},
        {"locking another's visit",
         [](Tablet& t, const std::string& visit) {
             return t.change("visit", visit, {{"status", "locked"}, {"status_reason", "No answer came"}});
         },
         {no, yes, no, yes, no, yes}},
    };
    return all;
}

const std::vector<Attempt>& attempts_on_a_locked_visit() {
    static const std::vector<Attempt> all = {
        {"a note in it",
         [](Tablet& t, const std::string& visit) { return t.note(new_test_id(), visit, "Late"); },
         {"locked", "locked", "locked", "locked", no, "locked"}},
        {"an amendment",
         [](Tablet& t, const std::string& visit) {
             return with_by(t, "amendment",
                            {{"visit", visit}, {"part", "visit.focus"}, {"text", "Writing."}, {"reason", "A slip"}});
         },
         {no, yes, no, yes, no, yes}},
    };
    return all;
}

// Ada's visit, brought as far as these steps.
std::string visit_of(Tablet& ada, const std::vector<std::string>& steps) {
    const std::string visit = new_test_id();
    REQUIRE(outcome_of(ada.push_one(ada.visit(visit, "900001")), 0) == "accepted");
    for (const std::string& step : steps) {
        const HttpAnswer answer =
            ada.push_one(ada.change("visit", visit, {{"status", step}, {"status_reason", "No answer came"}}));
        REQUIRE(outcome_of(answer, 0) == "accepted");
    }
    return visit;
}

void try_all(Tablet& ada, Tablet& tried, std::size_t role, const std::vector<Attempt>& attempts,
             const std::vector<std::string>& steps) {
    const std::string visit = visit_of(ada, steps);
    for (const Attempt& attempt : attempts) {
        CAPTURE(attempt.what);
        const HttpAnswer answer = tried.push_one(attempt.change(tried, visit));
        const std::string outcome = outcome_of(answer, 0);
        CHECK((outcome == "refused" ? code_of(answer, 0) : outcome) == attempt.answers[role]);
    }
}

}  // namespace

TEST_CASE("every address answers every role, and whoever has none, as the table says") {
    const Wendshire wendshire;
    std::vector<HttpHeaders> askers = {{}, {{"Authorization", "Bearer " + std::string(43, 'A')}}};
    const Tablet lost = wendshire.tablet("Lost", "officer");
    const Tablet leaving = wendshire.tablet("Leaving", "officer");
    askers.push_back(lost.bearer());
    askers.push_back(leaving.bearer());
    for (const StaffRole role : all_roles) askers.push_back(wendshire.tablet("Ada Marsh", to_word(role)).bearer());
    wendshire.revoke(lost, false);
    wendshire.revoke(leaving, true);
    REQUIRE(addresses.size() == api_routes().size());
    for (std::size_t asker = 0; asker < askers.size(); ++asker) {
        CAPTURE(asker);
        const ApiRoute* last = nullptr;
        for (const ApiRoute& route : api_routes()) {
            CAPTURE(route.path);
            REQUIRE(addresses.contains(route.path));
            if (route.call == ApiCall::wiped)
                last = &route;  // It changes what the asker is.
            else
                CHECK(wendshire.ask(route, askers[asker]).status == addresses.at(route.path)[asker]);
        }
        REQUIRE(last != nullptr);
        CHECK(wendshire.ask(*last, askers[asker]).status == addresses.at(last->path)[asker]);
    }
}

TEST_CASE("every role writes every record, of its own and of another's visit, as the table says") {
    const Wendshire wendshire;
    Tablet ada = wendshire.tablet("Ada Marsh", "adviser");
    for (std::size_t role = 0; role < all_roles.size(); ++role) {
        CAPTURE(to_word(all_roles[role]));
        Tablet tried = wendshire.tablet("Tess Weir", to_word(all_roles[role]));
        try_all(ada, tried, role, attempts_on_an_open_visit(), {});
        try_all(ada, tried, role, attempts_on_a_shared_visit(), {"completed", "shared"});
        try_all(ada, tried, role, attempts_on_a_locked_visit(), {"completed", "shared", "locked"});
    }
}

TEST_CASE("every role is handed every record, and only an officer all of them at once") {
    const Wendshire wendshire;
    Tablet ada = wendshire.tablet("Ada Marsh", "adviser");
    for (const Attempt& attempt : attempts_on_an_open_visit())
        CHECK(outcome_of(ada.push_one(attempt.change(ada, visit_of(ada, {}))), 0) == "accepted");
    const std::vector<std::string> all = ids_of(ada.pull(0));
    REQUIRE(all.size() == attempts_on_an_open_visit().size() * 2);
    for (const StaffRole role : all_roles) {
        CAPTURE(to_word(role));
        const Tablet reader = wendshire.tablet("Tess Weir", to_word(role));
        CHECK(ids_of(reader.pull(0)) == all);
        const HttpAnswer exported = reader.get("/api/export");
        CHECK((exported.status == 200) == may_export(role));
        CHECK(exported.body.contains("Reading in Year 2") == may_export(role));
    }
}

}  // namespace kitbag::test
