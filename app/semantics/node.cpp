#include "app/semantics/node.h"

#include <array>

namespace kitbag {
namespace {

// FNV-1a of 64 bits, cut to the 53 that JavaScript holds exactly.
constexpr std::uint64_t start = 14695981039346656037ULL;
constexpr std::uint64_t prime = 1099511628211ULL;

std::uint64_t mix(std::uint64_t hash, std::uint8_t byte) {
    return (hash ^ byte) * prime;
}

std::uint64_t mix_number(std::uint64_t hash, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) hash = mix(hash, static_cast<std::uint8_t>(number >> shift));
    return hash;
}

NodeId finish(std::uint64_t hash) {
    const NodeId id = hash >> 11;
    return id == 0 ? 1 : id;
}

constexpr std::array<std::string_view, 33> role_words = {
    "navigation",     "main",         "region",     "complementary", "group",      "list",
    "list_item",      "radio_group",  "table",      "row",           "row_header", "scroll",
    "dialog",         "heading",      "text",       "column_header", "cell",       "label",
    "button",         "link",         "radio",      "checkbox",      "text_field", "multiline_field",
    "password_field", "search_field", "date_field", "status",        "alert",      "progress",
    "image",          "photo_button", "file_button"};
static_assert(static_cast<std::size_t>(Role::file_button) + 1 == role_words.size());

}  // namespace

NodeId child_id(NodeId parent, std::string_view key) {
    std::uint64_t hash = mix(mix_number(start, parent), 'k');
    for (const char character : key) hash = mix(hash, static_cast<std::uint8_t>(character));
    return finish(hash);
}

NodeId child_id(NodeId parent, std::uint64_t ordinal) {
    return finish(mix_number(mix(mix_number(start, parent), 'n'), ordinal));
}

std::string_view to_word(Role role) {
    return role_words[static_cast<std::size_t>(role)];
}

bool is_field(Role role) {
    return role >= Role::text_field && role <= Role::date_field;
}

bool is_container(Role role) {
    return role <= Role::dialog;
}

}  // namespace kitbag
