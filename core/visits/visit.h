#pragma once
// What an adviser records of one visit: the visit itself, a judgement of each aspect looked at, the notes that are its
// evidence, the answers to its questions, what was agreed, and photographs of work. What it may become and when: see
// visit_life.h. What is said once and never altered: see visit_words.h.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/categorisation/best_fit.h"
#include "core/schools/school.h"

namespace kitbag {

enum class VisitStatus { planned, under_way, completed, shared, locked, cancelled, did_not_happen };

struct Visit {
    Id id;
    std::string urn;                // The school.
    std::string kind;               // What kind of visit: the key of a template (visit_template.h),
    std::string templates_version;  // and of which templates; "" for a visit from before there were any.
    std::optional<Date> date;
    std::string time;                  // "09:30", or "" for no time.
    std::string participants;          // As written: names and posts, one to a line or with commas.
    std::vector<std::string> present;  // Whom the template wants there and who was: keys of VisitTemplate::present.
    std::string focus;
    std::optional<Governance> governance;  // Who answered for the school when the visit began.
    std::string framework;  // Framework id, with the version below: what the judgements were made against. "" for none.
    std::string framework_version;
    std::string variant;  // Variant id.
    VisitStatus status = VisitStatus::under_way;
    std::string status_reason;  // Why it was cancelled, did not happen, or was opened again.
    Id adviser;

    bool operator==(const Visit&) const = default;
};

struct Judgement {
    std::string id;  // judgement_id(visit, aspect)
    Id visit;
    std::string aspect;
    std::optional<Choice> choice;  // Nothing: not judged, or taken back.

    bool operator==(const Judgement&) const = default;
};

enum class NoteKind { evidence, strength, development };

// Where evidence comes from.
enum class Source { not_said, data, observation, scrutiny, discussion, parent_view, complaint, forum };

struct EvidenceNote {
    Id id;  // Its made_at() is when writing it began.
    Id visit;
    std::string aspect;  // "" until somebody says which.
    std::string text;
    NoteKind kind = NoteKind::evidence;
    Source source = Source::not_said;
    std::vector<std::string> groups;   // Pupil groups: keys of VisitTemplates::groups.
    std::optional<Category> supports;  // The category it speaks for.
    std::string said_by;               // Whose words they are.
    Id by;                             // Who wrote it; "" where it was not kept.

    bool operator==(const EvidenceNote&) const = default;
};

// The answer to one question of the visit's template.
struct VisitAnswer {
    std::string id;  // answer_id(visit, question)
    Id visit;
    std::string question;
    std::string text;

    bool operator==(const VisitAnswer&) const = default;
};

enum class ActionStatus { open, done, dropped };

// Agreed in one visit, and shown at each later one of the school until it is closed.
struct AgreedAction {
    Id id;
    std::string urn;
    Id visit;
    std::string text;
    std::string owner;
    std::optional<Date> due;
    ActionStatus status = ActionStatus::open;
    std::string outcome;  // What came of it.
    Id closed_in;         // The visit that closed it; "" while it is open.
    Id by;

    bool operator==(const AgreedAction&) const = default;
};

struct Photo {
    Id id;  // Its made_at() is when it was taken in.
    Id visit;
    Id note;              // "" when it belongs to no note.
    std::string content;  // The hash by which its picture is kept (core/storage/photo_store.h).
    std::string caption;
    bool removed = false;  // Its picture is gone; that it was there, who removed it and why stay.
    std::string removed_reason;
    Id by;

    bool operator==(const Photo&) const = default;
};

// One judgement of an aspect in a visit, and one answer to a question, whoever makes it and on whichever tablet: so the
// id follows from both.
std::string judgement_id(std::string_view visit, std::string_view aspect);
std::string answer_id(std::string_view visit, std::string_view question);

std::string_view to_word(VisitStatus status);
std::string_view to_word(NoteKind kind);  // "" for evidence.
std::string_view to_word(Source source);  // "" for not_said.
std::string_view to_word(ActionStatus status);
std::optional<VisitStatus> visit_status_from(std::string_view word);
std::optional<NoteKind> note_kind_from(std::string_view word);
std::optional<Source> source_from(std::string_view word);
std::optional<ActionStatus> action_status_from(std::string_view word);

// "boys fsm" and its parts.
std::string join_keys(const std::vector<std::string>& keys);
std::vector<std::string> split_keys(std::string_view keys);

}  // namespace kitbag
