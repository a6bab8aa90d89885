#pragma once
// The SQL that the stores are written in, as PostgreSQL reads it. They keep to what both engines understand, so that only
// the marks for values differ, and the words by which a transaction begins and ends; anything else would have to be
// guessed at here, and is not.

#include <string>
#include <string_view>

namespace kitbag {

// The statements by which core/storage/database.cpp begins and ends transactions.
enum class TransactionStep { none, begin_writing, begin_reading, commit, roll_back, save, roll_back_to_save, release };

TransactionStep transaction_step(std::string_view sql);

// `?` becomes `$1`, `$2` … and `?2` becomes `$2`, outside texts.
std::string to_postgresql(std::string_view sql);

// True for a statement that changes nothing, so that it may be asked again when its answer was lost.
bool only_reads(std::string_view sql);

}  // namespace kitbag
