#include "tests/sync/simulation/sim_county.h"

#include <array>
#include <filesystem>

#include "core/base/check.h"
#include "core/storage/device_store.h"
#include "core/storage/school_store.h"
#include "sync/server/county_database.h"
#include "sync/server/devices.h"
#include "sync/server/scope.h"

namespace kitbag::simulation {

SimCounty::SimCounty(const std::filesystem::path& folder, const Clock& clock)
    : records_(usual_records(folder)), clock_(clock) {
    start();
    CHECK(settle_identity(*database_, {"Wendshire", "999"}).has_value());
    std::vector<School> schools;
    for (const char* urn : {"900001", "900002"}) {
        School school;
        school.urn = urn;
        school.name = "Ashmere Primary School";
        schools.push_back(school);
    }
    CHECK(SchoolStore(*database_).replace_all(schools).has_value());
    CHECK(DeviceStore(*database_).set_reference_version("abc").has_value());
}

void SimCounty::start() {
    database_ = records_->open();
    api_ = std::make_unique<CountyApi>(*database_, clock_, random_, metrics_, ApiSettings{});
}

HttpResponse SimCounty::answer(const HttpRequest& request) {
    WebRequest asked;
    asked.method = request.method;
    const std::size_t query = request.path.find('?');
    asked.path = request.path.substr(0, query);
    if (query != std::string::npos) asked.query = request.path.substr(query + 1);
    asked.authorization = "Bearer " + request.token;
    asked.body = request.body;
    asked.address = "192.0.2.1";
    const ApiAnswer answer = api_->answer(asked);
    return {request.number, answer.reply.status, answer.reply.body};
}

std::string SimCounty::new_code() {
    return make_enrolment_code(*database_, clock_, random_, StaffRole::adviser, 14).value();
}

void SimCounty::stop() {
    api_.reset();
    database_.reset();
}

void SimCounty::crash() {
    stop();
    start();
}

void SimCounty::keep_copy() {
    stop();
    records_->keep_copy();
    start();
}

bool SimCounty::put_copy_back() {
    stop();
    const bool there_was_one = records_->put_copy_back();
    start();
    return there_was_one;
}

void SimCounty::shut_out(const std::string& device) {
    CHECK(revoke_device(*database_, device, false, clock_.now()).has_value());
}

void SimCounty::want_erased(const std::string& device) {
    CHECK(revoke_device(*database_, device, true, clock_.now()).has_value());
}

bool SimCounty::wants_erased(const std::string& device) {
    const Result<bool> found =
        database_->query("SELECT 1 FROM device WHERE id = ? AND wipe_wanted IS NOT NULL AND wiped IS NULL", device)
            .step();
    return found && *found;
}

void SimCounty::decide_scope(std::uint64_t chance) {
    constexpr std::array<Reach, 4> decisions = {Reach::all, Reach::team, Reach::caseload, Reach::caseload};
    CHECK(set_reach(*database_, StaffRole::adviser, decisions[chance % decisions.size()]).has_value());
}

bool SimCounty::knows(const std::string& device) {
    const Result<bool> found = database_->query("SELECT 1 FROM device WHERE id = ?", device).step();
    return found && *found;
}

}  // namespace kitbag::simulation
