#pragma once
// The county's one database: the tables that tablets have too, and the server's own. It is the file "county.db" in its data folder,
// or lies with a PostgreSQL server (county_place.h).

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

struct CountyIdentity {
    std::string name;       // "Cambridgeshire"
    std::string authority;  // "873"

    bool operator==(const CountyIdentity&) const = default;
};

enum class WhenMissing { make_it, refuse };

// Opens it and brings its tables up to date; the folder is made, for its owner's eyes only, when it may be. Code
// "no_county" when it is missing and may not be made, "no_folder" when the folder cannot be made.
Result<std::unique_ptr<Database>> open_county_database(const std::filesystem::path& folder, WhenMissing when_missing);

// Brings a PostgreSQL database's tables up to date, by migrations of its own. Code "no_county" as above.
Result<void> prepare_postgresql(Database& database, WhenMissing when_missing);

// Nothing before the first start.
Result<std::optional<CountyIdentity>> county_identity(Database& database);

// Names the county at the first start, or says what the folder holds already. An authority that is not the stored one is
// refused ("other_county"), because its visits would be about other schools; a new name is taken over. Either part may be
// "" to leave it as it is; "no_county" when there is nothing stored to leave.
Result<CountyIdentity> settle_identity(Database& database, const CountyIdentity& wanted);

}  // namespace kitbag
