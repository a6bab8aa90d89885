#include "app/semantics/tree.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/check.h"

namespace kitbag {
namespace {

bool needs_name(Role role) {
    return is_field(role) || role == Role::button || role == Role::link || role == Role::radio ||
           role == Role::checkbox || role == Role::heading || role == Role::region || role == Role::dialog ||
           role == Role::radio_group || role == Role::progress || role == Role::complementary ||
           role == Role::navigation || role == Role::table || role == Role::column_header || role == Role::cell;
}

bool belongs_in_row(Role role) {
    return role == Role::column_header || role == Role::row_header || role == Role::cell;
}

// What a table's walls are made of: rows only in tables, headings and cells only in rows, and nothing else in either.
bool is_well_placed(Role role, Role parent) {
    return (role == Role::row) == (parent == Role::table) && belongs_in_row(role) == (parent == Role::row);
}

}  // namespace

void SemanticTree::begin_frame() {
    nodes_.clear();
    open_.clear();
    places_.clear();
    faults_.clear();
}

NodeId SemanticTree::add(SemanticNode&& node) {
    if (!places_.add(node.id, nodes_.size())) {
        faults_.push_back("Two nodes have one key: " + std::string(to_word(node.role)) + " \"" + node.name + "\"");
        std::uint64_t twin = 0;
        do node.id = child_id(node.id, ++twin);
        while (!places_.add(node.id, nodes_.size()));
    }
    if (needs_name(node.role) && node.name.empty()) {
        faults_.push_back("A node has no name: " + std::string(to_word(node.role)));
    }
    node.parent = node.role == Role::dialog ? 0 : innermost();
    const Role parent_role = node.parent == 0 ? Role::main : nodes_[open_.back()].role;
    if (!is_well_placed(node.role, parent_role)) {
        faults_.push_back("A node has no place here: " + std::string(to_word(node.role)) + " \"" + node.name +
                          "\" in " + std::string(to_word(parent_role)));
    }
    nodes_.push_back(std::move(node));
    return nodes_.back().id;
}

NodeId SemanticTree::open(SemanticNode&& node) {
    CHECK(is_container(node.role));
    const NodeId id = add(std::move(node));
    open_.push_back(nodes_.size() - 1);
    return id;
}

void SemanticTree::close() {
    CHECK(!open_.empty());
    open_.pop_back();
}

void SemanticTree::set_bounds(NodeId id, const Bounds& bounds) {
    const std::size_t* place = places_.find(id);
    CHECK(place != nullptr);
    nodes_[*place].bounds = bounds;
}

void SemanticTree::set_content_height(NodeId id, float height) {
    const std::size_t* place = places_.find(id);
    CHECK(place != nullptr);
    nodes_[*place].content_height = height;
}

const SemanticNode* SemanticTree::find(NodeId id) const {
    const std::size_t* place = places_.find(id);
    return place ? &nodes_[*place] : nullptr;
}

const SemanticNode* SemanticTree::find(Role role, std::string_view name) const {
    const auto found =
        std::ranges::find_if(nodes_, [&](const SemanticNode& node) { return node.role == role && node.name == name; });
    return found == nodes_.end() ? nullptr : &*found;
}

std::vector<std::string> SemanticTree::audit() const {
    std::vector<std::string> faults = faults_;
    for (const std::size_t place : open_) {
        faults.push_back("A container was never closed: " + std::string(to_word(nodes_[place].role)) + " \"" +
                         nodes_[place].name + "\"");
    }
    audit_tables(faults);
    return faults;
}

void SemanticTree::audit_tables(std::vector<std::string>& faults) const {
    std::unordered_map<NodeId, int> cells, last_rows;
    for (const SemanticNode& node : nodes_) {
        if (belongs_in_row(node.role)) ++cells[node.parent];
    }
    for (const SemanticNode& node : nodes_) {
        const SemanticNode* table = node.role == Role::row ? find(node.parent) : nullptr;
        if (!table) continue;
        const std::string where = "row " + std::to_string(node.row_index) + " of \"" + table->name + "\"";
        if (cells[node.id] != table->column_count) faults.push_back("A row lacks cells or has too many: " + where);
        int& last = last_rows[table->id];
        if (node.row_index <= last || node.row_index > table->row_count)
            faults.push_back("A row is out of its order: " + where);
        last = node.row_index;
    }
}

}  // namespace kitbag
