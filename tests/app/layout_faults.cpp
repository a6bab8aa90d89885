#include "tests/app/layout_faults.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

namespace kitbag {
namespace {

constexpr float target_least = 44;  // WCAG 2.2, 2.5.5, in CSS pixels.
constexpr float apart_least = 8;
constexpr float rounding = 1.1f;  // Letters stand on whole pixels.

bool is_control(Role role) {
    return is_field(role) || role == Role::button || role == Role::link || role == Role::radio ||
           role == Role::checkbox || role == Role::photo_button || role == Role::file_button;
}

bool is_read(Role role) {
    return role == Role::text || role == Role::heading || role == Role::label || role == Role::status ||
           role == Role::alert || role == Role::list_item || role == Role::column_header;
}

bool holds(const Bounds& outer, const Bounds& inner) {
    return inner.x >= outer.x - rounding && inner.y >= outer.y - rounding &&
           inner.x + inner.width <= outer.x + outer.width + rounding &&
           inner.y + inner.height <= outer.y + outer.height + rounding;
}

// How far two boxes are from each other; below 0 when one lies on the other.
float distance(const Bounds& a, const Bounds& b) {
    const float across = std::max(a.x - (b.x + b.width), b.x - (a.x + a.width));
    const float down = std::max(a.y - (b.y + b.height), b.y - (a.y + a.height));
    return std::max(across, down);
}

// Letters and figures only: where a line breaks and how parts are joined is no matter.
std::string letters_of(std::string_view text) {
    std::string kept;
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if (code > 0x7f || std::isalnum(code)) kept += static_cast<char>(code > 0x7f ? code : std::tolower(code));
    }
    return kept;
}

class Layout {
  public:
    Layout(const SemanticTree& tree, const Surroundings& window, std::span<const DrawnLine> drawn)
        : tree_(tree), window_(window), drawn_(drawn) {
        for (const SemanticNode& node : tree.nodes()) parents_.insert(node.parent);
        for (const SemanticNode& node : tree.nodes()) {
            if (is_leaf(node)) leaves_[container_of(node)].push_back(&node);
        }
    }

    std::vector<std::string> faults() {
        for (const SemanticNode& node : tree_.nodes()) check_place(node);
        for (const auto& [container, leaves] : leaves_) {
            for (std::size_t i = 0; i < leaves.size(); ++i) {
                for (std::size_t j = i + 1; j < leaves.size(); ++j) check_pair(*leaves[i], *leaves[j]);
                check_words(container, *leaves[i]);
            }
        }
        for (const DrawnLine& line : drawn_) check_line(line);
        return std::move(faults_);
    }

  private:
    static std::string called(const SemanticNode& node) {
        return std::string(to_word(node.role)) + " “" + node.name + "”";
    }
    void tell(std::string what) { faults_.push_back(std::move(what)); }

    bool is_leaf(const SemanticNode& node) const {
        if (node.bounds.width <= 0 || node.bounds.height <= 0) return false;  // Read out and not drawn.
        return !parents_.contains(node.id) && (!is_container(node.role) || node.role == Role::list_item);
    }
    NodeId container_of(const SemanticNode& node) const {
        const SemanticNode* at = tree_.find(node.parent);
        while (at && at->role != Role::scroll && at->role != Role::dialog) at = tree_.find(at->parent);
        return at ? at->id : 0;
    }
    const SemanticNode* around(const SemanticNode& node, Role role) const {
        const SemanticNode* at = tree_.find(node.parent);
        while (at && at->role != role) at = tree_.find(at->parent);
        return at;
    }

    // Nothing reaches out of what it stands in, to the side least of all.
    void check_place(const SemanticNode& node) {
        const SemanticNode* inside = tree_.find(container_of(node));
        const bool in_dialog = inside && inside->role == Role::dialog;
        const Bounds room{0, 0, inside ? inside->bounds.width : window_.width,
                          inside ? inside->content_height : window_.height};
        if (!holds(in_dialog ? inside->bounds : room, node.bounds))
            tell("Reaches out of what it stands in: " + called(node));
        if (!inside && node.role != Role::dialog && node.bounds.width > 0 &&
            (node.bounds.x < window_.safe_left - rounding ||
             node.bounds.x + node.bounds.width > window_.width - window_.safe_right + rounding))
            tell("Stands outside the safe area: " + called(node));
        const bool small = node.bounds.width < target_least || node.bounds.height < target_least;
        if (is_control(node.role) && small) tell("Is smaller than a finger: " + called(node));
        const bool has_room = in_dialog && inside->bounds.height < window_.height - 32 - 1;
        if (node.role == Role::scroll && has_room && node.bounds.height < node.content_height - 1)
            tell("Scrolls though the window has room: " + called(*inside));
    }

    // One control with several places to press: each is large enough, and no gap is between them.
    bool are_joined(const SemanticNode& a, const SemanticNode& b) const {
        for (const Role role : {Role::radio_group, Role::table, Role::list}) {
            const SemanticNode* joint = around(a, role);
            if (joint && joint == around(b, role)) return true;
        }
        return false;
    }
    // A row of a board is pressed wherever its cells are; an image is what its button shows.
    bool may_lie_on(const SemanticNode& a, const SemanticNode& b) const {
        if (around(a, Role::table) && around(a, Role::table) == around(b, Role::table))
            return a.role == Role::cell || b.role == Role::cell;
        return (a.role == Role::image && b.role == Role::button) || (a.role == Role::button && b.role == Role::image);
    }
    void check_pair(const SemanticNode& a, const SemanticNode& b) {
        const float apart = distance(a.bounds, b.bounds);
        if (apart >= apart_least - rounding) return;
        if (apart < -rounding && !may_lie_on(a, b)) tell("Lie on each other: " + called(a) + " and " + called(b));
        if (!is_control(a.role) || !is_control(b.role)) return;
        if (!are_joined(a, b)) tell("Stand too near to each other: " + called(a) + " and " + called(b));
    }

    // All words of it are drawn; and what is written on a control is part of what it is called.
    void check_words(NodeId container, const SemanticNode& node) {
        if (around(node, Role::table) || is_field(node.role)) return;
        std::string inside;
        const DrawnLine* above = nullptr;
        const std::string whole = letters_of(node.name + node.description);
        for (const DrawnLine& line : drawn_) {
            if (line.container != container || !holds(node.bounds, line.box)) continue;
            const std::string letters = letters_of(line.text);
            if (is_control(node.role) && !whole.contains(letters))
                tell("Is not called as is written on it, “" + line.text + "”: " + called(node));
            inside += letters;
            if (above) check_break(node, above->text, line.text);
            above = &line;
        }
        if (is_read(node.role) && !inside.contains(letters_of(node.name)))
            tell("Is cut off: " + called(node) + ", of which is drawn “" + inside + "”");
    }

    // A word goes on in the next line only where it is longer than the window is wide.
    void check_break(const SemanticNode& node, std::string_view above, std::string_view below) {
        constexpr std::size_t long_word = 15;
        constexpr float narrow = 300;  // CSS pixels of a window at the usual size of letters.
        if (window_.width / window_.text_scale < narrow || above.ends_with("–")) return;
        const std::size_t begins = above.find_last_of(" -/") + 1, ends = std::min(below.find(' '), below.size());
        if (above.size() - begins + ends > long_word || begins == above.size() || ends == 0) return;
        if (node.name.contains(std::string(above) + std::string(below)))
            tell("Breaks a word, “" + std::string(above) + "” and “" + std::string(below) + "”: " + called(node));
    }

    // The app's own name, drawn in its navigation, is no node of its own.
    void check_line(const DrawnLine& line) {
        const auto found = leaves_.find(line.container);
        const bool held = found != leaves_.end() && std::ranges::any_of(found->second, [&](const SemanticNode* leaf) {
                              return holds(leaf->bounds, line.box);
                          });
        const SemanticNode* bar = tree_.find(Role::navigation, line.text);
        if (!held && !(bar && holds(bar->bounds, line.box)))
            tell("Is drawn outside of all that it could be: “" + line.text + "”");
    }

    const SemanticTree& tree_;
    const Surroundings& window_;
    std::span<const DrawnLine> drawn_;
    std::set<NodeId> parents_;
    std::map<NodeId, std::vector<const SemanticNode*>> leaves_;  // By scroll container, or dialog; 0 is the window.
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> layout_faults(const SemanticTree& tree, const Surroundings& window,
                                       std::span<const DrawnLine> drawn) {
    return Layout(tree, window, drawn).faults();
}

}  // namespace kitbag
