#include "app/session/receipt_words.h"

#include <chrono>
#include <cstdio>

#include "app/text/phrases.h"
#include "app/text/words.h"

namespace kitbag {

std::optional<Instant> parse_instant(std::string_view text) {
    const auto date = parse_date(text.substr(0, 10));
    if (!date || text.size() < 20 || text.back() != 'Z') return std::nullopt;
    int hour = 0, minute = 0, second = 0, used = 0;
    const std::string time(text.substr(10, 9));
    const int read = std::sscanf(time.c_str(), "T%2d:%2d:%2d%n", &hour, &minute, &second, &used);
    if (read != 3 || used != 9 || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    const std::chrono::sys_days day(std::chrono::year(date->year) / date->month / date->day);
    const auto midnight = std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count();
    return midnight + ((hour * 60 + minute) * 60 + second) * Instant{1000};
}

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
