// A tablet that was enrolled again is another device to its county, and what it wrote before stays its own.

#include <doctest/doctest.h>

#include "core/storage/device_store.h"
#include "sync/change_log/change_log.h"
#include "tests/sync/tablets.h"

namespace kitbag {
namespace {

struct Desk {
    TemporaryFolder folder;
    SetClock clock;
    Tablet ada{folder.file("ada.db"), clock, 'a', ada_id};
    Tablet ben{folder.file("ben.db"), clock, 'b', ben_id};
    County county{clock, folder.file("county.db")};
};

// The tablet goes on as the device that ends in this letter.
void enrol_again(Tablet& tablet, char letter) {
    const std::string earlier = tablet.device;
    tablet.device.back() = letter;
    REQUIRE(DeviceStore(*tablet.database).save({earlier, "t", {tablet.author, "Ada Marsh", "adviser"}, "Wendshire"}));
    REQUIRE(
        DeviceStore(*tablet.database).save({tablet.device, "t", {tablet.author, "Ada Marsh", "adviser"}, "Wendshire"}));
    tablet.log->go_on_as(tablet.device);
}

TEST_CASE("A tablet that is enrolled again sends what it wrote before as its own, and keeps its receipts") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.county.sync(desk.ada);
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    const std::string before = desk.ada.device;
    enrol_again(desk.ada, 'e');
    desk.ada.write("visit", first_visit, {{"focus", "Maths in Year 4"}});

    Writer stranger = desk.ada.writer();
    const auto waiting = desk.ada.log->waiting(10, 1'000'000);
    REQUIRE(waiting->size() == 2);
    CHECK((*waiting)[0].change.device == before);
    CHECK((*waiting)[1].change.device == desk.ada.device);
    CHECK((*waiting)[1].change.stamp > (*waiting)[0].change.stamp);
    const ReceivedChange first{(*waiting)[0].change.id, (*waiting)[0].change, {}};
    CHECK(desk.county.log.accept({&first, 1}, stranger)->outcomes.at(0).reason.code == "not_yours");

    desk.ada.other_devices = {before};
    desk.county.sync(desk.ada);
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 0, .refused = 0, .received = 3});
    desk.ada.restart();
    CHECK(desk.ada.log->is_own(before));
    CHECK_FALSE(desk.ada.log->is_own(desk.ben.device));

    Tablet restored(desk.folder.file("restored.db"), desk.clock, 'a', ada_id);
    restored.other_devices = {before};
    enrol_again(restored, 'e');
    desk.county.pull_to(restored);
    desk.county.sync(restored);
    CHECK(restored.log->counts() == ChangeCounts{.waiting = 0, .refused = 0, .received = 3});
}

TEST_CASE("What a wrong clock had stamped before a tablet was enrolled again is written anew as what it is now") {
    Desk desk;
    constexpr Instant year_ms = Instant{365} * 24 * 3'600'000;
    desk.clock.pass(year_ms);
    desk.ada.write("visit", first_visit, visit_fields());
    desk.clock.pass(-year_ms);
    desk.county.push_from(desk.ada);
    REQUIRE(desk.ada.log->counts()->refused == 1);
    const std::string before = desk.ada.device;
    enrol_again(desk.ada, 'e');
    CHECK(desk.ada.log->write_anew() == 1);
    CHECK(desk.ada.log->waiting(10, 1'000'000)->at(0).change.device == desk.ada.device);
    desk.county.push_from(desk.ada);
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 0, .refused = 0, .received = 1});
}

}  // namespace
}  // namespace kitbag
