#include "core/visits/visit_template.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/base/json_place.h"
#include "core/base/text.h"
#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr std::size_t title_max = 120;
constexpr std::size_t sentence_max = 600;
constexpr std::size_t version_max = 40;
constexpr std::size_t groups_max = 60;
constexpr std::size_t services_max = 60;
constexpr std::size_t posts_max = 20;
constexpr std::size_t aspects_named_max = 100;
constexpr std::size_t sections_max = 30;
constexpr std::size_t questions_max = 40;
constexpr std::size_t roles_max = all_roles.size();

std::vector<Named> read_named(const JsonPlace& list, std::size_t max) {
    std::vector<Named> found;
    for (const JsonPlace& place : list.items(0, max)) {
        place.allow_only({"id", "title"});
        Named one{place["id"].key(), place["title"].text(title_max)};
        if (std::ranges::contains(found, one.id, &Named::id)) place["id"].complain("“" + one.id + "” is used twice.");
        found.push_back(std::move(one));
    }
    return found;
}

// `asked` are the ids of the questions before: an answer must tell by its question's id alone what it answers.
TemplateSection read_section(const JsonPlace& place, std::set<std::string>& asked) {
    place.allow_only({"id", "title", "questions"});
    TemplateSection section{place["id"].key(), place["title"].text(title_max), {}};
    for (const JsonPlace& each : place["questions"].items(1, questions_max)) {
        each.allow_only({"id", "text"});
        TemplateQuestion question{each["id"].key(), each["text"].text(sentence_max)};
        if (!asked.insert(question.id).second) each["id"].complain("“" + question.id + "” is used twice.");
        section.questions.push_back(std::move(question));
    }
    return section;
}

void read_aspects(const JsonPlace& place, VisitTemplate& read) {
    if (!place.is_list()) {
        const std::string word = place.key();
        read.aspects = word == "none" ? VisitTemplate::Aspects::none : VisitTemplate::Aspects::all;
        if (word != "all" && word != "none")
            place.complain("this should be all, none, or a list of the aspects' names.");
        return;
    }
    read.aspects = VisitTemplate::Aspects::listed;
    for (const JsonPlace& each : place.items(1, aspects_named_max)) read.aspect_ids.push_back(each.key());
}

void read_leaders(const JsonPlace& place, VisitTemplate& read) {
    if (!place.has("led_by")) return;
    for (const JsonPlace& each : place["led_by"].items(1, roles_max)) {
        const auto role = role_from(each.key());
        if (role && may_record(*role))
            read.led_by.push_back(*role);
        else
            each.complain("this should be a role that records visits, such as senior_adviser.");
    }
}

constexpr Words<3> at_words = {"schools", "settings", "both"};

VisitTemplate read_template(const JsonPlace& place, std::set<std::string>& asked) {
    place.allow_only({"kind", "title", "purpose", "source", "direct_monitoring", "subject", "at", "led_by", "present",
                      "aspects", "look_at", "sections"});
    VisitTemplate read;
    read.kind = place["kind"].key();
    read.title = place["title"].text(title_max);
    read.purpose = place["purpose"].text(sentence_max);
    read.source = place["source"].text(sentence_max);
    read.direct_monitoring = place["direct_monitoring"].truth();
    if (place.has("subject")) {
        read.subject = subject_from(place["subject"].key());
        if (!read.subject) place["subject"].complain("this should be school or eyfs.");
    }
    if (place.has("at")) {
        const auto at = value_of<VisitTemplate::At>(at_words, place["at"].key());
        if (!at) place["at"].complain("this should be schools, settings or both.");
        read.at = at.value_or(VisitTemplate::At::schools);
    }
    read_leaders(place, read);
    read.present = read_named(place["present"], posts_max);
    read_aspects(place["aspects"], read);
    for (const JsonPlace& each : place["look_at"].items(0, questions_max))
        read.look_at.push_back(each.text(sentence_max));
    for (const JsonPlace& each : place["sections"].items(0, sections_max))
        read.sections.push_back(read_section(each, asked));
    return read;
}

void check_keeping_in_touch(const VisitTemplates& read, const JsonPlace& place) {
    const VisitTemplate* const found = find_template(read, keeping_in_touch);
    if (found == nullptr)
        place.complain("every county needs the kind “keeping_in_touch”.");
    else if (found->direct_monitoring)
        place.complain("“keeping_in_touch” cannot be direct monitoring.");
}

}  // namespace

Result<VisitTemplates> read_visit_templates(std::string_view text) {
    if (text.size() > visit_templates_bytes_max || !count_characters(text)) {
        return fault("bad_visit_templates",
                     "The visit templates: this is too long, or not UTF-8. Save the file as UTF-8 and load it again.");
    }
    const Result<Json> json = parse_json(text, "The file of visit templates");
    if (!json) return std::unexpected(json.error());
    if (const auto name = repeated_name(text))
        return fault("bad_visit_templates", "The visit templates: “" + *name + "” comes twice in one object.");
    std::optional<std::string> complaint;
    const JsonPlace whole(*json, complaint, "The visit templates");
    whole.allow_only({"format", "version", "title", "source", "groups", "forum_services", "templates"});
    if (whole["format"].text(title_max) != visit_templates_format)
        whole["format"].complain("this program reads “" + std::string(visit_templates_format) + "”.");
    VisitTemplates read;
    read.version = whole["version"].text(version_max);
    read.title = whole["title"].text(title_max);
    read.source = whole["source"].text(sentence_max);
    read.groups = read_named(whole["groups"], groups_max);
    for (const JsonPlace& each : whole["forum_services"].items(0, services_max))
        read.forum_services.push_back(each.text(title_max));
    for (const JsonPlace& each : whole["templates"].items(1, visit_templates_max)) {
        std::set<std::string> asked;
        VisitTemplate one = read_template(each, asked);
        if (find_template(read, one.kind) != nullptr) each["kind"].complain("“" + one.kind + "” is used twice.");
        read.templates.push_back(std::move(one));
    }
    check_keeping_in_touch(read, whole["templates"]);
    if (complaint) return fault("bad_visit_templates", *complaint);
    return read;
}

const VisitTemplate* find_template(const VisitTemplates& templates, std::string_view kind) {
    const auto found = std::ranges::find(templates.templates, kind, &VisitTemplate::kind);
    return found == templates.templates.end() ? nullptr : &*found;
}

bool may_lead(const VisitTemplate& wanted, StaffRole role) {
    return may_record(role) && (wanted.led_by.empty() || std::ranges::contains(wanted.led_by, role));
}

bool is_held_at(const VisitTemplate& wanted, SchoolKind kind) {
    if (wanted.at == VisitTemplate::At::both) return true;
    return (wanted.at == VisitTemplate::At::settings) == is_setting(kind);
}

std::string_view usual_kind(const VisitTemplates& templates, SchoolKind kind) {
    if (!is_setting(kind)) return keeping_in_touch;
    const auto found = std::ranges::find(templates.templates, VisitTemplate::At::settings,
                                         [](const VisitTemplate& one) { return one.at; });
    return found == templates.templates.end() ? keeping_in_touch : std::string_view(found->kind);
}

const TemplateQuestion* find_question(const VisitTemplate& wanted, std::string_view question) {
    for (const TemplateSection& section : wanted.sections) {
        const auto found = std::ranges::find(section.questions, question, &TemplateQuestion::id);
        if (found != section.questions.end()) return &*found;
    }
    return nullptr;
}

Result<void> check_leader(const VisitTemplate& wanted, StaffRole role) {
    if (may_lead(wanted, role)) return {};
    return fault("not_allowed", "“" + wanted.title +
                                    "” is held by others in the county’s service than your role. Ask one of them to "
                                    "hold it, or choose another kind of visit.");
}

std::vector<const Aspect*> aspects_of(const VisitTemplate& wanted, const Framework& framework, std::string_view variant,
                                      bool has_sixth_form) {
    std::vector<const Aspect*> found;
    if (wanted.aspects == VisitTemplate::Aspects::none) return found;
    found = applicable_aspects(framework, variant, has_sixth_form);
    if (wanted.aspects == VisitTemplate::Aspects::listed)
        std::erase_if(found, [&](const Aspect* one) { return !std::ranges::contains(wanted.aspect_ids, one->id); });
    return found;
}

}  // namespace kitbag
