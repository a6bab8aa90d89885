#include "app/widgets/first_error.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kitbag {
namespace {

bool is_submitted(const SemanticNode& node, const UiInput& input) {
    return node.role == Role::button ? input.activated(node.id) : is_field(node.role) && input.submitted(node.id);
}

// A group has no focus of its own: its chosen radio button has, or the first.
NodeId focusable_in(const SemanticTree& tree, const SemanticNode& wrong) {
    if (is_field(wrong.role)) return wrong.id;
    NodeId first = 0;
    for (const SemanticNode& node : tree.nodes()) {
        if (node.parent != wrong.id || node.state.disabled) continue;
        if (node.state.checked.value_or(false)) return node.id;
        if (first == 0) first = node.id;
    }
    return first;
}

}  // namespace

NodeId FirstError::find(const SemanticTree& tree, const UiInput& input) {
    std::vector<const SemanticNode*> wrong;
    std::set<NodeId> wrong_now;
    NodeId pressed_now = 0;
    for (const SemanticNode& node : tree.nodes()) {
        if (node.state.invalid) wrong.push_back(&node);
        if (node.state.invalid) wrong_now.insert(node.id);
        if (input.acted() && is_submitted(node, input)) pressed_now = node.id;
    }
    const auto fresh =
        std::ranges::find_if(wrong, [&](const SemanticNode* node) { return !wrong_before_.contains(node->id); });
    NodeId focus = 0;
    if (pressed_ != 0 && fresh != wrong.end()) {
        focus = focusable_in(tree, **fresh);
        failed_ = pressed_;
    } else if (pressed_ != 0 && pressed_ == failed_ && !wrong.empty()) {
        focus = focusable_in(tree, *wrong.front());
    }
    wrong_before_ = std::move(wrong_now);
    pressed_ = pressed_now;
    return focus;
}

}  // namespace kitbag
