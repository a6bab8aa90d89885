#pragma once
// What one drawn thing means to somebody who cannot see the picture: the page turns each node into one real element.
// A node says nothing about colours or pixels beyond where it lies, and never who is told when it is pressed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kitbag {

// A number made of a node's key path, so that the same thing keeps its element from frame to frame. Below 2^53: JavaScript
// reads it exactly. 0 means no node.
using NodeId = std::uint64_t;

NodeId child_id(NodeId parent, std::string_view key);
NodeId child_id(NodeId parent, std::uint64_t ordinal);

enum class Role : std::uint8_t {
    // Things that hold others.
    navigation,
    main,
    region,         // Named, and worth finding by a screen reader's list of landmarks.
    complementary,  // Named: stands beside the main part and can be read without it.
    group,
    list,
    list_item,  // Of a long list those far out of sight may be left out: its index and count tell.
    radio_group,
    table,  // Holds rows and nothing else; rows far out of sight may be left out, its counts and their indices tell.
    row,    // Holds headings and cells and nothing else, as many as the table has columns.
    row_header,  // Holds what is pressed to open what the row is about, and is called as that.
    scroll,      // A real scroll container: what lies inside is placed from its content's origin.
    dialog,      // Everything outside it is out of reach while it is there.
    // Things by themselves.
    heading,
    text,
    column_header,
    cell,
    label,  // The words above a field; the page ties them to it.
    button,
    link,
    radio,
    checkbox,
    text_field,
    multiline_field,
    password_field,
    search_field,
    date_field,  // Its value is "2026-11-23" or "".
    status,      // Read out when it appears or changes, in the listener's own time.
    alert,       // Read out at once.
    progress,
    image,         // The page shows it itself, over the picture: its value names its bytes, "thumbnail/<content>".
    photo_button,  // Opens the camera. Its value is what the page says with what was taken: where it belongs.
    file_button,   // Opens the browser's choice of files; App::on_file tells that one was chosen.
};

std::string_view to_word(Role role);  // "list_item": the name that the page knows.
bool is_field(Role role);             // Text is typed into it.
bool is_container(Role role);

// CSS pixels, from the content origin of the scroll container that the node is in (of the window, if in none).
struct Bounds {
    float x = 0, y = 0, width = 0, height = 0;

    bool operator==(const Bounds&) const = default;
};

struct NodeState {
    bool disabled = false;
    bool busy = false;
    bool invalid = false;
    bool required = false;
    bool current = false;  // The page, or the row, that is being shown.
    std::optional<bool> checked;
    std::optional<bool> pressed;
    std::optional<bool> expanded;

    bool operator==(const NodeState&) const = default;
};

// How the text of a field is drawn, so that the page's editor lies over it without a jump. CSS pixels.
struct TextBox {
    float font = 0;
    float line = 0;
    float padding_left = 0, padding_right = 0, padding_y = 0;

    bool operator==(const TextBox&) const = default;
};

struct SemanticNode {
    NodeId id = 0;
    NodeId parent = 0;  // Filled in by SemanticTree.
    Role role = Role::text;
    std::string name;  // What it is called: a label, or the text itself.
    std::string
        value;  // What a field holds, what a progress bar has reached ("3 of 16"). Of a row "still": its headings scroll away.
    std::string description;  // A hint, read after the name.
    std::string error;        // What is wrong with the value and what to do.
    int level = 0;            // 1 to 6, for headings.
    Bounds bounds;
    NodeState state;
    TextBox text_box;                      // Fields only.
    NodeId target = 0;                     // Labels: the field.
    NodeId hint_text = 0, error_text = 0;  // Fields: the text nodes that show description and error.
    float fraction = -1;                   // Progress from 0 to 1; below 0 when nobody knows how far.
    float content_height = 0;              // Scroll containers: how high what is inside is.
    float content_offset = 0;              // Scroll containers: where to start when the element is new.
    std::string shortcut;      // Keys that press it, as aria-keyshortcuts writes them: "Alt+N Control+Enter".
    bool back = false;         // Leads back from the screen: what the tablet's own way back presses.
    std::string autocomplete;  // Fields: the HTML name of what is asked for ("name", "off").
    std::string_view letters;  // Fields: how a soft keyboard begins: "words", "characters"; else sentences.
    int length_max = 0;        // Fields: characters, 0 for no limit.
    int row_count = 0, column_count = 0;  // Tables: with the row of headings and the column of names.
    int row_index = 0;                    // Rows: 1 is the row of headings, which stays in sight while its table is.
    // Of items in a list of which not all are told, row_index says which one it is, from 1, and row_count of how many.

    bool operator==(const SemanticNode&) const = default;
};

}  // namespace kitbag
