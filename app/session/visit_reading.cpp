#include "app/session/visit_reading.h"

#include "app/session/rating_reading.h"
#include "app/session/visit_lines.h"
#include "app/text/inspections_words.h"
#include "app/text/people_words.h"
#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/visit_words.h"
#include "app/text/words.h"
#include "core/storage/post_store.h"
#include "core/visits/record_fields.h"
#include "core/visits/visit_life.h"

namespace kitbag {
namespace {

void add_lines(std::vector<ConflictLine>& lines, OpenStore& store, const Conflict& conflict) {
    for (const OtherVersion& other : conflict.others) {
        lines.push_back({conflict.entity, conflict.entity_id, conflict.field,
                         phrases::also_written(adviser_name(store, other.author), instant_of(other.stamp),
                                               said(conflict, other.value))});
    }
}

}  // namespace

std::vector<std::string> urns_with(OpenStore& store, std::string_view urn) {
    const auto school = store.schools().school(urn);
    return school && *school ? urns_of(**school) : std::vector{std::string(urn)};
}

namespace {

std::vector<Visit> visits_under(OpenStore& store, const std::vector<std::string>& urns) {
    return under_each(urns, [&](const std::string& urn) { return store.visits().visits_of_school(urn); });
}

template <typename Record>
std::vector<Record> as_begun(std::vector<Record> records) {
    std::ranges::sort(records, {}, &Record::id);
    return records;
}

}  // namespace

std::vector<Visit> visits_at(OpenStore& store, const School& school) {
    return visits_under(store, urns_of(school));
}

std::vector<Visit> visits_at(OpenStore& store, std::string_view urn) {
    return visits_under(store, urns_with(store, urn));
}

std::vector<AgreedAction> actions_at(OpenStore& store, std::string_view urn) {
    const auto read = [&](const std::string& each) { return store.visits().actions_of_school(each); };
    return as_begun(under_each(urns_with(store, urn), read));
}

std::vector<ForumNote> forum_notes_at(OpenStore& store, std::string_view urn) {
    const auto read = [&](const std::string& each) { return store.visit_words().forum_notes_of_school(each); };
    return as_begun(under_each(urns_with(store, urn), read));
}

std::vector<Post> posts_at(OpenStore& store, std::string_view urn) {
    const auto read = [&](const std::string& each) { return PostStore(store.database()).posts_of_school(each); };
    return as_begun(under_each(urns_with(store, urn), read));
}

std::string said(const Conflict& conflict, const std::string& value) {
    if (conflict.field == "choice") {
        const auto choice = choice_from(value);
        return std::string(choice ? phrases::name_of(*choice) : words::visit::not_judged);
    }
    const Entity* const entity = find_entity(conflict.entity);
    const Field* const field = entity ? find_field(*entity, conflict.field) : nullptr;
    if (field && field->kind == FieldKind::date) {
        const auto date = parse_date(value);
        return date ? to_long(*date) : value;
    }
    if (conflict.entity == "post" && conflict.field == "designation")
        return std::string(phrases::name_of(designation_from(value).value_or(Designation::none)));
    if (conflict.entity == "post" && conflict.field == "team")
        return std::string(phrases::name_of(team_from(value).value_or(Team::none)));
    if (conflict.entity == "area_for_improvement" || conflict.entity == "inspection_risk")
        return phrases::said_of_inspection(conflict.field, value);
    if (conflict.entity == "visit" && conflict.field == "status") {
        const auto status = visit_status_from(value);
        return status ? status_chip(*status).text : value;
    }
    return value;
}

std::string adviser_name(OpenStore& store, const Id& adviser) {
    const std::string name = store.people().name_of(adviser).value_or("");
    return name.empty() ? std::string(words::common::another_adviser) : name;
}

bool is_written_twice(OpenStore& store, std::string_view visit) {
    const auto conflicts = store.log().conflicts(visit);
    return conflicts && !conflicts->empty();
}

std::optional<Reading> read_visit(OpenStore& store, std::string_view visit) {
    auto record = store.visits().visit(visit);
    if (!record || !*record) return std::nullopt;
    Reading reading;
    reading.record = std::move(**record);
    const Visit& found = reading.record.visit;
    reading.school.urn = found.urn;
    reading.school.name = found.urn;
    if (auto school = store.schools().school(found.urn); school && *school) reading.school = std::move(**school);
    reading.framework = store.framework(found.framework, found.framework_version);
    reading.templates = &store.templates(found.templates_version);
    reading.kind = find_template(*reading.templates, found.kind);
    for (const Conflict& conflict : store.log().conflicts(visit).value_or(std::vector<Conflict>{})) {
        add_lines(reading.conflicts, store, conflict);
        ++reading.written_twice;
    }
    return reading;
}

WritingRight right_to_write(OpenStore& store, const Visit& visit) {
    if (!is_open(visit.status) || !may_record(own_role(store))) return WritingRight::none;
    if (visit.adviser == store.enrolment().adviser.id) return WritingRight::all;
    return visit.status == VisitStatus::under_way ? WritingRight::notes : WritingRight::none;
}

std::vector<const Aspect*> aspects_of(const Reading& reading) {
    if (!reading.framework) return {};
    const std::string& variant = reading.record.visit.variant;
    const bool sixth_form = may_have_sixth_form(reading.school);
    if (!reading.kind) return applicable_aspects(*reading.framework, variant, sixth_form);
    return aspects_of(*reading.kind, *reading.framework, variant, sixth_form);
}

std::string choice_word(const VisitRecord& record, std::string_view aspect) {
    const auto found = std::ranges::find(record.judgements, aspect, &Judgement::aspect);
    if (found == record.judgements.end() || !found->choice) return "";
    return std::string(to_word(*found->choice));
}

std::vector<Judged> judged(const VisitRecord& record) {
    std::vector<Judged> found;
    for (const Judgement& judgement : record.judgements) {
        if (judgement.choice) found.push_back({judgement.aspect, *judgement.choice});
    }
    return found;
}

std::string criteria_line(const Reading& reading) {
    if (!reading.framework) return "";
    const Variant* variant = find_variant(*reading.framework, reading.record.visit.variant);
    return reading.framework->title + (variant ? std::string(words::common::separator) + variant->title : "");
}

std::vector<std::string> conflict_lines(const Reading& reading, std::string_view entity, std::string_view entity_id) {
    std::vector<std::string> lines;
    for (const ConflictLine& line : reading.conflicts) {
        if (line.entity == entity && line.entity_id == entity_id) lines.push_back(line.sentence);
    }
    return lines;
}

}  // namespace kitbag
