#include "core/visits/record_json.h"

#include "core/base/json.h"

namespace kitbag {
namespace {

void add(Json& json, const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
}

Json json_of(const RecordDetail& detail) {
    Json json = {{"label", detail.label}, {"value", detail.value}};
    add(json, "stored", detail.plain);
    return json;
}

Json json_of(const RecordPart& part) {
    Json json = {{"id", part.id}, {"kind", to_word(part.kind)}, {"title", part.title}, {"text", part.text}};
    add(json, "under", part.under);
    add(json, "stored", part.plain);
    if (part.choice) json["choice"] = to_word(*part.choice);
    add(json, "chosen", part.chosen);
    add(json, "descriptor", part.descriptor);
    if (!part.also_written.empty()) json["also_written"] = part.also_written;
    for (const RecordDetail& detail : part.details) json["details"][detail.name] = json_of(detail);
    return json;
}

Json json_of(const RecordSection& section) {
    Json parts = Json::array();
    for (const RecordPart& part : section.parts) parts.push_back(json_of(part));
    return {{"id", section.id}, {"title", section.title}, {"parts", std::move(parts)}};
}

Json json_of(const RecordAnswer& one) {
    Json disputes = Json::array();
    for (const Dispute& dispute : one.answer.disputes)
        disputes.push_back({{"part", dispute.part}, {"title", dispute.title}, {"words", dispute.words}});
    Json json = {{"id", one.answer.id},     {"answer", one.answer.accurate ? "accurate" : "disputed"},
                 {"name", one.answer.name}, {"post", one.answer.post},
                 {"when", one.when},        {"disputes", std::move(disputes)},
                 {"read", one.answer.read}, {"changed_since", one.changed_since}};
    add(json, "refused", one.refusal);
    return json;
}

Json json_of(const RecordAmendment& one) {
    Json json = {{"id", one.amendment.id},         {"part", one.amendment.part}, {"text", one.amendment.text},
                 {"reason", one.amendment.reason}, {"by", one.amendment.by},     {"when", one.when},
                 {"headline", one.headline}};
    add(json, "refused", one.refusal);
    return json;
}

Json json_of(const RecordStep& step) {
    Json json = {{"status", step.status}, {"headline", step.headline}, {"when", step.when}, {"reason", step.reason}};
    add(json, "refused", step.refusal);
    return json;
}

template <typename Item>
Json list_of(const std::vector<Item>& items) {
    Json list = Json::array();
    for (const Item& item : items) list.push_back(json_of(item));
    return list;
}

}  // namespace

std::string to_json(const RecordDocument& document) {
    constexpr int indent = 2;
    const Json json = {
        {"format", visit_record_format},
        {"visit", document.visit},
        {"school", {{"urn", document.urn}, {"name", document.school}}},
        {"kind", {{"key", document.kind}, {"title", document.kind_title}}},
        {"title", document.title},
        {"date", document.date},
        {"time", document.time},
        {"adviser", {{"id", document.adviser}, {"name", document.adviser_name}}},
        {"governance", document.governance},
        {"criteria",
         {{"framework", document.framework}, {"version", document.framework_version}, {"variant", document.variant}}},
        {"templates_version", document.templates_version},
        {"status", {{"word", document.status}, {"title", document.status_title}}},
        {"receipt", document.receipt},
        {"digest", record_digest(document)},
        {"sections", list_of(document.sections)},
        {"head_answers", list_of(document.answers)},
        {"amendments", list_of(document.amendments)},
        {"history", list_of(document.history)}};
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kitbag
