#include "tests/sync/tablets.h"

#include "core/storage/migrations.h"
#include "core/storage/school_store.h"
#include "core/visits/record_fields.h"

namespace kitbag {
namespace {

// Said by both engines in the same words.
std::string rows_of(Database& database, const std::string& sql, int columns) {
    std::string rows;
    Statement statement = database.query(sql);
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) {
        for (int column = 0; column < columns; ++column) rows += statement.text(column) + "|";
        rows += "\n";
    }
    REQUIRE(row);
    return rows;
}

}  // namespace

std::unique_ptr<Database> open_store(const std::string& path) {
    auto database = Database::open({.file_name = path, .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    REQUIRE(database);
    REQUIRE(migrate(**database));
    return *std::move(database);
}

std::string answer(Database& database, std::string_view sql) {
    Statement statement = database.query(sql);
    const Result<bool> row = statement.step();
    REQUIRE(row);
    return *row ? statement.text(0) : "(none)";
}

Tablet::Tablet(const std::string& path_, const Clock& clock_, char letter, Id author_id)
    : path(path_),
      clock(clock_),
      device(std::string(15, '0') + letter),
      author(std::move(author_id)),
      random(static_cast<std::uint64_t>(letter)) {
    restart();
}

void Tablet::restart() {
    log.reset();
    database.reset();
    database = open_store(path);
    auto opened = ChangeLog::open(*database, device, author, clock, random);
    REQUIRE(opened);
    log = std::make_unique<ChangeLog>(*std::move(opened));
}

std::optional<Id> Tablet::write(std::string_view entity, std::string_view entity_id, const FieldValues& values) {
    const Result<std::optional<Id>> written = log->write(entity, entity_id, values);
    REQUIRE(written);
    return *written;
}

std::string Tablet::shown(std::string_view entity, std::string_view entity_id, std::string_view field) {
    Statement statement =
        database->query("SELECT " + std::string(field) + " FROM " + std::string(entity) + " WHERE id = ?", entity_id);
    const Result<bool> row = statement.step();
    REQUIRE(row);
    return *row ? statement.text(0) : "(none)";
}

std::string Tablet::conflicts(std::string_view visit) {
    const auto found = log->conflicts(visit);
    REQUIRE(found);
    std::string text;
    for (const Conflict& conflict : *found) {
        text += (text.empty() ? "" : "; ") + conflict.field + ": " + conflict.shown;
        for (const OtherVersion& other : conflict.others) text += " (also: " + other.value + ")";
    }
    return text;
}

County::County(const Clock& clock, const std::string& path)
    : records(usual_records(std::filesystem::path(path).parent_path())),
      database(records->open()),
      log(*database, clock, std::string(64, '7')) {
    std::vector<School> schools;
    for (const char* urn : {"900001", "900002"}) {
        School school;
        school.urn = urn;
        school.name = "Ashmere Primary School";
        schools.push_back(school);
    }
    REQUIRE(SchoolStore(*database).replace_all(schools));
}

std::vector<Outcome> County::push_from(Tablet& tablet, std::size_t count_max) {
    const auto changes = tablet.log->waiting(count_max, 1'000'000);
    REQUIRE(changes);
    std::vector<ReceivedChange> received;
    for (const CarriedChange& each : *changes) received.push_back({each.change.id, each.change, each.proof});
    auto reply = log.accept(received, tablet.writer());
    REQUIRE(reply);
    REQUIRE(tablet.log->record_outcomes(reply->outcomes, RefusedIs::only_here, reply->chain));
    return std::move(reply->outcomes);
}

void County::pull_to(Tablet& tablet, int limit) {
    for (bool more = true; more;) {
        const Result<std::int64_t> cursor = DeviceStore(*tablet.database).cursor();
        REQUIRE(cursor);
        const auto page = log.changes_after(*cursor, limit);
        REQUIRE(page);
        REQUIRE(tablet.log->apply(*page));
        more = page->more;
    }
}

void County::sync(Tablet& tablet) {
    push_from(tablet);
    pull_to(tablet);
}

std::string smallest_templates(const std::string& version) {
    return R"({"format":"kitbag-visit-templates/1","forum_services":[],"groups":[],"source":"x","templates":[)"
           R"({"aspects":"all","direct_monitoring":false,"kind":"keeping_in_touch","look_at":[],"present":[],)"
           R"("purpose":"x","sections":[],"source":"x","title":"x"}],"title":"x","version":")" +
           version + "\"}";
}

FieldValues visit_fields(const std::string& urn) {
    return {{"urn", urn},
            {"kind", "keeping_in_touch"},
            {"date", "2026-11-23"},
            {"framework", "school"},
            {"framework_version", "2014"},
            {"variant", "primary"},
            {"status", "under_way"},
            {"adviser", ada_id}};
}

std::string state_of(Database& database) {
    std::string state = rows_of(database,
                                "SELECT entity, entity_id, field, stamp, value, author, coalesce(others, ''), "
                                "superseded FROM field_state ORDER BY entity, entity_id, field",
                                8);
    for (const Entity& entity : entities()) {
        std::string columns = "id";
        for (const Field& field : entity.fields) columns += ", " + std::string(field.name);
        state += "\n" + rows_of(database, "SELECT " + columns + " FROM " + std::string(entity.name) + " ORDER BY id",
                                static_cast<int>(entity.fields.size()) + 1);
    }
    return state;
}

}  // namespace kitbag
