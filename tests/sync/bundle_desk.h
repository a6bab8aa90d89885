#pragma once
// A county's desk for these tests that tablets reach by files only: it takes their bundles and makes the answers. The county answers as
// its server does, with its real log; its schools and people are invented.

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/storage/county_settings.h"
#include "core/storage/photo_store.h"
#include "sync/bundle/office_bundle.h"
#include "sync/bundle/tablet_bundle.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/picture_messages.h"
#include "tests/support/memory_source.h"
#include "tests/sync/tablets.h"

namespace kitbag {

using Bytes = std::vector<std::uint8_t>;

inline std::string number_after(const std::string& query, const std::string& name) {
    const std::size_t at = ("&" + query).find("&" + name + "=");
    return at == std::string::npos ? ""
                                   : query.substr(at + name.size() + 1, query.find('&', at) - at - name.size() - 1);
}

inline FieldValues bens_visit() {
    FieldValues values = visit_fields();
    values["adviser"] = ben_id;
    return values;
}

// Ada's tablet, Ben's, and a county that answers as its server does; between them only files.
struct BundleDesk {
    TemporaryFolder folder;
    SetClock clock;
    SeededRandom random{5};
    Tablet ada{folder.file("ada.db"), clock, 'a', ada_id};
    Tablet ben{folder.file("ben.db"), clock, 'b', ben_id};
    County county{clock, folder.file("county.db")};
    County* there = &county;  // Who answers.
    SecretKey recovery = new_secret_key(random);
    std::string county_name = "Wendshire";
    std::string wipe_wanted;  // A token.
    std::vector<CountyQuestion> asked;
    std::map<std::string, std::string> pictures;
    int page_changes = 500;

    BundleDesk() {
        CountySettings settings;
        settings.recovery_key = to_hex(public_half(recovery).bytes);
        for (Tablet* tablet : {&ada, &ben}) REQUIRE(write_county_settings(*tablet->database, settings));
    }

    static std::string token_of(const Tablet& tablet) { return std::string(42, 'T') + tablet.device.back(); }
    Enrolment enrolment(const Tablet& tablet) const {
        return {tablet.device, token_of(tablet), {tablet.author, "Ada Marsh", "adviser"}, county_name};
    }

    static CountyAnswer refuse(int status, const std::string& code) {
        return {status, write_error_reply({code, "The county's sentence."})};
    }

    CountyAnswer answer_picture(const CountyQuestion& question) {
        const std::string content = number_after(question.query, "content");
        std::string& bytes = pictures[content];
        if (!question.body.empty() && number_after(question.query, "from") == std::to_string(bytes.size()))
            bytes += question.body;
        const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
        const bool whole = photo_content({begin, bytes.size()}) == content;
        PictureReply reply{content, std::atoll(number_after(question.query, "size").c_str()),
                           static_cast<std::int64_t>(bytes.size())};
        if (whole) reply.size = reply.have;
        if (whole) reply.receipt = {picture_receipt_number(1, content), "2026-11-23T14:02:05.123Z"};
        return {200, write_picture_reply(reply)};
    }

    CountyAnswer answer(const CountyQuestion& question) {
        asked.push_back(question);
        Tablet* tablet = question.token == token_of(ada) ? &ada : question.token == token_of(ben) ? &ben : nullptr;
        if (!tablet) return refuse(401, "unknown_device");
        const bool may_leave = question.path != "/api/reference" && question.path != "/api/pull";
        if (question.token == wipe_wanted && !may_leave) return refuse(403, "wipe_wanted");
        if (question.path == "/api/reference") return {200, write_reference_reply({"abc", true, {}, {}})};
        if (question.path.starts_with("/api/picture")) return answer_picture(question);
        const KnownHistory known{
            .received = {number_after(question.query, "received"), number_after(question.query, "received_chain")},
            .cursor = std::atoll(number_after(question.query, "after").c_str()),
            .chain = number_after(question.query, "chain")};
        if (!there->log.check_history(known)) return refuse(409, "county_restored");
        if (question.path == "/api/push") {
            const auto received = read_push_request(question.body);
            REQUIRE(received);
            return {200, write_push_reply(there->log.accept(*received, tablet->writer()).value())};
        }
        ChangePage page = there->log.changes_after(known.cursor, page_changes).value();
        page.now = clock.now();
        return {200, write_pull_reply(page)};
    }

    Bytes make(Tablet& tablet) {
        Bytes bytes;
        const auto made = make_bundle(
            *tablet.database, *tablet.log, enrolment(tablet), clock, random,
            [&](std::span<const std::uint8_t> piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); });
        REQUIRE(made);
        return bytes;
    }

    Result<BundleTaken> take(const Bytes& bundle, Bytes& answer_file) {
        answer_file.clear();
        MemorySource source(bundle);
        return take_bundle(
            source, county_name, recovery, [&](const CountyQuestion& question) { return answer(question); },
            clock.now(), random,
            [&](std::span<const std::uint8_t> piece) {
                answer_file.insert(answer_file.end(), piece.begin(), piece.end());
            });
    }

    // The answer's file. REQUIRE that the office takes it.
    Bytes answer_to(const Bytes& bundle) {
        Bytes answer_file;
        const auto taken = take(bundle, answer_file);
        REQUIRE_MESSAGE(taken, (taken ? "" : taken.error().sentence));
        return answer_file;
    }

    Result<AnswerTaken> read(Tablet& tablet, const Bytes& answer_file) {
        MemorySource source(answer_file);
        return take_answer(*tablet.database, *tablet.log, enrolment(tablet), source);
    }
    std::string code_of(Tablet& tablet, const Bytes& answer_file) {
        const auto taken = read(tablet, answer_file);
        return taken ? "" : taken.error().code;
    }

    // All of a store, to see that nothing of it was changed.
    static std::string all_of(Tablet& tablet) {
        const ChangeCounts counts = tablet.log->counts().value();
        return state_of(*tablet.database) + std::to_string(counts.waiting) + "," + std::to_string(counts.refused) +
               "," + std::to_string(counts.received) + "," +
               std::to_string(DeviceStore(*tablet.database).cursor().value()) +
               DeviceStore(*tablet.database).chain().value();
    }
};

}  // namespace kitbag
