#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/base/time.h"
#include "tests/app/every_screen.h"
#include "tests/app/picture.h"

using namespace kitbag;

namespace {

struct Window {
    float width, height, text_scale;
};

// So high that nothing is scrolled out of sight, where it would not be drawn.
constexpr Window windows[] = {{1180, 6000, 1}, {390, 12'000, 1}, {820, 9000, 1.5f}};

bool is_control(const SemanticNode& node) {
    return is_field(node.role) || node.role == Role::button || node.role == Role::link || node.role == Role::radio ||
           node.role == Role::checkbox || node.role == Role::photo_button || node.role == Role::file_button;
}

// Draws once more with everything as it is, so that what is drawn and what is told are of one frame.
void show(Tablet& tablet, const Window& window, Scheme scheme) {
    Surroundings surroundings = tablet.host().input().surroundings();
    surroundings.width = window.width;
    surroundings.height = window.height;
    surroundings.text_scale = window.text_scale;
    surroundings.scheme = scheme;
    draw_sharply(tablet.host());
    for (int again = 0; again < 2; ++again)
        tablet.show_in(surroundings);  // Letters new to the texture move the others.
}

Bounds on_screen(const SemanticTree& tree, const SemanticNode& node) {
    Bounds box = node.bounds;
    for (const SemanticNode* at = tree.find(node.parent); at; at = tree.find(at->parent)) {
        if (at->role != Role::scroll) continue;
        const Bounds outer = on_screen(tree, *at);
        const float furthest = std::max(0.0f, at->content_height - at->bounds.height);
        box.x += outer.x;
        box.y += outer.y - std::clamp(at->content_offset, 0.0f, furthest);
        break;
    }
    return box;
}

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char letter) { return letter == ' ' || letter == '\n' || letter == '\t'; });
    return text;
}

// All that somebody is told who comes to this node, as it would be drawn.
std::string told(const SemanticNode& node) {
    std::string text = node.name + "|" + node.value + "|" + node.description + "|" + node.error;
    const auto date = parse_date(node.value);
    if (node.role == Role::date_field && date) text += "|" + to_long(*date);
    return without_spaces(text);
}

bool lies_in(const DrawnWords& words, const Bounds& box) {
    constexpr float slack = 2;
    const float x = words.box.x + words.box.width / 2, y = words.box.y + words.box.height / 2;
    return x >= box.x - slack && x <= box.x + box.width + slack && y >= box.y - slack &&
           y <= box.y + box.height + slack;
}

// A bar's name is that of what it is called; the words on other containers are told by what is in them.
bool may_hold_words(Role role) {
    return !is_container(role) || role == Role::list_item || role == Role::navigation;
}

std::string lower(std::string text) {
    for (char& letter : text) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return text;
}

bool is_told(const SemanticTree& tree, const DrawnWords& words) {
    std::string text = lower(words.text);                                             // "Before", of "Month before".
    if (text.ends_with("…")) text.erase(text.size() - std::string_view("…").size());  // Cut off for want of room.
    return std::ranges::any_of(tree.nodes(), [&](const SemanticNode& node) {
        if (!may_hold_words(node.role) || !lies_in(words, on_screen(tree, node))) return false;
        if (node.role == Role::password_field && text.find_first_not_of("•") == std::string::npos) return true;
        return lower(told(node)).find(text) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("all words that are drawn on any screen are told by what lies there") {
    std::size_t read = 0;
    walk_every_screen([&](Tablet& tablet, const char* screen_name) {
        const std::string screen = screen_name;
        for (const Window& window : windows) {
            show(tablet, window, Scheme::light);
            const Picture picture(tablet.host());
            for (const DrawnWords& words : picture.words()) {
                if (words.icon) continue;
                ++read;
                CAPTURE(screen);
                CAPTURE(window.width);
                CAPTURE(words.text);
                CHECK(is_told(tablet.host().tree(), words));
            }
        }
        show(tablet, windows[0], Scheme::light);
    });
    CHECK(read > 5000);  // Else the picture was not read at all.
}

namespace {

// The node whose words these are, or null.
bool is_disabled(const SemanticTree& tree, const DrawnWords& words) {
    return std::ranges::any_of(tree.nodes(), [&](const SemanticNode& node) {
        return node.state.disabled && is_control(node) && lies_in(words, on_screen(tree, node));
    });
}

}  // namespace

TEST_CASE("in each of the three colour schemes all letters and signs stand out from their ground") {
    walk_every_screen([&](Tablet& tablet, const char* screen_name) {
        const std::string screen = screen_name;
        for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::contrast}) {
            show(tablet, windows[0], scheme);
            const Picture picture(tablet.host());
            for (const DrawnWords& words : picture.words()) {
                CAPTURE(screen);
                CAPTURE(static_cast<int>(scheme));
                CAPTURE(words.text);
                // WCAG asks nothing of what cannot be pressed now; it is to be read all the same.
                const bool less = words.icon || is_disabled(tablet.host().tree(), words);
                CHECK(words.contrast >= (less ? 3.0 : 4.5));
            }
        }
        show(tablet, windows[0], Scheme::light);
    });
}

namespace {

// How far the colours along a line differ most from what lies at its start. Both ends on the screen; sideways or down.
double most_contrast(const Picture& picture, float x, float y, float to_x, float to_y) {
    constexpr float step = 0.5f;
    const Colour start = picture.at(x, y);
    double most = 1;
    for (float gone = 0; x + gone <= to_x || y + gone <= to_y; gone += step)
        most = std::max(most, contrast(start, picture.at(std::min(x + gone, to_x), std::min(y + gone, to_y))));
    return most;
}

// The same line in two pictures: how far any point of it changed.
double most_change(const Picture& before, const Picture& after, float x, float y, float to_x, float to_y) {
    constexpr float step = 0.5f;
    double most = 1;
    for (float gone = 0; x + gone <= to_x || y + gone <= to_y; gone += step) {
        const float at_x = std::min(x + gone, to_x), at_y = std::min(y + gone, to_y);
        most = std::max(most, contrast(before.at(at_x, at_y), after.at(at_x, at_y)));
    }
    return most;
}

// From outside of a control to a little way inside, over its left and its upper edge.
constexpr float outside = 9, inside = 8;

void check_edge(const Picture& picture, const Bounds& box) {
    CHECK(most_contrast(picture, box.x - 3, box.y + box.height / 2, box.x + inside, box.y + box.height / 2) >= 3);
}

// A field that is typed in has an edge of another colour and the page's caret; everything else has a ring round it.
void check_ring(const Picture& before, const Picture& after, const Bounds& box, bool is_typed_in) {
    if (is_typed_in) {
        check_edge(after, box);
        CHECK(most_change(before, after, box.x - 3, box.y + box.height / 2, box.x + inside, box.y + box.height / 2) >
              1.5);
        return;
    }
    const float middle_x = box.x + box.width / 2, middle_y = box.y + box.height / 2;
    CHECK(most_change(before, after, box.x - outside, middle_y, box.x + inside, middle_y) >= 3);
    CHECK(most_change(before, after, middle_x, box.y - outside, middle_x, box.y + inside) >= 3);
}

struct Control {
    NodeId id;
    std::string name;
    Bounds box;
};

// Those that can have the focus now and were not looked at yet.
std::vector<Control> fresh_controls(const SemanticTree& tree, std::set<std::string>& looked_at) {
    const bool asked = std::ranges::contains(tree.nodes(), Role::dialog, &SemanticNode::role);
    std::vector<Control> controls;
    for (const SemanticNode& node : tree.nodes()) {
        if (!is_control(node) || node.state.disabled) continue;
        bool in_dialog = false;
        for (const SemanticNode* at = tree.find(node.parent); at; at = tree.find(at->parent))
            in_dialog = in_dialog || at->role == Role::dialog;
        if (asked != in_dialog) continue;
        const std::string name = std::string(to_word(node.role)) + " " + node.name;
        const Bounds box = on_screen(tree, node);
        if (box.y + box.height + outside > windows[0].height)
            continue;  // Not drawn, and brought into view by the page.
        if (looked_at.insert(name).second) controls.push_back({node.id, name, box});
    }
    return controls;
}

}  // namespace

TEST_CASE("in each of the three colour schemes the edges of fields and the ring of the focus stand out") {
    std::set<std::string> looked_at[3];
    walk_every_screen([&](Tablet& tablet, const char* screen_name) {
        const std::string screen = screen_name;
        UiHost& host = tablet.host();
        host.input().focus(0, false);  // The walk may be in the middle of typing.
        for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::contrast}) {
            show(tablet, windows[0], scheme);
            const Picture before(host);
            for (const Control& control : fresh_controls(host.tree(), looked_at[static_cast<std::size_t>(scheme)])) {
                CAPTURE(screen);
                CAPTURE(static_cast<int>(scheme));
                CAPTURE(control.name);
                const SemanticNode* node = host.tree().find(control.id);
                REQUIRE(node);
                const bool typed_in = is_field(node->role);
                if (typed_in || node->role == Role::checkbox) check_edge(before, control.box);
                host.input().focus(control.id, true);
                show(tablet, windows[0], scheme);
                check_ring(before, Picture(host), control.box, typed_in);
                host.input().focus(0, false);
            }
        }
        show(tablet, windows[0], Scheme::light);
    });
    CHECK(looked_at[0].size() > 100);
}
