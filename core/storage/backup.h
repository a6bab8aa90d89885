#pragma once
// A backup: everything of a tablet's store in one file that says what it is and is as encrypted as the store. Writing one and
// reading one go piece by piece, so a store of any size needs the memory of one piece. It chooses neither the place that a
// backup goes to nor the store that it is put into, and replaces nothing: write_store() wants an empty pool.
//
//   backup   = preface key database digest
//   preface  = "KITBAG-BACKUP-1\n" and the header, as file_preface.h has it
//   header   = JSON {"county":"Wendshire","device":hex,"adviser":id,"made_at":ms,"schema":5,"key_bytes":n,"database_bytes":n}
//   key      = the key record as it lies in "kitbag.key" (key_record.h): what opens the tablet opens its backup
//   database = the one file of the store, with an empty write-ahead log: pages under the store's own key
//   digest   = 64 hexadecimal digits, BLAKE2b-256; the last one is of everything before it
//
// Codes: "not_backup", "backup_cut_short", "backup_damaged", "newer_backup" (format or tables), "backup_unreadable" (the device
// does not give the file's bytes), "backup_too_large", and those of database.h. Each sentence can be shown as it stands.

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/byte_source.h"
#include "core/storage/database.h"
#include "core/storage/file_pool.h"
#include "core/storage/key_record.h"

namespace kitbag {

inline constexpr std::int64_t backup_bytes_max = std::int64_t{2} * 1024 * 1024 * 1024;
inline constexpr std::size_t backup_piece_bytes = std::size_t{256} * 1024;

struct BackupHeader {
    std::string county = {};
    std::string device = {};   // Of the tablet that made it, as the county named it.
    std::string adviser = {};  // An id, no name: the header can be read by anybody.
    Instant made_at = 0;
    int schema = 0;  // How many steps of migrations.h its tables had.
    std::int64_t key_bytes = 0;
    std::int64_t database_bytes = 0;

    std::int64_t key_begins = 0;  // In the file; not a part of the header.

    bool operator==(const BackupHeader&) const = default;
};

// `about` needs county, device, adviser and made_at. Between the first and the last piece nothing else may use the database,
// which nobody can where everything runs in one thread. REQUIRES: no transaction is open.
Result<void> write_backup(Database& database, FilePool& pool, BackupHeader about, const KeyRecord& key,
                          const ByteSink& sink);

// Reads the whole file once and says what it is; nothing has been changed whatever the answer.
Result<BackupHeader> check_backup(ByteSource& source);

// These two take a header that check_backup() gave for the same file.
Result<KeyRecord> read_backup_key(ByteSource& source, const BackupHeader& header);
// Database first, then the key, each on the disk before it goes on: a store without a key was never one.
// REQUIRES: the pool's files are empty.
Result<void> write_store(FilePool& pool, ByteSource& source, const BackupHeader& header);

// A store that cannot be read, as it was found, for the county office: "KITBAG-STORE-AS-FOUND-1\n" header "\n" and the files of the
// pool one after the other. header = JSON {"files":[{"name":"kitbag.db","bytes":n}…]}. Codes: "backup_too_large", "storage_…".
Result<void> write_as_found(FilePool& pool, const ByteSink& sink);

}  // namespace kitbag
