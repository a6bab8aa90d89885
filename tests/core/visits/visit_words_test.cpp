#include "core/visits/visit_words.h"

#include <doctest/doctest.h>

namespace kitbag {

TEST_CASE("What a head disputes goes to JSON and comes back the same") {
    const std::vector<Dispute> disputes = {{"aspect.parent_view", "Parent View", "“Largely” is not true.\nAsk them."},
                                           {"visit.focus", "Focus", "文 Zoë"}};
    const std::string text = write_disputes(disputes);
    CHECK(read_disputes(text).value() == disputes);
    CHECK(read_disputes(write_disputes({})).value().empty());
    CHECK(text.starts_with(R"([{"part":"aspect.parent_view",)"));
}

TEST_CASE("Disputes that cannot be read are refused") {
    for (const char* const text : {"", "{", "{}", "\"x\"", "null"}) {
        CAPTURE(text);
        const auto read = read_disputes(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "bad_disputes");
    }
    CHECK(read_disputes("[{}]").value() == std::vector<Dispute>{{"", "", ""}});
}

TEST_CASE("The terms of an agreement have words that are read back") {
    using enum TrustAgreement::Terms;
    CHECK(agreement_terms_from(to_word(commissioned)) == commissioned);
    CHECK(agreement_terms_from(to_word(traded)) == traded);
    CHECK_FALSE(agreement_terms_from("free"));
}

TEST_CASE("A Forum note says which service brought what, and an officer writes none") {
    const auto code = [](const char* service, const char* text, StaffRole role) {
        ForumNote note;
        note.service = service;
        note.text = text;
        const auto checked = check_forum_note(note, role);
        return checked ? std::string() : checked.error().code;
    };
    CHECK(code("Family Service", "More ask for help.", StaffRole::adviser) == "");
    CHECK(code(" ", "More ask for help.", StaffRole::adviser) == "no_service");
    CHECK(code("Family Service", "\n", StaffRole::adviser) == "no_text");
    CHECK(code("Family Service", "More ask for help.", StaffRole::officer) == "not_allowed");
}

}  // namespace kitbag
