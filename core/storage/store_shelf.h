#pragma once
// The several stores of one tablet: which are in use and whose, which were set aside because they could not be read, and where
// there is room for another. Each store is a FilePool of its own and says for itself what it is, in its label; there is no list
// that could be lost. A store that is in use is never emptied and never written over, and one that was set aside only by remove().
// There is one exception: the county may order that a tablet erases its store, once it has everything that was written there. It takes an
// ErasureOrder, which only that store gives (erasure_order.h).
//
// How a label lies in "kitbag.label": two slots of 1,024 bytes at 0 and 4,096, written in turn; the readable one with the greatest
// sequence counts. It can be read by anybody who has the tablet, so it holds a name and nothing else that means anything:
//
//   slot  = "kitbag-label-1 " digest(label) " " label "\n", padded with spaces
//   label = JSON {"sequence":3,"standing":"in_use","name":"Ada Marsh","county":digest,"at":ms,"backup_of":0,"saved":0,
//                "token":"","texts":0}

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/erasure_order.h"
#include "core/storage/file_pool.h"

namespace kitbag {

inline constexpr int stores_max = 6;

enum class StoreState {
    in_use,
    set_aside,   // Kept as it was found, for the county office.
    unfinished,  // Something was being put into it and does not count: it may be emptied.
    erasing,     // By the county's order; it counts for nothing any more, and is emptied to the end at the next start.
    erased,      // So it was: nothing is left of it but this label, which says so until somebody has read it.
};

struct StoreLabel {
    StoreState standing = StoreState::in_use;
    std::string name = {};    // Of its adviser; "" where it is not known.
    std::string county = {};  // county_mark(); "" where it is not known.
    Instant at = 0;           // When it was last opened, or set aside.
    Instant backup_of = 0;    // It came from a backup of that moment; 0 for none.
    Instant saved = 0;        // When it was last saved as a file since it was set aside; 0: never.
    std::string token = {};  // Of one that is erased, until the county has been told: all that this token can still do.
    int texts = 0;           // Of one that is erased: how many were typed into forms and never recorded.

    bool operator==(const StoreLabel&) const = default;
};

// The same for the same county, and says nothing of its name.
std::string county_mark(std::string_view county);

struct ShelvedStore {
    int number = 0;  // 1 to stores_max.
    StoreLabel label;
};

// Passes on to the store that is chosen, so that whoever works with "the tablet's files" need not know that there are several.
class ChosenPool final : public FilePool {
  public:
    explicit ChosenPool(FilePool& pool) : pool_(&pool) {}
    void choose(FilePool& pool) { pool_ = &pool; }

    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override {
        return pool_->read(file, offset, into);
    }
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) override {
        return pool_->write(file, offset, bytes);
    }
    PoolResult<void> truncate(PoolFile file, std::int64_t size) override { return pool_->truncate(file, size); }
    PoolResult<void> flush(PoolFile file) override { return pool_->flush(file); }
    PoolResult<std::int64_t> size(PoolFile file) override { return pool_->size(file); }

  private:
    FilePool* pool_;
};

class StoreShelf {
  public:
    using Pools = std::array<FilePool*, stores_max>;
    explicit StoreShelf(const Pools& pools) : pools_(pools), chosen_pool_(*pools[0]) {}

    // What is there, by number, read anew: those in use and those set aside. One from before there were labels, or whose label
    // cannot be read, is in use and has no name.
    std::vector<ShelvedStore> stores();
    std::optional<StoreLabel> label(int number);
    bool has_room();

    // A store with nothing in it: what was left unfinished there is removed. Codes: "no_store_left", "storage_…".
    Result<int> empty_store();

    // Empties a store that was set aside and has been saved as a file since; any other is refused as "not_removable" and stays as it
    // is. Its label says first that it does not count any more, so one that was not emptied to the end is given to nobody again.
    // Codes also: "storage_…".
    Result<void> remove(int number);

    // Begins to erase the chosen store by the county's order: one small write, after which it counts for nothing. `at` of its label
    // becomes the moment at which all was sent, and the name goes. REQUIRES: the order was read from that store. Codes: "storage_…".
    Result<void> begin_erasing(const ErasureOrder& order);
    // Its key first, so that the rest is unreadable at once; done again where it was interrupted. Any store but one that is being erased
    // is refused as "not_erasing". Codes also: "storage_…".
    Result<void> finish_erasing(int number);
    // Stores that are being erased, or were.
    std::vector<ShelvedStore> erased();
    // The county knows that it is done: the token goes. Passed over for any other store.
    Result<void> note_county_told(int number);
    // Somebody has read that it was erased: the label goes, too. Refused as "not_erased" for any other, and until the county was told.
    Result<void> forget_erased(int number);

    // One small write, on the disk when it returns: from then on the store counts as what the label says. Codes: "storage_…".
    Result<void> put_label(int number, const StoreLabel& label);

    // Which store pool() is from now on. REQUIRES: nothing is open in it.
    void choose(int number);
    int chosen() const { return chosen_; }
    FilePool& pool() { return chosen_pool_; }
    FilePool& pool(int number) { return *pools_[static_cast<std::size_t>(number - 1)]; }

  private:
    enum class Contents { nothing, something };
    Contents contents(int number);
    Result<void> empty(int number);
    Result<void> empty_file(int number, PoolFile file);
    bool may_be_given(int number);

    Pools pools_;
    ChosenPool chosen_pool_;
    int chosen_ = 1;
};

}  // namespace kitbag
