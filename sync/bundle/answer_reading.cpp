#include "sync/bundle/answer_reading.h"

#include <algorithm>
#include <utility>

#include "sync/client/answers.h"
#include "sync/client/taken_answers.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/picture_messages.h"

namespace kitbag {
namespace {

Fault old_answer() {
    return {"old_answer",
            "Everything in this answer is on this tablet already. Nothing was changed. If you expect more, make a new "
            "file for the office."};
}

Fault answer_ahead() {
    return {"answer_ahead",
            "This answer goes on after another one that this tablet has not read. Nothing was changed. Read that one "
            "first, or make a new file for the office."};
}

}  // namespace

Result<void> AnswerReading::take(const Part& part) {
    if (!about_) return begin(part.kind == part::about ? part.body : "");
    if (part.kind == part::reference) return take_reference(part.body);
    if (part.kind == part::push) return take_push(part.body);
    if (part.kind == part::pull) return take_pull(part.body);
    if (part.kind == part::picture) return take_picture(part.body);
    if (part.kind == part::restored) return start_again();
    if (part.kind != part::refused) return {};
    const Result<Fault> refusal = read_error_reply(part.body);
    if (!refusal) return std::unexpected(refusal.error());
    taken_.refusal = *refusal;
    any_news_ = true;
    return {};
}

Result<void> AnswerReading::begin(const std::string& body) {
    Result<AboutAnswer> about = read_about_answer(body);
    if (!about) return std::unexpected(about.error());
    about_ = *std::move(about);
    return {};
}

// What this tablet has learned since it made the bundle may be newer.
Result<void> AnswerReading::take_reference(const std::string& body) {
    const Result<std::string> version = device_.reference_version();
    if (!version) return std::unexpected(version.error());
    if (*version != about_->reference) return {};
    const Result<ReferenceTaken> taken = take_reference_reply(database_, body);
    if (!taken && taken.error().code != "bad_reference") return std::unexpected(taken.error());
    if (!taken) taken_.left_over = taken.error();
    taken_.new_reference = taken && taken->is_new;
    any_news_ = any_news_ || taken_.new_reference || taken_.left_over;
    return {};
}

// Answers to changes that have one already, because they went over a network meanwhile, are passed over by the log.
Result<void> AnswerReading::take_push(const std::string& body) {
    const Result<PushReply> reply = read_push_reply(body);
    if (!reply) return std::unexpected(reply.error());
    const Result<ChangeCounts> before = change_log_.counts();
    if (!before) return std::unexpected(before.error());
    const RefusedIs refused_is = taken_.refusal ? RefusedIs::kept_by_county : RefusedIs::only_here;
    if (const Result<PushTaken> stored = take_push_reply(change_log_, *reply, refused_is); !stored)
        return std::unexpected(stored.error());
    const Result<ChangeCounts> after = change_log_.counts();
    if (!after) return std::unexpected(after.error());
    taken_.sent += after->received - before->received;
    taken_.refused += after->refused - before->refused;
    any_news_ = any_news_ || after->waiting != before->waiting;
    return {};
}

// Pages that this tablet has read since are passed over, and it must have read all that is before the first.
Result<void> AnswerReading::take_pull(const std::string& body) {
    const Result<ChangePage> page = read_pull_reply(body);
    if (!page) return std::unexpected(page.error());
    const Result<std::int64_t> cursor = device_.cursor();
    if (!cursor) return std::unexpected(cursor.error());
    const Result<std::string> scope = device_.scope();
    if (!scope) return std::unexpected(scope.error());
    const bool of_others =
        page->scope && page->scope->id != *scope;  // Of other schools than until now, from the beginning.
    if (!std::exchange(any_page_, true) && !taken_.restored && !of_others && *cursor < about_->cursor)
        return std::unexpected(answer_ahead());
    taken_.more = page->more;
    then_ = page->now != 0 ? page->now : then_;
    const bool here_already = *cursor == about_->cursor && page->cursor == *cursor;
    read_before_ = read_before_ && page->cursor <= *cursor && !here_already && !of_others;
    if (page->cursor <= *cursor && !of_others) return {};
    const Result<int> applied = take_page(device_, change_log_, *page);
    if (!applied) return std::unexpected(applied.error());
    taken_.fetched += *applied;
    return {};
}

Result<void> AnswerReading::take_picture(const std::string& body) {
    const Result<PictureReply> reply = read_picture_reply(body);
    if (!reply) return std::unexpected(reply.error());
    const Result<std::vector<std::string>> waiting = photos_.waiting_contents();
    if (!waiting) return std::unexpected(waiting.error());
    if (!reply->receipt || !std::ranges::contains(*waiting, reply->content)) return {};
    ++taken_.pictures_sent;
    any_news_ = true;
    return photos_.record_receipt(reply->content, *reply->receipt);
}

Result<void> AnswerReading::start_again() {
    taken_.restored = any_news_ = true;
    return change_log_.doubt_county();
}

Result<AnswerTaken> AnswerReading::finish() {
    if (!about_) return std::unexpected(carried_trouble(CarriedKind::answer, FileTrouble::damaged));
    if (!any_news_ && (!any_page_ || read_before_)) return std::unexpected(old_answer());
    const bool all_read = any_page_ && !taken_.more && (taken_.restored || !read_before_);
    // What did not come is lost there; a county that wants the tablet erased hands out nothing by which to know.
    if (all_read || (taken_.restored && taken_.refusal)) {
        if (const Result<void> again = change_log_.send_unconfirmed(); !again) return std::unexpected(again.error());
    }
    const Result<std::optional<Instant>> contact = device_.last_contact();
    if (!contact) return std::unexpected(contact.error());
    if (all_read && contact->value_or(0) < then_) {
        if (const Result<void> noted = note_contact(database_, then_); !noted) return std::unexpected(noted.error());
    }
    return taken_;
}

}  // namespace kitbag
