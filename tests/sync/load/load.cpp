#include "tests/sync/load/load.h"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <cstdio>
#include <memory>
#include <set>
#include <thread>

#include "sync/server/enrolment.h"
#include "sync/server/system_seams.h"

namespace kitbag::test {
namespace {

using Moment = std::chrono::steady_clock;

constexpr double patience_ms = 120'000;  // For one request to be answered, by whichever server.

double ms_since(Moment::time_point begun) {
    return std::chrono::duration<double, std::milli>(Moment::now() - begun).count();
}

class LoadedTablet {
  public:
    LoadedTablet(Tablet tablet, const std::vector<std::uint16_t>& ports, std::size_t number)
        : tablet_(std::move(tablet)), ports_(ports), at_(number % ports.size()) {}

    void sync(const LoadPlan& plan, const std::function<void()>& pushed) {
        const Json changes = write(plan.changes);
        const Moment::time_point begun = Moment::now();
        send(changes);
        pushed();
        read_on();
        syncs_ms.push_back(ms_since(begun));
    }

    void read_on() {
        for (bool more = true; more;) {
            const Json page = persist([&] { return tablet_.pull(cursor_); }).json();
            more = page.value("more", false);
            cursor_ = page.value("cursor", cursor_);
            for (const Json& change : page.value("changes", Json::array())) seen.push_back(text_or(change, "id"));
        }
    }

    std::vector<double> syncs_ms;
    std::vector<std::string> written;
    std::vector<std::string> seen;
    std::vector<std::string> faults;
    std::size_t turned = 0;

  private:
    Json write(int count) {
        Json changes = Json::array();
        if (visit_.empty()) {
            visit_ = new_test_id();
            changes.push_back(tablet_.visit(visit_, "900001"));
        }
        while (changes.size() < static_cast<std::size_t>(count))
            changes.push_back(tablet_.note(new_test_id(), visit_, "Pupils read with growing confidence in Year 2."));
        for (const Json& change : changes) written.push_back(text_or(change, "id"));
        return changes;
    }

    void send(const Json& changes) {
        const HttpAnswer answer = persist([&] { return tablet_.push(changes); });
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const std::string outcome = outcome_of(answer, i);
            if (outcome != "accepted" && outcome != "already_had")
                faults.push_back("A change was answered with “" + outcome + "” (" + std::to_string(answer.status) +
                                 ").");
        }
    }

    template <typename Ask>
    HttpAnswer persist(Ask ask) {
        HttpAnswer answer = ask();
        const Moment::time_point begun = Moment::now();
        while (answer.status != 200 && ms_since(begun) < patience_ms) {
            const bool gone = answer.status == 0;
            if (!gone && answer.status != 503) break;
            if (gone) {
                at_ = (at_ + 1) % ports_.size();
                tablet_.move_to(HttpClient(ports_[at_]));
                turned += ports_.size() > 1;
            }
            answer = ask();
        }
        if (answer.status != 200) faults.push_back("A request was answered " + std::to_string(answer.status) + ".");
        return answer;
    }

    Tablet tablet_;
    const std::vector<std::uint16_t>& ports_;
    std::size_t at_;
    std::string visit_;
    std::int64_t cursor_ = 0;
};

using LoadedTablets = std::vector<std::unique_ptr<LoadedTablet>>;

LoadedTablets enrol_all(const LoadPlan& plan, const County& county, const std::vector<std::uint16_t>& ports) {
    const auto database = county.open();
    const SystemClock clock;
    SystemRandom random;
    LoadedTablets tablets;
    for (int i = 0; i < plan.tablets; ++i) {
        const auto number = static_cast<std::size_t>(i);
        const auto code = make_enrolment_code(*database, clock, random, StaffRole::adviser, 1);
        Tablet tablet(HttpClient(ports[number % ports.size()]), "Adviser " + std::to_string(i), code.value_or(""));
        tablets.push_back(std::make_unique<LoadedTablet>(std::move(tablet), ports, number));
    }
    return tablets;
}

// `work` for each tablet, on a thread of its own, all let go at the same moment.
void all_at_once(const LoadedTablets& tablets, const std::function<void(LoadedTablet&)>& work) {
    std::barrier gate(static_cast<std::ptrdiff_t>(tablets.size()));
    std::vector<std::thread> threads;
    for (const auto& each : tablets) {
        threads.emplace_back([&gate, &work, tablet = each.get()] {
            gate.arrive_and_wait();
            work(*tablet);
        });
    }
    for (std::thread& each : threads) each.join();
}

void look(const LoadedTablets& tablets, LoadReport& report) {
    const std::vector<std::string>& order = tablets.front()->seen;
    std::set<std::string> written;
    for (const auto& each : tablets) written.insert(each->written.begin(), each->written.end());
    report.accepted = order.size();
    if (std::set(order.begin(), order.end()).size() != order.size())
        report.faults.emplace_back("A tablet was given a change twice.");
    if (std::set(order.begin(), order.end()) != written)
        report.faults.push_back("The county has " + std::to_string(order.size()) + " changes, and " +
                                std::to_string(written.size()) + " were written.");
    for (const auto& each : tablets) {
        report.handed_out += each->seen.size();
        report.turned += each->turned;
        if (each->seen != order) report.faults.emplace_back("Two tablets were given other changes, or another order.");
        report.faults.insert(report.faults.end(), each->faults.begin(), each->faults.end());
        report.syncs_ms.insert(report.syncs_ms.end(), each->syncs_ms.begin(), each->syncs_ms.end());
    }
    std::ranges::sort(report.syncs_ms);
}

}  // namespace

double LoadReport::sync_ms(double share) const {
    if (syncs_ms.empty()) return 0;
    const auto last = static_cast<double>(syncs_ms.size() - 1);
    return syncs_ms[static_cast<std::size_t>(share * last)];
}

LoadReport play_load(const LoadPlan& plan, const County& county, const std::vector<std::uint16_t>& ports,
                     const std::function<void(int)>& after_push) {
    const LoadedTablets tablets = enrol_all(plan, county, ports);
    LoadReport report;
    std::atomic<int> pushes = 0;
    const Moment::time_point begun = Moment::now();
    all_at_once(tablets, [&](LoadedTablet& tablet) {
        for (int round = 0; round < plan.rounds; ++round) {
            tablet.sync(plan, [&] {
                const int so_far = ++pushes;
                if (after_push) after_push(so_far);
            });
        }
    });
    report.seconds = ms_since(begun) / 1'000;
    all_at_once(tablets, [](LoadedTablet& tablet) { tablet.read_on(); });
    look(tablets, report);
    return report;
}

std::string to_line(const LoadPlan& plan, const LoadReport& report) {
    char line[240];
    std::snprintf(line, sizeof line,
                  "%d tablets, %d syncs each in %.1f s: a sync p50 %.0f ms, p95 %.0f ms, most %.0f ms; %.0f changes "
                  "taken a second; %zu changes handed out; turned to another server %zu times",
                  plan.tablets, plan.rounds, report.seconds, report.sync_ms(0.5), report.sync_ms(0.95),
                  report.sync_ms(1), static_cast<double>(report.accepted) / report.seconds, report.handed_out,
                  report.turned);
    return line;
}

}  // namespace kitbag::test
