#include "tests/app/structure.h"

#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

// A small screen that has no fault, into whose main part more can be put.
struct Screen {
    SemanticTree tree;
    NodeId last = 0;

    Screen() { tree.begin_frame(); }
    SemanticNode node(Role role, std::string name) {
        SemanticNode made;
        made.id = ++last;
        made.role = role;
        made.name = std::move(name);
        return made;
    }
    NodeId add(Role role, std::string name) { return tree.add(node(role, std::move(name))); }
    void heading(int level, std::string name) {
        SemanticNode made = node(Role::heading, std::move(name));
        made.level = level;
        tree.add(std::move(made));
    }
    void inside(Role role, std::string name, const std::function<void()>& contents) {
        tree.open(node(role, std::move(name)));
        contents();
        tree.close();
    }
    std::vector<std::string> faults(const std::function<void()>& more) {
        inside(Role::navigation, "Kitbag", [&] { add(Role::button, "Schools"); });
        inside(Role::main, "", [&] {
            heading(1, "Schools");
            more();
        });
        return faults_of_structure(tree);
    }
};

}  // namespace

TEST_CASE("a screen that is well put together has no fault") {
    Screen screen;
    CHECK(screen
              .faults([&] {
                  screen.heading(2, "Near you");
                  screen.inside(Role::list, "Near you", [&] {
                      screen.inside(Role::list_item, "", [&] { screen.add(Role::button, "Ashmere"); });
                  });
              })
              .empty());
    CHECK(faults_of_structure(SemanticTree()).empty());
}

TEST_CASE("each way in which a listener could lose their way on a screen is told") {
    struct Row {
        const char* fault;
        std::function<void(Screen&)> put;
    };
    const std::vector<Row> rows = {
        {"Headings leave out a level", [](Screen& it) { it.heading(3, "Near you"); }},
        {"one heading of level 1", [](Screen& it) { it.heading(1, "Visits"); }},
        {"one main part", [](Screen& it) { it.inside(Role::main, "", [] {}); }},
        {"called alike",
         [](Screen& it) {
             for (int i = 0; i < 2; ++i) it.inside(Role::region, "News", [] {});
         }},
        {"A landmark has no name", [](Screen& it) { it.inside(Role::complementary, "", [] {}); }},
        {"no entries", [](Screen& it) { it.inside(Role::list, "Notes", [] {}); }},
        {"something else than entries",
         [](Screen& it) { it.inside(Role::list, "Notes", [&] { it.add(Role::text, "None yet"); }); }},
        {"no place here", [](Screen& it) { it.add(Role::radio, "Green"); }},
        {"nothing to choose", [](Screen& it) { it.inside(Role::radio_group, "Category", [] {}); }},
        {"A field has one label", [](Screen& it) { it.add(Role::text_field, "Your name"); }},
        {"not tied",
         [](Screen& it) {
             SemanticNode field = it.node(Role::text_field, "Your name");
             field.description = "As on your records.";
             it.tree.add(SemanticNode(field));
         }},
        {"does not show its title", [](Screen& it) { it.inside(Role::dialog, "Sure?", [] {}); }},
        {"no button to leave it by", [](Screen& it) { it.inside(Role::dialog, "Sure?", [] {}); }},
        {"could tell these apart",
         [](Screen& it) {
             for (int i = 0; i < 2; ++i) it.add(Role::button, "Remove");
         }},
        {"space around it", [](Screen& it) { it.add(Role::button, "Remove "); }},
        {"says nothing", [](Screen& it) { it.add(Role::text, ""); }},
        {"What is wrong is not read",
         [](Screen& it) {
             SemanticNode group = it.node(Role::group, "Pupil groups");
             group.error = "Choose one.";
             it.tree.open(SemanticNode(group));
             it.tree.close();
         }},
    };
    for (const Row& row : rows) {
        Screen screen;
        std::string all;
        for (const std::string& fault : screen.faults([&] { row.put(screen); })) all += fault + "\n";
        CAPTURE(row.fault);
        CAPTURE(all);
        CHECK(all.find(row.fault) != std::string::npos);
    }
}

TEST_CASE("what lies in no landmark is told") {
    Screen screen;
    screen.add(Role::button, "Sync now");
    const auto faults = screen.faults([] {});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].starts_with("Something lies in no landmark"));
}
