#include "sync/protocol/outcome_messages.h"

#include <algorithm>
#include <utility>

#include "core/base/check.h"
#include "core/base/json.h"
#include "sync/protocol/limits.h"

namespace kitbag {
namespace {

constexpr std::size_t version_bytes_max = 64;

std::unexpected<Fault> not_ours() {
    return fault("not_our_server",
                 "Something other than your county's server answered. If this network asks people to sign in, open "
                 "another page, sign in there, and try again. Nothing on this tablet was changed.");
}

std::unexpected<Fault> bad_outcomes(const std::string& why) {
    return fault("bad_outcomes", "The county sent outcomes that cannot be read (" + why +
                                     "). The ones on this tablet were kept. Tell your county.");
}

Result<Json> read_reply(std::string_view body) {
    if (body.size() > response_bytes_max) return not_ours();
    Result<Json> json = parse_json(body, "The answer");
    if (!json || !json->is_object()) return not_ours();
    return json;
}

bool is_version(std::string_view text) {
    return !text.empty() && text.size() <= version_bytes_max;
}

}  // namespace

std::string write_outcome_list_reply(const OutcomeListReply& reply) {
    Result<Json> measures = parse_json(reply.measures, "The measures");
    CHECK(measures);
    Json parts = Json::array();
    for (const OutcomePartMark& mark : reply.parts)
        parts.push_back({{"part", to_word(mark.place)}, {"version", mark.version}});
    return to_text({{"version", reply.version}, {"measures", *std::move(measures)}, {"parts", std::move(parts)}});
}

Result<OutcomeListReply> read_outcome_list_reply(std::string_view body) {
    const Result<Json> json = read_reply(body);
    if (!json) return std::unexpected(json.error());
    OutcomeListReply reply;
    reply.version = text_or(*json, "version");
    const auto parts = json->find("parts");
    const auto measures = json->find("measures");
    const bool whole = is_version(reply.version) && measures != json->end() && parts != json->end() &&
                       parts->is_array() && parts->size() <= outcome_parts_max;
    if (!whole) return not_ours();
    reply.measures = to_text(*measures);
    if (const auto read = read_measures(reply.measures); !read) return bad_outcomes(read.error().sentence);
    for (const Json& each : *parts) {
        const auto place = outcome_place_from(text_or(each, "part"));
        if (!place) continue;  // Of a stage that only a newer program knows.
        OutcomePartMark mark{*place, text_or(each, "version")};
        if (!is_version(mark.version)) return not_ours();
        reply.parts.push_back(std::move(mark));
    }
    std::ranges::sort(reply.parts);
    return reply;
}

std::string write_outcome_part_reply(const OutcomePartReply& reply) {
    Json json = to_json(reply.part);
    json["version"] = reply.version;
    return to_text(json);
}

Result<OutcomePartReply> read_outcome_part_reply(std::string_view body) {
    const Result<Json> json = read_reply(body);
    if (!json) return std::unexpected(json.error());
    OutcomePartReply reply{text_or(*json, "version"), {}};
    if (!is_version(reply.version) || !json->contains("part")) return not_ours();
    Result<OutcomePart> part = outcome_part_from_json(*json);
    if (!part) return bad_outcomes(part.error().sentence);
    reply.part = *std::move(part);
    return reply;
}

}  // namespace kitbag
