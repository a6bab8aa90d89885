#include "core/storage/store_shelf.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/base/hash.h"
#include "core/base/json.h"

namespace kitbag {
namespace {

constexpr std::string_view mark = "kitbag-label-1 ";
constexpr std::size_t digest_bytes = 64;
constexpr std::size_t slot_bytes = 1024;
constexpr std::int64_t slot_spacing = 4096;
constexpr std::array<std::string_view, 5> standing_words = {"in_use", "set_aside", "unfinished", "erasing", "erased"};
constexpr std::size_t token_bytes_max = 200;
constexpr std::array contents_files = {PoolFile::database, PoolFile::wal, PoolFile::journal, PoolFile::key};
constexpr std::array contents_in_order_of_erasing = {PoolFile::key, PoolFile::database, PoolFile::wal,
                                                     PoolFile::journal};

struct Slot {
    std::int64_t sequence = 0;
    StoreLabel label;
};

Fault of_pool(PoolError error) {
    if (error == PoolError::full)
        return {"storage_full", "There is no room left on this tablet. Free some space and try again."};
    return {"storage_lost", "The device took Kitbag’s files away. Close Kitbag and open it again."};
}

std::string write_slot(const Slot& slot) {
    const StoreLabel& label = slot.label;
    const std::string text = to_text({{"sequence", slot.sequence},
                                      {"standing", standing_words[static_cast<std::size_t>(label.standing)]},
                                      {"name", label.name},
                                      {"county", label.county},
                                      {"at", label.at},
                                      {"backup_of", label.backup_of},
                                      {"saved", label.saved},
                                      {"token", label.token},
                                      {"texts", label.texts}});
    std::string written = std::string(mark) + content_hash(text) + " " + text + "\n";
    CHECK(written.size() <= slot_bytes);
    written.resize(slot_bytes, ' ');
    return written;
}

std::optional<Slot> read_slot(std::string_view text) {
    const std::size_t end = text.find('\n');
    if (!text.starts_with(mark) || end == std::string_view::npos || end < mark.size() + digest_bytes + 1)
        return std::nullopt;
    const std::string_view digest = text.substr(mark.size(), digest_bytes);
    const std::size_t begins = mark.size() + digest_bytes + 1;
    const std::string_view label = text.substr(begins, end - begins);
    if (content_hash(label) != digest) return std::nullopt;
    const Result<Json> json = parse_json(label, "The label of a store");
    if (!json) return std::nullopt;
    const auto standing = std::ranges::find(standing_words, text_or(*json, "standing"));
    if (standing == standing_words.end()) return std::nullopt;
    return Slot{.sequence = integer_or(*json, "sequence", 0),
                .label = {.standing = static_cast<StoreState>(standing - standing_words.begin()),
                          .name = text_or(*json, "name"),
                          .county = text_or(*json, "county"),
                          .at = integer_or(*json, "at", 0),
                          .backup_of = integer_or(*json, "backup_of", 0),
                          .saved = integer_or(*json, "saved", 0),
                          .token = text_or(*json, "token"),
                          .texts = static_cast<int>(integer_or(*json, "texts", 0))}};
}

std::optional<Slot> newest_slot(FilePool& pool) {
    std::optional<Slot> newest;
    for (const std::int64_t at : {std::int64_t{0}, slot_spacing}) {
        std::string text(slot_bytes, '\0');
        const auto got = pool.read(PoolFile::label, at, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
        if (!got) return std::nullopt;
        text.resize(*got);
        const auto slot = read_slot(text);
        if (slot && (!newest || slot->sequence > newest->sequence)) newest = slot;
    }
    return newest;
}

bool is_erased(const StoreLabel& label) {
    return label.standing == StoreState::erasing || label.standing == StoreState::erased;
}

// A name longer than a label has room for is cut between characters; nobody's is.
std::string short_name(std::string name) {
    constexpr std::size_t bytes_max = 400;
    std::size_t end = std::min(name.size(), bytes_max);
    while (end < name.size() && end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0u) == 0x80u) --end;
    name.resize(end);
    return name;
}

}  // namespace

std::string county_mark(std::string_view county) {
    return content_hash("The county of a store of Kitbag: " + std::string(county));
}

std::optional<StoreLabel> StoreShelf::label(int number) {
    const auto slot = newest_slot(pool(number));
    return slot ? std::optional(slot->label) : std::nullopt;
}

// What cannot be asked counts as something: it must not be written over.
StoreShelf::Contents StoreShelf::contents(int number) {
    const bool nothing =
        std::ranges::all_of(contents_files, [&](PoolFile file) { return pool(number).size(file) == 0; });
    return nothing ? Contents::nothing : Contents::something;
}

std::vector<ShelvedStore> StoreShelf::stores() {
    std::vector<ShelvedStore> found;
    for (int number = 1; number <= stores_max; ++number) {
        const auto known = label(number);
        if (known && (known->standing == StoreState::unfinished || is_erased(*known))) continue;
        if (contents(number) == Contents::nothing) continue;
        found.push_back({number, known.value_or(StoreLabel{})});
    }
    return found;
}

std::vector<ShelvedStore> StoreShelf::erased() {
    std::vector<ShelvedStore> found;
    for (int number = 1; number <= stores_max; ++number) {
        auto known = label(number);
        if (known && is_erased(*known)) found.push_back({number, *std::move(known)});
    }
    return found;
}

// Not the place of one that is erased, before that was done, told and read: its label has what that needs.
bool StoreShelf::may_be_given(int number) {
    const auto known = label(number);
    if (known && known->standing == StoreState::unfinished) return true;
    if (known && is_erased(*known)) return false;
    return contents(number) == Contents::nothing;
}

bool StoreShelf::has_room() {
    for (int number = 1; number <= stores_max; ++number)
        if (may_be_given(number)) return true;
    return false;
}

// The label goes last: until then what is left is still known to be unfinished.
Result<void> StoreShelf::empty(int number) {
    for (const PoolFile file : {PoolFile::key, PoolFile::database, PoolFile::wal, PoolFile::journal, PoolFile::label}) {
        if (const Result<void> emptied = empty_file(number, file); !emptied) return emptied;
    }
    return {};
}

Result<void> StoreShelf::empty_file(int number, PoolFile file) {
    if (pool(number).size(file) == 0) return {};
    const auto emptied = pool(number).truncate(file, 0).and_then([&] { return pool(number).flush(file); });
    if (!emptied) return std::unexpected(of_pool(emptied.error()));
    return {};
}

Result<void> StoreShelf::begin_erasing(const ErasureOrder& order) {
    CHECK(order.token().size() <= token_bytes_max);
    return put_label(
        chosen_,
        {.standing = StoreState::erasing, .at = order.all_sent_at(), .token = order.token(), .texts = order.texts()});
}

// A file that only becomes shorter may leave its bytes on the disk, so the key is written over first. The last label takes the place of
// the one that had a name.
Result<void> StoreShelf::finish_erasing(int number) {
    auto known = label(number);
    if (!known || known->standing != StoreState::erasing)
        return fault("not_erasing", "The county has not asked for this store to be erased. Nothing was changed.");
    const auto key_bytes = pool(number).size(PoolFile::key);
    if (!key_bytes) return std::unexpected(of_pool(key_bytes.error()));
    const std::vector<std::uint8_t> nothing(static_cast<std::size_t>(*key_bytes));
    const auto overwritten = write_fully(pool(number), PoolFile::key, 0, nothing).and_then([&] {
        return pool(number).flush(PoolFile::key);
    });
    if (!overwritten) return std::unexpected(of_pool(overwritten.error()));
    for (const PoolFile file : contents_in_order_of_erasing) {
        if (const Result<void> emptied = empty_file(number, file); !emptied) return emptied;
    }
    known->standing = StoreState::erased;
    return put_label(number, *known);
}

// Twice, because the label before has the token, too.
Result<void> StoreShelf::note_county_told(int number) {
    auto known = label(number);
    if (!known || known->standing != StoreState::erased || known->token.empty()) return {};
    known->token.clear();
    return put_label(number, *known).and_then([&] { return put_label(number, *known); });
}

Result<void> StoreShelf::forget_erased(int number) {
    const auto known = label(number);
    if (!known || known->standing != StoreState::erased || !known->token.empty())
        return fault("not_erased", "The county does not know yet that this store was erased. Find a connection first.");
    return empty(number);
}

Result<void> StoreShelf::remove(int number) {
    const auto known = label(number);
    if (!known || known->standing != StoreState::set_aside || known->saved == 0) {
        return fault("not_removable",
                     "Only a store that was set aside and then saved as a file can be removed. Nothing was changed. "
                     "Save it as a file first.");
    }
    return put_label(number, {.standing = StoreState::unfinished}).and_then([&] { return empty(number); });
}

Result<int> StoreShelf::empty_store() {
    for (int number = 1; number <= stores_max; ++number) {
        if (!may_be_given(number)) continue;
        return empty(number).transform([&] { return number; });
    }
    return fault("no_store_left", "This tablet already has as many stores as it can keep apart, which is " +
                                      std::to_string(stores_max) + ". Use another tablet, or ask the county office.");
}

Result<void> StoreShelf::put_label(int number, const StoreLabel& label) {
    const auto before = newest_slot(pool(number));
    Slot slot{.sequence = before ? before->sequence + 1 : 1, .label = label};
    slot.label.name = short_name(std::move(slot.label.name));
    const std::string text = write_slot(slot);
    const auto written = write_fully(pool(number), PoolFile::label, (slot.sequence % 2) * slot_spacing,
                                     {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()})
                             .and_then([&] { return pool(number).flush(PoolFile::label); });
    if (!written) return std::unexpected(of_pool(written.error()));
    return {};
}

void StoreShelf::choose(int number) {
    CHECK(number >= 1 && number <= stores_max);
    chosen_ = number;
    chosen_pool_.choose(pool(number));
}

}  // namespace kitbag
