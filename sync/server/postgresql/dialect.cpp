#include "sync/server/postgresql/dialect.h"

#include <utility>

namespace kitbag {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

TransactionStep transaction_step(std::string_view sql) {
    static constexpr std::pair<std::string_view, TransactionStep> steps[] = {
        {"BEGIN IMMEDIATE", TransactionStep::begin_writing},
        {"BEGIN", TransactionStep::begin_reading},
        {"COMMIT", TransactionStep::commit},
        {"ROLLBACK", TransactionStep::roll_back},
        {"SAVEPOINT nested", TransactionStep::save},
        {"ROLLBACK TO nested", TransactionStep::roll_back_to_save},
        {"RELEASE nested", TransactionStep::release},
    };
    for (const auto& [text, step] : steps) {
        if (sql == text) return step;
    }
    return TransactionStep::none;
}

std::string to_postgresql(std::string_view sql) {
    std::string text;
    text.reserve(sql.size() + 32);
    bool in_text = false;
    int next = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] == '\'') in_text = !in_text;  // A quote within a text is written twice, and so changes nothing.
        if (in_text || sql[i] != '?') {
            text += sql[i];
            continue;
        }
        text += '$';
        const bool numbered = i + 1 < sql.size() && is_digit(sql[i + 1]);
        if (!numbered) text += std::to_string(++next);
    }
    return text;
}

bool only_reads(std::string_view sql) {
    return sql.starts_with("SELECT ") || sql.starts_with("WITH ");
}

}  // namespace kitbag
