#include "app/session/head_answers.h"

#include <set>

#include "app/session/write_once.h"
#include "app/text/record_words.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

constexpr std::string_view dispute_prefix = "dispute.";

// In reading order, then the whole, then what was typed about parts that are not to be read any more: no word is lost.
template <typename Visitor>
void for_each_part(const RecordDocument& document, const DraftKeeper& keeper, Visitor visit) {
    std::set<std::string> visited = {std::string(whole_record)};
    for (const RecordSection& section : document.sections) {
        for (const RecordPart& part : section.parts) {
            if (!has_something_to_read(document, part)) continue;
            visited.insert(part.id);
            visit(section, part);
        }
    }
    RecordSection whole{"whole", std::string(words::hand_over::whole), {}};
    RecordPart part;
    part.id = whole_record;
    part.title = words::record::whole;
    visit(whole, part);
    for (const FieldKey& key : keeper.held()) {
        if (!is_heads_word(key, document.visit) || !key.field.starts_with(dispute_prefix)) continue;
        part.id = key.field.substr(dispute_prefix.size());
        const RecordPart* found = find_part(document, part.id);
        part.title = found ? found->title : std::string(words::record::gone_part);
        if (!visited.contains(part.id)) visit(whole, part);
    }
}

std::vector<Dispute> disputes_typed(const RecordDocument& document, const DraftKeeper& keeper) {
    std::vector<Dispute> disputes;
    for_each_part(document, keeper, [&](const RecordSection&, const RecordPart& part) {
        const std::string words = keeper.field(dispute_key(document.visit, part.id), "").text;
        if (!trim(words).empty()) disputes.push_back({part.id, part.title, words});
    });
    return disputes;
}

}  // namespace

FieldKey head_key(const Id& visit, std::string_view field) {
    return {"head_answer", visit, std::string(field)};
}

FieldKey dispute_key(const Id& visit, std::string_view part) {
    return head_key(visit, std::string(dispute_prefix) + std::string(part));
}

bool is_heads_word(const FieldKey& key, const Id& visit) {
    return key.entity == "head_answer" && key.entity_id == visit;
}

HandOverModel build_hand_over(const RecordDocument& document, const DraftKeeper& keeper) {
    HandOverModel model;
    model.known = !document.visit.empty();
    model.visit = document.visit;
    model.school = document.school;
    model.title = document.title;
    model.adviser = document.adviser_name;
    std::string above;
    for_each_part(document, keeper, [&](const RecordSection& section, const RecordPart& part) {
        model.parts.push_back(
            {section.id == above ? "" : section.title, part, keeper.field(dispute_key(document.visit, part.id), "")});
        above = section.id;
    });
    model.name = keeper.field(head_key(document.visit, "name"), "");
    model.post = keeper.field(head_key(document.visit, "post"), "");
    model.disputed = disputes_typed(document, keeper).size();
    return model;
}

void refresh_field(HandOverModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    for (FieldModel* field : {&model.name, &model.post}) {
        if (field->key == key) *field = keeper.field(key, "");
    }
    model.disputed = 0;
    for (HeadsPart& one : model.parts) {
        if (one.words.key == key) one.words = keeper.field(key, "");
        if (!trim(one.words.text).empty()) ++model.disputed;
    }
}

Result<void> record_answer(OpenStore& store, DraftKeeper& keeper, Platform& platform, const RecordDocument& document,
                           bool accurate) {
    const auto now = store.visits().visit_alone(document.visit);
    if (now && *now && (*now)->status != VisitStatus::shared)  // A sync brought it: another tablet went on.
        return fault("bad_step", std::string(words::hand_over::not_shared));
    HeadAnswer answer;
    const auto typed = [&](std::string_view field) { return keeper.field(head_key(document.visit, field), "").text; };
    answer.name = trim(typed("name"));
    answer.post = trim(typed("post"));
    answer.disputes = disputes_typed(document, keeper);
    if (answer.name.empty()) return fault("no_name", std::string(words::hand_over::no_name));
    if (answer.post.empty()) return fault("no_post", std::string(words::hand_over::no_post));
    if (accurate != answer.disputes.empty()) {
        return fault("bad_field", std::string(words::hand_over::does_not_fit));
    }
    FieldValues values;
    add_said(values, "visit", document.visit);
    add_said(values, "answer", accurate ? "accurate" : "disputed");
    add_said(values, "name", answer.name);
    add_said(values, "post", answer.post);
    if (!accurate) add_said(values, "disputes", write_disputes(answer.disputes));
    add_said(values, "read", record_digest(document));
    add_said(values, "by", store.enrolment().adviser.id);
    std::vector<FieldKey> drafts;
    for (const FieldKey& key : keeper.held()) {
        if (is_heads_word(key, document.visit)) drafts.push_back(key);
    }
    const auto before = store.visit_words().head_answers(document.visit).value_or(std::vector<HeadAnswer>{});
    return write_once(store, keeper, "head_answer", next_id(platform, before), values, drafts);
}

}  // namespace kitbag
