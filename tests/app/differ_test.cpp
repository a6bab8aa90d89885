#include "app/semantics/differ.h"

#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/app/drawing.h"

using namespace kitbag;

namespace {

// What a page has by the messages that it was told, as web-shell/bridge.mjs keeps it.
struct ToldPage {
    std::map<NodeId, Json> nodes;
    std::map<NodeId, std::vector<NodeId>> children;

    void apply(const std::string& text) {
        if (text.empty()) return;
        const Json message = read_message(text);
        if (message.contains("nodes")) {
            for (const Json& node : message["nodes"]) nodes[node["id"].get<NodeId>()] = node;
        }
        if (message.contains("children")) {
            for (const auto& [parent, ids] : message["children"].items())
                children[std::stoull(parent)] = ids.get<std::vector<NodeId>>();
        }
        if (!message.contains("removed")) return;
        for (const Json& id : message["removed"]) {
            nodes.erase(id.get<NodeId>());
            children.erase(id.get<NodeId>());
        }
    }

    // Without parents of which nothing is left to tell.
    std::map<NodeId, std::vector<NodeId>> lists() const {
        auto found = children;
        std::erase_if(found, [](const auto& entry) { return entry.second.empty(); });
        return found;
    }
};

// A tree of some of a few nodes, each with one of a few names, places and parents: from one to the next much stays and some moves.
class Wood {
  public:
    explicit Wood(unsigned seed) : seeded_(seed) {}

    SemanticTree grow() {
        SemanticTree tree;
        tree.begin_frame();
        used_.clear();
        branch(tree, 0);
        return tree;
    }

  private:
    int pick(int below) { return static_cast<int>(seeded_() % static_cast<unsigned>(below)); }

    void branch(SemanticTree& tree, int depth) {
        for (NodeId id = 1; id <= 12; ++id) {
            if (pick(3) > 0 || !used_.insert(id).second) continue;
            const bool holds = depth < 3 && id % 2 == 0;
            SemanticNode node;
            node.id = id;
            node.role = !holds ? Role::button : id == 2 ? Role::scroll : Role::list;
            node.name = pick(8) == 0 ? "other" : "usual";
            node.bounds = {0, pick(8) == 0 ? 50.0f : 0.0f, 100, 48};
            node.content_offset = static_cast<float>(pick(3));
            if (!holds) {
                tree.add(SemanticNode(node));
                continue;
            }
            tree.open(SemanticNode(node));
            branch(tree, depth + 1);
            tree.close();
        }
    }

    std::mt19937 seeded_;
    std::set<NodeId> used_;
};

}  // namespace

TEST_CASE("what a page was told by and by adds up to what a new page would be told at once") {
    constexpr int frames = 400;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        Wood wood(seed);
        SemanticDiffer differ;
        ToldPage page;
        for (int frame = 0; frame < frames; ++frame) {
            CAPTURE(frame);
            const SemanticTree tree = wood.grow();
            page.apply(differ.changes(tree, {}));
            ToldPage fresh;
            SemanticDiffer anew;
            fresh.apply(anew.changes(tree, {}));
            for (auto& [id, node] : fresh.nodes) {  // Where the page has scrolled to is not told back to it.
                if (node.contains("offset")) node["offset"] = page.nodes[id]["offset"];
            }
            REQUIRE(page.nodes == fresh.nodes);
            REQUIRE(page.lists() == fresh.lists());
            REQUIRE(differ.changes(tree, {}).empty());
        }
    }
}

TEST_CASE("a change of any one member of a node is told, and of where the page has scrolled to is not") {
    using Change = void (*)(SemanticNode&);
    constexpr Change told[] = {
        [](SemanticNode& node) { node.role = Role::search_field; },
        [](SemanticNode& node) { node.name = "a"; },
        [](SemanticNode& node) { node.value = "a"; },
        [](SemanticNode& node) { node.description = "a"; },
        [](SemanticNode& node) { node.error = "a"; },
        [](SemanticNode& node) { node.shortcut = "a"; },
        [](SemanticNode& node) { node.autocomplete = "a"; },
        [](SemanticNode& node) { node.letters = "a"; },
        [](SemanticNode& node) { node.level = 1; },
        [](SemanticNode& node) { node.length_max = 1; },
        [](SemanticNode& node) { node.row_count = 1; },
        [](SemanticNode& node) { node.column_count = 1; },
        [](SemanticNode& node) { node.row_index = 1; },
        [](SemanticNode& node) { node.fraction = 1; },
        [](SemanticNode& node) { node.content_height = 1; },
        [](SemanticNode& node) { node.target = 1; },
        [](SemanticNode& node) { node.hint_text = 1; },
        [](SemanticNode& node) { node.error_text = 1; },
        [](SemanticNode& node) { node.back = true; },
        [](SemanticNode& node) { node.bounds.x = 1; },
        [](SemanticNode& node) { node.bounds.y = 1; },
        [](SemanticNode& node) { node.bounds.width = 1; },
        [](SemanticNode& node) { node.bounds.height = 1; },
        [](SemanticNode& node) { node.text_box.font = 1; },
        [](SemanticNode& node) { node.text_box.line = 1; },
        [](SemanticNode& node) { node.text_box.padding_left = 1; },
        [](SemanticNode& node) { node.text_box.padding_right = 1; },
        [](SemanticNode& node) { node.text_box.padding_y = 1; },
        [](SemanticNode& node) { node.state.disabled = true; },
        [](SemanticNode& node) { node.state.busy = true; },
        [](SemanticNode& node) { node.state.invalid = true; },
        [](SemanticNode& node) { node.state.required = true; },
        [](SemanticNode& node) { node.state.current = true; },
        [](SemanticNode& node) { node.state.checked = false; },
        [](SemanticNode& node) { node.state.checked = true; },
        [](SemanticNode& node) { node.state.pressed = false; },
        [](SemanticNode& node) { node.state.pressed = true; },
        [](SemanticNode& node) { node.state.expanded = false; },
        [](SemanticNode& node) { node.state.expanded = true; },
    };
    const auto tree_of = [](Change change) {
        SemanticTree tree;
        tree.begin_frame();
        SemanticNode node;
        node.id = 7;
        node.role = Role::text_field;
        node.name = "Note";
        change(node);
        tree.add(std::move(node));
        return tree;
    };
    for (const Change before : told) {  // From each to each: none may look like another.
        for (const Change now : told) {
            SemanticDiffer differ;
            differ.changes(tree_of(before), {});
            CHECK(differ.changes(tree_of(now), {}).empty() == (now == before));
        }
    }
    SemanticDiffer differ;
    differ.changes(tree_of([](SemanticNode&) {}), {});
    CHECK(differ.changes(tree_of([](SemanticNode& node) { node.content_offset = 1; }), {}).empty());
    CHECK_FALSE(differ.changes(tree_of(told[0]), {}).empty());
}
