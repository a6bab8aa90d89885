#pragma once
// A first page for a store whose own is lost. The first page says where each table begins, and without it SQLite reads nothing, though
// all the others are whole. Where tables begin can be found again: at those pages of trees that no other page leads to. Which is which is
// told by what stands in them. Of several that fit one table the largest tree is it; a freed page that still looks like one
// is the smaller.
//
// Only the tables of which something is read from a damaged store (sync/change_log/salvage.cpp) are looked for, and no index: the page is
// for reading. It is put into `pool` and changes nothing else.

#include "core/base/result.h"
#include "core/storage/database_key.h"
#include "core/storage/read_only_pool.h"

namespace kitbag {

// `vfs_name`: of a VFS over `pool`. "storage_damaged" when no table was found, which is what another key looks like, too.
Result<void> list_tables_anew(ReadOnlyPool& pool, const char* vfs_name, const DatabaseKey& key);

}  // namespace kitbag
