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

void SemanticTree::Told::clear() {
    nodes.clear();
    ends.clear();
    places.clear();
}

void SemanticTree::begin_frame() {
    std::swap(now_, before_);
    now_.clear();
    open_.clear();
    faults_.clear();
}

void SemanticTree::forget_before() {
    before_.clear();
}

void SemanticTree::take_place(SemanticNode& node) {
    if (now_.places.add(node.id, now_.nodes.size())) return;
    faults_.push_back("Two nodes have one key: " + std::string(to_word(node.role)) + " \"" + node.name + "\"");
    std::uint64_t twin = 0;
    do node.id = child_id(node.id, ++twin);
    while (!now_.places.add(node.id, now_.nodes.size()));
}

NodeId SemanticTree::add(SemanticNode&& node) {
    take_place(node);
    if (needs_name(node.role) && node.name.empty()) {
        faults_.push_back("A node has no name: " + std::string(to_word(node.role)));
    }
    node.parent = node.role == Role::dialog ? 0 : innermost();
    const Role parent_role = node.parent == 0 ? Role::main : now_.nodes[open_.back()].role;
    if (!is_well_placed(node.role, parent_role)) {
        faults_.push_back("A node has no place here: " + std::string(to_word(node.role)) + " \"" + node.name +
                          "\" in " + std::string(to_word(parent_role)));
    }
    now_.nodes.push_back(std::move(node));
    now_.ends.push_back(now_.nodes.size());
    return now_.nodes.back().id;
}

NodeId SemanticTree::open(SemanticNode&& node) {
    CHECK(is_container(node.role));
    const NodeId id = add(std::move(node));
    open_.push_back(now_.nodes.size() - 1);
    return id;
}

void SemanticTree::close() {
    CHECK(!open_.empty());
    now_.ends[open_.back()] = now_.nodes.size();
    open_.pop_back();
}

const SemanticNode* SemanticTree::before(NodeId id) const {
    const std::size_t* place = before_.places.find(id);
    if (!place || now_.places.find(id)) return nullptr;
    const std::span nodes(before_.nodes.begin() + static_cast<std::ptrdiff_t>(*place), before_.ends[*place] - *place);
    // Which rows of many are told depends on what is in sight.
    const bool whole = std::ranges::all_of(nodes, [](const SemanticNode& node) { return node.row_count == 0; });
    return whole ? &nodes.front() : nullptr;
}

void SemanticTree::add_as_before(NodeId id) {
    const std::size_t* first = before_.places.find(id);
    CHECK(first != nullptr);
    const std::size_t end = before_.ends[*first], moved = now_.nodes.size() - *first;
    for (std::size_t place = *first; place < end; ++place) {
        take_place(before_.nodes[place]);
        now_.nodes.push_back(std::move(before_.nodes[place]));
        now_.ends.push_back(before_.ends[place] + moved);
    }
}

void SemanticTree::set_bounds(NodeId id, const Bounds& bounds) {
    const std::size_t* place = now_.places.find(id);
    CHECK(place != nullptr);
    now_.nodes[*place].bounds = bounds;
}

void SemanticTree::set_content_height(NodeId id, float height) {
    const std::size_t* place = now_.places.find(id);
    CHECK(place != nullptr);
    now_.nodes[*place].content_height = height;
}

const SemanticNode* SemanticTree::find(NodeId id) const {
    const std::size_t* place = now_.places.find(id);
    return place ? &now_.nodes[*place] : nullptr;
}

const SemanticNode* SemanticTree::find(Role role, std::string_view name) const {
    const auto found = std::ranges::find_if(
        now_.nodes, [&](const SemanticNode& node) { return node.role == role && node.name == name; });
    return found == now_.nodes.end() ? nullptr : &*found;
}

std::vector<std::string> SemanticTree::audit() const {
    std::vector<std::string> faults = faults_;
    for (const std::size_t place : open_) {
        faults.push_back("A container was never closed: " + std::string(to_word(now_.nodes[place].role)) + " \"" +
                         now_.nodes[place].name + "\"");
    }
    audit_tables(faults);
    return faults;
}

void SemanticTree::audit_tables(std::vector<std::string>& faults) const {
    std::unordered_map<NodeId, int> cells, last_rows;
    for (const SemanticNode& node : now_.nodes) {
        if (belongs_in_row(node.role)) ++cells[node.parent];
    }
    for (const SemanticNode& node : now_.nodes) {
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
