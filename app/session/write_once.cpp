#include "app/session/write_once.h"

namespace kitbag {

void add_said(FieldValues& values, std::string_view field, std::string_view value) {
    if (!value.empty()) values.emplace(field, value);
}

Result<void> write_once(OpenStore& store, DraftKeeper& keeper, std::string_view entity, const Id& id,
                        const FieldValues& values, const std::vector<FieldKey>& drafts) {
    auto transaction = Transaction::begin(store.database());
    if (!transaction) return std::unexpected(transaction.error());
    const auto written = store.log().write(entity, id, values);
    if (!written) return std::unexpected(written.error());
    for (const FieldKey& key : drafts) {
        const auto removed = store.drafts().remove(key.entity, key.entity_id, key.field);
        if (!removed) return removed;
    }
    if (Result<void> committed = transaction->commit(); !committed) return committed;
    for (const FieldKey& key : drafts) keeper.let_go(key);
    return {};
}

}  // namespace kitbag
