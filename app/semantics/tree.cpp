#include "app/semantics/tree.h"

#include <algorithm>

#include "core/base/check.h"

namespace kitbag {
namespace {

bool needs_name(Role role) {
    return is_field(role) || role == Role::button || role == Role::link || role == Role::radio ||
           role == Role::heading || role == Role::region || role == Role::dialog || role == Role::radio_group ||
           role == Role::progress || role == Role::navigation;
}

}  // namespace

void SemanticTree::begin_frame() {
    nodes_.clear();
    open_.clear();
    places_.clear();
    faults_.clear();
}

NodeId SemanticTree::add(SemanticNode node) {
    if (find(node.id)) {
        faults_.push_back("Two nodes have one key: " + std::string(to_word(node.role)) + " \"" + node.name + "\"");
        for (std::uint64_t twin = 1; find(node.id); ++twin) node.id = child_id(node.id, twin);
    }
    if (needs_name(node.role) && node.name.empty()) {
        faults_.push_back("A node has no name: " + std::string(to_word(node.role)));
    }
    node.parent = node.role == Role::dialog ? 0 : innermost();
    places_.emplace(node.id, nodes_.size());
    nodes_.push_back(std::move(node));
    return nodes_.back().id;
}

NodeId SemanticTree::open(SemanticNode node) {
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
    const auto place = places_.find(id);
    CHECK(place != places_.end());
    nodes_[place->second].bounds = bounds;
}

void SemanticTree::set_content_height(NodeId id, float height) {
    const auto place = places_.find(id);
    CHECK(place != places_.end());
    nodes_[place->second].content_height = height;
}

const SemanticNode* SemanticTree::find(NodeId id) const {
    const auto place = places_.find(id);
    return place == places_.end() ? nullptr : &nodes_[place->second];
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
    return faults;
}

}  // namespace kitbag
