#include <array>
#include <string>

#include <doctest/doctest.h>

#include "app/semantics/differ.h"
#include "tests/app/drawing.h"

using namespace kitbag;

namespace {

SemanticNode node(NodeId id, Role role, std::string name, Bounds bounds = {}) {
    SemanticNode made;
    made.id = id;
    made.role = role;
    made.name = std::move(name);
    made.bounds = bounds;
    return made;
}

constexpr NodeId list_id = 1, first_id = 2, second_id = 3;

// A list with entries in it, as a screen would record it.
SemanticTree list_of(const std::vector<SemanticNode>& entries, Bounds bounds = {10, 20, 300, 400}) {
    SemanticTree tree;
    tree.begin_frame();
    tree.open(node(list_id, Role::list, "Schools", bounds));
    for (const SemanticNode& entry : entries) tree.add(SemanticNode(entry));
    tree.close();
    return tree;
}

}  // namespace

TEST_CASE("an id follows from the path of keys, and JavaScript can hold it") {
    const NodeId screen = child_id(0, "schools");
    CHECK(child_id(screen, "900001") == child_id(child_id(0, "schools"), "900001"));
    CHECK(child_id(screen, "900001") != child_id(screen, "900002"));
    CHECK(child_id(screen, "900001") != child_id(child_id(0, "visits"), "900001"));
    CHECK(child_id(screen, std::uint64_t{0}) != child_id(screen, ""));
    for (const char* key : {"", "a", "save", "0192f3c4-a1b2-7c3d-8e4f-0123456789ab"}) {
        CHECK(child_id(screen, key) > 0);
        CHECK(child_id(screen, key) < (1ULL << 53));
    }
}

TEST_CASE("a node's place is found among thousands, and in the next frame only if it was put there again") {
    constexpr NodeId nodes = 5000;
    NodePlaces places;
    CHECK(places.find(1) == nullptr);
    for (int frame = 0; frame < 3; ++frame) {
        places.clear();
        CHECK(places.find(child_id(1, 7)) == nullptr);
        for (NodeId node = 0; node < nodes; ++node) {
            CHECK(places.add(child_id(1, node), node + 1));
            CHECK_FALSE(places.add(child_id(1, node), 0));
        }
        for (NodeId node = 0; node < nodes; ++node) {
            const std::size_t* place = places.find(child_id(1, node));
            REQUIRE(place != nullptr);
            CHECK(*place == node + 1);
        }
        CHECK(places.find(child_id(1, nodes)) == nullptr);
    }
}

TEST_CASE("the first message holds everything, and there is none when nothing changed") {
    const SemanticTree tree = list_of({node(first_id, Role::button, "Ashmere", {30, 60, 100, 48})});
    SemanticDiffer differ;
    const Json message = read_message(differ.changes(tree, {.focus = 0, .title = "Schools"}));
    REQUIRE(message["nodes"].size() == 2);
    CHECK(message["title"] == "Schools");
    CHECK(message["children"]["0"] == Json::array({1}));
    CHECK(message["children"]["1"] == Json::array({2}));
    const Json& button = message["nodes"][1];
    CHECK(button["role"] == "button");
    CHECK(button["name"] == "Ashmere");
    CHECK(button["x"] == 20);  // From the corner of the list that it is in.
    CHECK(button["y"] == 40);
    CHECK(differ.changes(tree, {.focus = 0, .title = "Schools"}).empty());
}

TEST_CASE("only what changed is told") {
    const SemanticNode first = node(first_id, Role::button, "Ashmere");
    const SemanticNode second = node(second_id, Role::button, "Otterholt");
    SemanticDiffer differ;
    differ.changes(list_of({first, second}), {});

    SUBCASE("a name: that node and nothing of the order") {
        SemanticNode renamed = second;
        renamed.name = "Otterholt School";
        const Json message = read_message(differ.changes(list_of({first, renamed}), {}));
        REQUIRE(message["nodes"].size() == 1);
        CHECK(message["nodes"][0]["id"] == second_id);
        CHECK_FALSE(message.contains("children"));
    }
    SUBCASE("the order: the list's children and no node") {
        const Json message = read_message(differ.changes(list_of({second, first}), {}));
        CHECK_FALSE(message.contains("nodes"));
        CHECK(message["children"]["1"] == Json::array({second_id, first_id}));
    }
    SUBCASE("a node that went: its id and its parent's children") {
        const Json message = read_message(differ.changes(list_of({first}), {}));
        CHECK(message["removed"] == Json::array({second_id}));
        CHECK(message["children"]["1"] == Json::array({first_id}));
    }
    SUBCASE("the last child that went leaves an empty list") {
        differ.changes(list_of({first}), {});
        const Json message = read_message(differ.changes(list_of({}), {}));
        CHECK(message["children"]["1"] == Json::array());
    }
    SUBCASE("a list that moved with all that is in it: only the list") {
        SemanticNode lower_first = first, lower_second = second;
        lower_first.bounds.y += 50;
        lower_second.bounds.y += 50;
        const Json message = read_message(differ.changes(list_of({lower_first, lower_second}, {10, 70, 300, 400}), {}));
        REQUIRE(message["nodes"].size() == 1);
        CHECK(message["nodes"][0]["id"] == list_id);
    }
    SUBCASE("a wish to have the focus, once") {
        const Json message = read_message(differ.changes(list_of({first, second}), {.focus = first_id, .title = ""}));
        CHECK(message == Json{{"focus", first_id}});
        CHECK(differ.changes(list_of({first, second}), {}).empty());
    }
    SUBCASE("everything again to a page that was made anew") {
        differ.forget();
        CHECK(read_message(differ.changes(list_of({first, second}), {}))["nodes"].size() == 3);
    }
}

TEST_CASE("where the page has scrolled to is not told back to it") {
    SemanticDiffer differ;
    SemanticTree tree;
    SemanticNode scroll = node(list_id, Role::scroll, "Visit");
    tree.begin_frame();
    tree.add(SemanticNode(scroll));
    differ.changes(tree, {});
    scroll.content_offset = 300;
    tree.begin_frame();
    tree.add(SemanticNode(scroll));
    CHECK(differ.changes(tree, {}).empty());
}

TEST_CASE("any text reaches the page as it was written") {
    for (const char* text :
         {"plain", "a \"quoted\" word", "back\\slash", "two\nlines\tand a tab", "\x01", "Café – 3 × 4 ≠ 11 本"}) {
        SemanticDiffer differ;
        SemanticTree tree;
        tree.begin_frame();
        SemanticNode field = node(first_id, Role::multiline_field, "Evidence");
        field.value = text;
        tree.add(SemanticNode(field));
        CHECK(read_message(differ.changes(tree, {}))["nodes"][0]["value"] == text);
    }
}

TEST_CASE("the audit tells of our own mistakes") {
    SemanticTree tree;
    tree.begin_frame();
    tree.add(node(first_id, Role::button, "Save"));
    CHECK(tree.audit().empty());
    SUBCASE("two things with one key, which then get an element each") {
        CHECK(tree.add(node(first_id, Role::button, "Send")) != first_id);
        CHECK(tree.audit().size() == 1);
    }
    SUBCASE("a control that nobody could name") {
        tree.add(node(second_id, Role::button, ""));
        CHECK(tree.audit().size() == 1);
    }
    SUBCASE("a container that is still open") {
        tree.open(node(second_id, Role::list, "Schools"));
        CHECK(tree.audit().size() == 1);
    }
}

TEST_CASE("a dialog belongs to the window, wherever it was drawn") {
    SemanticTree tree;
    tree.begin_frame();
    tree.open(node(list_id, Role::list, "Schools"));
    tree.open(node(first_id, Role::dialog, "Complete this visit?"));
    tree.add(node(second_id, Role::button, "Complete it"));
    tree.close();
    tree.close();
    CHECK(tree.find(first_id)->parent == 0);
    CHECK(tree.find(second_id)->parent == first_id);
}

namespace {

// A table with a row of headings and one school, as a board would record it.
struct Table {
    NodeId last = 100;
    SemanticTree tree;

    Table() { tree.begin_frame(); }
    NodeId open(Role role, std::string name, int index = 0) {
        SemanticNode made = node(++last, role, std::move(name));
        made.row_index = index;
        made.row_count = role == Role::table ? 3 : 0;
        made.column_count = role == Role::table ? 2 : 0;
        return tree.open(std::move(made));
    }
    void add(Role role, std::string name) { tree.add(node(++last, role, std::move(name))); }
    void row(int index, const std::string& title, bool with_cell = true) {
        open(Role::row, "", index);
        open(Role::row_header, "");
        add(Role::button, title);
        tree.close();
        if (with_cell) add(Role::cell, "Amber, improving");
        tree.close();
    }
    void headings() {
        open(Role::row, "", 1);
        add(Role::column_header, "School");
        add(Role::column_header, "Autumn 1");
        tree.close();
    }
};

}  // namespace

TEST_CASE("the page is told how large a table is and which of its rows are there") {
    Table table;
    table.open(Role::table, "Schools by half terms");
    table.headings();
    table.row(3, "Otterholt");
    table.tree.close();
    CHECK(table.tree.audit().empty());
    SemanticDiffer differ;
    const Json message = read_message(differ.changes(table.tree, {}));
    const Json& nodes = message["nodes"];
    REQUIRE(nodes.size() == 8);
    CHECK(nodes[0]["role"] == "table");
    CHECK(nodes[0]["rows"] == 3);
    CHECK(nodes[0]["columns"] == 2);
    CHECK(nodes[1]["role"] == "row");
    CHECK(nodes[1]["index"] == 1);
    CHECK(nodes[2]["role"] == "column_header");
    CHECK(nodes[4]["index"] == 3);
    CHECK(nodes[5]["role"] == "row_header");
    CHECK(nodes[7]["role"] == "cell");
    CHECK(nodes[7]["name"] == "Amber, improving");
}

TEST_CASE("the audit tells of a table that nobody could walk through") {
    Table table;
    table.open(Role::table, "Schools by half terms");
    table.headings();
    SUBCASE("a row without its cell") {
        table.row(2, "Ashmere", false);
    }
    SUBCASE("rows that do not count up") {
        table.row(3, "Otterholt");
        table.row(3, "Ashmere");
    }
    SUBCASE("a row beyond the last") {
        table.row(4, "Otterholt");
    }
    SUBCASE("a text among the rows") {
        table.add(Role::text, "Ashmere");
    }
    SUBCASE("a cell that is in no row") {
        table.add(Role::cell, "Amber");
    }
    SUBCASE("a button among the cells") {
        table.open(Role::row, "", 2);
        table.add(Role::cell, "Amber");
        table.add(Role::cell, "Red");
        table.add(Role::button, "Ashmere");
        table.tree.close();
    }
    SUBCASE("a cell that says nothing") {
        table.open(Role::row, "", 2);
        table.add(Role::cell, "Amber");
        table.add(Role::cell, "");
        table.tree.close();
    }
    table.tree.close();
    CHECK(table.tree.audit().size() == 1);
}

TEST_CASE("the audit tells of a row outside any table") {
    Table table;
    table.open(Role::row, "", 1);
    table.tree.close();
    CHECK(table.tree.audit().size() == 1);
}
