#pragma once
// Where sign-ins wait for the county's identity provider: each on a thread of its own, so that nobody else waits, and no more than so many
// at once, so that a provider that has gone slow costs little.

#include <atomic>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kitbag {

inline constexpr std::size_t provider_calls_max = 8;

class ProviderWorker {
  public:
    enum class Turn { come, refused };

    // Called once: on a thread of its own, or refused. It ends soon after it is asked to stop, and lets no exception leave it.
    using Task = std::move_only_function<void(Turn, const std::stop_token&)>;

    ProviderWorker() = default;
    ~ProviderWorker();  // As finish().
    ProviderWorker(const ProviderWorker&) = delete;
    ProviderWorker& operator=(const ProviderWorker&) = delete;

    // A task is refused, before this returns, when so many wait, or the worker is finishing.
    void submit(Task task);

    // Asks those that wait to stop, and takes no more.
    void finish();

  private:
    struct Call {
        std::atomic<bool> is_over = false;
        std::jthread thread;
    };

    std::mutex mutex_;
    bool finishing_ = false;  // Guarded by mutex_.
    std::list<Call> calls_;   // Guarded by mutex_.
};

}  // namespace kitbag
