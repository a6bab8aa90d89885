#include <algorithm>

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

struct Size {
    float width, height;
};

constexpr Size sizes[] = {{390, 844}, {820, 1180}, {1180, 820}, {1440, 900}};

bool is_control(const SemanticNode& node) {
    return is_field(node.role) || node.role == Role::button || node.role == Role::link || node.role == Role::radio;
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
        tablet.choose("Progress", "Green");
        tablet.fill("Evidence for Progress", "A first note.");
        tablet.press("Complete the visit");
        check_layout(tablet, "visit");
        tablet.press("Sync now");
        tablet.press("Sending and receiving");
        check_layout(tablet, "sending");
    }
    Tablet tablet = kit.tablet(2);
    check_layout(tablet, "unlock");
}
