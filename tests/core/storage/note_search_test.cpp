#include "core/storage/note_search.h"

#include "core/storage/projection.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

// An empty store with one visit for each day asked for.
struct Notes {
    TemporaryFolder folder;
    std::unique_ptr<Database> database = open_file(folder.file("a.db"));
    int made = 0;

    Id next_id() {
        std::string number = std::to_string(++made);
        return "0192f3c4-a1b2-7c3d-8e4f-" + std::string(12 - number.size(), '0') + number;
    }

    void put(std::string_view entity, const Id& id, std::string_view field, const std::string& value) {
        REQUIRE(project(*database, entity, id, field, value));
        // What the tables are made again from.
        REQUIRE(
            database->run("INSERT INTO field_state VALUES (?, ?, ?, '', ?, '', NULL, '') ON CONFLICT (entity, "
                          "entity_id, field) DO UPDATE SET value = excluded.value",
                          entity, id, field, to_text(Json(value))));
    }

    Id visit(const std::string& date = "2026-11-23") {
        const Id id = next_id();
        put("visit", id, "urn", "900001");
        put("visit", id, "kind", "keeping_in_touch");
        put("visit", id, "adviser", "0192f3c4-a1b2-7c3d-8e4f-0000000000ad");
        if (!date.empty()) put("visit", id, "date", date);
        return id;
    }

    Id note(const Id& visit, const std::string& text) {
        const Id id = next_id();
        put("evidence_note", id, "visit", visit);
        put("evidence_note", id, "aspect", "teaching");
        put("evidence_note", id, "text", text);
        return id;
    }

    std::vector<Id> found(std::string_view typed) const {
        CAPTURE(typed);
        const auto found = NoteSearch(*database).find(typed);
        REQUIRE(found);
        std::vector<Id> notes;
        for (const FoundNote& one : found->notes) notes.push_back(one.note);
        return notes;
    }

    // The one note found, with what was marked in brackets.
    std::string excerpt(std::string_view typed) const {
        CAPTURE(typed);
        const auto found = NoteSearch(*database).find(typed);
        REQUIRE(found);
        REQUIRE(found->notes.size() == 1);
        const FoundNote& one = found->notes.front();
        std::string marked;
        std::size_t at = 0;
        for (const TextRange& range : one.found) {
            REQUIRE(range.first >= at);
            REQUIRE(range.length > 0);
            marked +=
                one.excerpt.substr(at, range.first - at) + "[" + one.excerpt.substr(range.first, range.length) + "]";
            at = range.first + range.length;
        }
        return marked + one.excerpt.substr(at);
    }

    bool index_is_whole() const {
        return database->run("INSERT INTO note_words (note_words, rank) VALUES ('integrity-check', 1)").has_value();
    }
};

TEST_CASE("Words are found by how they begin, and all of them must be there") {
    Notes notes;
    const Id visit = notes.visit();
    const Id first = notes.note(visit, "Pupils read fluently in Year 4, and the reading lead knows why.");
    const Id second = notes.note(visit, "Readers in Year 5 were quiet.");
    CHECK(notes.found("rea") == std::vector{second, first});
    CHECK(notes.found("rea flu") == std::vector{first});
    CHECK(notes.found("flu  \n rea ") == std::vector{first});
    CHECK(notes.found("year 5") == std::vector{second});
    CHECK(notes.found("ading").empty());
    CHECK(notes.found("reading mathematics").empty());
    CHECK(notes.found("r").empty());  // One letter is a word by itself.
    CHECK(notes.found("4") == std::vector{first});
}

TEST_CASE("What stands in quotes is found as it stands") {
    Notes notes;
    const Id visit = notes.visit();
    const Id first = notes.note(visit, "The chair of governors spoke.");
    const Id second = notes.note(visit, "Governors asked about the chair.");
    CHECK(notes.found("chair governors") == std::vector{second, first});
    CHECK(notes.found("\"chair of governors\"") == std::vector{first});
    CHECK(notes.found("“chair of governors”") == std::vector{first});
    CHECK(notes.found("\"chair of gov\"").empty());
    CHECK(notes.found("\"chair of gov") == std::vector{first});  // Its end is still being typed.
    CHECK(notes.found("spoke \"of governors\"") == std::vector{first});
}

TEST_CASE("Case and accents do not matter, and other scripts are found") {
    Notes notes;
    const Id visit = notes.visit();
    const Id accents = notes.note(visit, "Zoë’s café was a naïve choice.");
    const Id greek = notes.note(visit, "Η Ελένη διαβάζει καλά.");
    const Id cyrillic = notes.note(visit, "Ольга читает вслух.");
    const Id arabic = notes.note(visit, "القراءة جيدة");
    const Id hindi = notes.note(visit, "हिन्दी में पढ़ना");
    const Id chinese = notes.note(visit, "阅读很好");
    CHECK(notes.found("zoe CAFE") == std::vector{accents});
    CHECK(notes.found("NAÏVE") == std::vector{accents});
    CHECK(notes.found("nai\u0308ve") == std::vector{accents});  // Typed as two characters.
    CHECK(notes.found("ΔΙΑΒΆΖ") == std::vector{greek});
    CHECK(notes.found("ольга ЧИТ") == std::vector{cyrillic});
    CHECK(notes.found("القراءة") == std::vector{arabic});
    CHECK(notes.found("हिन्दी") == std::vector{hindi});
    CHECK(notes.found("阅读") == std::vector{chinese});
}

TEST_CASE("Anything may be typed, and none of it has a meaning of its own") {
    Notes notes;
    const Id note = notes.note(notes.visit(), "Near the end: not one or two, and text in a column 😀 (again) a-b.");
    const std::string long_word(10'000, 'x');
    std::string many_words;
    for (int i = 0; i < 2'000; ++i) many_words += "near ";
    for (const std::string_view nothing : {"", " ", "\n\t", "\"", "\"\"", "\" \"", "*", "(", ")", "^", ":", "{}", "-",
                                           "+", "😀", "' OR 1=1 --", "“", "\x01"}) {
        CHECK(notes.found(nothing).empty());
    }
    for (const std::string_view something : {"near",
                                             "NEAR",
                                             "near(",
                                             "near*",
                                             "*near",
                                             "^near",
                                             "near AND not",
                                             "near OR two",
                                             "NOT near",
                                             "text:",
                                             "text: column",
                                             "near \"",
                                             "\"near",
                                             "\"\"near",
                                             "near\"\"",
                                             "a-b",
                                             "(again)",
                                             "near 😀",
                                             "near + end",
                                             "{text} : near",
                                             "near\x01"
                                             "end"}) {
        CHECK(notes.found(something) == std::vector{note});
    }
    CHECK(notes.found(std::string_view("near\0end", 8)) == std::vector{note});
    CHECK(notes.found(std::string_view("\"near\0the\"", 10)) == std::vector{note});
    CHECK(notes.found("NEAR(again column, 5)").empty());
    CHECK(notes.found(long_word).empty());
    CHECK(notes.found(many_words) == std::vector{note});
    CHECK(notes.found("near " + long_word).empty());
}

TEST_CASE("Notes come from the newest visit first, and so many at a time") {
    Notes notes;
    const Id older = notes.visit("2026-09-01");
    const Id undated = notes.visit("");
    const Id newer = notes.visit("2026-11-23");
    std::vector<Id> wanted(3);
    wanted[1] = notes.note(newer, "books");
    wanted[2] = notes.note(older, "books");
    notes.note(newer, "nothing of the kind");
    wanted[0] = notes.note(undated, "books");
    CHECK(notes.found("books") == wanted);
    const auto two = NoteSearch(*notes.database).find("books", 2);
    REQUIRE(two);
    CHECK(two->notes.size() == 2);
    CHECK(two->all == 3);
    REQUIRE(notes.database->run("BEGIN"));
    for (int i = 0; i < 600; ++i) notes.note(older, "books and paper");  // Too many to be sorted.
    REQUIRE(notes.database->run("COMMIT"));
    const auto many = NoteSearch(*notes.database).find("books");
    REQUIRE(many);
    CHECK(many->all == 603);
    REQUIRE(many->notes.size() == 50);
    CHECK(many->notes[0].note == wanted[0]);
    CHECK(many->notes[1].note == wanted[1]);
    CHECK(many->notes[2].visit == older);
    CHECK(many->notes[2].note > many->notes[3].note);
}

TEST_CASE("A note found says where it comes from") {
    Notes notes;
    const Id visit = notes.visit();
    notes.put("visit", visit, "status", "completed");
    const Id own = notes.note(visit, "books");
    const Id other = notes.note(visit, "books");
    notes.put("evidence_note", other, "by", "0192f3c4-a1b2-7c3d-8e4f-0000000000bb");
    notes.put("evidence_note", notes.next_id(), "text", "books of a visit that has not arrived");
    const auto found = NoteSearch(*notes.database).find("books");
    REQUIRE(found);
    REQUIRE(found->notes.size() == 2);
    CHECK(found->notes[0].note == other);
    CHECK(found->notes[0].by == "0192f3c4-a1b2-7c3d-8e4f-0000000000bb");
    CHECK(found->notes[1].note == own);
    CHECK(found->notes[1].by == "0192f3c4-a1b2-7c3d-8e4f-0000000000ad");
    CHECK(found->notes[1].visit == visit);
    CHECK(found->notes[1].urn == "900001");
    CHECK(found->notes[1].aspect == "teaching");
    CHECK(found->notes[1].visit_kind == "keeping_in_touch");
    CHECK(found->notes[1].date == Date{2026, 11, 23});
    CHECK(found->notes[1].status == VisitStatus::completed);
}

TEST_CASE("The words found are marked, also where the text holds what could be taken for a mark") {
    Notes notes;
    const Id visit = notes.visit();
    notes.note(visit, "Pupils read\nfluently in Année 4.");
    notes.note(visit,
               "\x01"
               "0\x02odd\x01"
               "0\x03 marks \x01"
               "1\x02 \x01");
    std::string early, late;
    for (int i = 0; i < 200; ++i) late += "word ";
    notes.note(visit, late + "needle and " + late);
    CHECK(notes.excerpt("rea annee") == "Pupils [read] fluently in [Année] 4.");
    CHECK(notes.excerpt("\"read fluently\"") == "Pupils [read fluently] in Année 4.");
    CHECK(notes.excerpt("odd") == " 0 [odd] 0  marks  1   ");
    const std::string found = notes.excerpt("needle");
    CHECK(found.contains("word [needle] and word"));
    CHECK(found.starts_with("…"));
    CHECK(found.ends_with("…"));
    CHECK(found.size() < 400);
}

TEST_CASE("The excerpt of a text without spaces is cut between letters") {
    Notes notes;
    const Id visit = notes.visit();
    std::string text = "a";
    for (int i = 0; i < 5'000; ++i) text += "阅";
    notes.note(visit, text);
    const std::string found = notes.excerpt("a阅");
    CHECK(found.size() < 700);
    CHECK(found.starts_with("[a阅"));
    CHECK(found.ends_with("阅]…"));
}

TEST_CASE("What was edited away is not found, and what the tables were made again from is") {
    Notes notes;
    const Id visit = notes.visit();
    const Id note = notes.note(visit, "The first words");
    const Id other = notes.note(visit, "Another note");
    notes.put("evidence_note", note, "text", "A second sentence");
    CHECK(notes.found("first").empty());
    CHECK(notes.found("second") == std::vector{note});
    CHECK(notes.index_is_whole());
    REQUIRE(rebuild_tables(*notes.database));
    CHECK(notes.found("first").empty());
    CHECK(notes.found("second") == std::vector{note});
    CHECK(notes.found("another") == std::vector{other});
    CHECK(notes.index_is_whole());
    notes.put("evidence_note", note, "text", "");
    CHECK(notes.found("second").empty());
    CHECK(notes.index_is_whole());
}

}  // namespace
}  // namespace kitbag
