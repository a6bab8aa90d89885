#include "app/session/receipt_words.h"

#include "app/text/phrases.h"
#include "app/text/words.h"

namespace kitbag {

std::string receipt_line(const Receipt& receipt) {
    const auto at = parse_instant(receipt.at);
    return at ? phrases::received(*at, receipt.number) : phrases::received_some_time(receipt.number);
}

std::string visit_state_line(const VisitReceipt& receipt) {
    if (receipt.refused > 0) return std::string(words::record::partly_refused);
    if (receipt.waiting > 0) {
        if (!receipt.last) return std::string(words::record::on_this_tablet);
        return phrases::newer_changes_wait(static_cast<std::size_t>(receipt.waiting));
    }
    if (receipt.last) return receipt_line(*receipt.last);
    return std::string(words::record::from_county);
}

}  // namespace kitbag
