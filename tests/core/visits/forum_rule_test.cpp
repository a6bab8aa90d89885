#include "core/visits/forum_rule.h"

#include <doctest/doctest.h>

using namespace kitbag;

TEST_CASE("a note of the Forum says when the Forum met, which service brought it and what") {
    const std::vector<HalfTerm> half_terms = {{"2026-27.1", "Autumn 1, 2026", {2026, 9, 2}, {2026, 10, 23}},
                                              {"2026-27.2", "Autumn 2, 2026", {2026, 11, 2}, {2026, 12, 18}},
                                              {"2026-27.3", "Spring 1, 2027", {2027, 1, 4}, {2027, 2, 12}}};
    struct Row {
        const char *half_term, *service, *text;
        StaffRole role;
        const char* code;  // "" where it is taken.
    };
    const Row rows[] = {
        {"2026-27.2", "Virtual School", "Two pupils moved.", StaffRole::adviser, ""},
        {"2026-27.1", "Virtual School", "Two pupils moved.", StaffRole::head_of_service, ""},
        {"2026-27.3", "Virtual School", "Two pupils moved.", StaffRole::adviser, "from_the_future"},
        {"2019-20.1", "Virtual School", "Two pupils moved.", StaffRole::adviser, "unknown_half_term"},
        {"", "Virtual School", "Two pupils moved.", StaffRole::adviser, "unknown_half_term"},
        {"2026-27.2", "", "Two pupils moved.", StaffRole::adviser, "no_service"},
        {"2026-27.2", "Virtual School", " \n", StaffRole::adviser, "no_text"},
        {"2026-27.2", "Virtual School", "Two pupils moved.", StaffRole::officer, "not_allowed"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.code);
        ForumNote note;
        note.half_term = row.half_term;
        note.service = row.service;
        note.text = row.text;
        const auto checked = check_forum_note(note, half_terms, {2026, 11, 25}, row.role);
        CHECK((checked ? "" : checked.error().code) == row.code);
    }
}
