#pragma once
// Looks after the store while nobody uses the tablet: the index of notes is brought together, once a day all of it is read for
// damage, a table at a time, and at last the log is emptied. It mends nothing and never takes a store away: what it finds is told.

#include <optional>
#include <string>
#include <vector>

#include "app/platform/platform.h"
#include "app/session/open_store.h"

namespace kitbag {

class Upkeep {
  public:
    static constexpr int quiet_ms = 120'000;  // For so long nobody has done anything.
    static constexpr int between_ms = 500;    // Two steps, so that a press need not wait for more than one.

    // Both must outlive it.
    Upkeep(Platform& platform, OpenStore& store);
    ~Upkeep();
    Upkeep(const Upkeep&) = delete;
    Upkeep& operator=(const Upkeep&) = delete;

    void used();  // Somebody did something just now.
    void on_timer();

    const std::optional<Fault>& damage() const { return damage_; }

  private:
    bool due() const;
    Result<bool> step();
    Result<void> check_next();

    Platform& platform_;
    OpenStore& store_;
    Instant used_at_;
    bool waiting_ = false;                            // The timer runs.
    bool emptied_ = false;                            // The log, since somebody did something.
    std::optional<std::vector<std::string>> tables_;  // Still to be looked at; nothing before the first step.
    std::optional<Fault> damage_;
};

}  // namespace kitbag
