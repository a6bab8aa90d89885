#include <doctest/doctest.h>

#include "core/storage/photo_store.h"
#include "tests/app/story.h"
#include "tests/support/photographs.h"

using namespace kitbag;

namespace {

constexpr const char* take = "Take a photograph";
constexpr const char* remove_it = "Remove this photograph";

TakenPhoto photo_of(const char* what) {
    return {jpeg_of(what), jpeg_of(std::string("small ") + what)};
}

}  // namespace

SCENARIO("photographs are kept with the visit, with what they show, and are in its record") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    CHECK(tablet.sees("Until a picture has its receipt it is on this tablet only."));
    tablet.take_photo(take, photo_of("a page"));
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::status, "The photograph is saved on this tablet."));
    CHECK(tablet.shown(tablet.value_of(Role::image, "Photograph")) == photo_of("a page").thumbnail);
    tablet.pass(1000);
    tablet.take_photo(take, photo_of("a display"));
    tablet.fill("What photograph 1 of 2 shows", "Spelling in Year 4");
    CHECK(tablet.sees(Role::image, "Photograph 1 of 2: Spelling in Year 4"));
    CHECK(tablet.shown(tablet.value_of(Role::image, "Photograph 2 of 2")) == photo_of("a display").thumbnail);
    tablet.press("Look at photograph 1 of 2");
    CHECK(tablet.sees(Role::dialog, "Photograph 1 of 2: Spelling in Year 4"));
    tablet.press("Close");
    CHECK_FALSE(tablet.sees(Role::dialog, "Photograph"));

    story::complete(tablet);
    CHECK(tablet.sees(Role::image, "Photograph 1 of 2: Spelling in Year 4"));
    CHECK(tablet.sees("By Ada Marsh, 23 November 2026"));
    CHECK(tablet.sees("Everything is received by the county"));
    CHECK(kit.county.pictures.size() == 2);
    CHECK_FALSE(tablet.sees(Role::photo_button, take));
    CHECK_FALSE(tablet.sees(Role::text_field, "What photograph"));
}

SCENARIO("a photograph is removed with a reason: its picture goes, who did it and why stay") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.take_photo(take, photo_of("a pupil"));
    const std::string source = tablet.value_of(Role::image, "Photograph");
    tablet.press("Look at photograph");
    tablet.press(remove_it);
    tablet.press(remove_it);
    INFO(tablet.everything());
    CHECK(tablet.sees("Write why the photograph is removed."));
    tablet.type("Why it is removed", "A pupil’s face can be seen.");
    tablet.pass(1000);
    tablet.press(remove_it);
    CHECK_FALSE(tablet.sees(Role::dialog, "Photograph"));
    CHECK_FALSE(tablet.sees(Role::image, "Photograph"));
    CHECK(tablet.sees("Removed by Ada Marsh, 23 November 2026, 14:02: A pupil’s face can be seen."));
    CHECK_FALSE(tablet.shown(source).has_value());
    tablet.take_photo(take, photo_of("a page"));  // Those that are there are counted.
    CHECK(tablet.sees(Role::image, "Photograph"));
    CHECK_FALSE(tablet.sees(Role::image, "Photograph 2"));
}

SCENARIO(
    "a reason that is being typed is there again after the tablet was locked, and is dropped by keeping the "
    "photograph") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.take_photo(take, photo_of("a page"));
    tablet.press("Look at photograph");
    tablet.press(remove_it);
    tablet.type("Why it is removed", "Blurred");
    tablet.pass(1000);
    tablet.press("Keep it");
    CHECK_FALSE(tablet.sees("Blurred"));
    tablet.press("Look at photograph");
    CHECK_FALSE(tablet.sees(Role::button, "Keep it"));
    tablet.press(remove_it);
    tablet.fill("Why it is removed", "Twice the same");
    tablet.press("Keep it");
    CHECK(tablet.sees(Role::image, "Photograph"));
}

SCENARIO("nothing of a photograph is kept when the tablet is full, and it says so") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    kit.files.trouble = MemoryFiles::Trouble::full;
    tablet.take_photo(take, photo_of("a page"));
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::alert, "There is no room left on this device"));
    CHECK_FALSE(tablet.sees(Role::image, "Photograph"));
    CHECK_FALSE(tablet.sees("saved on this tablet."));
    kit.files.trouble = MemoryFiles::Trouble::none;
    tablet.take_photo(take, photo_of("a page"));
    CHECK(tablet.sees(Role::image, "Photograph"));
    CHECK_FALSE(tablet.sees(Role::image, "Photograph 2"));
    CHECK_FALSE(tablet.sees(Role::alert, "There is no room left"));
}

SCENARIO("a file that is no photograph is refused in words, and what is no clean JPEG is not kept") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    const std::pair<const char*, const char*> refusals[] = {
        {"photo_not_image", "That file is not a photograph"},
        {"photo_too_large", "That picture is too large"},
        {"photo_cut_short", "The end of that picture is missing"},
        {"photo_unreadable", "This browser cannot read that picture"},
    };
    for (const auto& [code, sentence] : refusals) {
        tablet.fail_photo(take, code);
        CHECK(tablet.sees(Role::alert, sentence));
    }
    tablet.take_photo(take, {jpeg_of("a page", "52.2053 N, 0.1218 E"), jpeg_of("a page")});
    CHECK(tablet.sees(Role::alert, "This browser cannot read that picture"));
    CHECK_FALSE(tablet.sees(Role::image, "Photograph"));
}

SCENARIO("no picture can be had of a locked tablet, and one taken as it was locked is said to be lost") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.take_photo(take, photo_of("a page"));
    const std::string place = tablet.value_of(Role::photo_button, take);
    const std::string source = tablet.value_of(Role::image, "Photograph");
    REQUIRE(tablet.shown(source).has_value());
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
    CHECK_FALSE(tablet.sees(Role::image, ""));
    CHECK_FALSE(tablet.shown(source).has_value());
    tablet.bring_photo(place, photo_of("a display"));
    story::unlock(tablet);
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("23 November 2026");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::alert, "The tablet was locked before the last photograph was saved"));
    CHECK(tablet.sees(Role::image, "Photograph"));
    CHECK_FALSE(tablet.sees(Role::image, "Photograph 2"));
}

SCENARIO("each photograph says whether the county has it, and what waits is counted where sending is shown") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    kit.county.online = false;
    tablet.take_photo(take, photo_of("a page"));
    tablet.pass(1000);
    tablet.take_photo(take, photo_of("a display"));
    INFO(tablet.everything());
    CHECK(tablet.sees("On this tablet only"));
    CHECK_FALSE(tablet.sees("receipt P-"));
    CHECK(tablet.app().at_work().unsent == 5);  // The visit, two records of photographs and two pictures.
    kit.county.online = true;
    kit.county.pieces_until_cut = 1;  // What was written goes, and one picture.
    tablet.press("Sync now");
    CHECK(tablet.sees("On this tablet only"));
    CHECK(tablet.sees("Received by the county, 23 November 2026, 14:02, receipt P-"));
    CHECK(tablet.sees("No connection: 1 photograph waits safely on this tablet"));
    tablet.press("Sending and receiving");
    CHECK(tablet.sees("1 photograph on this tablet waits to be sent."));
    CHECK_FALSE(tablet.sees("Nothing is waiting."));
    kit.county.online = true;
    kit.county.pieces_until_cut = -1;
    tablet.press("Sync now");
    CHECK(tablet.sees("Nothing is waiting."));
    CHECK(tablet.sees("Everything is received by the county"));
    CHECK_FALSE(tablet.sees("waits to be sent"));
    CHECK(tablet.app().at_work().unsent == 0);
}

SCENARIO("a county that takes no pictures yet leaves them waiting, and holds up nothing else") {
    story::Kit kit;
    kit.county.takes_pictures = false;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.take_photo(take, photo_of("a page"));
    INFO(tablet.everything());
    CHECK(tablet.sees("1 photograph on this tablet waits to be sent"));
    CHECK_FALSE(tablet.sees("Everything is received by the county"));
    CHECK(kit.county.log.back().entity == "photo");
}

SCENARIO("the picture of a photograph that was taken on another tablet comes when its visit is opened") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.take_photo(take, photo_of("a page"));
    tablet.fill("What photograph shows", "Spelling");
    story::complete(tablet);
    tablet.press("Sync now");
    MemoryFiles others;
    kit.county.code = "KTB-2222-2222";
    tablet.press("Sending and receiving");  // One store is open at a time in a program.
    tablet.press("Lock this tablet");
    Tablet other{others, kit.clock, kit.county, 2};
    story::set_up(other, "Ben Fenner", "KTB-2222-2222");
    story::open_school(other, "Bramble Hill Primary School");
    other.press("23 November 2026");
    INFO(other.everything());
    CHECK(other.sees(Role::image, "Photograph"));
    CHECK(other.sees("Received by the county, 23 November 2026, 14:02, receipt P-"));
    CHECK(other.shown(other.value_of(Role::image, "Photograph")) == photo_of("a page").jpeg);
    kit.county.online = false;  // It is kept.
    other.press("Schools");
    story::open_school(other, "Bramble Hill Primary School");
    other.press("23 November 2026");
    CHECK(other.sees(Role::image, "Photograph"));
}

SCENARIO("a photograph whose picture is not here yet says so quietly, and shows it when it comes") {
    story::Kit kit;
    kit.county.takes_pictures = false;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.take_photo(take, photo_of("a page"));
    tablet.fill("What photograph shows", "Spelling");
    story::complete(tablet);
    MemoryFiles others;
    kit.county.code = "KTB-2222-2222";
    tablet.press("Sending and receiving");  // One store is open at a time in a program.
    tablet.press("Lock this tablet");
    Tablet other{others, kit.clock, kit.county, 2};
    story::set_up(other, "Ben Fenner", "KTB-2222-2222");
    story::open_school(other, "Bramble Hill Primary School");
    other.press("23 November 2026");
    INFO(other.everything());
    CHECK(other.sees("The picture is not on this tablet yet."));
    CHECK_FALSE(other.sees(Role::image, "Photograph"));
    const auto jpeg = photo_of("a page").jpeg;
    kit.county.takes_pictures = true;
    kit.county.pictures[photo_content(jpeg)] = std::string(jpeg.begin(), jpeg.end());
    kit.county.sizes[photo_content(jpeg)] = jpeg.size();
    other.press("Sync now");
    CHECK(other.sees(Role::image, "Photograph: Spelling"));
}

SCENARIO(
    "a photograph that is ready only after its visit was completed is not kept, and one can still be removed then") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.take_photo(take, photo_of("a pupil"));
    const std::string source = tablet.value_of(Role::image, "Photograph");
    const std::string place = tablet.value_of(Role::photo_button, take);
    story::complete(tablet);
    tablet.bring_photo(place, photo_of("late"));
    INFO(tablet.everything());
    CHECK_FALSE(tablet.sees(Role::image, "Photograph 2 of 2"));
    tablet.press("Look at photograph");
    tablet.press(remove_it);
    tablet.fill("Why it is removed", "A face can be seen.");
    tablet.press(remove_it);
    CHECK(tablet.sees("A face can be seen."));
    CHECK_FALSE(tablet.shown(source).has_value());
}

SCENARIO("a picture goes from this tablet too when its photograph is removed on another") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.take_photo(take, photo_of("a pupil"));
    const std::string source = tablet.value_of(Role::image, "Photograph");
    tablet.press("Sync now");
    REQUIRE(kit.county.log.back().entity == "photo");
    Change removal = kit.county.log.back();
    removal.id.back() = removal.id.back() == '0' ? '1' : '0';
    removal.device = "0000000000000009";
    removal.stamp = "0" + removal.stamp.substr(1, 15) + removal.device;
    removal.stamp[14] = 'f';
    removal.fields = {{"removed", {"removed", {}}}, {"removed_reason", {"A face can be seen.", {}}}};
    kit.county.log.push_back(removal);
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees("A face can be seen."));
    CHECK_FALSE(tablet.shown(source).has_value());
}
