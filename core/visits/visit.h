#pragma once
// What an adviser records: a visit, a judgement of each aspect looked at, and the notes that are its evidence.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/categorisation/best_fit.h"

namespace kitbag {

enum class VisitKind { keeping_in_touch };
enum class VisitStatus { under_way, completed };

struct Visit {
    Id id;
    std::string urn;  // The school.
    VisitKind kind = VisitKind::keeping_in_touch;
    std::optional<Date> date;
    std::string participants;  // As written: names and posts, one to a line or with commas.
    std::string focus;
    std::string framework;  // Framework id, with the version below: what the judgements were made against.
    std::string framework_version;
    std::string variant;  // Variant id.
    VisitStatus status = VisitStatus::under_way;
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

struct EvidenceNote {
    Id id;
    Id visit;
    std::string aspect;
    std::string text;

    bool operator==(const EvidenceNote&) const = default;
};

// One judgement of an aspect in a visit, whoever makes it and on whichever tablet: so the id follows from both.
std::string judgement_id(std::string_view visit, std::string_view aspect);

std::string_view to_word(VisitKind kind);
std::string_view to_word(VisitStatus status);
std::optional<VisitKind> visit_kind_from(std::string_view word);
std::optional<VisitStatus> visit_status_from(std::string_view word);

}  // namespace kitbag
