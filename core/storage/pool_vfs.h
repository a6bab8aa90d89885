#pragma once
// SQLite's view of a FilePool: a VFS of our own, under SQLite3 Multiple Ciphers' encrypting one. It opens only the
// files that the pool has and refuses every other name, temporary files too; locks and shared memory do not exist,
// because one worker owns the pool (a Web Lock sees to that).

#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/file_pool.h"
#include "core/storage/gathered_writes.h"

struct sqlite3_vfs;

namespace kitbag {

// What to give as DatabaseOptions::vfs_name, and the file name to go with it.
inline constexpr const char* pool_vfs_name = "multipleciphers-kitbag-pool";
inline constexpr const char* pool_database_name = "kitbag.db";
inline constexpr const char* damaged_vfs_name = "multipleciphers-kitbag-pool-damaged";

// Whose files they are: a store that is worked in, or a damaged one that is read beside it.
enum class PoolRole { store, damaged };

// Registers the VFS for as long as it lives. One at a time in each role. The pool, clock and random must outlive it, and every
// Database opened through it must be gone before it goes.
class PoolVfs {
  public:
    static Result<std::unique_ptr<PoolVfs>> create(FilePool& pool, const Clock& clock, Random& random,
                                                   PoolRole role = PoolRole::store);
    ~PoolVfs();
    PoolVfs(const PoolVfs&) = delete;
    PoolVfs& operator=(const PoolVfs&) = delete;

    FilePool& pool() { return pool_; }  // As SQLite sees it.
    const Clock& clock() const { return clock_; }
    Random& random() { return random_; }

  private:
    PoolVfs(FilePool& pool, const Clock& clock, Random& random, PoolRole role);

    std::optional<GatheredWrites> gathered_;  // None of a damaged store: there nothing is written.
    FilePool& pool_;
    const Clock& clock_;
    Random& random_;
    PoolRole role_;
    std::unique_ptr<sqlite3_vfs> vfs_;
    bool registered_ = false;
};

// "not_encrypted" when the stored database begins with SQLite's plain header, or is empty: nothing may be written
// to it then. The app calls this at each start, after the first write.
Result<void> assert_encrypted(FilePool& pool);

}  // namespace kitbag
