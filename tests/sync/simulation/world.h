#pragma once
// Plays a plan: a county and its tablets in one process and one thread, with a network that does its worst and a time of its own. The
// same plan goes the same way each time.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/seams.h"
#include "tests/sync/simulation/plan.h"
#include "tests/sync/simulation/sim_county.h"
#include "tests/sync/simulation/sim_tablet.h"

namespace kitbag::simulation {

class World {
  public:
    explicit World(const Plan& plan);

    // Plays it, then lets everyone sync over a good network, and once more after all records come to everyone. What is wrong then, a
    // sentence each (invariants.h); none when all is well.
    std::vector<std::string> play();

    int messages() const { return messages_; }

  private:
    using Event = std::function<void()>;

    void enrol_all();
    Enrolment enrolment_for(int tablet, std::optional<EarlierSelf> before);
    void enrol_again(int tablet);
    HttpResponse ask(int older, const HttpRequest& request);
    std::vector<std::string> faults_now();
    void shut_out(SimTablet& tablet, bool erase);
    void erase(SimTablet& tablet);
    std::optional<std::string> sync_now(SimTablet& tablet, bool& quiet);
    void schedule(Instant in_ms, Event event);
    void run_until(Instant end);
    void perform(const Step& step);
    void happen(SimTablet& tablet, const SyncEvent& event);
    void send(SimTablet& tablet, const HttpRequest& request);
    void arrive(SimTablet& tablet, int run, int older, const HttpRequest& request, bool first);
    void deliver(SimTablet& tablet, int run, Instant in_ms, const SyncEvent& event);
    std::optional<std::string> settle();
    bool chance(int in_a_thousand) { return random_.below(1'000) < static_cast<std::uint64_t>(in_a_thousand); }
    Instant some_delay() {
        return static_cast<Instant>(random_.below(static_cast<std::uint64_t>(plan_.network.slowest_ms)) + 1);
    }

    Plan plan_;
    TemporaryFolder folder_{place_in_memory()};
    SetClock clock_;
    SeededRandom random_;
    SimCounty county_;
    std::vector<std::unique_ptr<SimTablet>> tablets_;
    std::multimap<Instant, Event> events_;
    Instant away_until_ = 0;
    bool restored_ = false;
    std::vector<std::string> lost_;  // What a tablet alone had when it was erased, a sentence each.
    int messages_ = 0;
};

}  // namespace kitbag::simulation
