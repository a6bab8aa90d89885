#include "core/storage/reference.h"

#include "core/storage/calendar_store.h"
#include "core/storage/device_store.h"
#include "core/storage/school_store.h"

namespace kitbag {

Result<void> replace_reference(Database& database, std::string_view version, std::span<const School> schools,
                               std::span<const StoredPack> packs, std::string_view half_terms,
                               std::span<const StoredTemplates> visit_templates, const CountySettings& settings) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    if (Result<void> done = SchoolStore(database).replace_all(schools); !done) return done;
    if (Result<void> done = FrameworkStore(database).put(packs); !done) return done;
    if (Result<void> done = CalendarStore(database).put(half_terms); !done) return done;
    for (const StoredTemplates& each : visit_templates) {
        if (Result<void> done = VisitTemplatesStore(database).put(each); !done) return done;
    }
    if (Result<void> done = write_county_settings(database, settings); !done) return done;
    if (Result<void> done = DeviceStore(database).set_reference_version(version); !done) return done;
    return transaction->commit();
}

}  // namespace kitbag
