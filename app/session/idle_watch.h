#pragma once
// When an unlocked tablet is to lock itself: nobody has touched it for a while, nobody has been able to see it for a while, or its
// clock was set back. It is told of these things and keeps only times; it locks nothing and starts no timer.
//
// Time is the wall clock's, which goes on while a tablet sleeps, but which people can set. So a clock that went back counts as an
// end of the wait, one that went forward is believed, and a timer that rings when nothing has happened since it was started says by
// itself that the wait is over, whatever the clock reads. Somebody who sets the clock of a sleeping tablet back to the very minute in
// which it fell asleep gains the rest of that wait and no more.

#include <optional>

#include "core/base/time.h"

namespace kitbag {

struct LockTimes {
    Instant untouched_ms = 0;
    Instant hidden_ms = 0;
};

class IdleWatch {
  public:
    void begin(Instant now, const LockTimes& times);
    void end() { running_ = false; }
    void change(const LockTimes& times) { times_ = times; }

    void touched(Instant now);  // A press, a key, a scroll: somebody is there.
    void hidden(Instant now);   // Told twice, the first counts.
    void shown() { state_.hidden_since.reset(); }

    // Whether to lock now. Also how it learns how the clock goes: ask whenever something happens.
    bool due(Instant now);

    // How long the one timer is to run that is started now, and whether to lock when it rings; if not, it is started anew.
    Instant arm(Instant now);
    bool rang(Instant now);

  private:
    struct State {
        Instant touched = 0;
        std::optional<Instant> hidden_since;

        bool operator==(const State&) const = default;
    };

    Instant deadline() const;

    bool running_ = false;
    LockTimes times_;
    State state_;
    State armed_;            // As it was when the timer was started.
    Instant last_seen_ = 0;  // The latest that the clock read.
};

}  // namespace kitbag
