#include "sync/client/sync_engine.h"

#include <algorithm>
#include <utility>

#include "core/storage/erasure_order.h"
#include "sync/client/answers.h"
#include "sync/client/taken_answers.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"

namespace kitbag {
namespace {

constexpr Instant first_retry_ms = 30 * 1'000;
constexpr Instant longest_retry_ms = 15 * 60 * 1'000;
constexpr Instant clock_allowed_ms = 5 * 60 * 1'000;
constexpr std::size_t envelope_bytes = 64;  // What a push has around its changes.

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

Fault no_connection() {
    return {"no_connection",
            "There is no connection to the county now. What you wrote is safe on this tablet, and will be sent later."};
}

Fault stopped() {
    return {"stopped", "The sync was stopped. What is left goes the next time."};
}

Instant retry_after(int failures) {
    Instant wait = first_retry_ms;
    for (int n = 1; n < failures && wait < longest_retry_ms; ++n) wait *= 2;
    return std::min(wait, longest_retry_ms);
}

// A version is hexadecimal; anything else would not belong in a path.
std::string query_value(std::string_view text) {
    std::string value;
    std::ranges::copy_if(text, std::back_inserter(value), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == '.';
    });
    return value;
}

}  // namespace

SyncEngine::SyncEngine(Database& database, ChangeLog& change_log, const Clock& clock, std::string token)
    : database_(database),
      change_log_(change_log),
      device_(database),
      clock_(clock),
      token_(std::move(token)),
      outcomes_(database),
      pictures_(database) {}

std::optional<SyncAction> SyncEngine::handle(const SyncEvent& event) {
    const auto begin = [&]() -> std::optional<SyncAction> {
        if (running()) return std::nullopt;
        return start();
    };
    return std::visit(Overloaded{
                          [&](const StartRequested&) { return begin(); },
                          [&](const TimerRang&) { return begin(); },
                          [&](const StopRequested&) -> std::optional<SyncAction> {
                              stopping_ = running();
                              return std::nullopt;
                          },
                          [&](const HttpResponse& response) { return answered(response); },
                          [&](const NetworkFailed& failed) -> std::optional<SyncAction> {
                              if (!running() || failed.number != number_) return std::nullopt;
                              if (step_ == Step::pictures) pictures_.no_answer();
                              return fail(no_connection());
                          },
                          [&](const PicturesWanted& wanted) {
                              pictures_.want(wanted.contents);
                              return bring_wanted();
                          },
                      },
                      event);
}

SyncProgress SyncEngine::progress() const {
    const int answered = summary_.sent + summary_.refused;
    SyncProgress progress{.stopping = stopping_};
    if (step_ == Step::push) {
        progress.part = SyncProgress::Part::sending;
        progress.done = answered;
        progress.total = answered + waiting_;
        progress.is_long = progress.total > static_cast<int>(batch_.size());
    } else if (step_ == Step::pull) {
        progress.part = SyncProgress::Part::receiving;
        progress.done = received_;
        progress.is_long = received_ > 0;
    } else if (step_ == Step::pictures) {
        const PictureProgress now = pictures_.progress();
        progress.part = now.receiving ? SyncProgress::Part::receiving_picture : SyncProgress::Part::sending_pictures;
        progress.done = static_cast<int>(now.done);
        progress.total = static_cast<int>(now.total);
        progress.is_long = now.is_long;
    } else if (step_ == Step::outcomes) {
        progress.is_long = true;
    } else {
        progress.is_long = first_reference_;
    }
    return progress;
}

SyncAction SyncEngine::start() {
    prepare();
    return ask_reference();
}

std::optional<SyncAction> SyncEngine::bring_wanted() {
    const Result<bool> any = pictures_.any_wanted();
    if (running() || failures_ > 0 || !any || !*any) return std::nullopt;
    prepare();
    return ask_picture();
}

void SyncEngine::prepare() {
    summary_ = {};
    stopping_ = false;
    read_anew_ = false;
    wrote_anew_ = false;
    leaving_ = false;
    history_asked_ = false;
    received_ = 0;
    batch_max_ = push_changes_max;
    left_over_.reset();
    outcomes_.begin();
    pictures_.begin();
}

std::optional<SyncAction> SyncEngine::answered(const HttpResponse& response) {
    if (!running() || response.number != number_) return std::nullopt;
    if (step_ == Step::pictures) return take_picture(response);
    if (!is_success(response.status)) {
        const Fault reason = reason_of(response.status, response.body);
        if (reason.code == "wipe_wanted" && step_ != Step::push) return leave();
        if (step_ == Step::outcomes && is_refused_body(response.status, reason)) return pass_over_outcomes(reason);
        if (reason.code == "county_restored" && !std::exchange(read_anew_, true)) return read_from_start();
        const bool smaller_may_pass =
            step_ == Step::push && !batch_.empty() && is_refused_body(response.status, reason);
        return smaller_may_pass ? push_refused_whole(reason) : fail(reason);
    }
    if (step_ == Step::reference) return take_reference(response);
    if (step_ == Step::outcomes) return take_outcomes(response);
    return step_ == Step::push ? take_push(response) : take_pull(response);
}

SyncAction SyncEngine::take_reference(const HttpResponse& response) {
    const Result<ReferenceTaken> taken = take_reference_reply(database_, response.body);
    if (!taken && taken.error().code != "bad_reference") return fail(taken.error());
    // The adviser's own record must not wait for the county to mend its lists.
    if (!taken) left_over_ = taken.error();
    if (taken && taken->is_new) summary_.new_reference = true;
    if (taken) {
        if (const Result<void> offered = outcomes_.offer(taken->outcomes); !offered) return fail(offered.error());
    }
    if (const Result<void> none = ErasureOrders(database_).forget(); !none) return fail(none.error());
    return ask_push();
}

// The county's time lies between asking and hearing, however slow the network was: only what is outside of that is wrong for certain.
Result<void> SyncEngine::note_clock(Instant county_now) {
    if (county_now == 0) return {};
    const Instant now = clock_.now();
    Instant ahead = 0;
    if (asked_at_ > county_now) ahead = asked_at_ - county_now;
    if (now < county_now) ahead = now - county_now;
    if (ahead > -clock_allowed_ms && ahead < clock_allowed_ms) ahead = 0;
    const Result<Instant> before = device_.clock_ahead();
    if (!before) return std::unexpected(before.error());
    return *before == ahead ? Result<void>{} : device_.set_clock_ahead(ahead);
}

SyncAction SyncEngine::take_push(const HttpResponse& response) {
    const Result<PushReply> reply = read_push_reply(response.body);
    if (!reply) return fail(reply.error());
    if (!std::ranges::equal(reply->outcomes, batch_, {}, &Outcome::change)) return fail(muddled_answer());
    const RefusedIs refused_is = leaving_ ? RefusedIs::kept_by_county : RefusedIs::only_here;
    const Result<PushTaken> taken = take_push_reply(change_log_, *reply, refused_is);
    if (!taken) return fail(taken.error());
    summary_.refused += taken->refused;
    summary_.sent += taken->sent;
    batch_max_ = push_changes_max;
    return ask_push();
}

// One change among them may be what the county cannot take. Halving finds it, and lets all the others pass.
SyncAction SyncEngine::push_refused_whole(const Fault& reason) {
    if (batch_.size() > 1) {
        batch_max_ = batch_.size() / 2;
        return ask_push();
    }
    const Outcome refusal{.change = batch_.front(), .answer = Answer::refused, .receipt = {}, .reason = reason};
    if (const Result<void> stored = change_log_.record_outcomes({&refusal, 1}); !stored) return fail(stored.error());
    ++summary_.refused;
    batch_max_ = push_changes_max;
    return ask_push();
}

// The county has less than this tablet knows it to have had. What it still has is read first, and the rest sent after it.
SyncAction SyncEngine::read_from_start() {
    if (const Result<void> doubted = change_log_.doubt_county(); !doubted) return fail(doubted.error());
    if (!leaving_) return ask_pull();
    // It gives this tablet nothing to read any more.
    const Result<void> all_again =
        change_log_.send_unconfirmed().and_then([&] { return change_log_.offer_refused_again(); });
    return all_again ? ask_push() : fail(all_again.error());
}

SyncAction SyncEngine::take_pull(const HttpResponse& response) {
    const Result<ChangePage> page = read_pull_reply(response.body);
    if (!page) return fail(page.error());
    const Result<int> applied = take_page(device_, change_log_, *page);
    if (!applied) return fail(applied.error());
    summary_.fetched += *applied;
    received_ += static_cast<int>(page->changes.size());
    if (const Result<void> noted = note_clock(page->now); !noted) return fail(noted.error());
    return page->more ? ask_pull() : after_pull();
}

SyncAction SyncEngine::after_pull() {
    if (const Result<void> sent_again = change_log_.send_unconfirmed(); !sent_again) return fail(sent_again.error());
    const Result<ChangeCounts> counts = change_log_.counts();
    if (!counts) return fail(counts.error());
    // Written while the sync ran, or this tablet's own work come back after it was restored.
    if (counts->waiting > 0) return ask_push();
    if (const Result<void> kept = note_contact(database_, clock_.now()); !kept) return fail(kept.error());
    return ask_outcomes();
}

// They are large and seldom change, so the adviser's own record goes before them, and what was written since the last part as well.
SyncAction SyncEngine::ask_outcomes() {
    const std::optional<std::string> path = outcomes_.next();
    if (!path || leaving_) return ask_picture();
    const Result<ChangeCounts> counts = change_log_.counts();
    if (!counts) return fail(counts.error());
    return counts->waiting > 0 ? ask_push() : ask(Step::outcomes, "GET", *path, "");
}

// Nothing else of a sync waits for the county to mend its outcomes.
std::optional<SyncAction> SyncEngine::pass_over_outcomes(const Fault& reason) {
    outcomes_.give_up();
    left_over_ = reason;
    return ask_picture();
}

SyncAction SyncEngine::take_outcomes(const HttpResponse& response) {
    const Result<void> taken = outcomes_.take(response.body);
    if (!taken && taken.error().code == "bad_outcomes") return *pass_over_outcomes(taken.error());
    return taken ? ask_outcomes() : fail(taken.error());
}

// What was written since the last piece goes before the next.
SyncAction SyncEngine::ask_picture() {
    const Result<ChangeCounts> counts = change_log_.counts();
    if (!counts) return fail(counts.error());
    if (counts->waiting > 0) return ask_push();
    Result<std::optional<PictureAsk>> next = pictures_.next();
    if (!next) return fail(next.error());
    if (!*next) return finish();
    return ask(Step::pictures, std::move((*next)->method), std::move((*next)->path), std::move((*next)->body));
}

SyncAction SyncEngine::take_picture(const HttpResponse& response) {
    const Result<void> taken = pictures_.take(response.status, response.body);
    if (!taken && taken.error().code == "wipe_wanted" && !leaving_) return leave();
    return taken ? ask_picture() : fail(taken.error());
}

SyncAction SyncEngine::ask_reference() {
    const Result<std::string> version = device_.reference_version();
    if (!version) return fail(version.error());
    first_reference_ = version->empty();
    return ask(Step::reference, "GET", "/api/reference?known=" + query_value(*version), "");
}

SyncAction SyncEngine::ask_push() {
    const Result<std::vector<CarriedChange>> changes = change_log_.waiting(batch_max_, push_bytes_max - envelope_bytes);
    if (!changes) return fail(changes.error());
    const Result<KnownHistory> known = known_history();
    if (!known) return fail(known.error());
    const std::string query = push_query(*known);
    // Before it erases itself it makes sure that the county still has what it had, though nothing more is to be sent.
    const bool asks_history = leaving_ && !history_asked_ && !query.empty();
    if (changes->empty() && !asks_history) return write_anew_or_pull();
    history_asked_ = true;
    const Result<ChangeCounts> counts = change_log_.counts();
    if (!counts) return fail(counts.error());
    waiting_ = counts->waiting;
    batch_.clear();
    for (const CarriedChange& each : *changes) batch_.push_back(each.change.id);
    return ask(Step::push, "POST", query.empty() ? "/api/push" : "/api/push?" + query, write_push_request(*changes));
}

SyncAction SyncEngine::write_anew_or_pull() {
    if (std::exchange(wrote_anew_, true)) return ask_pull();  // What is refused again waits for the next sync.
    const Result<int> anew = change_log_.write_anew();
    if (!anew) return fail(anew.error());
    return *anew > 0 ? ask_push() : ask_pull();
}

SyncAction SyncEngine::ask_pull() {
    Result<std::string> scope = device_.scope();
    if (!scope) return fail(scope.error());
    // Where nothing was sent, which asks it too: a copy from between the last receipt and what was read since fits the chain.
    Result<LastReceived> received = std::exchange(history_asked_, true) ? LastReceived() : change_log_.last_received();
    if (!received) return fail(received.error());
    Result<KnownHistory> history = read_up_to();
    if (!history) return fail(history.error());
    history->received = *std::move(received);
    return ask(Step::pull, "GET", "/api/pull?" + pull_query({*std::move(history), *std::move(scope)}), "");
}

SyncAction SyncEngine::ask(Step step, std::string method, std::string path, std::string body) {
    if (std::exchange(stopping_, false)) {
        step_ = Step::idle;
        return SyncFailed{stopped(), 0};
    }
    step_ = step;
    asked_at_ = clock_.now();
    ++number_;
    return HttpRequest{.number = number_,
                       .method = std::move(method),
                       .path = std::move(path),
                       .body = std::move(body),
                       .token = token_};
}

SyncAction SyncEngine::finish() {
    summary_.pictures_sent = pictures_.sent();
    summary_.pictures_fetched = pictures_.fetched();
    if (leaving_) return finish_leaving();
    if (left_over_) return fail(*std::exchange(left_over_, std::nullopt));
    if (pictures_.refusal()) return fail(*pictures_.refusal());
    step_ = Step::idle;
    failures_ = 0;
    stopping_ = false;
    return SyncDone{summary_};
}

SyncAction SyncEngine::fail(Fault reason) {
    step_ = Step::idle;
    stopping_ = false;
    ++failures_;
    const Instant wait = may_pass_by_itself(reason) ? retry_after(failures_) : 0;
    return SyncFailed{std::move(reason), wait};
}

}  // namespace kitbag
