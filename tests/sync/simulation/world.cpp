#include "tests/sync/simulation/world.h"

#include <algorithm>
#include <array>

#include "core/base/check.h"
#include "core/storage/erasure_order.h"
#include "sync/client/erasure.h"
#include "sync/protocol/messages.h"
#include "tests/sync/simulation/invariants.h"
#include "tests/sync/simulation/older_program.h"

namespace kitbag::simulation {
namespace {

constexpr Instant minute_ms = 60'000;
constexpr Instant hour_ms = 60 * minute_ms;
constexpr Instant year_ms = 365 * 24 * hour_ms;
constexpr Instant patience_ms = 30'000;  // Then a tablet takes a request as failed.
constexpr Instant day_ms = 11 * hour_ms;
constexpr int rounds_max = 8;

constexpr std::array<Instant, 8> clocks = {0, 2 * minute_ms, -3 * minute_ms, 20 * hour_ms, -5 * year_ms, -hour_ms,
                                           0, 3 * year_ms};

// The first two tablets are one person's.
std::string person_of(int tablet) {
    return tablet < 2 ? "Ada Marsh" : std::string("Adviser ") + static_cast<char>('a' + tablet);
}

}  // namespace

World::World(const Plan& plan)
    : plan_(plan), random_(plan.seed ^ 0x9e3779b9u), county_(folder_.file("county"), clock_) {}

void World::enrol_all() {
    for (int i = 0; i < plan_.tablets; ++i) {
        const auto letter = static_cast<char>('a' + i);
        tablets_.push_back(std::make_unique<SimTablet>(folder_.file(std::string(1, letter) + ".db"), letter,
                                                       plan_.older[static_cast<std::size_t>(i)]));
        tablets_.back()->enrol(enrolment_for(i, std::nullopt), clock_.now());
    }
}

// Its code is typed in the name of its adviser, and the county answers at once.
Enrolment World::enrolment_for(int tablet, std::optional<EarlierSelf> before) {
    const EnrolRequest asked{person_of(tablet), county_.new_code(), "simulated", std::move(before)};
    const HttpRequest request{
        .number = 1, .method = "POST", .path = "/api/enrol", .body = write_enrol_request(asked), .token = ""};
    const auto reply = read_enrol_reply(county_.answer(request).body);
    CHECK(reply.has_value());
    return reply->enrolment;
}

void World::enrol_again(int tablet) {
    SimTablet& again = *tablets_[static_cast<std::size_t>(tablet)];
    if (!again.welcome && !again.erased) again.enrol_again(enrolment_for(tablet, again.earlier_self()));
}

void World::shut_out(SimTablet& tablet, bool erase) {
    tablet.welcome = false;
    tablet.leaving = erase;
    if (erase)
        county_.want_erased(tablet.device());
    else
        county_.shut_out(tablet.device());
}

// As the app does it: what was written since goes first.
void World::erase(SimTablet& tablet) {
    const auto order = ErasureOrders(tablet.database()).order();
    if (!order) {
        CHECK(order.error().code == "not_all_sent");
        return happen(tablet, StartRequested{});
    }
    std::ranges::move(only_on(tablet, county_.database()), std::back_inserter(lost_));
    tablet.erase();
}

void World::schedule(Instant in_ms, Event event) {
    events_.emplace(clock_.now() + in_ms, std::move(event));
}

void World::run_until(Instant end) {
    while (!events_.empty() && events_.begin()->first <= end) {
        const auto next = events_.extract(events_.begin());
        clock_.set(std::max(clock_.now(), next.key()));
        for (auto& tablet : tablets_) tablet->tell_time(clock_.now());
        next.mapped()();
    }
    events_.clear();
}

void World::happen(SimTablet& tablet, const SyncEvent& event) {
    const std::optional<SyncAction> action = tablet.handle(event);
    if (!action) return;
    if (const auto* request = std::get_if<HttpRequest>(&*action)) return send(tablet, *request);
    if (std::holds_alternative<EraseOrdered>(*action)) return erase(tablet);
    const auto* failed = std::get_if<SyncFailed>(&*action);
    if (failed && failed->retry_after_ms > 0) deliver(tablet, tablet.run, failed->retry_after_ms, TimerRang{});
}

// What comes for a program that has ended since is heard by nobody.
void World::deliver(SimTablet& tablet, int run, Instant in_ms, const SyncEvent& event) {
    schedule(in_ms, [this, &tablet, run, event] {
        if (tablet.run == run) happen(tablet, event);
    });
}

void World::send(SimTablet& tablet, const HttpRequest& request) {
    ++messages_;
    const int run = tablet.run;
    const int older = tablet.older;
    deliver(tablet, run, patience_ms, NetworkFailed{request.number});
    if (chance(plan_.network.lost)) return;
    if (chance(plan_.network.foreign))
        return deliver(tablet, run, some_delay(),
                       HttpResponse{request.number, 200, "<html>Sign in to this network</html>"});
    schedule(some_delay(), [this, &tablet, run, older, request] { arrive(tablet, run, older, request, true); });
    if (chance(plan_.network.repeated))
        schedule(some_delay() * 5,
                 [this, &tablet, run, older, request] { arrive(tablet, run, older, request, false); });
}

// As the tablet's program would have asked, and would have read the answer.
HttpResponse World::ask(int older, const HttpRequest& request) {
    if (older == 0) return county_.answer(request);
    if (!asks_older(request, older)) return nothing_there(request);
    return read_by_older(county_.answer(asked_by_older(request, older)), older);
}

void World::arrive(SimTablet& tablet, int run, int older, const HttpRequest& request, bool first) {
    if (clock_.now() < away_until_) return;
    HttpResponse answer = ask(older, request);
    if (chance(plan_.network.crashing)) return county_.crash();
    if (!first || chance(plan_.network.lost)) return;
    if (chance(plan_.network.cut)) answer.body.resize(random_.below(answer.body.size() + 1));
    deliver(tablet, run, some_delay(), answer);
}

void World::perform(const Step& step) {
    SimTablet& tablet = *tablets_[static_cast<std::size_t>(step.tablet)];
    const bool of_the_county = step.act >= Act::county_crash && step.act <= Act::scope_decided;
    if (tablet.erased && !of_the_county) return;
    switch (step.act) {
        case Act::write:
            return tablet.write(step.chance);
        case Act::sync:
            if (step.chance % 2 == 0) happen(tablet, PicturesWanted{tablet.pictures_of_record()});
            return happen(tablet, StartRequested{});
        case Act::crash:
            return tablet.crash();
        case Act::set_clock:
            tablet.ahead_ms = clocks[step.chance % clocks.size()];
            if (keeps_wrong_stamps(tablet.older)) tablet.ahead_ms = std::min(tablet.ahead_ms, day_ms);
            return tablet.tell_time(clock_.now());
        case Act::county_crash:
            return county_.crash();
        case Act::county_away:
            away_until_ = clock_.now() + static_cast<Instant>(step.chance % (30 * minute_ms));
            return;
        case Act::county_backup:
            return county_.keep_copy();
        case Act::county_restored:
            restored_ = county_.put_copy_back() || restored_;
            for (auto& each : tablets_) {
                each->welcome = each->welcome && county_.knows(each->device());
                each->leaving = each->leaving && county_.wants_erased(each->device());
            }
            return;
        case Act::scope_decided:
            return county_.decide_scope(step.chance);
        case Act::shut_out:
            return county_.knows(tablet.device()) ? shut_out(tablet, false) : void();
        case Act::write_newer:
            return tablet.older == 0 ? tablet.write_newer(step.chance) : tablet.write(step.chance);
        case Act::to_be_erased:
            return county_.knows(tablet.device()) ? shut_out(tablet, true) : void();
        case Act::enrolled_again:
            return enrol_again(step.tablet);
        case Act::write_post:
            return knows_posts(tablet.older) ? tablet.write_post(step.chance) : tablet.write(step.chance);
        case Act::updated:
            return tablet.older == 0 ? void() : tablet.update();
    }
}

// What keeps it from syncing over a network that works, or nothing. `quiet` turns false where there was something new.
std::optional<std::string> World::sync_now(SimTablet& tablet, bool& quiet) {
    if (tablet.syncing()) tablet.crash();
    std::optional<SyncAction> action = tablet.handle(StartRequested{});
    tablet.handle(PicturesWanted{tablet.pictures_of_record()});
    while (const auto* request = std::get_if<HttpRequest>(&*action))
        action = tablet.handle(ask(tablet.older, *request));
    if (const auto* failed = std::get_if<SyncFailed>(&*action))
        return std::string("Tablet ") + tablet.letter + " cannot sync: " + failed->reason.code + ", " +
               failed->reason.sentence;
    if (std::holds_alternative<EraseOrdered>(*action)) {
        erase(tablet);
        quiet = false;
        return {};
    }
    const SyncSummary& summary = std::get<SyncDone>(*action).summary;
    quiet = quiet && summary.sent == 0 && summary.fetched == 0 && summary.pictures_sent == 0 &&
            summary.pictures_fetched == 0;
    return {};
}

// Everyone syncs over a network that works until nobody has anything new, those with an older program once with that; and those that are to
// be erased are, and say so. What keeps one of them from it, or nothing.
std::optional<std::string> World::settle() {
    bool quiet = false;
    for (int round = 0; round < rounds_max && !quiet; ++round) {
        quiet = true;
        for (auto& tablet : tablets_) {
            clock_.pass(minute_ms);
            tablet->ahead_ms = 0;
            tablet->tell_time(clock_.now());
            if (tablet->erased || (!tablet->welcome && !tablet->leaving)) continue;
            // An older program may not be able to give all that it has, and then keeps it until it is updated.
            if (tablet->older != 0 && tablet->leaving) tablet->update();
            if (auto trouble = sync_now(*tablet, quiet)) return trouble;
            if (tablet->erased || tablet->older == 0) continue;
            tablet->update();
            quiet = false;
        }
    }
    if (!quiet) return "After eight rounds there is still something new.";
    for (auto& tablet : tablets_) {
        if (tablet->leaving) return std::string("Tablet ") + tablet->letter + " is not erased as the county wants.";
        if (!tablet->erased) continue;
        const HttpResponse heard = county_.answer(erased_request(tablet->token()));
        if (!knows_of_erasure(heard.status, heard.body))
            return std::string("The county does not hear that tablet ") + tablet->letter + " is erased.";
    }
    return {};
}

std::vector<std::string> World::play() {
    enrol_all();
    for (const Step& step : plan_.steps) schedule(step.at, [this, step] { perform(step); });
    run_until(clock_.now() + day_ms);
    // Half of those that are shut out then get a new code before everyone settles.
    for (int i = 0; i < plan_.tablets; ++i) {
        if (random_.below(2) == 0) enrol_again(i);
    }
    std::vector<std::string> faults = faults_now();
    // And once more where everything comes to everyone.
    if (faults.empty()) {
        county_.decide_scope(0);
        faults = faults_now();
    }
    std::ranges::move(lost_, std::back_inserter(faults));
    return faults;
}

std::vector<std::string> World::faults_now() {
    if (std::optional<std::string> trouble = settle()) return {*trouble};
    std::vector<SimTablet*> tablets;
    for (auto& tablet : tablets_) tablets.push_back(tablet.get());
    return broken_invariants(county_.database(), tablets, restored_);
}

}  // namespace kitbag::simulation
