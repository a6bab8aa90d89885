#pragma once
// Stores that the county has had erased: finishes what an interruption left half done, tells the county until it has heard, and knows
// what is to be told on the screen until somebody has read it. It begins no erasing itself: see Session::erase_as_ordered().

#include <optional>
#include <string>
#include <vector>

#include "app/models/stores_model.h"
#include "app/platform/platform.h"

namespace kitbag {

class ErasedStores {
  public:
    // Both must outlive it.
    ErasedStores(Platform& platform, StoreShelf& shelf) : platform_(platform), shelf_(shelf) {}

    // At each start, after an order was begun to be followed, and when there may be a connection.
    void go_on();
    bool on_http(RequestId id, const WebAnswer& answer);  // False when the answer is to somebody else's request.
    void on_timer() { tell(); }

    // Somebody has read it. Until the county was told it stays.
    void close(int number);

    std::vector<ErasedRow> rows();
    const std::string& failure() const {
        return failure_;
    }  // Why one could not be erased to its end; it is tried again.

  private:
    void tell();

    Platform& platform_;
    StoreShelf& shelf_;
    std::optional<RequestId> sent_;
    int told_of_ = 0;  // The store that the request under way is about.
    int failures_ = 0;
    std::string failure_;
};

}  // namespace kitbag
