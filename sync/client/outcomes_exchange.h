#pragma once
// Brings the county's outcomes to the tablet: only when the county told of another version of them, and only the parts that are not here
// already. Each part is stored in one transaction before the next is asked for, so what was cut off goes on where it was. Like the
// engine that owns it, it has no input or output of its own.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/outcome_store.h"

namespace kitbag {

class OutcomesExchange {
  public:
    explicit OutcomesExchange(Database& database) : database_(database), store_(database) {}

    void begin();  // A sync begins.

    // What the county told with its reference; "" for none. Nothing is fetched when the tablet has that version.
    Result<void> offer(std::string_view version);

    // What to ask now; nothing when all that was offered is here.
    std::optional<std::string> next() const;

    // What it answered. After a Fault nothing more is asked for in this sync; codes "not_our_server", "bad_outcomes", "storage_…".
    Result<void> take(std::string_view body);

    void give_up() { wanted_.clear(); }  // Until the next sync.

  private:
    Result<void> take_list(std::string_view body);
    Result<void> take_part(std::string_view body);
    Result<void> finish_if_whole();

    Database& database_;
    OutcomeStore store_;
    std::string wanted_;  // The version that was offered and is not here; "" for none.
    bool has_list_ = false;
    std::string measures_;
    std::vector<OutcomePlace> missing_;
};

}  // namespace kitbag
