#pragma once
// The record of one visit as it is read: on the screen, in the head's hands, on paper and as JSON. All four are made from
// this one value, so that they cannot differ. Its labels are the app's words; its ids and names are stable. Pure: whoever
// reads the store fills it in (app/session/build_document.h).
//
// Each part has an id by which a head disputes it and an amendment corrects it:
//
//   "visit.date", "visit.participants", "visit.focus"…, "question.<question>", "aspect.<aspect>", "note.<id>",
//   "action.<id>", "photo.<id>"; and "" or "visit" for the record as a whole

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/categorisation/best_fit.h"
#include "core/visits/visit_words.h"

namespace kitbag {

inline constexpr std::string_view visit_record_format = "kitbag-visit-record/1";
inline constexpr std::string_view whole_record = "visit";  // The part that stands for all of it in a dispute.

// Something said about a part: where evidence comes from, who owns an action.
struct RecordDetail {
    std::string name;        // Stable: "source".
    std::string label;       // "Where it comes from"
    std::string value;       // As people read it: "Observation"
    std::string plain = {};  // As it is stored, where that is another text: "observation".
    bool later = false;      // What became of it afterwards, and so nothing that was signed.

    bool operator==(const RecordDetail&) const = default;
};

enum class PartKind { fact, question, aspect, note, strength, development, action, photo };

std::string_view to_word(PartKind kind);  // "development"

struct RecordPart {
    std::string id;
    PartKind kind = PartKind::fact;
    std::string title;
    std::string text;              // As it was written; "" for nothing.
    std::string plain = {};        // As in a detail.
    std::string under = {};        // The part that it belongs to: a note's aspect. "" for none.
    std::optional<Choice> choice;  // Of an aspect: what was judged,
    std::string chosen = {};       // that in words: "Amber", "Not judged yet",
    std::string descriptor = {};   // and the description that was chosen.
    std::vector<RecordDetail> details = {};
    std::vector<std::string> also_written = {};  // What others wrote without seeing this, as sentences.
    bool signed_over = true;                     // The head reads it as part of what is signed, and may dispute it.

    bool operator==(const RecordPart&) const = default;
};

struct RecordSection {
    std::string id;  // "about", "aspects"…
    std::string title;
    std::vector<RecordPart> parts;

    bool operator==(const RecordSection&) const = default;
};

struct RecordAnswer {
    HeadAnswer answer;
    std::string headline;        // "Dr Ives, headteacher, says that this record is accurate"
    std::string when;            // "23 November 2026, 14:02"
    bool changed_since = false;  // The record is not any more what was read.
    std::string refusal;         // Why the county would not take it; then it does not count.

    bool operator==(const RecordAnswer&) const = default;
};

struct RecordAmendment {
    Amendment amendment;
    std::string headline;  // "Amended by Ada Marsh"
    std::string when;
    std::string refusal;

    bool operator==(const RecordAmendment&) const = default;
};

// One step of the visit's life.
struct RecordStep {
    std::string status;    // A word of VisitStatus.
    std::string headline;  // "Completed by Ada Marsh"
    std::string when;
    std::string reason;
    std::string refusal = {};  // Why the county would not take it.

    bool operator==(const RecordStep&) const = default;
};

struct RecordDocument {
    std::string visit;
    std::string urn;
    std::string school;
    std::string kind;   // Key of the template,
    std::string title;  // and "Keeping in Touch visit by Ada Marsh".
    std::string kind_title;
    std::string templates_version;
    std::string date;  // "2026-11-23", or "".
    std::string time;
    std::string adviser;  // Id,
    std::string adviser_name;
    std::string governance;  // A word of Governance, of when it began; "" where that was not kept.
    std::string framework;
    std::string framework_version;
    std::string variant;
    std::string status;
    std::string status_title;  // "Shared with the head"
    std::string receipt;       // "Received by the county, …"
    std::vector<RecordSection> sections;
    std::vector<RecordAnswer> answers;        // In the order they were given, refused ones too.
    std::vector<RecordAmendment> amendments;  // Likewise.
    std::vector<RecordStep> history;          // First to last.

    bool operator==(const RecordDocument&) const = default;
};

const RecordPart* find_part(const RecordDocument& document, std::string_view id);  // Null when there is none.

// False for an aspect that was not judged and has nothing below it: an overview says so, and there is nothing to read.
bool has_something_to_read(const RecordDocument& document, const RecordPart& part);

// Those about one part that count; "" for the whole.
std::vector<const RecordAmendment*> amendments_of(const RecordDocument& document, std::string_view part);

// What heads said is not right in one part, in answers that count, with who said it. whole_record for what names no part
// that is still there.
struct SaidNotRight {
    const RecordAnswer* answer = nullptr;
    const Dispute* dispute = nullptr;
};
std::vector<SaidNotRight> disputes_of(const RecordDocument& document, std::string_view part);

// A head has answered, and the county has not refused it.
bool head_has_answered(const RecordDocument& document);

// Of what the head reads and signs: everything that was recorded, by its ids and stored values, and nothing of its state, of
// receipts, answers, or what became of an action later. The words around it are not in it, so that a newer program, or a
// tablet that lacks the criteria, finds the same.
std::string record_digest(const RecordDocument& document);

}  // namespace kitbag
