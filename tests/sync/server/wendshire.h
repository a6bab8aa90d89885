#pragma once
// Wendshire, authority 999: a county that does not exist, with schools and people that do not. And a tablet of its, which
// says what a test tells it to say.

#include <map>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "sync/stamp.h"
#include "tests/sync/server/http_client.h"

namespace kitbag::test {

// Three open schools, 900001 to 900003, a closed one, and one of another authority.
std::string wendshire_register();
std::string wendshire_framework();
std::string wendshire_early_framework();  // Of the Early Years Foundation Stage.
std::string wendshire_visit_templates();  // Five kinds of visit.
std::string wendshire_half_terms();       // Two long past, and one a long time ahead.

inline constexpr int wendshire_schools = 3;

using Fields = std::map<std::string, std::string>;

class Tablet {
  public:
    // Enrols; `enrolment` tells how it went.
    Tablet(HttpClient client, const std::string& name, const std::string& code);

    HttpAnswer enrolment;  // The county's answer.
    std::string device;
    std::string token;
    std::string adviser;

    // A new change with the next stamp, as JSON that a test may spoil.
    Json change(const std::string& entity, const std::string& entity_id, const Fields& fields);
    Json visit(const std::string& id, const std::string& urn);
    Json judgement(const std::string& visit, const std::string& aspect, const std::string& choice);
    Json note(const std::string& id, const std::string& visit, const std::string& text);

    // A step of the rating of school 900001, whole unless `but` says otherwise: a field that is "" there is left out.
    Json step(const std::string& id, const std::string& subject, const std::string& step, const std::string& about,
              const Fields& but = {});
    // What is said of its direction of travel in the half term 2014-15.1.
    Json direction(const std::string& id, const Fields& but = {});

    // On which county's clock the next stamps are; 0 for this machine's.
    void set_clock(Instant now) { fixed_now_ = now; }
    // Talks to the same county after it was started again.
    void move_to(HttpClient client) { client_ = client; }

    HttpAnswer push(const Json& changes) const;
    HttpAnswer push_one(const Json& change) const { return push(Json::array({change})); }
    HttpAnswer push_body(std::string_view body, HttpHeaders more = {}) const;
    HttpAnswer get(const std::string& path) const;
    HttpAnswer pull(std::int64_t after, int limit = 500) const { return get(pull_path(after, limit)); }
    HttpHeaders bearer() const;

  private:
    static std::string pull_path(std::int64_t after, int limit);

    HttpClient client_;
    HybridClock stamps_{"0000000000000000"};
    Instant fixed_now_ = 0;
};

std::string new_test_id();

// The outcome, code or receipt number of one result of a push answer; "" when there is none.
std::string outcome_of(const HttpAnswer& answer, std::size_t index);
std::string code_of(const HttpAnswer& answer, std::size_t index);
std::string receipt_of(const HttpAnswer& answer, std::size_t index);

// What a pull answer says, but for the county's time at that moment.
std::string page_of(std::string_view body);

// The ids of the changes in a pull answer, in order.
std::vector<std::string> ids_of(const HttpAnswer& answer);

}  // namespace kitbag::test
