#include "core/storage/rating_store.h"

#include <optional>
#include <string>

#include "core/storage/read_rows.h"

namespace kitbag {
namespace {

constexpr std::string_view select_steps =
    "SELECT id, urn, subject, step, category, suggested, reason, about, framework, framework_version, variant, "
    "standing, date, by FROM rating_step ";
constexpr std::string_view select_directions =
    "SELECT id, urn, subject, half_term, direction, suggested, why, by FROM direction ";

std::string joined(std::string_view first, std::string_view second) {
    return std::string(first).append(second);
}

std::optional<RatingStep> read_step(const Statement& row) {
    const auto subject = subject_from(row.text(2));
    const auto step = step_from(row.text(3));
    if (!subject || !step) return std::nullopt;
    RatingStep found;
    found.id = row.text(0);
    found.urn = row.text(1);
    found.subject = *subject;
    found.step = *step;
    found.category = category_from(row.text(4));
    found.suggested = category_from(row.text(5));
    found.reason = row.text(6);
    found.about = row.text(7);
    found.framework = row.text(8);
    found.framework_version = row.text(9);
    found.variant = row.text(10);
    found.standing = row.text(11);
    if (const Result<Date> date = parse_date(row.text(12))) found.date = *date;
    found.by = row.text(13);
    return found;
}

std::optional<DirectionJudgement> read_direction(const Statement& row) {
    const auto subject = subject_from(row.text(2));
    const auto direction = direction_from(row.text(4));
    if (!subject || !direction) return std::nullopt;
    return DirectionJudgement{.id = row.text(0),
                              .urn = row.text(1),
                              .subject = *subject,
                              .half_term = row.text(3),
                              .direction = direction,
                              .suggested = direction_from(row.text(5)),
                              .why = row.text(6),
                              .by = row.text(7)};
}

std::optional<DatedJudgement> read_judgement(const Statement& row) {
    const Result<Date> date = parse_date(row.text(3));
    if (!date) return std::nullopt;
    return DatedJudgement{row.text(0), choice_from(row.text(1)), row.text(2), *date};
}

}  // namespace

Result<std::vector<RatingStep>> RatingStore::steps_of_school(std::string_view urn, Subject subject) const {
    return read_known(database_.query(joined(select_steps, "WHERE urn = ? AND subject = ?"), urn, to_word(subject)),
                      read_step);
}

Result<std::vector<RatingStep>> RatingStore::all_steps() const {
    return read_known(database_.query(joined(select_steps, "ORDER BY urn")), read_step);
}

Result<std::vector<RatingStep>> RatingStore::all_steps_in_short(Subject subject) const {
    const auto read = [subject](const Statement& row) -> std::optional<RatingStep> {
        const auto step = step_from(row.text(2));
        if (!step) return std::nullopt;
        RatingStep found;
        found.id = row.text(0);
        found.urn = row.text(1);
        found.subject = subject;
        found.step = *step;
        found.category = category_from(row.text(3));
        found.about = row.text(4);
        return found;
    };
    return read_known(
        database_.query("SELECT id, urn, step, category, about FROM rating_step WHERE subject = ?", to_word(subject)),
        read);
}

Result<std::vector<DirectionJudgement>> RatingStore::directions_of_school(std::string_view urn) const {
    return read_known(database_.query(joined(select_directions, "WHERE urn = ?"), urn), read_direction);
}

Result<std::vector<DirectionJudgement>> RatingStore::all_directions() const {
    return read_known(database_.query(joined(select_directions, "ORDER BY urn")), read_direction);
}

Result<std::vector<DirectionJudgement>> RatingStore::all_directions_in_short(Subject subject) const {
    const auto read = [subject](const Statement& row) -> std::optional<DirectionJudgement> {
        const auto direction = direction_from(row.text(3));
        if (!direction) return std::nullopt;
        DirectionJudgement found;
        found.id = row.text(0);
        found.urn = row.text(1);
        found.subject = subject;
        found.half_term = row.text(2);
        found.direction = direction;
        return found;
    };
    return read_known(
        database_.query("SELECT id, urn, half_term, direction FROM direction WHERE subject = ?", to_word(subject)),
        read);
}

Result<std::vector<DatedJudgement>> RatingStore::judgements_of_school(std::string_view urn,
                                                                      std::string_view framework) const {
    return read_known(database_.query("SELECT judgement.aspect, judgement.choice, visit.id, visit.date FROM visit JOIN "
                                      "judgement ON judgement.visit = visit.id WHERE visit.urn = ? AND visit.framework "
                                      "= ? AND visit.status IN ('completed', 'shared', 'locked')",
                                      urn, framework),
                      read_judgement);
}

}  // namespace kitbag
