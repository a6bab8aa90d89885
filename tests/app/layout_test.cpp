#include <algorithm>

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

struct Size {
    float width, height;
};

constexpr Size sizes[] = {{390, 844}, {820, 1180}, {1180, 820}, {1366, 768}, {1440, 900}};

bool is_control(const SemanticNode& node) {
    return is_field(node.role) || node.role == Role::button || node.role == Role::link || node.role == Role::radio ||
           node.role == Role::checkbox;
}

bool overlap(const Bounds& a, const Bounds& b) {
    constexpr float touching = 0.5f;
    return a.x + a.width > b.x + touching && b.x + b.width > a.x + touching && a.y + a.height > b.y + touching &&
           b.y + b.height > a.y + touching;
}

// The scroll container that a node's bounds are counted from; null for the window.
const SemanticNode* container_of(const SemanticTree& tree, const SemanticNode& node) {
    for (const SemanticNode* at = tree.find(node.parent); at; at = tree.find(at->parent)) {
        if (at->role == Role::scroll) return at;
    }
    return nullptr;
}

bool is_in_dialog(const SemanticTree& tree, const SemanticNode& node) {
    const SemanticNode* parent = tree.find(node.parent);
    return parent && parent->role == Role::dialog;
}

// Every control can be seen whole and pressed by a thumb, and none lies on another.
void check_layout(Tablet& tablet, const char* screen) {
    for (const Size size : sizes) {
        tablet.resize(size.width, size.height);
        CAPTURE(screen);
        CAPTURE(size.width);
        const SemanticTree& tree = tablet.host().tree();
        std::vector<const SemanticNode*> controls;
        for (const SemanticNode& node : tree.nodes()) {
            if (is_control(node)) controls.push_back(&node);
            if (node.role == Role::scroll && is_in_dialog(tree, node)) {  // Scrolled only where the window is too low.
                CHECK(node.bounds.height >= std::min(node.content_height, size.height - 32) - 1);
            }
        }
        for (std::size_t i = 0; i < controls.size(); ++i) {
            const SemanticNode& node = *controls[i];
            CAPTURE(node.name);
            const SemanticNode* inside = container_of(tree, node);
            const float right = inside ? inside->bounds.width : size.width;
            const float bottom = inside ? inside->content_height : size.height;
            CHECK(node.bounds.x >= 0);
            CHECK(node.bounds.y >= 0);
            CHECK(node.bounds.x + node.bounds.width <= right);
            CHECK(node.bounds.y + node.bounds.height <= bottom);
            CHECK(node.bounds.height >= 44);
            for (std::size_t j = i + 1; j < controls.size(); ++j) {
                if (container_of(tree, *controls[j]) != inside) continue;
                CAPTURE(controls[j]->name);
                CHECK_FALSE(overlap(node.bounds, controls[j]->bounds));
            }
        }
    }
    tablet.resize(1180, 820);
}

}  // namespace

TEST_CASE("on every screen and at every size each control is whole, large enough and lies on no other") {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        check_layout(tablet, "set up");
        tablet.press("Set up this tablet");
        check_layout(tablet, "set up with errors");
        story::set_up(tablet);
        tablet.promise_storage(false);
        check_layout(tablet, "schools");
        tablet.press("What to do");
        check_layout(tablet, "schools with the words about storage");
        tablet.press("Close");
        story::open_school(tablet, "Bramble Hill Primary School");
        check_layout(tablet, "school");
        tablet.press("Category and direction");
        tablet.press("Propose it");
        tablet.press("Record the direction");
        check_layout(tablet, "category and direction with errors");
        tablet.choose("Category to propose", "Red");
        tablet.fill("Why this category", "The school was flooded.");
        tablet.press("Propose it");
        tablet.press("Withdraw the proposal");
        check_layout(tablet, "category and direction with a proposal");
        tablet.press("Board");
        check_layout(tablet, "board");
        tablet.press("Choose which schools");
        check_layout(tablet, "board with its dialog");
        tablet.press("Show these");
        tablet.press("3 not looked at in this half term");
        check_layout(tablet, "board of what was not looked at");
        story::open_school(tablet, "The Long Meadow School");
        check_layout(tablet, "all-through school");
        kit.county.refused_entity = "evidence_note";
        story::start_visit(tablet);
        tablet.fill("Evidence for Progress", "A first note.");
        tablet.press("Search notes");
        tablet.type("Words to look for", "first");
        check_layout(tablet, "search");
        tablet.press("Sync now");
        tablet.press("Sending and receiving");
        check_layout(tablet, "sending");
    }
    Tablet tablet = kit.tablet(2);
    check_layout(tablet, "unlock");
}

TEST_CASE("each part of a visit is whole at every size too") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Progress", "Green");
    tablet.fill("Evidence for Progress", "A first note.");
    check_layout(tablet, "visit, aspects");
    tablet.press("Questions");
    check_layout(tablet, "visit, questions");
    tablet.press("Agreed");
    tablet.fill("Strength 1", "Reading.");
    tablet.fill("Action 1", "Watch two lessons.");
    tablet.fill("Due by, action 1", "2026-12-40");
    tablet.choose("How it stands, action 1", "Dropped");
    check_layout(tablet, "visit, agreed");
    tablet.press("Last time");
    check_layout(tablet, "visit, last time without any");
    tablet.press("Notes");
    tablet.fill("Write a note", "The hall was calm at lunch, and the library is open to every class now.");
    tablet.press("Sort note 1");
    tablet.choose("Aspect", "Gaps of vulnerable groups");
    tablet.press("Free school meals");
    tablet.press("Any other white background");
    tablet.press("English as an additional language");
    check_layout(tablet, "visit, sorting a note");
    tablet.press("Done");
    check_layout(tablet, "visit, notes");
    tablet.press("Details");
    tablet.press("Complete the visit");
    check_layout(tablet, "visit, details with what is missing");
}

TEST_CASE("the screens around visits are whole at every size too") {
    story::Kit kit;
    kit.county.set_governance("900002", Governance::academy);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Visits");
    check_layout(tablet, "visits, none");
    const auto open_new_visit = [&](const char* school) {
        story::open_school(tablet, school);
        tablet.press("Another kind of visit, or plan one");
    };
    open_new_visit("The Long Meadow School");
    check_layout(tablet, "kinds of visit");
    tablet.press("Work scrutiny");
    check_layout(tablet, "a kind of visit");
    for (const char* date : {"2026-11-20", "2026-11-24", "2026-12-03"}) {
        tablet.press("Plan it for later");
        tablet.press("Details");
        tablet.fill("Date of the visit", date);
        open_new_visit("The Long Meadow School");
        tablet.press("Work scrutiny");
    }
    for (int again = 0; again < 2; ++again) {
        tablet.press("Start it now");
        if (again == 0) open_new_visit("The Long Meadow School");
        if (again == 0) tablet.press("Work scrutiny");
    }
    check_layout(tablet, "what is asked before a second visit");
    tablet.press("Do not begin another");
    tablet.press("Visits");
    check_layout(tablet, "visits");
    tablet.press("Month after");
    check_layout(tablet, "visits of another month");
    open_new_visit("Overwend Secondary School");
    check_layout(tablet, "kinds of visit at an academy");
    tablet.press("Lesson observation");
    tablet.press("The trust has agreed to this");
    tablet.press("Record the agreement");
    check_layout(tablet, "a trust's agreement with errors");
    story::open_school(tablet, "Overwend Secondary School");
    tablet.press("School Performance Forum");
    tablet.press("Add what a service brought");
    tablet.press("Name the aspect it is about");
    tablet.press("Add it");
    check_layout(tablet, "the Forum's form with errors");
    tablet.press("Not yet discussed in this half term");
    check_layout(tablet, "the Forum with the schools it has not come to");
}

TEST_CASE("on a phone the places that one can go to stand side by side") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.resize(390, 844);
    const SemanticTree& tree = tablet.host().tree();
    const SemanticNode* bar = tree.find(Role::navigation, "Kitbag");
    REQUIRE(bar);
    const SemanticNode* first = nullptr;
    for (const SemanticNode& node : tree.nodes()) {
        if (node.parent != bar->id) continue;
        if (!first) first = &node;
        CAPTURE(node.name);
        CHECK(node.bounds.y == first->bounds.y);
    }
}

TEST_CASE("the record with its forms, and what the head holds, have every control whole at every size") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Quality of teaching", "Amber");
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    story::complete(tablet);
    tablet.press("Open it again");
    tablet.press("Open it again");
    check_layout(tablet, "record with a form and its error");
    tablet.press("Hand the tablet to the head");
    check_layout(tablet, "the record in the head's hands");
    tablet.press("Something here is not right: Evidence for Quality of teaching");
    tablet.fill("What is not right, in your own words: Evidence for Quality of teaching", "Two lessons.");
    tablet.press("For the adviser: take the tablet back");
    tablet.fill("Passphrase of the adviser", "not this one");
    tablet.press("Take the tablet back");
    tablet.press("Sign with what is not right");
    check_layout(tablet, "the record in the head's hands with errors");
    tablet.fill("Your name", "Dr Ives");
    tablet.fill("Your post", "headteacher");
    tablet.press("Sign with what is not right");
    check_layout(tablet, "thanks");
    tablet.fill("Passphrase of the adviser", story::passphrase);
    tablet.press("Take the tablet back");
    tablet.press("Lock the record");
    tablet.press("Amend the record as a whole");
    check_layout(tablet, "a locked record being amended");
}
