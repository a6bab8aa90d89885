#include "sync/bundle/tablet_bundle.h"

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <sodium.h>

#include "core/base/check.h"
#include "core/storage/county_settings.h"
#include "core/storage/escrow.h"
#include "core/storage/photo_store.h"
#include "core/storage/settings.h"
#include "core/storage/store_shelf.h"
#include "sync/bundle/answer_reading.h"
#include "sync/bundle/bundle_messages.h"
#include "sync/bundle/carried_file.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"

namespace kitbag {
namespace {

constexpr std::string_view secret_name = "bundle.secret";  // 64 hexadecimal digits.

Result<std::optional<SecretKey>> bundle_secret(Database& database) {
    return Settings(database).get(secret_name).transform([](const std::optional<std::string>& hex) {
        return hex ? secret_key_from(*hex) : std::nullopt;
    });
}

Result<SecretKey> make_bundle_secret(Database& database, Random& random) {
    const Result<std::optional<SecretKey>> kept = bundle_secret(database);
    if (!kept) return std::unexpected(kept.error());
    if (*kept) return **kept;
    const SecretKey made = new_secret_key(random);
    return Settings(database).set(secret_name, to_hex(made.bytes)).transform([&] { return made; });
}

StreamKey answer_key_of(const SecretKey& secret, std::string_view bundle) {
    const std::string purpose = "kitbag: the answer to " + std::string(bundle);
    StreamKey key;
    const int failed =
        crypto_generichash(key.bytes.data(), key.bytes.size(), reinterpret_cast<const unsigned char*>(purpose.data()),
                           purpose.size(), secret.bytes.data(), secret.bytes.size());
    CHECK(failed == 0);
    return key;
}

// As many changes as may go in one request. One alone is never too large for it (sync/protocol/limits.h).
std::vector<std::string> push_requests(std::span<const CarriedChange> changes) {
    std::vector<std::string> requests;
    std::size_t first = 0, bytes = 0;
    const auto cut = [&](std::size_t end) {
        if (end > first) requests.push_back(write_push_request(changes.subspan(first, end - first)));
        first = end;
        bytes = 0;
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        // With all that stands around it when it goes alone: more than it takes beside others.
        const std::size_t alone = write_push_request(changes.subspan(i, 1)).size();
        if (i - first == push_changes_max || bytes + alone > push_bytes_max) cut(i);
        bytes += alone;
    }
    cut(changes.size());
    return requests;
}

struct Contents {
    AboutBundle about;
    std::vector<std::string> pushes;
    std::vector<std::string> pictures;  // By content.
    BundleMade made;
};

Result<void> choose_pictures(PhotoStore& store, Contents& contents) {
    const Result<std::vector<std::string>> waiting = store.waiting_contents();
    if (!waiting) return std::unexpected(waiting.error());
    std::int64_t bytes = 0;
    for (const std::string& content : *waiting) {
        const Result<std::optional<PhotoBytes>> picture = store.picture(content);
        if (!picture) return std::unexpected(picture.error());
        if (!*picture) continue;
        bytes += static_cast<std::int64_t>((*picture)->size());
        contents.made.all = contents.made.all && bytes <= bundle_picture_bytes_max;
        if (bytes > bundle_picture_bytes_max) break;
        contents.pictures.push_back(content);
    }
    contents.made.pictures = static_cast<int>(contents.pictures.size());
    return {};
}

// What a wrong clock had stamped is written anew first, as in a sync (sync_engine.cpp).
Result<Contents> gather(Database& database, ChangeLog& change_log) {
    if (const Result<int> anew = change_log.write_anew(); !anew) return std::unexpected(anew.error());
    const Result<std::vector<CarriedChange>> changes = change_log.waiting(bundle_changes_max, bundle_changes_bytes_max);
    if (!changes) return std::unexpected(changes.error());
    const Result<ChangeCounts> counts = change_log.counts();
    if (!counts) return std::unexpected(counts.error());
    Contents contents;
    contents.pushes = push_requests(*changes);
    contents.made.changes = static_cast<int>(changes->size());
    contents.made.all = contents.made.changes == counts->waiting;
    DeviceStore device(database);
    const Result<void> known = change_log.last_received()
                                   .and_then([&](LastReceived received) {
                                       contents.about.history.received = std::move(received);
                                       return device.cursor();
                                   })
                                   .and_then([&](std::int64_t cursor) {
                                       contents.about.history.cursor = cursor;
                                       return device.chain();
                                   })
                                   .and_then([&](std::string chain) {
                                       contents.about.history.chain = std::move(chain);
                                       return device.reference_version();
                                   })
                                   .and_then([&](std::string version) {
                                       contents.about.reference = std::move(version);
                                       return device.scope();
                                   })
                                   .transform([&](std::string scope) { contents.about.scope = std::move(scope); });
    if (!known) return std::unexpected(known.error());
    PhotoStore photos(database);
    if (const Result<void> chosen = choose_pictures(photos, contents); !chosen) return std::unexpected(chosen.error());
    return contents;
}

Result<void> put_contents(Database& database, const Contents& contents, const PutPart& put) {
    put(part::about, write_about(contents.about));
    for (const std::string& push : contents.pushes) put(part::push, push);
    for (const std::string& content : contents.pictures) {
        const Result<std::optional<PhotoBytes>> picture = PhotoStore(database).picture(content);
        if (!picture) return std::unexpected(picture.error());
        CHECK(picture->has_value());
        put(part::picture, {reinterpret_cast<const char*>((*picture)->data()), (*picture)->size()});
    }
    return {};
}

Fault no_recovery_key() {
    return {"no_recovery_key",
            "Your county has made no recovery key, to which such a file is sealed. Ask the county office to make one; "
            "this tablet learns of it the next time it has a connection."};
}

std::unexpected<Fault> other_county() {
    return fault(
        "other_county",
        "This answer is from another county. Nothing was changed. Choose the one that your own office made for "
        "this tablet.");
}

std::unexpected<Fault> other_tablet() {
    return fault("other_tablet",
                 "This answer is for another tablet. Nothing was changed. Choose the one that the office made for this "
                 "tablet.");
}

std::unexpected<Fault> other_store() {
    return fault(
        "other_store",
        "This answer is to a file that was not made by what is on this tablet now. Nothing was changed. Make a "
        "new file for the office, and bring back the answer to that one.");
}

}  // namespace

Result<BundleMade> make_bundle(Database& database, ChangeLog& change_log, const Enrolment& enrolment,
                               const Clock& clock, Random& random, const ByteSink& sink) {
    const Result<CountySettings> settings = read_county_settings(database);
    if (!settings) return std::unexpected(settings.error());
    const std::optional<PublicKey> recovery_key = public_key_from(settings->recovery_key);
    if (!recovery_key) return std::unexpected(no_recovery_key());
    const Result<SecretKey> secret = make_bundle_secret(database, random);
    if (!secret) return std::unexpected(secret.error());
    Result<Contents> contents = gather(database, change_log);
    if (!contents) return std::unexpected(contents.error());
    const CarriedHeader about{.county = county_mark(enrolment.county),
                              .device = enrolment.device,
                              .id = new_id(clock.now(), random),
                              .made_at = clock.now(),
                              .key = {}};
    contents->about.token = enrolment.token;
    contents->about.answer_key = answer_key_of(*secret, about.id);
    return write_bundle(
               about, *recovery_key, [&](const PutPart& put) { return put_contents(database, *contents, put); }, random,
               sink)
        .transform([&] { return contents->made; });
}

Result<AnswerTaken> take_answer(Database& database, ChangeLog& change_log, const Enrolment& enrolment,
                                ByteSource& source) {
    const Result<CarriedHeader> header = read_carried_header(source, CarriedKind::answer);
    if (!header) return std::unexpected(header.error());
    if (header->county != county_mark(enrolment.county)) return other_county();
    if (!change_log.is_own(header->device)) return other_tablet();
    const Result<std::optional<SecretKey>> secret = bundle_secret(database);
    if (!secret) return std::unexpected(secret.error());
    if (!*secret) return other_store();
    const StreamKey key = answer_key_of(**secret, header->id);
    if (header->key != key_mark(key)) return other_store();
    const Result<OpenedFile> file = open_answer(source, *header, key);
    if (!file) return std::unexpected(file.error());
    // To its end, before anything is written for it.
    if (const Result<void> whole = each_part(source, *file, [](const Part&) { return Result<void>(); }); !whole)
        return std::unexpected(whole.error());

    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    AnswerReading reading(database, change_log, header->made_at);
    Result<AnswerTaken> taken = each_part(source, *file, [&](const Part& part) {
                                    return reading.take(part);
                                }).and_then([&] { return reading.finish(); });
    if (!taken) return taken;
    if (const Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    return taken;
}

}  // namespace kitbag
