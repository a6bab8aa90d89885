#include "sync/server/outcome_calls.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "sync/server/outcomes_import.h"

namespace kitbag {
namespace {

WebReply reply_with(std::string body) {
    WebReply reply = json_reply(200, Json());
    reply.body = std::move(body);
    return reply;
}

}  // namespace

Result<std::string> outcomes_version_of(Database& database) {
    return read_outcome_list(database).transform([](const OutcomeListReply& list) { return list.version; });
}

Result<WebReply> give_outcomes(Database& database, const WebRequest& request) {
    const Result<OutcomeListReply> list = read_outcome_list(database);
    if (!list) return std::unexpected(list.error());
    const std::string word = query_word(request.query, "part");
    if (word.empty()) return reply_with(write_outcome_list_reply(*list));
    const std::optional<OutcomePlace> place = outcome_place_from(word);
    const auto mark = place ? std::ranges::find(list->parts, *place, &OutcomePartMark::place) : list->parts.end();
    if (mark == list->parts.end())
        return fault("bad_query", "The county has no such part of its outcomes. Ask for the list of them again.");
    Result<std::optional<OutcomePart>> part = OutcomeStore(database).part(*place);
    if (!part) return std::unexpected(part.error());
    if (!*part) return fault("bad_query", "That part has just gone. Ask for the list of them again.");
    return reply_with(write_outcome_part_reply({mark->version, **std::move(part)}));
}

}  // namespace kitbag
