#include "sync/protocol/picture_messages.h"

#include <algorithm>

#include "core/base/json.h"
#include "sync/receipt.h"

namespace kitbag {
namespace {

constexpr std::size_t reply_bytes_max = 4096;
constexpr std::size_t content_length = 64;
constexpr std::size_t receipt_bytes_max = 40;

std::unexpected<Fault> not_ours() {
    return fault("not_our_server",
                 "Something other than your county's server answered. If this network asks people to sign in, open "
                 "another page, sign in there, and try again. Nothing on this tablet was changed.");
}

std::optional<std::int64_t> number_in(const Json& json, std::string_view name) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_unsigned()) return std::nullopt;
    const auto number = found->get<std::uint64_t>();
    return number <= photo_bytes_max ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
}

bool fits(std::string_view text) {
    return !text.empty() && text.size() <= receipt_bytes_max;
}

}  // namespace

std::string write_picture_reply(const PictureReply& reply) {
    Json json = {{"content", reply.content}, {"size", reply.size}, {"have", reply.have}};
    if (reply.receipt) json["receipt"] = {{"number", reply.receipt->number}, {"at", reply.receipt->at}};
    return to_text(json);
}

Result<PictureReply> read_picture_reply(std::string_view body) {
    if (body.size() > reply_bytes_max) return not_ours();
    const Result<Json> json = parse_json(body, "The answer");
    if (!json || !json->is_object()) return not_ours();
    const std::optional<std::int64_t> size = number_in(*json, "size");
    const std::optional<std::int64_t> have = number_in(*json, "have");
    if (!size || !have || *have > *size) return not_ours();
    PictureReply reply{text_or(*json, "content"), *size, *have};
    if (!is_picture_content(reply.content)) return not_ours();
    const auto receipt = json->find("receipt");
    if (receipt == json->end()) return reply;
    reply.receipt = {text_or(*receipt, "number"), text_or(*receipt, "at")};
    if (*have != *size || !fits(reply.receipt->number) || !fits(reply.receipt->at)) return not_ours();
    return reply;
}

bool is_picture_content(std::string_view text) {
    return text.size() == content_length &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string picture_receipt_number(std::int64_t position, std::string_view content) {
    std::string number = receipt_number(position, content);
    number.front() = 'P';
    return number;
}

}  // namespace kitbag
