#include "app/session/inspections_writer.h"

#include "app/session/rating_reading.h"
#include "app/session/write_once.h"
#include "app/text/inspections_words.h"
#include "core/base/text.h"
#include "core/storage/area_store.h"

namespace kitbag {

NewRecord new_area(std::string_view urn, std::string_view inspected) {
    return {"area_for_improvement", {{"urn", std::string(urn)}, {"inspected", std::string(inspected)}}};
}

FieldKey other_inspection_key(std::string_view urn) {
    return {std::string(form_entity), std::string(urn) + ".inspection", "inspected"};
}

FieldKey risk_key(std::string_view urn, std::string_view field) {
    return {std::string(form_entity), std::string(urn) + ".risk", std::string(field)};
}

Result<void> choose_of_area(OpenStore& store, const FieldKey& field, std::string_view value) {
    if (!may_record(own_role(store))) return fault("not_allowed", std::string(words::inspections::cannot_write));
    return store.log()
        .write(field.entity, field.entity_id, {{field.field, std::string(value)}})
        .transform([](const auto&) {});
}

Result<void> record_risk(OpenStore& store, DraftKeeper& keeper, std::string_view urn) {
    const Result<InspectionRisk> before = AreaStore(store.database()).risk(urn);
    if (!before) return std::unexpected(before.error());
    const auto typed = [&](std::string_view field, std::string_view stored) {
        return std::string(trim(keeper.field(risk_key(urn, field), stored).text));
    };
    const std::string risk = typed("risk", before->risk ? to_word(*before->risk) : "");
    const InspectionRisk wanted{std::string(urn), inspection_risk_from(risk), typed("reason", before->reason)};
    if (const auto allowed = check_inspection_risk(wanted); !allowed) return allowed;
    return write_once(store, keeper, "inspection_risk", wanted.urn, {{"risk", risk}, {"reason", wanted.reason}},
                      {risk_key(urn, "risk"), risk_key(urn, "reason")});
}

}  // namespace kitbag
