#include "tests/sync/simulation/sim_tablet.h"

#include "core/base/check.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/storage/device_store.h"
#include "core/storage/migrations.h"
#include "core/storage/photo_store.h"
#include "core/storage/settings.h"
#include "sync/change_log/append.h"
#include "sync/stamp.h"
#include "tests/support/photographs.h"
#include "tests/sync/simulation/older_program.h"

namespace kitbag::simulation {

SimTablet::SimTablet(std::string file, char letter_, int older_schema)
    : letter(letter_), older(older_schema), file_(std::move(file)), random_(static_cast<std::uint64_t>(letter_)) {}

void SimTablet::start() {
    auto opened = Database::open({.file_name = file_, .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    CHECK(opened.has_value());
    database_ = *std::move(opened);
    CHECK(migrate(*database_).has_value());
    auto log = ChangeLog::open(*database_, enrolment_.device, enrolment_.adviser.id, clock_, random_);
    CHECK(log.has_value());
    log_ = std::make_unique<ChangeLog>(*std::move(log));
    engine_ = std::make_unique<SyncEngine>(*database_, *log_, clock_, enrolment_.token);
    ++run;
}

void SimTablet::enrol(const Enrolment& enrolment, Instant now) {
    enrolment_ = enrolment;
    tell_time(now);
    start();
    CHECK(DeviceStore(*database_).save(enrolment).has_value());
}

void SimTablet::enrol_again(const Enrolment& enrolment) {
    CHECK(enrolment.adviser.id == enrolment_.adviser.id);
    CHECK(DeviceStore(*database_).save(enrolment).has_value());
    enrolment_ = enrolment;
    welcome = true;
    leaving = false;
    crash();
}

void SimTablet::erase() {
    engine_.reset();
    log_.reset();
    database_.reset();
    for (const char* part : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(file_ + part);
    erased = true;
    leaving = false;
    ++run;
}

void SimTablet::update() {
    engine_.reset();
    log_.reset();
    database_.reset();
    make_older(file_, older);
    older = 0;
    start();
}

EarlierSelf SimTablet::earlier_self() const {
    auto devices = DeviceStore(*database_).earlier_devices();
    CHECK(devices.has_value());
    devices->push_back(enrolment_.device);
    return {enrolment_.adviser.id, *std::move(devices)};
}

void SimTablet::crash() {
    engine_.reset();
    log_.reset();
    database_.reset();
    start();
}

std::optional<SyncAction> SimTablet::handle(const SyncEvent& event) {
    std::optional<SyncAction> action = engine_->handle(event);
    note_receipts();
    return action;
}

void SimTablet::note_receipts() {
    Statement statement =
        database_->query("SELECT change.id FROM receipt JOIN change ON change.position = receipt.change");
    for (Result<bool> row = statement.step(); row && *row; row = statement.step())
        acknowledged.insert(statement.text(0));
}

std::string SimTablet::new_text() {
    return std::string(1, letter) + std::to_string(++texts_);
}

std::string SimTablet::some_visit(std::uint64_t chance, bool own) {
    Statement statement = database_->query("SELECT id FROM visit WHERE adviser = ? OR ? = 0 ORDER BY id",
                                           enrolment_.adviser.id, own ? 1 : 0);
    std::vector<std::string> visits;
    for (Result<bool> row = statement.step(); row && *row; row = statement.step()) visits.push_back(statement.text(0));
    return visits.empty() ? "" : visits[chance % visits.size()];
}

void SimTablet::write_values(const std::string& entity, const std::string& id, const FieldValues& values) {
    const auto change = log_->write(entity, id, values);
    CHECK(change.has_value());
    if (*change) written.insert(**change);
}

void SimTablet::write(std::uint64_t chance) {
    const std::string visit = some_visit(chance >> 8, chance % 2 == 0);
    if (!visit.empty() && chance % 29 == 0) {
        write_values("visit", visit, {{"urn", chance % 2 == 0 ? "900001" : "900002"}});
    } else if (visit.empty() || chance % 7 == 0) {
        write_values("visit", new_id(clock_.now(), random_),
                     {{"urn", chance % 3 == 0 ? "900001" : "900002"},
                      {"kind", "keeping_in_touch"},
                      {"date", "2026-11-23"},
                      {"focus", new_text()},
                      {"framework", "school"},
                      {"framework_version", "2014"},
                      {"variant", "primary"},
                      {"status", "under_way"},
                      {"adviser", enrolment_.adviser.id}});
    } else {
        write_in(visit, chance >> 16);
    }
}

// As a newer program's own change log would: appended, waiting to be sent. It is started again, because the log reads its clock then.
void SimTablet::write_newer(std::uint64_t chance) {
    HybridClock stamps(enrolment_.device);
    if (const auto latest = Settings(*database_).get("sync.clock"); latest.value()) stamps.observe(**latest);
    const std::string visit = some_visit(chance >> 8, false);
    Change change{.id = new_id(clock_.now(), random_),
                  .device = enrolment_.device,
                  .author = enrolment_.adviser.id,
                  .stamp = stamps.next(clock_.now()),
                  .entity = "mood",
                  .entity_id = new_id(clock_.now(), random_),
                  .fields = {{"mood", {Json(new_text()), {}}}}};
    if (chance % 3 != 0 && !visit.empty()) {
        change.entity = "visit";
        change.entity_id = visit;
    }
    {
        auto transaction = Transaction::begin(*database_);
        CHECK(transaction.has_value());
        const auto position = append(*database_, change);
        CHECK(position.has_value());
        CHECK(database_->run("INSERT INTO waiting (change) VALUES (?)", *position).has_value());
        CHECK(Settings(*database_).set("sync.clock", change.stamp).has_value());
        CHECK(transaction->commit().has_value());
    }
    written.insert(change.id);
    crash();
}

void SimTablet::write_post(std::uint64_t chance) {
    const std::string urn = chance % 2 == 0 ? "900001" : "900002";
    std::string post;
    std::string until;
    {
        Statement statement =
            database_->query("SELECT id, until FROM post WHERE account = ? AND urn = ? ORDER BY id", adviser(), urn);
        const Result<bool> row = statement.step();
        if (row && *row) {
            post = statement.text(0);
            until = statement.text(1);
        }
    }
    if (!post.empty()) return write_values("post", post, {{"until", until.empty() ? "2026-01-01" : ""}});
    write_values("post", new_id(clock_.now(), random_),
                 {{"urn", urn},
                  {"role", "early_years_adviser"},
                  {"name", new_text()},
                  {"account", adviser()},
                  {"team", chance / 2 % 2 == 0 ? "quality" : ""}});
}

std::vector<std::string> SimTablet::pictures_of_record() {
    std::vector<std::string> contents;
    Statement statement =
        database_->query("SELECT DISTINCT content FROM photo WHERE removed = '' AND content <> '' ORDER BY content");
    for (Result<bool> row = statement.step(); row && *row; row = statement.step())
        contents.push_back(statement.text(0));
    return contents;
}

// Of one piece or, now and then, of two, each unlike all others.
void SimTablet::photograph(const std::string& visit, std::uint64_t chance) {
    const auto jpeg = jpeg_of(new_text() + std::string(chance % 8 == 0 ? 300'000 : 2'000, 'x'));
    const auto content = PhotoStore(*database_).put(jpeg, {});
    CHECK(content.has_value());
    write_values("photo", new_id(clock_.now(), random_),
                 {{"visit", visit}, {"content", *content}, {"by", enrolment_.adviser.id}});
}

void SimTablet::remove_photograph(const std::string& visit, std::uint64_t chance) {
    std::vector<std::string> photos;
    {
        Statement statement =
            database_->query("SELECT id FROM photo WHERE visit = ? AND removed = '' ORDER BY id", visit);
        for (Result<bool> row = statement.step(); row && *row; row = statement.step())
            photos.push_back(statement.text(0));
    }
    if (photos.empty()) return photograph(visit, chance);
    write_values("photo", photos[chance % photos.size()], {{"removed", "removed"}, {"removed_reason", new_text()}});
    CHECK(PhotoStore(*database_).remove_unused().has_value());
}

void SimTablet::write_in(const std::string& visit, std::uint64_t chance) {
    const char* choices[] = {"green", "amber", "red"};
    switch (chance % 8) {
        case 6:
            return photograph(visit, chance / 8);
        case 7:
            return remove_photograph(visit, chance / 8);
        case 0:
            return write_values("visit", visit, {{"focus", new_text()}});
        case 1:
            return write_values("judgement", visit + ".leadership",
                                {{"visit", visit}, {"aspect", "leadership"}, {"choice", choices[chance / 6 % 3]}});
        case 2:
            return write_values(
                "visit", visit,
                {{"status", chance / 6 % 2 == 0 ? "completed" : "under_way"}, {"status_reason", new_text()}});
        default:
            return write_values(
                "evidence_note", new_id(clock_.now(), random_),
                {{"visit", visit}, {"aspect", "leadership"}, {"text", new_text()}, {"by", enrolment_.adviser.id}});
    }
}

}  // namespace kitbag::simulation
