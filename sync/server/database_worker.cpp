#include "sync/server/database_worker.h"

#include <utility>

namespace kitbag {

DatabaseWorker::DatabaseWorker() : thread_([this] { work(); }) {}

DatabaseWorker::~DatabaseWorker() {
    finish();
}

void DatabaseWorker::submit(Task task) {
    {
        const std::scoped_lock lock(mutex_);
        if (!finishing_ && waiting_.size() < waiting_tasks_max) {
            waiting_.push_back(std::move(task));
            changed_.notify_one();
            return;
        }
    }
    task(Turn::refused);
}

std::size_t DatabaseWorker::waiting() const {
    const std::scoped_lock lock(mutex_);
    return waiting_.size();
}

void DatabaseWorker::finish() {
    {
        const std::scoped_lock lock(mutex_);
        finishing_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void DatabaseWorker::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return finishing_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        Task task = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        task(Turn::come);
        lock.lock();
    }
}

}  // namespace kitbag
