#pragma once
// The county's order to erase this tablet's store, and what proves that it may be followed: everything that was written here is at the
// county. The order lies in the store itself. An ErasureOrder comes from nowhere else than a store that has the order, in which nothing
// waits when it is asked for; StoreShelf::begin_erasing() takes nothing less, so that no slip of a program empties a store.

#include <string>
#include <utility>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"

namespace kitbag {

// What only this tablet has.
struct NotSent {
    int changes =
        0;  // Without an answer, refused without being kept by the county, or in doubt whether it still has them.
    int pictures = 0;  // Without a receipt.

    bool nothing() const { return changes == 0 && pictures == 0; }
};

class ErasureOrder {
  public:
    Instant all_sent_at() const { return all_sent_at_; }
    const std::string& token() const { return token_; }  // With which the county is told that it is done.
    int texts() const { return texts_; }  // Typed into forms and never recorded, so that they are no changes.

  private:
    friend class ErasureOrders;
    ErasureOrder(Instant all_sent_at, std::string token, int texts)
        : all_sent_at_(all_sent_at), token_(std::move(token)), texts_(texts) {}

    Instant all_sent_at_;
    std::string token_;
    int texts_;
};

class ErasureOrders {
  public:
    explicit ErasureOrders(Database& database) : database_(database) {}

    Result<void> note_order(Instant now);  // The county has said so.
    Result<void> forget();                 // It does not say so any more, or this is another tablet to it now.

    // The proof, stored beside the order. Code "not_all_sent" when something is only here.
    Result<void> note_all_sent(Instant now);

    // Codes: "no_erasure_order"; "not_all_sent" when there is no proof, or something was written since; "storage_…".
    Result<ErasureOrder> order() const;

    Result<NotSent> not_sent() const;

  private:
    Database& database_;
};

}  // namespace kitbag
