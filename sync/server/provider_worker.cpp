#include "sync/server/provider_worker.h"

#include <utility>

namespace kitbag {

ProviderWorker::~ProviderWorker() {
    finish();
}

void ProviderWorker::submit(Task task) {
    {
        const std::scoped_lock lock(mutex_);
        std::erase_if(calls_, [](const Call& call) { return call.is_over.load(); });
        if (!finishing_ && calls_.size() < provider_calls_max) {
            Call& call = calls_.emplace_back();
            call.thread = std::jthread([&call, task = std::move(task)](const std::stop_token& stop) mutable {
                task(Turn::come, stop);
                call.is_over = true;
            });
            return;
        }
    }
    task(Turn::refused, {});
}

void ProviderWorker::finish() {
    std::list<Call> calls;
    {
        const std::scoped_lock lock(mutex_);
        finishing_ = true;
        calls.swap(calls_);
    }
    for (Call& call : calls) call.thread.request_stop();
}  // Each thread is waited for.

}  // namespace kitbag
