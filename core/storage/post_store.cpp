#include "core/storage/post_store.h"

#include "core/storage/read_rows.h"

namespace kitbag {
namespace {

std::string select_posts(std::string_view rest) {
    return std::string(
               "SELECT id, urn, role, name, account, designation, leads, capacity, since, until, team FROM post ")
        .append(rest);
}

Post read_post(const Statement& row) {
    Post post;
    post.id = row.text(0);
    post.urn = row.text(1);
    post.role = post_role_from(row.text(2)).value_or(post.role);
    post.name = row.text(3);
    post.account = row.text(4);
    post.designation = designation_from(row.text(5)).value_or(post.designation);
    post.leads = row.text(6);
    post.capacity = row.text(7);
    post.since = date_in(row, 8);
    post.until = date_in(row, 9);
    post.team = team_from(row.text(10)).value_or(post.team);
    return post;
}

}  // namespace

Result<std::optional<Post>> PostStore::post(std::string_view id) const {
    Statement statement = database_.query(select_posts("WHERE id = ?"), id);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    return read_post(statement);
}

Result<std::vector<Post>> PostStore::posts_of_school(std::string_view urn) const {
    return read_all(database_.query(select_posts("WHERE urn = ? ORDER BY id"), urn), read_post);
}

Result<std::vector<Post>> PostStore::posts_of_account(std::string_view account) const {
    return read_all(database_.query(select_posts("WHERE account = ? ORDER BY id"), account), read_post);
}

Result<std::vector<Post>> PostStore::all_posts() const {
    return read_all(database_.query(select_posts("ORDER BY urn, id")), read_post);
}

Result<std::string> PostStore::local_name(std::string_view urn) const {
    Statement statement = database_.query("SELECT local_name FROM establishment WHERE id = ?", urn);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : std::string();
}

Result<std::vector<LocalName>> PostStore::all_local_names() const {
    return read_all(database_.query("SELECT id, local_name FROM establishment WHERE local_name <> '' ORDER BY id"),
                    [](const Statement& row) { return LocalName{row.text(0), row.text(1)}; });
}

}  // namespace kitbag
