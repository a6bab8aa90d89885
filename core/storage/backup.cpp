#include "core/storage/backup.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/id.h"
#include "core/base/json.h"
#include "core/storage/file_preface.h"
#include "core/storage/migrations.h"

namespace kitbag {
namespace {

constexpr std::string_view mark = "KITBAG-BACKUP-";
constexpr std::int64_t digest_bytes = 64;

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

class Digest {
  public:
    Digest() { CHECK(crypto_generichash_init(&state_, nullptr, 0, 32) == 0); }
    void add(std::span<const std::uint8_t> bytes) { crypto_generichash_update(&state_, bytes.data(), bytes.size()); }
    std::string finish() {
        std::array<std::uint8_t, 32> hash{};
        crypto_generichash_final(&state_, hash.data(), hash.size());
        return to_hex(hash);
    }

  private:
    crypto_generichash_state state_{};
};

Fault not_backup() {
    return {"not_backup",
            "This file is not a backup of Kitbag. Nothing was changed. Choose the file whose name begins with "
            "“Kitbag backup”."};
}
Fault cut_short() {
    return {
        "backup_cut_short",
        "This backup is cut short: a part of it is missing, as when it was not copied to the end. Nothing was changed. "
        "Copy it again from where it was kept, or choose another."};
}
Fault damaged() {
    return {
        "backup_damaged",
        "This backup is damaged: it is not as it was when it was made. Nothing was changed. Copy it again from where "
        "it was kept, or choose another."};
}
Fault newer() {
    return {"newer_backup",
            "This backup was made by a newer Kitbag than this one. Nothing was changed. Update Kitbag, then choose it "
            "again."};
}
Fault unreadable() {
    return {"backup_unreadable",
            "The device does not give the contents of this file. Nothing was changed. Choose it again; if it is on a "
            "memory stick or in the cloud, copy it to this tablet first."};
}
Fault too_large() {
    return {
        "backup_too_large",
        "This is larger than the two gigabytes that a backup can hold. Nothing was changed. Tell the county office."};
}
Fault of_pool(PoolError error) {
    if (error == PoolError::full) {
        return {
            "storage_full",
            "There is no room on this tablet for all of it, so nothing was changed. Free some space and try again."};
    }
    return {"storage_lost",
            "The device took Kitbag’s files away. Nothing was changed. Close Kitbag and open it again."};
}

Fault of_preface(FileTrouble trouble) {
    switch (trouble) {
        case FileTrouble::other_kind:
            return not_backup();
        case FileTrouble::newer:
            return newer();
        case FileTrouble::cut_short:
            return cut_short();
        case FileTrouble::damaged:
            return damaged();
        case FileTrouble::unreadable:
            break;
    }
    return unreadable();
}

Json to_json(const BackupHeader& header) {
    return {{"county", header.county},
            {"device", header.device},
            {"adviser", header.adviser},
            {"made_at", header.made_at},
            {"schema", header.schema},
            {"key_bytes", header.key_bytes},
            {"database_bytes", header.database_bytes}};
}

Result<int> schema_of(Database& database) {
    Statement statement = database.query("PRAGMA user_version");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? static_cast<int>(statement.integer(0)) : 0;
}

// Gives every byte of [from, to) to `take`, a piece at a time.
template <typename Read, typename Take>
Result<void> each_piece(std::int64_t from, std::int64_t to, Read read, Take take) {
    std::vector<std::uint8_t> room(static_cast<std::size_t>(
        std::min<std::int64_t>(std::max<std::int64_t>(to - from, 0), static_cast<std::int64_t>(backup_piece_bytes))));
    while (from < to) {
        const std::span piece = std::span(room).first(std::min(room.size(), static_cast<std::size_t>(to - from)));
        if (Result<void> got = read(from, piece); !got) return got;
        if (Result<void> taken = take(from, piece); !taken) return taken;
        from += static_cast<std::int64_t>(piece.size());
    }
    return {};
}

Result<void> read_whole(FilePool& pool, PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) {
    while (!into.empty()) {
        const PoolResult<std::size_t> got = pool.read(file, offset, into);
        if (!got) return std::unexpected(of_pool(got.error()));
        if (*got == 0) return std::unexpected(of_pool(PoolError::lost));
        offset += static_cast<std::int64_t>(*got);
        into = into.subspan(*got);
    }
    return {};
}

Result<std::string> read_text(ByteSource& source, std::int64_t offset, std::int64_t bytes) {
    std::string text(static_cast<std::size_t>(bytes), '\0');
    if (!source.read(offset, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()}))
        return std::unexpected(unreadable());
    return text;
}

Result<BackupHeader> read_header(ByteSource& source) {
    const std::expected<FilePreface, FileTrouble> preface = read_preface(source, mark);
    if (!preface) return std::unexpected(of_preface(preface.error()));
    const Json& json = preface->header;
    BackupHeader header;
    header.county = text_or(json, "county");
    header.device = text_or(json, "device");
    header.adviser = text_or(json, "adviser");
    header.made_at = integer_or(json, "made_at", 0);
    header.schema =
        static_cast<int>(std::clamp<std::int64_t>(integer_or(json, "schema", 0), 0, std::numeric_limits<int>::max()));
    header.key_bytes = integer_or(json, "key_bytes", 0);
    header.database_bytes = integer_or(json, "database_bytes", 0);
    header.key_begins = preface->ends;
    const bool possible = header.schema > 0 && header.key_bytes > 0 && header.key_bytes <= key_slot_spacing &&
                          header.database_bytes > 0 && header.database_bytes <= backup_bytes_max;
    if (!possible) return std::unexpected(damaged());
    return header;
}

}  // namespace

Result<void> write_backup(Database& database, FilePool& pool, BackupHeader about, const KeyRecord& key,
                          const ByteSink& sink) {
    CHECK(!database.in_transaction());
    if (Result<void> settled = database.checkpoint(); !settled) return settled;
    const auto size = pool.size(PoolFile::database);
    const auto log = pool.size(PoolFile::wal);
    if (!size || !log) return std::unexpected(of_pool(PoolError::lost));
    if (*log != 0) return fault("storage_busy", "The store is still busy. Wait a moment and try again.");
    if (*size > backup_bytes_max) return std::unexpected(too_large());
    const Result<int> schema = schema_of(database);
    if (!schema) return std::unexpected(schema.error());
    const std::string key_text = write_slot(key);
    about.schema = *schema;
    about.key_bytes = static_cast<std::int64_t>(key_text.size());
    about.database_bytes = *size;

    Digest digest;
    const auto put = [&](std::span<const std::uint8_t> bytes) {
        digest.add(bytes);
        sink(bytes);
    };
    put(bytes_of(write_preface(mark, to_json(about)) + key_text));
    const Result<void> copied = each_piece(
        0, *size,
        [&](std::int64_t at, std::span<std::uint8_t> into) { return read_whole(pool, PoolFile::database, at, into); },
        [&](std::int64_t, std::span<const std::uint8_t> piece) -> Result<void> {
            put(piece);
            return {};
        });
    if (!copied) return copied;
    sink(bytes_of(digest.finish()));
    return {};
}

Result<void> write_as_found(FilePool& pool, const ByteSink& sink) {
    Json files = Json::array();
    std::array<std::int64_t, pool_file_count> sizes{};
    std::int64_t all = 0;
    for (int index = 0; index < pool_file_count; ++index) {
        const auto file = static_cast<PoolFile>(index);
        const auto size = pool.size(file);
        if (!size) return std::unexpected(of_pool(size.error()));
        sizes[static_cast<std::size_t>(index)] = *size;
        all += *size;
        files.push_back({{"name", pool_file_name(file)}, {"bytes", *size}});
    }
    if (all > backup_bytes_max) return std::unexpected(too_large());
    sink(bytes_of("KITBAG-STORE-AS-FOUND-1\n" + to_text({{"files", files}}) + "\n"));
    for (int index = 0; index < pool_file_count; ++index) {
        const auto file = static_cast<PoolFile>(index);
        const Result<void> copied = each_piece(
            0, sizes[static_cast<std::size_t>(index)],
            [&](std::int64_t at, std::span<std::uint8_t> into) { return read_whole(pool, file, at, into); },
            [&](std::int64_t, std::span<const std::uint8_t> piece) -> Result<void> {
                sink(piece);
                return {};
            });
        if (!copied) return copied;
    }
    return {};
}

Result<BackupHeader> check_backup(ByteSource& source) {
    const Result<BackupHeader> header = read_header(source);
    if (!header) return header;
    if (header->schema > static_cast<int>(store_migrations().size())) return std::unexpected(newer());
    const std::int64_t end = header->key_begins + header->key_bytes + header->database_bytes;
    if (source.size() < end + digest_bytes) return std::unexpected(cut_short());
    if (source.size() > end + digest_bytes) return std::unexpected(damaged());
    Digest digest;
    const Result<void> read = each_piece(
        0, end,
        [&](std::int64_t at, std::span<std::uint8_t> into) -> Result<void> {
            if (!source.read(at, into)) return std::unexpected(unreadable());
            return {};
        },
        [&](std::int64_t, std::span<const std::uint8_t> piece) -> Result<void> {
            digest.add(piece);
            return {};
        });
    if (!read) return std::unexpected(read.error());
    const auto wanted = read_text(source, end, digest_bytes);
    if (!wanted) return std::unexpected(wanted.error());
    if (digest.finish() != *wanted) return std::unexpected(damaged());
    if (const auto key = read_backup_key(source, *header); !key) return std::unexpected(key.error());
    return header;
}

Result<KeyRecord> read_backup_key(ByteSource& source, const BackupHeader& header) {
    const auto text = read_text(source, header.key_begins, header.key_bytes);
    if (!text) return std::unexpected(text.error());
    const std::optional<KeyRecord> record = read_slot(*text);
    if (!record) return std::unexpected(damaged());
    return *record;
}

Result<void> write_store(FilePool& pool, ByteSource& source, const BackupHeader& header) {
    const auto copy = [&](PoolFile file, std::int64_t to, std::int64_t begins, std::int64_t bytes) -> Result<void> {
        const Result<void> copied = each_piece(
            begins, begins + bytes,
            [&](std::int64_t at, std::span<std::uint8_t> into) -> Result<void> {
                if (!source.read(at, into)) return std::unexpected(unreadable());
                return {};
            },
            [&](std::int64_t at, std::span<const std::uint8_t> piece) -> Result<void> {
                const auto written = write_fully(pool, file, to + at - begins, piece);
                if (!written) return std::unexpected(of_pool(written.error()));
                return {};
            });
        if (!copied) return copied;
        if (const auto flushed = pool.flush(file); !flushed) return std::unexpected(of_pool(flushed.error()));
        return {};
    };
    CHECK(pool.size(PoolFile::database).value_or(0) == 0 && pool.size(PoolFile::key).value_or(0) == 0);
    // The key goes into both of its slots: the next one that is written must never be the only one.
    return copy(PoolFile::database, 0, header.key_begins + header.key_bytes, header.database_bytes)
        .and_then([&] { return copy(PoolFile::key, 0, header.key_begins, header.key_bytes); })
        .and_then([&] { return copy(PoolFile::key, key_slot_spacing, header.key_begins, header.key_bytes); });
}

}  // namespace kitbag
