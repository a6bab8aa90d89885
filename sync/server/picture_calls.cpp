#include "sync/server/picture_calls.h"

#include <optional>
#include <string>
#include <utility>

#include "core/storage/visit_store.h"
#include "sync/protocol/limits.h"
#include "sync/server/county_pictures.h"

namespace kitbag {
namespace {

WebReply reply_with(std::string body) {
    WebReply reply = json_reply(200, Json());
    reply.body = std::move(body);
    return reply;
}

}  // namespace

Result<WebReply> answer_picture_status(Database& database, const WebRequest& request) {
    return CountyPictures(database)
        .status(query_word(request.query, "content"))
        .transform([](const PictureReply& reply) { return reply_with(write_picture_reply(reply)); });
}

Result<WebReply> give_picture_piece(Database& database, Audit& audit, const AuditedAct& act,
                                    const WebRequest& request) {
    const std::string content = query_word(request.query, "content");
    const Result<std::int64_t> from = query_number(request.query, "from", 0);
    if (!from) return std::unexpected(from.error());
    const Result<std::int64_t> most =
        query_number(request.query, "most", static_cast<std::int64_t>(picture_piece_bytes_max));
    if (!most) return std::unexpected(most.error());
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    Result<std::string> bytes = CountyPictures(database).read(content, *from, *most);
    if (!bytes) return std::unexpected(bytes.error());
    if (const Result<void> noted = audit.note_picture(act, content, "picture_read"); !noted)
        return std::unexpected(noted.error());
    if (const Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    WebReply reply = reply_with(*std::move(bytes));
    reply.content_type = "application/octet-stream";
    return reply;
}

Result<WebReply> take_picture_piece(Database& database, Audit& audit, const AuditedAct& act, const WebRequest& request,
                                    Instant now) {
    const std::string content = query_word(request.query, "content");
    const Result<std::int64_t> from = query_number(request.query, "from", 0);
    if (!from) return std::unexpected(from.error());
    const Result<std::int64_t> size = query_number(request.query, "size", 0);
    if (!size) return std::unexpected(size.error());
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<PictureTaken> taken = CountyPictures(database).take({content, *from, *size, request.body}, now);
    if (!taken) return std::unexpected(taken.error());
    if (taken->whole_now) {
        if (const Result<void> noted = audit.note_picture(act, content, "picture_received"); !noted)
            return std::unexpected(noted.error());
    }
    if (const Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    if (taken->dropped) return std::unexpected(*taken->dropped);
    return reply_with(write_picture_reply(taken->reply));
}

Result<void> drop_removed_pictures(Database& database, std::span<const ReceivedChange> changes,
                                   std::span<const Outcome> outcomes) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (outcomes[i].answer != Answer::accepted || changes[i].change->entity != "photo") continue;
        const Result<std::optional<Photo>> photo = VisitStore(database).photo(changes[i].change->entity_id);
        if (!photo) return std::unexpected(photo.error());
        if (!*photo || !(*photo)->removed) continue;
        if (Result<void> gone = CountyPictures(database).remove_unused((*photo)->content); !gone) return gone;
    }
    return {};
}

}  // namespace kitbag
