#pragma once
// One piece of text that an adviser can type, and how safe it is.

#include <string>

namespace kitbag {

// Names one field of one record: ("evidence_note", "0192…", "text"). See core/visits for which there are.
struct FieldKey {
    std::string entity;
    std::string entity_id;
    std::string field;

    auto operator<=>(const FieldKey&) const = default;
};

enum class Safety {
    untouched,  // As it was when the screen opened.
    saving,     // Typed, and not yet on the disk.
    saved,      // Committed on this tablet.
    failed,     // The tablet could not save it: it is only on the screen and in memory.
};

struct FieldModel {
    FieldKey key;
    std::string text;
    Safety safety = Safety::untouched;
    std::string error;  // A sentence shown beside the field, or "".
};

}  // namespace kitbag
