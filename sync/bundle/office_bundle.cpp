#include "sync/bundle/office_bundle.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/storage/photo_store.h"
#include "core/storage/store_shelf.h"
#include "sync/bundle/bundle_messages.h"
#include "sync/bundle/carried_file.h"
#include "sync/client/answers.h"
#include "sync/client/taken_answers.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/picture_messages.h"

namespace kitbag {
namespace {

constexpr std::string_view get = "GET";
constexpr std::string_view post = "POST";

Fault other_county() {
    return {"other_county",
            "This file is from a tablet of another county. Nothing was changed. Give it to that county's office."};
}

Fault other_key(const std::string& wanted, const PublicKey& given) {
    return {"other_recovery_key", "This file needs the recovery key " + wanted + ", and --key holds " +
                                      fingerprint(given) +
                                      ". Nothing was changed. Give the file of that key, which may be an older one."};
}

// What the county's own program says in an error: unlike a tablet, the office is told its words.
Fault reason_in(const CountyAnswer& answer) {
    const Result<Fault> reason = read_error_reply(answer.body);
    return reason ? *reason : reason.error();
}

class Taking {
  public:
    Taking(AboutBundle about, const AskCounty& ask) : about_(std::move(about)), ask_(ask) {}

    // In the order of a sync over a network.
    Result<void> begin();
    Result<void> take(Part part);
    Result<void> finish();

    const AboutBundle& about() const { return about_; }
    const std::vector<Part>& answer() const { return answer_; }
    const BundleTaken& taken() const { return taken_; }

  private:
    CountyAnswer ask(std::string_view method, std::string path, std::string query, std::string body = "") {
        return ask_({std::string(method), std::move(path), std::move(query), std::move(body), about_.token});
    }
    Result<void> push(const std::string& body);
    Result<void> pull();
    Result<void> start_again(const CountyAnswer& answer);
    Result<void> picture(const std::string& bytes);

    AboutBundle about_;
    const AskCounty& ask_;
    std::vector<Part> answer_;
    BundleTaken taken_;
    KnownHistory known_;  // Moves on with each page; nothing of a county that was put back.
    std::string scope_;
    bool pulled_ = false;
};

Result<void> Taking::begin() {
    known_ = about_.history;
    scope_ = about_.scope;
    answer_.push_back({std::string(part::about), write_about(AboutAnswer{known_.cursor, about_.reference})});
    CountyAnswer reference = ask(get, "/api/reference", "known=" + about_.reference);
    if (is_success(reference.status)) {
        answer_.push_back({std::string(part::reference), std::move(reference.body)});
        return {};
    }
    Fault reason = reason_in(reference);
    if (reason.code != "wipe_wanted") return std::unexpected(std::move(reason));
    taken_.leaving = true;
    answer_.push_back({std::string(part::refused), std::move(reference.body)});
    return {};
}

Result<void> Taking::take(Part part) {
    if (part.kind == part::push) return push(part.body);
    if (part.kind != part::picture) return {};
    return pull().and_then([&] { return picture(part.body); });
}

Result<void> Taking::finish() {
    return pull();
}

Result<void> Taking::push(const std::string& body) {
    if (taken_.restored) return {};  // It waits on the tablet until that has read what the county still has.
    CountyAnswer answer = ask(post, "/api/push", push_query({.received = known_.received, .chain = {}}), body);
    if (!is_success(answer.status)) return start_again(answer);
    const Result<PushReply> reply = read_push_reply(answer.body);
    if (!reply) return std::unexpected(reply.error());
    for (const Outcome& outcome : reply->outcomes) {
        taken_.accepted += outcome.answer == Answer::accepted ? 1 : 0;
        taken_.already_had += outcome.answer == Answer::already_had ? 1 : 0;
        taken_.refused += outcome.answer == Answer::refused ? 1 : 0;
    }
    answer_.push_back({std::string(part::push), std::move(answer.body)});
    return {};
}

// Once: a county that has lost what it said a moment ago is none to go on with.
Result<void> Taking::start_again(const CountyAnswer& answer) {
    Fault reason = reason_in(answer);
    if (reason.code != "county_restored" || std::exchange(taken_.restored, true))
        return std::unexpected(std::move(reason));
    answer_.push_back({std::string(part::restored), answer.body});
    known_ = {};
    return {};
}

Result<void> Taking::pull() {
    if (std::exchange(pulled_, true) || taken_.leaving) return {};
    std::int64_t bytes = 0;
    for (bool more = true; more;) {
        CountyAnswer answer = ask(get, "/api/pull", pull_query({known_, scope_}));
        if (!is_success(answer.status)) {
            if (Result<void> again = start_again(answer); !again) return again;
            continue;
        }
        const Result<ChangePage> page = read_pull_reply(answer.body);
        if (!page) return std::unexpected(page.error());
        // It would be asked for again for ever.
        if (page->scope && page->scope->id != scope_) known_.cursor = 0;
        if (page->cursor < known_.cursor || (page->more && page->cursor == known_.cursor))
            return std::unexpected(muddled_answer());
        if (page->scope) scope_ = page->scope->id;
        known_.cursor = page->cursor;
        known_.chain = page->chain;
        bytes += static_cast<std::int64_t>(answer.body.size());
        taken_.given_back += static_cast<int>(page->changes.size());
        taken_.more = page->more;
        more = page->more && bytes < answer_pages_bytes_max;
        answer_.push_back({std::string(part::pull), std::move(answer.body)});
    }
    return {};
}

// Cut into the pieces of the protocol, from where the county is. A picture that it does not take waits on the tablet, as over a network.
Result<void> Taking::picture(const std::string& bytes) {
    const auto size = static_cast<std::int64_t>(bytes.size());
    const std::string content = photo_content({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    CountyAnswer answer = ask(get, "/api/picture", "content=" + content);
    std::int64_t at = -1;
    while (is_success(answer.status)) {
        const Result<PictureReply> reply = read_picture_reply(answer.body);
        if (!reply) return std::unexpected(reply.error());
        if (reply->receipt) {
            ++taken_.pictures;
            answer_.push_back({std::string(part::picture), std::move(answer.body)});
            return {};
        }
        const std::int64_t have = reply->size == size || at >= 0 ? reply->have : 0;
        if (have <= at || have >= size) return {};  // It does not move on.
        at = have;
        answer = ask(post, "/api/picture/send",
                     "content=" + content + "&from=" + std::to_string(at) + "&size=" + std::to_string(size),
                     bytes.substr(static_cast<std::size_t>(at), picture_piece_bytes_max));
    }
    return answer.status >= 500 ? std::unexpected(reason_in(answer)) : Result<void>();
}

// Nothing of it is asked: every byte is read and found to be as it was written.
Result<AboutBundle> check_whole(ByteSource& source, const OpenedFile& file) {
    std::optional<AboutBundle> about;
    const Result<void> read = each_part(source, file, [&](const Part& part) -> Result<void> {
        const bool first = !about.has_value();
        if (first != (part.kind == part::about))
            return std::unexpected(carried_trouble(CarriedKind::bundle, FileTrouble::damaged));
        if (!first) return {};
        Result<AboutBundle> read_about = read_about_bundle(part.body);
        if (!read_about) return std::unexpected(read_about.error());
        about = *std::move(read_about);
        return {};
    });
    if (!read) return std::unexpected(read.error());
    if (!about) return std::unexpected(carried_trouble(CarriedKind::bundle, FileTrouble::damaged));
    return *std::move(about);
}

}  // namespace

Result<BundleTaken> take_bundle(ByteSource& bundle, std::string_view county, const SecretKey& recovery_secret,
                                const AskCounty& ask, Instant now, Random& random, const ByteSink& answer) {
    const Result<CarriedHeader> header = read_carried_header(bundle, CarriedKind::bundle);
    if (!header) return std::unexpected(header.error());
    if (header->county != county_mark(county)) return std::unexpected(other_county());
    const PublicKey key = public_half(recovery_secret);
    if (header->key != fingerprint(key)) return std::unexpected(other_key(header->key, key));
    const Result<OpenedFile> file = open_bundle(bundle, *header, recovery_secret);
    if (!file) return std::unexpected(file.error());
    Result<AboutBundle> about = check_whole(bundle, *file);
    if (!about) return std::unexpected(about.error());

    Taking taking(*std::move(about), ask);
    const Result<void> asked =
        taking.begin()
            .and_then([&] { return each_part(bundle, *file, [&](Part part) { return taking.take(std::move(part)); }); })
            .and_then([&] { return taking.finish(); });
    if (!asked) return std::unexpected(asked.error());
    const Parts parts = [&](const PutPart& put) -> Result<void> {
        for (const Part& part : taking.answer()) put(part.kind, part.body);
        return {};
    };
    CarriedHeader reply = *header;
    reply.made_at = now;
    const Result<void> written = write_answer(std::move(reply), taking.about().answer_key, parts, random, answer);
    if (!written) return std::unexpected(written.error());
    BundleTaken taken = taking.taken();
    taken.device = header->device;
    taken.made_at = header->made_at;
    return taken;
}

}  // namespace kitbag
