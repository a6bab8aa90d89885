#include "sync/server/county_export.h"

#include <optional>
#include <utility>

#include "core/base/time.h"
#include "sync/server/county_database.h"
#include "sync/server/inspections_export.h"
#include "sync/server/people_export.h"
#include "sync/server/rating_export.h"
#include "sync/server/visit_export.h"
#include "sync/server/words_export.h"

namespace kitbag {

Result<Json> export_county(Database& database, const Clock& clock, const ExportBegun& begun) {
    const Result<OneMoment> moment = OneMoment::begin(database);
    if (!moment) return std::unexpected(moment.error());
    const Result<std::optional<CountyIdentity>> county = county_identity(database);
    if (!county) return std::unexpected(county.error());
    Json document = {{"exported_at", to_iso(clock.now())}, {"county", *county ? (*county)->name : ""}};
    const std::pair<const char*, std::function<Result<Json>()>> parts[] = {
        {"visits", [&] { return export_visits(database); }},
        {"agreements", [&] { return export_agreements(database); }},
        {"forum_notes", [&] { return export_forum_notes(database); }},
        {"ratings", [&] { return export_ratings(database); }},
        {"directions", [&] { return export_directions(database); }},
        {"posts", [&] { return export_posts(database); }},
        {"local_names", [&] { return export_local_names(database); }},
        {"areas_for_improvement", [&] { return export_areas_for_improvement(database); }},
        {"inspection_risks", [&] { return export_inspection_risks(database); }},
    };
    for (const auto& [name, make] : parts) {
        if (begun) begun(name);
        const Result<Json> exported = make();
        if (!exported) return std::unexpected(exported.error());
        document[name] = *exported;
    }
    return document;
}

}  // namespace kitbag
