#include "tests/app/structure.h"

#include <algorithm>
#include <map>

namespace kitbag {
namespace {

std::string called(const SemanticNode& node) {
    return std::string(to_word(node.role)) + " \"" + node.name + "\"";
}

bool is_control(Role role) {
    return is_field(role) || role == Role::button || role == Role::link || role == Role::radio ||
           role == Role::checkbox || role == Role::photo_button || role == Role::file_button;
}

bool is_landmark(Role role) {
    return role == Role::navigation || role == Role::region || role == Role::complementary;
}

class Audit {
  public:
    explicit Audit(const SemanticTree& tree) : tree_(tree) {}

    std::vector<std::string> faults() {
        if (tree_.nodes().empty()) return {};
        landmarks();
        headings();
        for (const SemanticNode& node : tree_.nodes()) {
            names(node);
            if (node.role == Role::list) list(node);
            if (node.role == Role::radio_group) radio_group(node);
            if (is_field(node.role)) field(node);
            if (node.role == Role::dialog) dialog(node);
            belongs(node, Role::list_item, Role::list);
            belongs(node, Role::radio, Role::radio_group);
        }
        twins();
        return std::move(faults_);
    }

  private:
    void say(std::string fault) { faults_.push_back(std::move(fault)); }

    std::size_t count(Role role) const {
        return static_cast<std::size_t>(std::ranges::count(tree_.nodes(), role, &SemanticNode::role));
    }

    bool is_inside(const SemanticNode& node, Role role) const {
        for (const SemanticNode* at = tree_.find(node.parent); at; at = tree_.find(at->parent)) {
            if (at->role == role) return true;
        }
        return false;
    }

    bool is_under(const SemanticNode& node, NodeId ancestor) const {
        for (const SemanticNode* at = &node; at; at = tree_.find(at->parent)) {
            if (at->id == ancestor) return true;
        }
        return false;
    }

    void landmarks() {
        if (count(Role::main) != 1) say("A screen has one main part, and not " + std::to_string(count(Role::main)));
        std::map<std::string, int> marks;
        for (const SemanticNode& node : tree_.nodes()) {
            if (is_landmark(node.role)) ++marks[called(node)];
            const bool holds_words = is_control(node.role) || node.role == Role::text || node.role == Role::heading;
            const bool has_place = is_inside(node, Role::main) || is_inside(node, Role::navigation) ||
                                   is_inside(node, Role::complementary) || is_inside(node, Role::region) ||
                                   is_inside(node, Role::dialog);
            if (holds_words && !has_place) say("Something lies in no landmark: " + called(node));
        }
        for (const auto& [mark, times] : marks) {
            if (times > 1) say("Two landmarks are called alike: " + mark);
        }
    }

    void headings() {
        int titles = 0, page_level = 0, dialog_level = 1, beside_level = 1;
        for (const SemanticNode& node : tree_.nodes()) {
            if (node.role != Role::heading) continue;
            int& level = is_inside(node, Role::dialog)          ? dialog_level
                         : is_inside(node, Role::complementary) ? beside_level
                                                                : page_level;
            if (node.level > level + 1) say("Headings leave out a level before " + called(node));
            level = node.level;
            titles += node.level == 1 ? 1 : 0;
        }
        if (titles != 1) say("A screen has one heading of level 1, and not " + std::to_string(titles));
    }

    void names(const SemanticNode& node) {
        if (node.name.starts_with(' ') || node.name.ends_with(' '))
            say("A name has a space around it: " + called(node));
        if (node.role == Role::text && node.name.empty()) say("A text says nothing");
        if (is_landmark(node.role) && node.name.empty()) say("A landmark has no name: " + called(node));
        const bool is_group = node.role == Role::group || node.role == Role::radio_group;
        if (is_group && node.description.find(node.error) == std::string::npos)
            say("What is wrong is not read with " + called(node));
    }

    void list(const SemanticNode& list) {
        std::size_t items = 0;
        for (const SemanticNode& node : tree_.nodes()) {
            if (node.parent != list.id) continue;
            ++items;
            if (node.role != Role::list_item) say("A list holds something else than entries: " + called(node));
        }
        if (items == 0) say("A list has no entries: " + called(list));
    }

    void radio_group(const SemanticNode& group) {
        int choices = 0, chosen = 0;
        for (const SemanticNode& node : tree_.nodes()) {
            if (node.parent != group.id || node.role != Role::radio) continue;
            ++choices;
            chosen += node.state.checked.value_or(false) ? 1 : 0;
        }
        if (choices == 0) say("There is nothing to choose in " + called(group));
        if (chosen > 1) say("More than one is chosen in " + called(group));
    }

    void field(const SemanticNode& field) {
        int labels = 0;
        for (const SemanticNode& node : tree_.nodes()) {
            if (node.role != Role::label || node.target != field.id) continue;
            ++labels;
            if (node.name != field.name) say("The label of a field says something else: " + called(field));
        }
        if (labels != 1) say("A field has one label, and not " + std::to_string(labels) + ": " + called(field));
        tied(field, field.description, field.hint_text);
        tied(field, field.error, field.error_text);
        if (field.state.invalid != !field.error.empty())
            say("A field is wrong without a word or with one too many: " + called(field));
    }

    void tied(const SemanticNode& field, const std::string& words, NodeId text) {
        const SemanticNode* shown = tree_.find(text);
        if (words.empty() ? text != 0 : !shown || shown->name != words)
            say("The words at a field are not tied to it: " + called(field) + ", \"" + words + "\"");
    }

    void dialog(const SemanticNode& dialog) {
        bool titled = false, can_be_left = false;
        for (const SemanticNode& node : tree_.nodes()) {
            if (!is_under(node, dialog.id)) continue;
            titled = titled || (node.role == Role::heading && node.name == dialog.name);
            can_be_left = can_be_left || (node.role == Role::button && std::to_string(node.id) == dialog.value);
        }
        if (!titled) say("A dialog does not show its title: " + called(dialog));
        if (!can_be_left) say("A dialog has no button to leave it by: " + called(dialog));
    }

    void belongs(const SemanticNode& node, Role role, Role parent_role) {
        if (node.role != role) return;
        const SemanticNode* parent = tree_.find(node.parent);
        if (!parent || parent->role != parent_role) say("It has no place here: " + called(node));
    }

    // The named parts that somebody hears of on the way to it.
    std::string way_to(const SemanticNode& node) const {
        std::string way;
        for (const SemanticNode* at = tree_.find(node.parent); at; at = tree_.find(at->parent)) {
            if (at->role == Role::list_item)
                way += " in entry " + std::to_string(at->id);  // "3 of 50", a screen reader says.
            if (!at->name.empty() && at->role != Role::scroll) way += " in " + called(*at);
        }
        return way;
    }

    void twins() {
        std::map<std::string, int> heard;
        for (const SemanticNode& node : tree_.nodes()) {
            if (is_control(node.role))
                ++heard[called(node) + way_to(node) + (node.description.empty() ? "" : ": " + node.description)];
        }
        for (const auto& [words, times] : heard) {
            if (times > 1) say("Nobody could tell these apart: " + std::to_string(times) + " times " + words);
        }
    }

    const SemanticTree& tree_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of_structure(const SemanticTree& tree) {
    return Audit(tree).faults();
}

}  // namespace kitbag
