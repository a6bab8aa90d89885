#pragma once
// One thread that owns the county's database while the server runs. Every request that touches it is a task in one
// queue, so that no two requests are ever inside one another's transaction.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kitbag {

inline constexpr std::size_t waiting_tasks_max = 1000;

class DatabaseWorker {
  public:
    enum class Turn { come, refused };

    // Called once: with its turn, on this worker's thread, or refused. It must not let an exception leave it.
    using Task = std::move_only_function<void(Turn)>;

    DatabaseWorker();
    ~DatabaseWorker();  // As finish().
    DatabaseWorker(const DatabaseWorker&) = delete;
    DatabaseWorker& operator=(const DatabaseWorker&) = delete;

    // A task is refused, before this returns, when too many wait or the worker is finishing.
    void submit(Task task);

    // How many tasks wait, without the one that has its turn.
    std::size_t waiting() const;

    // Takes no more tasks, performs those it has taken, and stops the thread.
    void finish();

  private:
    void work();

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Task> waiting_;  // Guarded by mutex_.
    bool finishing_ = false;    // Guarded by mutex_.
    std::thread thread_;
};

}  // namespace kitbag
