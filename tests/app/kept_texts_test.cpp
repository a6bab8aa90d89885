// Files that are taken away while somebody types, and given back to another start of the app only.

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* note = "Evidence for Progress";

// What was typed while nothing could be saved, as the page keeps it.
std::string typed_in_vain(story::Kit& kit) {
    story::VisitUnderWay tablet(kit);
    tablet.fill(note, "The hall was calm.");
    kit.files.trouble = MemoryFiles::Trouble::lost;
    tablet.type(note, "The hall was calm at lunch.");
    tablet.app().hand_on_texts();
    return tablet.platform().kept_texts;
}

void read_visit(Tablet& tablet) {
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("23 November 2026");
    tablet.press("Aspects");
}

}  // namespace

SCENARIO("what was typed while the files were gone is there after the next start, and nobody could read it meanwhile") {
    story::Kit kit;
    const std::string kept = typed_in_vain(kit);
    REQUIRE_FALSE(kept.empty());
    CHECK_FALSE(kept.contains("calm"));
    CHECK(kept.find_first_not_of("0123456789abcdef") == std::string::npos);
    kit.files.trouble = MemoryFiles::Trouble::none;
    Tablet tablet = kit.tablet(2);
    tablet.app().take_texts(kept);
    tablet.platform().kept_texts = kept;
    story::unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.platform().kept_texts.empty());
    CHECK(tablet.sees("Bramble Hill Primary School"));
    read_visit(tablet);
    CHECK(tablet.value_of(note) == "The hall was calm at lunch.");
}

SCENARIO("kept texts stay sealed for another store, and with everything saved nothing is kept") {
    story::Kit kit;
    const std::string kept = typed_in_vain(kit);
    story::Kit other;
    Tablet tablet = other.tablet(7);
    tablet.app().take_texts(kept);
    tablet.platform().kept_texts = kept;
    story::set_up(tablet);
    CHECK(tablet.platform().kept_texts == kept);
    story::start_visit(tablet);
    tablet.fill(note, "The hall was calm.");
    tablet.app().hand_on_texts();
    CHECK(tablet.platform().kept_texts == kept);
}
