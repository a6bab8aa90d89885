#include "app/session/visit_lines.h"

#include "app/session/build_schools.h"
#include "app/session/visit_kinds.h"
#include "app/session/visit_reading.h"
#include "app/text/planning_phrases.h"
#include "app/text/record_phrases.h"
#include "app/text/versions_words.h"
#include "app/text/words.h"

namespace kitbag {

Chip status_chip(VisitStatus status) {
    const bool gone = status == VisitStatus::cancelled || status == VisitStatus::did_not_happen;
    const Tone tone = status == VisitStatus::under_way ? Tone::notice : is_done(status) ? Tone::good : Tone::plain;
    return {std::string(phrases::status_name(status)), gone ? Tone::plain : tone};
}

const School& VisitLines::school(const std::string& urn) {
    const auto [place, is_new] = schools_.try_emplace(urn);
    if (is_new) {
        place->second.urn = urn;
        place->second.name = urn;  // Until the school itself has arrived.
        if (auto found = store_.schools().school(urn); found && *found) place->second = std::move(**found);
    }
    return place->second;
}

std::string VisitLines::title(const Visit& visit) {
    const std::string& name = school(visit.urn).name;
    return visit.time.empty() ? name : visit.time + " " + name;
}

VisitLine VisitLines::line(const Visit& visit, const std::vector<Visit>& others) {
    VisitLine line;
    line.id = visit.id;
    line.urn = visit.urn;
    line.title = title(visit);
    line.detail = kind_title(store_, visit);
    if (visit.adviser != store_.enrolment().adviser.id)
        line.detail += std::string(words::common::separator) + adviser_name(store_, visit.adviser);
    const Date today = store_.today();
    const bool is_late = visit.status == VisitStatus::planned && visit.date && *visit.date < today;
    if (is_late) line.detail += "\n" + phrases::planned_for(*visit.date);
    if (is_open(visit.status)) {
        for (const Doubt one : doubts_about(visit, school(visit.urn), others, today)) {
            if (one != Doubt::in_the_past) line.detail += "\n" + phrases::doubt(one, kind_title(store_, visit));
        }
    }
    if (is_written_twice(store_, visit.id)) line.detail += "\n" + std::string(words::versions::badge);
    line.status = status_chip(visit.status);
    line.can_write = can_write(store_, visit);
    return line;
}

}  // namespace kitbag
