#pragma once
// Reads a damaged store as far as it can be read, row by row, around the places that cannot. Every page is authenticated by its
// cipher: a page is either as it was written or gives an error, so what is given here is what was stored and never a guess. It
// writes nothing, not even to tidy up (read_only_pool.h), mends nothing, and knows nothing of what rows mean.
//
// Reached is what a walk from the root of a table reaches: where a page in the middle of a table is lost, so are the rows below it. Where
// the first page is lost, which says where tables begin, that is found anew (list_of_tables.h).

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/pool_vfs.h"
#include "core/storage/read_only_pool.h"

namespace kitbag {

// Names and columns are of our own migrations, never of anything that was typed.
struct ReadableTable {
    std::string_view name;
    std::string_view
        columns;  // What a row gives, in this order. The first one is the table's order: its key, or begins it.
};

class DamagedStore {
  public:
    // All must outlive it. "storage_damaged" where no table can be found; "storage_lost" where the files are gone.
    static Result<std::unique_ptr<DamagedStore>> open(FilePool& pool, const DatabaseKey& key, const Clock& clock,
                                                      Random& random);

    // Is given a row; a Fault of its own stops the reading. REQUIRES: it reads nothing else of this store, because a page that it met
    // and could not read would end the reading that goes on around it.
    using Take = std::function<Result<void>(const Statement& row)>;

    // By the numbers of rows, which are the first column. A table that is not there has no rows.
    Result<void> each_numbered(const ReadableTable& table, const Take& take);
    // Of a table whose rows have no numbers: from its beginning and, where something is in the way, from its end as well. A row
    // may be given twice.
    Result<void> each_row(const ReadableTable& table, const Take& take);
    // The one row with that number, or nothing where there is none or it cannot be read.
    Result<void> row_at(const ReadableTable& table, std::int64_t number, const Take& take);

    // The greatest number that a table ever gave a row; nothing where that cannot be read.
    std::optional<std::int64_t> last_number(std::string_view table);

  private:
    DamagedStore(FilePool& pool) : pool_(pool) {}
    bool has(std::string_view table) const;
    Result<bool> open_database(const DatabaseKey& key);
    Result<bool> find_tables();

    ReadOnlyPool pool_;
    std::unique_ptr<PoolVfs> vfs_;
    std::unique_ptr<Database> database_;
    std::vector<std::string> tables_;  // Those whose definition can be read.
};

}  // namespace kitbag
