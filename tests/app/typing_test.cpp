#include "app/session/typing.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {
const FieldKey focus{"visit", "v", "focus"};
}

TEST_CASE("a typed text is unsaved until exactly that text is saved") {
    Typing typing;
    typing.type(focus, "Rea");
    typing.type(focus, "Reading");
    typing.saved(focus, "Rea");
    CHECK(typing.has_unsaved());
    CHECK(typing.find(focus)->safety == Safety::saving);
    typing.saved(focus, "Reading");
    CHECK_FALSE(typing.has_unsaved());
    CHECK(typing.find(focus)->safety == Safety::saved);
}

TEST_CASE("typing on makes a saved field unsaved again") {
    Typing typing;
    typing.type(focus, "Reading");
    typing.saved(focus, "Reading");
    typing.type(focus, "Reading");
    CHECK_FALSE(typing.has_unsaved());
    typing.type(focus, "Readings");
    CHECK(typing.has_unsaved());
}

TEST_CASE("a text that could not be saved stays, says so, and is tried again") {
    Typing typing;
    typing.type(focus, "Reading");
    typing.failed(focus);
    CHECK(typing.find(focus)->safety == Safety::failed);
    typing.type(focus, "Reading in Year 2");
    CHECK(typing.find(focus)->safety == Safety::failed);
    REQUIRE(typing.unsaved().size() == 1);
    CHECK(typing.unsaved().front().text == "Reading in Year 2");
    typing.saved(focus, "Reading in Year 2");
    CHECK(typing.find(focus)->safety == Safety::saved);
}
