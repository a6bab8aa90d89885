#pragma once
// The kinds of visit, as data that a county can change: what each is for, who must be there, what to look at and ask, and
// which aspects it is about. Templates are versioned like the criteria; a visit keeps the version it was begun with. Also
// the lists that notes are sorted by: pupil groups, and the services of the School Performance Forum. As JSON:
//
//   templates = {"format": "kitbag-visit-templates/1", "version", "title", "source", "groups": [{"id", "title"}…],
//                "forum_services": [title…], "templates": [template…]}
//   template  = {"kind", "title", "purpose", "source", "direct_monitoring": bool, "subject"?: "school" | "eyfs",
//                "at"?: "schools" | "settings" | "both" (schools unless said), "led_by"?: [role…], "present": [{"id", "title"}…], "aspects": "all" | "none" | [aspect id…],
//                "look_at": [sentence…], "sections": [{"id", "title", "questions": [{"id", "text"}…]}…]}

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/criteria/framework.h"
#include "core/schools/role.h"
#include "core/schools/school.h"

namespace kitbag {

inline constexpr std::string_view visit_templates_format = "kitbag-visit-templates/1";
inline constexpr std::size_t visit_templates_bytes_max = 1u << 20;
inline constexpr std::size_t visit_templates_max = 100;
inline constexpr std::string_view keeping_in_touch = "keeping_in_touch";  // The kind that every county has.

// Something with a name to choose it by: a pupil group, a post.
struct Named {
    std::string id;
    std::string title;

    bool operator==(const Named&) const = default;
};

struct TemplateQuestion {
    std::string id;  // One of its kind of visit; the same id in another kind is the same question.
    std::string text;

    bool operator==(const TemplateQuestion&) const = default;
};

struct TemplateSection {
    std::string id;
    std::string title;
    std::vector<TemplateQuestion> questions;

    bool operator==(const TemplateSection&) const = default;
};

struct VisitTemplate {
    enum class Aspects { all, none, listed };
    enum class At { schools, settings, both };

    std::string kind;   // "lesson_observation"; see is_key.
    std::string title;  // "Lesson observation"
    std::string purpose;
    std::string source;
    bool direct_monitoring = false;  // At an academy it needs the trust's agreement first (academy_rule.h).
    At at = At::schools;             // Where visits of this kind are held; settings are those of the early years.
    std::optional<Subject> subject;  // Only criteria of this subject; nothing: whichever fit the school.
    std::vector<StaffRole> led_by;   // Who may hold it; empty: everybody who may record.
    std::vector<Named> present;      // Who must be there.
    Aspects aspects = Aspects::all;
    std::vector<std::string> aspect_ids;  // Where they are listed.
    std::vector<std::string> look_at;     // What to look at, as sentences.
    std::vector<TemplateSection> sections;

    bool operator==(const VisitTemplate&) const = default;
};

struct VisitTemplates {
    std::string version;
    std::string title;
    std::string source;
    std::vector<Named> groups;
    std::vector<std::string> forum_services;
    std::vector<VisitTemplate> templates;

    bool operator==(const VisitTemplates&) const = default;
};

// Code "bad_visit_templates"; the sentence begins with the place: "templates[3].present[0].id: …". Every county's templates
// have keeping_in_touch, without direct monitoring.
Result<VisitTemplates> read_visit_templates(std::string_view text);

const VisitTemplate* find_template(const VisitTemplates& templates, std::string_view kind);  // Null when there is none.
bool may_lead(const VisitTemplate& wanted, StaffRole role);                                  // And may record at all.
bool is_held_at(const VisitTemplate& wanted, SchoolKind kind);
// The kind of visit that is begun there when nobody says which: a Keeping in Touch visit in schools, in settings the first of the
// kinds that are for settings only.
std::string_view usual_kind(const VisitTemplates& templates, SchoolKind kind);
const TemplateQuestion* find_question(const VisitTemplate& wanted, std::string_view question);

// May somebody of this role hold a visit of this kind? Code "not_allowed".
Result<void> check_leader(const VisitTemplate& wanted, StaffRole role);

// The aspects of the framework that a visit of this kind is about, in the framework's order.
std::vector<const Aspect*> aspects_of(const VisitTemplate& wanted, const Framework& framework, std::string_view variant,
                                      bool has_sixth_form);

}  // namespace kitbag
