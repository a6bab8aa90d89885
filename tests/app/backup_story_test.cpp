#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

SCENARIO("one press under “Sending and receiving” gives a backup of everything, encrypted, and says when") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.type("Write a note", "The library is open at lunch.");
    tablet.press("Sending and receiving");
    INFO(tablet.everything());
    CHECK(tablet.sees("No backup has been made on this tablet yet."));
    CHECK(tablet.sees("opens with the passphrase that this tablet has now"));
    tablet.press("Save a backup file");
    REQUIRE(tablet.platform().given.size() == 1);
    const GivenFile& file = tablet.platform().given.front();
    CHECK(file.name == "Kitbag backup 2026-11-23 14.02.kitbag");
    CHECK(file.content.starts_with("KITBAG-BACKUP-1\n"));
    CHECK_FALSE(file.content.contains("library"));
    CHECK_FALSE(file.content.contains("Ada Marsh"));
    CHECK(tablet.sees("Last made: 23 November 2026, 14:02."));
    CHECK(tablet.sees("among this browser’s downloads"));
}

TEST_CASE("A backup that cannot be made says why, gives no file, and can be asked for again") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Sending and receiving");
    kit.files.trouble = MemoryFiles::Trouble::full;
    tablet.press("Save a backup file");
    INFO(tablet.everything());
    CHECK(tablet.sees("no room"));
    CHECK(tablet.platform().given.empty());
    CHECK(tablet.sees("No backup has been made on this tablet yet."));
    kit.files.trouble = MemoryFiles::Trouble::none;
    tablet.press("Save a backup file");
    CHECK(tablet.platform().given.size() == 1);
}

namespace {

// A tablet with a visit, a completed note and a text that is still being typed; then its backup.
struct BackedUp {
    story::Kit kit;
    std::string file;

    BackedUp() {
        story::VisitUnderWay tablet(kit);
        tablet.fill("Evidence for Progress", "Books show what was learned.");
        kit.county.online = false;
        tablet.type("Evidence for Attainment", "Half a sentence");
        tablet.pass(1000);
        tablet.hide();
        tablet.press("Sending and receiving");
        tablet.press("Save a backup file");
        REQUIRE(tablet.platform().given.size() == 1);
        file = tablet.platform().given.front().content;
    }

    // On a tablet that has nothing.
    Tablet other(MemoryFiles& files) { return {files, kit.clock, kit.county, 9}; }
};

void put_back(Tablet& tablet, const std::string& file, const char* passphrase = story::passphrase) {
    tablet.press("I have a backup file");
    tablet.choose_file("Choose the backup file", file);
    tablet.fill("Passphrase of the backup", passphrase);
    tablet.press("Put it back");
}

}  // namespace

SCENARIO("a backup put back on a new tablet has everything, syncs as before, and opens with the same passphrase") {
    BackedUp made;
    MemoryFiles files;
    {
        Tablet tablet = made.other(files);
        put_back(tablet, made.file);
        INFO(tablet.everything());
        CHECK(tablet.sees("The backup has been put back."));
        story::open_school(tablet, "Bramble Hill Primary School");
        tablet.press("23 November 2026");
        tablet.press("Aspects");
        CHECK(tablet.value_of("Evidence for Progress") == "Books show what was learned.");
        CHECK(tablet.sees("Half a sentence"));
        made.kit.county.online = true;
        tablet.press("Sync now");
        CHECK(tablet.sees("Everything is received by the county"));
        CHECK(made.kit.county.log.back().device == made.kit.county.log.front().device);
        tablet.press("Sending and receiving");
        tablet.press("Lock this tablet");
    }
    Tablet tablet = made.other(files);
    story::unlock(tablet);
    CHECK(tablet.sees("3 schools"));
}

SCENARIO("an older backup on a second tablet writes no change for another, and what the county had since comes back") {
    BackedUp made;
    made.kit.county.online = true;
    {
        Tablet first = made.kit.tablet(4);
        story::unlock(first);
        story::open_school(first, "Bramble Hill Primary School");
        first.press("23 November 2026");
        first.press("Aspects");
        first.fill("Evidence for Progress", "Written after the backup.");
        first.press("Sync now");
    }
    MemoryFiles files;
    Tablet second = made.other(files);
    put_back(second, made.file);
    story::open_school(second, "Bramble Hill Primary School");
    second.press("23 November 2026");
    second.press("Aspects");
    INFO(second.everything());
    CHECK(second.value_of("Evidence for Progress") == "Written after the backup.");
    second.fill("Evidence for Progress", "And after putting it back.");
    second.press("Sync now");
    std::set<std::string> ids;
    std::set<std::string> stamps;
    for (const Change& change : made.kit.county.log) {
        ids.insert(change.id);
        stamps.insert(change.stamp);
    }
    CHECK(ids.size() == made.kit.county.log.size());
    CHECK(stamps.size() == made.kit.county.log.size());
    CHECK(second.sees("Everything is received by the county"));
}

TEST_CASE("A file that cannot be put back says why, and nothing is written for it") {
    BackedUp made;
    MemoryFiles files;
    Tablet tablet = made.other(files);
    tablet.press("I have a backup file");
    std::string flipped = made.file;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    std::string newer = made.file;
    newer[14] = '2';
    const std::pair<std::string, const char*> rows[] = {
        {"a letter to a friend", "is not a backup of Kitbag"},
        {"", "is not a backup of Kitbag"},
        {made.file.substr(0, made.file.size() - 1), "is cut short"},
        {made.file.substr(0, 40), "is cut short"},
        {flipped, "is damaged"},
        {newer, "made by a newer Kitbag"},
    };
    for (const auto& [file, sentence] : rows) {
        CAPTURE(sentence);
        tablet.choose_file("Choose the backup file", file);
        INFO(tablet.everything());
        CHECK(tablet.sees(sentence));
        CHECK_FALSE(tablet.sees(Role::button, "Put it back"));
        CHECK(files.size(PoolFile::database) == 0);
    }
    tablet.choose_file("Choose the backup file", made.file);
    CHECK(tablet.sees("A backup from Wendshire, made 23 November 2026, 14:02."));
    tablet.press("Put it back");
    CHECK(tablet.sees("Write your passphrase."));
    for (const std::string& wrong :
         {std::string("not the passphrase"), std::string(10'000, 'x'), std::string("🦦🦦🦦")}) {
        tablet.fill("Passphrase of the backup", wrong);
        tablet.press("Put it back");
        CHECK(tablet.sees("That is not the passphrase of this backup."));
        CHECK(files.size(PoolFile::database) == 0);
    }
    tablet.fill("Passphrase of the backup", story::passphrase);
    tablet.press("Put it back");
    CHECK(tablet.sees("3 schools"));
}

TEST_CASE("A backup from another county is refused on a tablet that belongs to one") {
    BackedUp made;
    story::Kit fenland;
    fenland.county.name = "Fenland";
    {
        Tablet tablet = fenland.tablet();
        story::set_up(tablet);
    }
    Tablet tablet = fenland.tablet(2);
    tablet.press("I have a backup file");
    tablet.choose_file("Choose the backup file", made.file);
    INFO(tablet.everything());
    CHECK(tablet.sees("This backup is from another county, Wendshire."));
    CHECK_FALSE(tablet.sees(Role::button, "Put it back"));
    tablet.press("Back");
    story::unlock(tablet);
    CHECK(tablet.sees("3 schools"));
}

TEST_CASE("No room while a backup is put back leaves every store as it was, and it can be tried again") {
    BackedUp made;
    {
        Tablet tablet = made.kit.tablet(2);
        story::unlock(tablet);
    }
    Tablet tablet = made.kit.tablet(3);
    MemoryFiles& second = made.kit.files.store(2);
    second.trouble = MemoryFiles::Trouble::full;
    put_back(tablet, made.file);
    INFO(tablet.everything());
    CHECK(tablet.sees("no room"));
    CHECK(second.size(PoolFile::key) == 0);
    second.trouble = MemoryFiles::Trouble::none;
    tablet.press("Put it back");
    CHECK(tablet.sees("3 schools"));
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
    CHECK(tablet.sees(Role::radio_group, "Who is using this tablet?"));
    CHECK(tablet.sees("From the backup of 23 November 2026, 14:02"));
}

TEST_CASE("A backup whose passphrase nobody remembers is put back locked") {
    BackedUp made;
    MemoryFiles files;
    Tablet tablet = made.other(files);
    tablet.press("I have a backup file");
    tablet.choose_file("Choose the backup file", made.file);
    tablet.press("Put it back locked");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Unlock Kitbag"));
    story::unlock(tablet);
    CHECK(tablet.sees("3 schools"));
}
