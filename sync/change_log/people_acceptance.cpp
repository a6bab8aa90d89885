#include "sync/change_log/people_acceptance.h"

#include <optional>
#include <string>

#include "core/base/text.h"
#include "core/storage/post_store.h"
#include "sync/change_log/acceptance_checks.h"

namespace kitbag {
namespace {

Result<void> check_school(Database& database, std::string_view urn) {
    return known_school(database, urn).transform([](const School&) {});
}

Result<void> check_post_change(Database& database, const Change& change) {
    const Result<std::optional<Post>> found = PostStore(database).post(change.entity_id);
    if (!found) return std::unexpected(found.error());
    if (!*found) {
        if (Result<void> whole = need_parts(change, {"urn", "role", "name"}); !whole) return whole;
        return check_school(database, text_or_empty(change, "urn"));
    }
    const std::string& own = (*found)->urn;
    if (text_in(change, "urn").value_or(own) != own)
        return fault("bad_change",
                     "This names another school than its own. Record the person again where they belong.");
    if (trim(text_in(change, "name").value_or("as before")).empty())
        return fault("bad_field", "A post needs the name of who holds it. Write it again, or end the post.");
    return {};
}

}  // namespace

bool is_about_people(std::string_view entity) {
    return entity == "establishment" || entity == "post";
}

Result<void> check_people_change(Database& database, const Change& change, const Writer& writer) {
    if (!may_record(writer.role))
        return fault("not_allowed", "An officer does not record the people of a school. Ask an adviser to.");
    return change.entity == "post" ? check_post_change(database, change) : check_school(database, change.entity_id);
}

}  // namespace kitbag
