#include "sync/client/picture_exchange.h"

#include <algorithm>
#include <utility>

#include "sync/client/answers.h"
#include "sync/protocol/picture_messages.h"

namespace kitbag {
namespace {

constexpr int setbacks_max = 2;

std::unexpected<Fault> muddled() {
    return fault(
        "not_our_server",
        "The answer does not fit the picture that was asked about, so nothing of it was kept. Try again; if it "
        "stays, tell your county.");
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string about(std::string_view address, std::string_view content) {
    return std::string(address) + "?content=" + std::string(content);
}

// An answer about one picture that does not mean the tablet, the network or the server as a whole.
bool is_about_picture(int status) {
    return status == 400 || status == 404 || status == 405 || status == 409 || status == 413 || status == 422;
}

}  // namespace

void PictureExchange::begin() {
    passed_over_.clear();
    only_send_ = false;
    refusal_.reset();
    if (interrupted_) current_ = std::exchange(interrupted_, std::nullopt);
    takes_pictures_ = ask_again_ = true;
    sent_bytes_ = 0;
    sent_ = fetched_ = 0;
    if (current_ && !current_->receiving) current_.reset();
}

void PictureExchange::only_send() {
    only_send_ = true;
    wanted_.clear();
    if (current_ && current_->receiving) current_.reset();
    if (interrupted_ && interrupted_->receiving) interrupted_.reset();
}

Result<bool> PictureExchange::any_wanted() const {
    for (const std::string& content : wanted_) {
        const Result<bool> here = store_.has(content);
        if (!here) return std::unexpected(here.error());
        if (!*here) return true;
    }
    return false;
}

Result<std::optional<PictureAsk>> PictureExchange::next() {
    if (const Result<void> asked = choose_received(); !asked) return std::unexpected(asked.error());
    if (!current_ && takes_pictures_) {
        if (const Result<void> chosen = choose(); !chosen) return std::unexpected(chosen.error());
    }
    if (!current_ || !takes_pictures_) return std::nullopt;
    const Current& now = *current_;
    if (!now.asked) return PictureAsk{"GET", about("/api/picture", now.content), ""};
    const std::string from = "&from=" + std::to_string(now.have);
    if (now.receiving)
        return PictureAsk{"GET", about("/api/picture/bytes", now.content) + from + "&most=" + std::to_string(piece_),
                          ""};
    return PictureAsk{"POST", about("/api/picture/send", now.content) + from + "&size=" + std::to_string(now.size),
                      now.bytes.substr(static_cast<std::size_t>(now.have), piece_)};
}

// Once in a sync the county is asked about the picture that it received last. Records that were put back from an older copy
// may have all the changes and not the last pictures, and then nothing else would say so. It comes before all else, because
// a picture that is brought is the last one then.
Result<void> PictureExchange::choose_received() {
    if (!takes_pictures_ || !std::exchange(ask_again_, false)) return {};
    Result<std::string> last = store_.last_received();
    if (!last) return std::unexpected(last.error());
    if (last->empty()) return {};
    interrupted_ = std::exchange(current_, Current{.content = std::move(*last), .received_before = true});
    return {};
}

Result<void> PictureExchange::choose() {
    const Result<bool> wanted = choose_wanted();
    if (!wanted) return std::unexpected(wanted.error());
    return *wanted ? Result<void>{} : choose_waiting();
}

Result<bool> PictureExchange::choose_wanted() {
    for (const std::string& content : wanted_) {
        if (passed_over_.contains(content) || !is_picture_content(content)) continue;
        const Result<bool> here = store_.has(content);
        if (!here) return std::unexpected(here.error());
        if (*here) continue;
        current_ = Current{.content = content, .receiving = true};
        return true;
    }
    return false;
}

Result<void> PictureExchange::choose_waiting() {
    const Result<std::vector<std::string>> waiting = store_.waiting_contents();
    if (!waiting) return std::unexpected(waiting.error());
    const auto next =
        std::ranges::find_if(*waiting, [&](const std::string& each) { return !passed_over_.contains(each); });
    if (next == waiting->end()) return {};
    const Result<WaitingPictures> left = store_.waiting();
    if (!left) return std::unexpected(left.error());
    const Result<std::optional<PhotoBytes>> picture = store_.picture(*next);
    if (!picture) return std::unexpected(picture.error());
    left_ = left->bytes;
    current_ = Current{.content = *next, .size = static_cast<std::int64_t>((*picture)->size())};
    current_->bytes.assign((*picture)->begin(), (*picture)->end());
    return {};
}

Result<void> PictureExchange::take(int status, std::string_view body) {
    if (!current_) return {};
    if (!is_success(status)) return refused(status, body);
    if (!current_->asked) return take_status(body);
    return current_->receiving ? take_piece(body) : take_progress(body);
}

Result<void> PictureExchange::refused(int status, std::string_view body) {
    Fault reason = reason_of(status, body);
    if (!is_about_picture(status) || reason.code == "not_our_server" || reason.code == "newer_protocol")
        return std::unexpected(std::move(reason));
    takes_pictures_ = reason.code != "not_found" && reason.code != "wrong_method";
    // That the county does not have its record, because it refused that, is told where refused changes are.
    // That one was removed by somebody the next page tells, but not a tablet that gets none any more.
    const bool sending = !current_->receiving && !current_->received_before;
    const bool removed = reason.code == "removed_picture";
    const bool must_be_told = takes_pictures_ && sending && !removed && reason.code != "unknown_picture";
    if (must_be_told) refusal_ = std::move(reason);
    const std::string content = current_->content;
    pass_over();
    return removed && only_send_ ? store_.remove_if_received(content) : Result<void>{};
}

Result<void> PictureExchange::take_status(std::string_view body) {
    const Result<PictureReply> reply = read_picture_reply(body);
    if (!reply) return std::unexpected(reply.error());
    if (reply->content != current_->content) return muddled();
    if (current_->received_before) {
        current_ = std::exchange(interrupted_, std::nullopt);
        return reply->receipt ? Result<void>{} : store_.forget_receipts();
    }
    current_->asked = true;
    if (!current_->receiving) {
        if (reply->receipt) return received(*reply->receipt);
        current_->have = reply->size == current_->size ? reply->have : 0;
        return current_->have < current_->size ? Result<void>{} : muddled();
    }
    if (!reply->receipt) {  // Its tablet has not sent it yet.
        pass_over();
        return {};
    }
    current_->size = reply->size;
    current_->receipt = *reply->receipt;
    return {};
}

Result<void> PictureExchange::take_progress(std::string_view body) {
    const Result<PictureReply> reply = read_picture_reply(body);
    if (!reply) return std::unexpected(reply.error());
    if (reply->content != current_->content) return muddled();
    piece_ = std::min(piece_ * 2, picture_piece_bytes_max);
    if (reply->receipt) return received(*reply->receipt);
    const bool moved_on = reply->have > current_->have && reply->have < current_->size;
    // The county may have lost what it had, but not for ever.
    if (!moved_on && ++current_->setbacks > setbacks_max) {
        pass_over();
        return {};
    }
    current_->have = reply->have < current_->size ? reply->have : 0;
    return {};
}

Result<void> PictureExchange::take_piece(std::string_view body) {
    const auto length = static_cast<std::int64_t>(body.size());
    if (body.empty() || body.size() > piece_ || current_->have + length > current_->size) {
        current_.reset();
        return muddled();
    }
    current_->bytes.append(body);
    current_->have += length;
    piece_ = std::min(piece_ * 2, picture_piece_bytes_max);
    if (current_->have < current_->size) return {};
    const Current whole = *std::exchange(current_, std::nullopt);
    const Result<void> kept = store_.take(whole.content, bytes_of(whole.bytes), whole.receipt);
    if (!kept) return kept.error().code.starts_with("photo_") ? muddled() : kept;
    ++fetched_;
    return {};
}

Result<void> PictureExchange::received(const PictureReceipt& receipt) {
    const Current whole = *std::exchange(current_, std::nullopt);
    sent_bytes_ += whole.size;
    ++sent_;
    return store_.record_receipt(whole.content, receipt);
}

void PictureExchange::no_answer() {
    piece_ = std::max(piece_ / 2, picture_piece_bytes_min);
    if (current_ && !current_->receiving) current_.reset();  // How much arrived is asked again.
}

void PictureExchange::pass_over() {
    if (!current_->received_before) passed_over_.insert(current_->content);
    current_ = std::exchange(interrupted_, std::nullopt);
}

PictureProgress PictureExchange::progress() const {
    PictureProgress progress;
    if (!current_) return progress;
    progress.receiving = current_->receiving;
    progress.done = current_->have + (current_->receiving ? 0 : sent_bytes_);
    progress.total = current_->receiving ? current_->size : left_ + sent_bytes_;
    progress.is_long = progress.total > static_cast<std::int64_t>(picture_piece_bytes_max);
    return progress;
}

}  // namespace kitbag
