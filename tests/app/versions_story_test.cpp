// What two people wrote in one place without seeing each other.

#include <memory>

#include <doctest/doctest.h>

#include "app/session/differences.h"
#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

namespace kitbag {
namespace {

constexpr Instant minute = 60'000;

std::string marked(const std::string& text, const std::string& other) {
    std::string found;
    for (const TextRange& range : words_not_in(text, other))
        found += (found.empty() ? "" : "|") + text.substr(range.first, range.length);
    return found;
}

TEST_CASE("The words that another text has not are found, as few as there can be") {
    struct Row {
        const char* name;
        std::string text;
        std::string other;
        std::string found;
    };
    std::string long_text;
    std::string other_long_text;
    for (int word = 0; word < 3000; ++word) {
        long_text += "a" + std::to_string(word) + " ";
        other_long_text += "b" + std::to_string(word) + " ";
    }
    const Row rows[] = {
        {"the same", "Reading in Year 2", "Reading in Year 2", ""},
        {"nothing to compare with", "Reading", "", "Reading"},
        {"nothing", "", "Reading", ""},
        {"a word in the middle", "Reading in Year 2", "Reading in Year 4", "2"},
        {"a run of words", "We saw phonics taught well today", "We saw reading today", "phonics taught well"},
        {"in two places", "old start and old end", "new start and new end", "old|old"},
        {"only spaces differ", "Reading  in\nYear 2", "Reading in Year 2", ""},
        {"a word that was moved", "b a", "a b", "b"},
        {"more than can be compared", "same " + long_text + "end", "same " + other_long_text + "end",
         long_text.substr(0, long_text.size() - 1)},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(marked(row.text, row.other) == row.found);
    }
}

// Ada's visit, of which both she and a colleague wrote the focus, and judged Governance, without seeing each other.
struct TwoWriters {
    story::Kit kit;
    std::unique_ptr<Tablet> first = std::make_unique<Tablet>(kit.files, kit.clock, kit.county, 1);
    Tablet& tablet = *first;
    std::string visit;

    TwoWriters() {
        story::set_up(tablet);
        visit =
            visit_elsewhere(kit.county, 1, kit.clock.time - minute, {{"status", "under_way"}, {"date", "2026-11-23"}});
        tablet.press("Sync now");
        open();
        tablet.press("Details");
        tablet.fill("What the visit is about", "Reading in Year 2");
        tablet.press("Aspects");
        tablet.choose("Governance", "Green");
        write_elsewhere(kit.county, 2, kit.clock.time + minute, "visit", visit, {{"focus", "Reading in Year 4"}});
        write_elsewhere(kit.county, 2, kit.clock.time + minute, "judgement", visit + ".governance",
                        {{"visit", visit}, {"aspect", "governance"}, {"choice", "amber"}});
        tablet.press("Sync now");
    }

    void open() {
        story::open_school(tablet, "Bramble Hill Primary School");
        tablet.press("23 November 2026");
    }
};

SCENARIO("both versions stand side by side with who wrote them, and one of them is let stand for everyone") {
    TwoWriters desk;
    Tablet& tablet = desk.tablet;
    CHECK(tablet.sees("2 things in this visit were written twice"));
    tablet.press("Look at both");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "What the visit is about"));
    CHECK(tablet.sees(Role::heading, "The judgement: Governance"));
    CHECK(tablet.sees(Role::heading, "Ada Marsh, 23 November 2026, 14:02"));
    CHECK(tablet.sees(Role::heading, "another adviser, 23 November 2026, 14:03"));
    CHECK(tablet.sees("Reading in Year 2"));
    CHECK(tablet.sees("Reading in Year 4"));
    CHECK(tablet.sees("Shows now"));
    tablet.press("Let this one stand: What the visit is about, by Ada Marsh");
    CHECK(tablet.sees("Settled."));
    CHECK(latest_text(desk.kit.county, "visit", "focus") == "Reading in Year 2");
    CHECK_FALSE(tablet.sees(Role::heading, "What the visit is about"));
    tablet.press("Let this one stand: The judgement: Governance, by another adviser");
    CHECK(latest_text(desk.kit.county, "judgement", "choice") == "amber");
    CHECK(tablet.sees("Nothing is written twice here."));
    tablet.press("Back to the visit");
    CHECK_FALSE(tablet.sees("written twice"));
    tablet.press("Details");
    CHECK(tablet.value_of("What the visit is about") == "Reading in Year 2");
}

SCENARIO("a visit with something written twice says so wherever visits are listed, until it is settled") {
    TwoWriters desk;
    Tablet& tablet = desk.tablet;
    const auto said_in_lists = [&] {
        tablet.press("Visits");
        const bool in_calendar = tablet.sees("Written twice");
        story::open_school(tablet, "Bramble Hill Primary School");
        return std::pair{in_calendar, tablet.sees("Written twice")};
    };
    CHECK(said_in_lists() == std::pair{true, true});
    tablet.press("23 November 2026");
    tablet.press("Look at both");
    tablet.press("Let this one stand: What the visit is about, by Ada Marsh");
    tablet.press("Let this one stand: The judgement: Governance, by another adviser");
    CHECK(said_in_lists() == std::pair{false, false});
}

SCENARIO("a third text can stand in the place of both, and what was typed for it outlives the app") {
    TwoWriters desk;
    Tablet& tablet = desk.tablet;
    tablet.press("Look at both");
    tablet.press("Let what I wrote stand");
    CHECK(tablet.sees("Write what is to stand, or choose one of the versions above."));
    tablet.type("Or write it anew", "Reading in Years 2 and 4");
    tablet.pass(1000);
    desk.first.reset();
    Tablet again = desk.kit.tablet(2);
    story::unlock(again);
    story::open_school(again, "Bramble Hill Primary School");
    again.press("23 November 2026");
    again.press("Look at both");
    CHECK(again.value_of("Or write it anew") == "Reading in Years 2 and 4");
    again.press("Let what I wrote stand");
    INFO(again.everything());
    CHECK(again.sees("Settled."));
    CHECK(latest_text(desk.kit.county, "visit", "focus") == "Reading in Years 2 and 4");
}

SCENARIO("nothing can be settled in a locked visit, and both versions stay to be read") {
    TwoWriters desk;
    write_elsewhere(desk.kit.county, 1, desk.kit.clock.time + 2 * minute, "visit", desk.visit, {{"status", "locked"}});
    Tablet& tablet = desk.tablet;
    tablet.press("Sync now");
    desk.open();
    tablet.press("Look at both");
    INFO(tablet.everything());
    CHECK(tablet.sees("both are kept as they are"));
    CHECK(tablet.sees("Reading in Year 2"));
    CHECK_FALSE(tablet.sees(Role::button, "Let this one stand"));
    tablet.press("Back to the record");
    CHECK(tablet.sees("things in this visit were written twice"));
}

}  // namespace
}  // namespace kitbag
