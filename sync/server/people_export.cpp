#include "sync/server/people_export.h"

#include <utility>

#include "core/storage/post_store.h"
#include "sync/server/export_parts.h"

namespace kitbag {
namespace {

Result<Json> export_post(Database& database, const Post& post) {
    const Result<std::string> school = school_name(database, post.urn);
    if (!school) return std::unexpected(school.error());
    Json json = {{"id", post.id},
                 {"urn", post.urn},
                 {"school", *school},
                 {"role", to_word(post.role)},
                 {"name", post.name},
                 {"account", post.account},
                 {"designation", to_word(post.designation)},
                 {"leads", post.leads},
                 {"capacity", post.capacity},
                 {"since", date_or_empty(post.since)},
                 {"until", date_or_empty(post.until)},
                 {"team", to_word(post.team)}};
    if (Result<void> done = append_history(database, "post", post.id, json); !done)
        return std::unexpected(done.error());
    return json;
}

Result<Json> export_local_name(Database& database, const LocalName& one) {
    const Result<std::string> school = school_name(database, one.urn);
    if (!school) return std::unexpected(school.error());
    Json json = {{"urn", one.urn}, {"school", *school}, {"local_name", one.name}};
    if (Result<void> done = append_history(database, "establishment", one.urn, json); !done)
        return std::unexpected(done.error());
    return json;
}

}  // namespace

Result<Json> export_posts(Database& database) {
    return export_all(database, PostStore(database).all_posts(), export_post);
}

Result<Json> export_local_names(Database& database) {
    return export_all(database, PostStore(database).all_local_names(), export_local_name);
}

}  // namespace kitbag
