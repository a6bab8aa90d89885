#include "app/semantics/differ.h"

#include <cmath>
#include <cstdlib>
#include <optional>

namespace kitbag {
namespace {

void append_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char character : text) {
        if (character == '"' || character == '\\') {
            out += '\\';
            out += character;
        } else if (static_cast<unsigned char>(character) < 0x20) {
            constexpr std::string_view digits = "0123456789abcdef";
            out += "\\u00";
            out += digits[static_cast<std::size_t>(character) >> 4];
            out += digits[static_cast<std::size_t>(character) & 15];
        } else {
            out += character;
        }
    }
    out += '"';
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    out += ",\"";
    out += key;
    out += "\":";
    append_text(out, text);
}

// Hundredths of a pixel are enough, and whole numbers stay short.
void append_number(std::string& out, float number) {
    const long hundredths = std::lround(static_cast<double>(number) * 100);
    const long whole = hundredths / 100;
    const long rest = std::labs(hundredths % 100);
    if (hundredths < 0 && whole == 0) out += '-';
    out += std::to_string(whole);
    if (rest == 0) return;
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10) out += static_cast<char>('0' + rest % 10);
}

void append_member(std::string& out, std::string_view key, float number) {
    out += ",\"";
    out += key;
    out += "\":";
    append_number(out, number);
}

void append_id(std::string& out, std::string_view key, NodeId id) {
    out += ",\"";
    out += key;
    out += "\":" + std::to_string(id);
}

void append_flag(std::string& out, std::string_view key, bool set) {
    if (!set) return;
    out += ",\"";
    out += key;
    out += "\":true";
}

void append_flag(std::string& out, std::string_view key, const std::optional<bool>& set) {
    if (!set) return;
    out += ",\"";
    out += key;
    out += *set ? "\":true" : "\":false";
}

void append_field(std::string& out, const SemanticNode& node) {
    out += ",\"value\":";
    append_text(out, node.value);
    append_member(out, "font", node.text_box.font);
    append_member(out, "line", node.text_box.line);
    append_member(out, "left", node.text_box.padding_left);
    append_member(out, "right", node.text_box.padding_right);
    append_member(out, "top", node.text_box.padding_y);
    append_member(out, "autocomplete", node.autocomplete);
    if (node.hint_text != 0) append_id(out, "hint", node.hint_text);
    if (node.error_text != 0) append_id(out, "errorText", node.error_text);
    if (node.length_max > 0) append_member(out, "length", static_cast<float>(node.length_max));
}

void append_node(std::string& out, const SemanticNode& node) {
    out += "{\"id\":" + std::to_string(node.id) + ",\"role\":\"";
    out += to_word(node.role);
    out += '"';
    append_member(out, "x", node.bounds.x);
    append_member(out, "y", node.bounds.y);
    append_member(out, "w", node.bounds.width);
    append_member(out, "h", node.bounds.height);
    append_member(out, "name", node.name);
    append_member(out, "description", node.description);
    append_member(out, "error", node.error);
    if (is_field(node.role)) {
        append_field(out, node);
    } else {
        append_member(out, "value", node.value);
    }
    if (node.target != 0) append_id(out, "target", node.target);
    if (node.role == Role::radio || node.role == Role::checkbox) append_id(out, "group", node.parent);
    if (node.role == Role::progress && node.fraction >= 0) append_member(out, "fraction", node.fraction);
    if (node.level > 0) append_member(out, "level", static_cast<float>(node.level));
    if (node.role == Role::scroll) {
        append_member(out, "content", node.content_height);
        append_member(out, "offset", node.content_offset);
    }
    if (node.role == Role::table) {
        append_member(out, "rows", static_cast<float>(node.row_count));
        append_member(out, "columns", static_cast<float>(node.column_count));
    }
    if (node.role == Role::row) append_member(out, "index", static_cast<float>(node.row_index));
    append_flag(out, "disabled", node.state.disabled);
    append_flag(out, "busy", node.state.busy);
    append_flag(out, "invalid", node.state.invalid);
    append_flag(out, "required", node.state.required);
    append_flag(out, "current", node.state.current);
    append_flag(out, "checked", node.state.checked);
    append_flag(out, "pressed", node.state.pressed);
    append_flag(out, "expanded", node.state.expanded);
    out += '}';
}

void append_ids(std::string& out, const std::vector<NodeId>& ids) {
    out += '[';
    for (std::size_t place = 0; place < ids.size(); ++place) {
        if (place > 0) out += ',';
        out += std::to_string(ids[place]);
    }
    out += ']';
}

void separate(std::string& out) {
    if (out.size() > 1) out += ',';
}

// Where the node lies, counted from its parent's corner. What is in a scroll container is counted from its content already.
SemanticNode placed(const SemanticTree& tree, const SemanticNode& node) {
    SemanticNode result = node;
    const SemanticNode* parent = tree.find(node.parent);
    if (parent && parent->role != Role::scroll) {
        result.bounds.x -= parent->bounds.x;
        result.bounds.y -= parent->bounds.y;
    }
    return result;
}

// Scrolling is told to us by the page, so it is never a change to tell the page.
bool same_to_page(const SemanticNode& now, const SemanticNode& sent) {
    if (now.content_offset == sent.content_offset) return now == sent;
    SemanticNode copy = now;
    copy.content_offset = sent.content_offset;
    return copy == sent;
}

}  // namespace

std::string SemanticDiffer::changes(const SemanticTree& tree, const FrameAsks& asks) {
    std::string nodes;
    std::unordered_map<NodeId, SemanticNode> now;
    std::unordered_map<NodeId, std::vector<NodeId>> children;
    for (const SemanticNode& node : tree.nodes()) {
        children[node.parent].push_back(node.id);
        SemanticNode placed_node = placed(tree, node);
        const auto before = sent_.find(node.id);
        if (before == sent_.end() || !same_to_page(placed_node, before->second)) {
            if (!nodes.empty()) nodes += ',';
            append_node(nodes, placed_node);
        }
        now.emplace(node.id, std::move(placed_node));
    }
    std::string lists;
    for (const auto& [parent, ids] : children) {
        const auto before = children_.find(parent);
        if (before != children_.end() && before->second == ids) continue;
        if (!lists.empty()) lists += ',';
        lists += '"' + std::to_string(parent) + "\":";
        append_ids(lists, ids);
    }
    std::vector<NodeId> removed;
    for (const auto& [id, node] : sent_) {
        if (!now.contains(id)) removed.push_back(id);
    }
    for (const auto& [parent, ids] : children_) {  // A parent that is still there and has lost its last child.
        if (children.contains(parent) || (parent != 0 && !now.contains(parent))) continue;
        if (!lists.empty()) lists += ',';
        lists += '"' + std::to_string(parent) + "\":[]";
    }
    std::string out = "{";
    if (!nodes.empty()) out += "\"nodes\":[" + nodes + ']';
    if (!lists.empty()) separate(out), out += "\"children\":{" + lists + '}';
    if (!removed.empty()) separate(out), out += "\"removed\":", append_ids(out, removed);
    if (asks.focus != 0) separate(out), out += "\"focus\":" + std::to_string(asks.focus);
    if (asks.title != title_) separate(out), out += "\"title\":", append_text(out, asks.title);
    sent_ = std::move(now);
    children_ = std::move(children);
    title_ = asks.title;
    return out.size() == 1 ? "" : out + '}';
}

void SemanticDiffer::forget() {
    sent_.clear();
    children_.clear();
    title_.clear();
}

}  // namespace kitbag
