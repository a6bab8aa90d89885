#include "app/session/undo.h"

#include <utility>

#include "app/text/visit_words.h"
#include "core/visits/record_fields.h"
#include "sync/change_log/append.h"
#include "sync/merge.h"

namespace kitbag {

void UndoStack::push(UndoStep step) {
    if (steps_.size() == steps_max) steps_.pop_front();
    steps_.push_back(std::move(step));
}

std::string shown_value(OpenStore& store, const FieldKey& key) {
    const auto state = field_state(store.database(), key.entity, key.entity_id, key.field);
    if (!state || !*state) return "";
    const auto value = parse_json(winner(**state).value, "A stored value");
    const auto* text = value ? value->get_ptr<const std::string*>() : nullptr;
    return text ? *text : "";
}

Result<void> write_undoable(OpenStore& store, UndoStack& undo, std::string what, const RecordValues& values) {
    RecordValues before{values.entity, values.entity_id, {}};
    FieldValues now;
    for (const auto& [field, value] : values.values) {
        const std::string was = shown_value(store, {values.entity, values.entity_id, field});
        // What refers to something is written once, with the record, and stays: it cannot say nothing.
        const bool can_be_put_back = !was.empty() || check_field(values.entity, field, Json("")).has_value();
        if (was == value || !can_be_put_back) continue;
        before.values.emplace(field, was);
        now.emplace(field, value);
    }
    const auto written = store.log().write(values.entity, values.entity_id, values.values);
    if (!written) return std::unexpected(written.error());
    if (*written && !before.values.empty()) undo.push({std::move(what), std::move(before), std::move(now)});
    return {};
}

Result<void> take_back(OpenStore& store, UndoStack& undo) {
    const UndoStep* last = undo.last();
    if (!last) return {};
    const RecordValues& before = last->before;
    for (const auto& [field, value] : last->written) {
        if (shown_value(store, {before.entity, before.entity_id, field}) == value) continue;
        undo.pop();
        return fault("changed_since", std::string(words::visit::changed_since));
    }
    const auto written = store.log().write(before.entity, before.entity_id, before.values);
    if (!written) return std::unexpected(written.error());
    undo.pop();
    return {};
}

}  // namespace kitbag
