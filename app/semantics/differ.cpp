#include "app/semantics/differ.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/fingerprint.h"

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

template <typename Whole>
void append_whole(std::string& out, Whole number) {
    char digits[24];
    const auto written = std::to_chars(digits, digits + sizeof digits, number);
    out.append(digits, written.ptr);
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
    append_whole(out, whole);
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
    out += "\":";
    append_whole(out, id);
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
    append_member(out, "letters", node.letters);
    if (node.hint_text != 0) append_id(out, "hint", node.hint_text);
    if (node.error_text != 0) append_id(out, "errorText", node.error_text);
    if (node.length_max > 0) append_member(out, "length", static_cast<float>(node.length_max));
}

void append_node(std::string& out, const SemanticNode& node, const Bounds& placed) {
    out += "{\"id\":";
    append_whole(out, node.id);
    out += ",\"role\":\"";
    out += to_word(node.role);
    out += '"';
    append_member(out, "x", placed.x);
    append_member(out, "y", placed.y);
    append_member(out, "w", placed.width);
    append_member(out, "h", placed.height);
    append_member(out, "name", node.name);
    append_member(out, "description", node.description);
    append_member(out, "error", node.error);
    append_member(out, "shortcut", node.shortcut);
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
    if (node.row_count > 0) append_member(out, "rows", static_cast<float>(node.row_count));
    if (node.role == Role::table) append_member(out, "columns", static_cast<float>(node.column_count));
    if (node.row_index > 0) append_member(out, "index", static_cast<float>(node.row_index));
    append_flag(out, "back", node.back);
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
        append_whole(out, ids[place]);
    }
    out += ']';
}

void separate(std::string& out) {
    if (out.size() > 1) out += ',';
}

// Where a node lies, counted from its parent's corner. What is in a scroll container is counted from its content already.
Bounds placed_in(const SemanticNode* parent, Bounds bounds) {
    if (parent && parent->role != Role::scroll) {
        bounds.x -= parent->bounds.x;
        bounds.y -= parent->bounds.y;
    }
    return bounds;
}

std::uint64_t flags_of(const NodeState& state, bool back) {
    std::uint64_t flags = back;
    for (const bool flag : {state.disabled, state.busy, state.invalid, state.required, state.current})
        flags = flags << 1 | flag;
    for (const std::optional<bool>& choice : {state.checked, state.pressed, state.expanded})
        flags = flags << 2 | (choice ? 1u + *choice : 0u);
    return flags;
}

// Of all that the page is told but where it lies. Scrolling is told to us by the page, so it is never a change to tell the page.
std::uint64_t fingerprint_of(const SemanticNode& node) {
    // A member that is added to a node does not compile until it is told of here.
    [[maybe_unused]] const auto& [id, parent, role, name, value, description, error, level, bounds, state, text_box,
                                  target, hint_text, error_text, fraction, content_height, content_offset, shortcut,
                                  back, autocomplete, letters, length_max, row_count, column_count, row_index] = node;
    const auto pair = [](auto high, auto low) {
        return std::uint64_t{std::bit_cast<std::uint32_t>(high)} << 32 | std::bit_cast<std::uint32_t>(low);
    };
    const std::uint64_t numbers[] = {parent,
                                     static_cast<std::uint64_t>(role),
                                     flags_of(state, back),
                                     target,
                                     hint_text,
                                     error_text,
                                     pair(level, length_max),
                                     pair(row_count, column_count),
                                     pair(row_index, fraction),
                                     pair(content_height, text_box.font),
                                     pair(text_box.line, text_box.padding_y),
                                     pair(text_box.padding_left, text_box.padding_right)};
    Fingerprint found;
    found.add(numbers, sizeof numbers);
    for (const std::string_view text :
         {std::string_view(name), std::string_view(value), std::string_view(description), std::string_view(error),
          std::string_view(shortcut), std::string_view(autocomplete), letters})
        found.add(text);
    return found.value();
}

}  // namespace

void SemanticDiffer::note_child(Children& children, NodeId id) const {
    if (children.frame != frame_) {
        children.frame = frame_;
        children.count = 0;
        children.changed = false;
    }
    if (!children.changed && (children.count == children.ids.size() || children.ids[children.count] != id)) {
        children.ids.resize(children.count);
        children.changed = true;
    }
    if (children.changed) children.ids.push_back(id);
    ++children.count;
}

std::string SemanticDiffer::changed_nodes(const SemanticTree& tree) {
    std::string nodes;
    const SemanticNode* parent = nullptr;
    Children* children = nullptr;  // Of that parent; most nodes have the one that the node before had.
    NodeId parent_id = 0;
    for (const SemanticNode& node : tree.nodes()) {
        if (!children || node.parent != parent_id) {
            parent_id = node.parent;
            parent = tree.find(parent_id);
            children = &children_[parent_id];
        }
        note_child(*children, node.id);
        const Bounds placed = placed_in(parent, node.bounds);
        const auto [place, is_new] = sent_.try_emplace(node.id);
        Sent& sent = place->second;
        const Sent before = std::exchange(sent, {fingerprint_of(node), placed, frame_});
        if (!is_new && sent.node == before.node && placed == before.placed) continue;
        if (!nodes.empty()) nodes += ',';
        append_node(nodes, node, placed);
    }
    return nodes;
}

std::string SemanticDiffer::changed_children() {
    std::string lists;
    const auto append = [&](NodeId parent, const std::vector<NodeId>& ids) {
        if (!lists.empty()) lists += ',';
        lists += '"';
        append_whole(lists, parent);
        lists += "\":";
        append_ids(lists, ids);
    };
    for (auto place = children_.begin(); place != children_.end();) {
        auto& [parent, children] = *place;
        if (children.frame !=
            frame_) {  // A parent that is still there has lost its last child; another has gone itself.
            const auto found = sent_.find(parent);
            if (parent == 0 || (found != sent_.end() && found->second.frame == frame_)) append(parent, {});
            place = children_.erase(place);
            continue;
        }
        if (children.changed || children.count < children.ids.size()) {
            children.ids.resize(children.count);
            append(parent, children.ids);
        }
        ++place;
    }
    return lists;
}

std::vector<NodeId> SemanticDiffer::take_removed(std::size_t nodes_now) {
    std::vector<NodeId> removed;
    if (sent_.size() == nodes_now) return removed;
    for (auto place = sent_.begin(); place != sent_.end();) {
        if (place->second.frame == frame_) {
            ++place;
            continue;
        }
        removed.push_back(place->first);
        place = sent_.erase(place);
    }
    return removed;
}

std::string SemanticDiffer::changes(const SemanticTree& tree, const FrameAsks& asks) {
    ++frame_;
    const std::string nodes = changed_nodes(tree);
    const std::string lists = changed_children();
    const std::vector<NodeId> removed = take_removed(tree.nodes().size());
    std::string out = "{";
    if (!nodes.empty()) out += "\"nodes\":[" + nodes + ']';
    if (!lists.empty()) separate(out), out += "\"children\":{" + lists + '}';
    if (!removed.empty()) separate(out), out += "\"removed\":", append_ids(out, removed);
    if (asks.focus != 0) separate(out), out += "\"focus\":", append_whole(out, asks.focus);
    if (asks.title != title_) separate(out), out += "\"title\":", append_text(out, asks.title);
    title_ = asks.title;
    return out.size() == 1 ? "" : out + '}';
}

void SemanticDiffer::forget() {
    sent_.clear();
    children_.clear();
    title_.clear();
}

}  // namespace kitbag
