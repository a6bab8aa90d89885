#pragma once
// A county and its tablets for these tests, each with a real store in a file, exchanging changes by hand. The county, its
// schools and its people are invented.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/storage/database.h"
#include "core/storage/device_store.h"
#include "sync/change_log/change_log.h"
#include "sync/change_log/county_log.h"
#include "tests/support/records_place.h"
#include "tests/support/seams.h"

namespace kitbag {

inline const std::string first_visit = "0192f3c4-a1b2-7c3d-8e4f-000000000001";
inline const std::string second_visit = "0192f3c4-a1b2-7c3d-8e4f-000000000002";
inline const std::string first_note = "0192f3c4-a1b2-7c3d-8e4f-0000000000a1";
inline const std::string ada_id = "0192f3c4-a1b2-7c3d-8e4f-00000000ada0";
inline const std::string ben_id = "0192f3c4-a1b2-7c3d-8e4f-00000000be00";

std::unique_ptr<Database> open_store(const std::string& path);

// The first column of the first row; "(none)" when there is no row.
std::string answer(Database& database, std::string_view sql);

struct Tablet {
    Tablet(const std::string& path, const Clock& clock, char letter, Id author_id);

    // Starts the program again on the same store.
    void restart();

    // REQUIRE that it is written.
    std::optional<Id> write(std::string_view entity, std::string_view entity_id, const FieldValues& values);
    Writer writer() const { return {device, author, role, other_devices}; }
    std::string shown(std::string_view entity, std::string_view entity_id, std::string_view field);
    std::string conflicts(std::string_view visit);  // "focus: Maths (also: Reading)"; "" for none.

    std::string path;
    const Clock& clock;
    std::string device;
    Id author;
    std::vector<std::string> other_devices = {};  // Of its adviser, as the county knows them.
    StaffRole role = StaffRole::adviser;          // As the county knows it.
    SeededRandom random;
    std::unique_ptr<Database> database;
    std::unique_ptr<ChangeLog> log;
};

struct County {
    // `path`: of its file, where it keeps its records in one.
    explicit County(const Clock& clock, const std::string& path);

    // What a push and a pull do. Gives the outcomes.
    std::vector<Outcome> push_from(Tablet& tablet, std::size_t count_max = 500);
    void pull_to(Tablet& tablet, int limit = 500);
    void sync(Tablet& tablet);

    std::unique_ptr<RecordsPlace> records;
    std::unique_ptr<Database> database;
    CountyLog log;
};

// Kinds of visit with nothing but Keeping in Touch, as the protocol's writers lay JSON out.
std::string smallest_templates(const std::string& version);

FieldValues visit_fields(const std::string& urn = "900001");

// The tables of current state and the merged fields as one text, to compare stores by.
std::string state_of(Database& database);

}  // namespace kitbag
