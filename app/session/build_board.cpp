// The board of every school's category and direction of travel.

#include <algorithm>
#include <map>

#include "app/session/build_alliances.h"
#include "app/session/build_categorisation.h"
#include "app/session/build_comparison.h"
#include "app/session/records_here.h"
#include "app/session/school_words.h"
#include "app/session/visit_reading.h"
#include "app/text/phrases.h"
#include "app/text/rating_phrases.h"
#include "app/text/rating_words.h"
#include "core/categorisation/variant.h"

namespace kitbag {
namespace {

namespace t = words::board;

constexpr int schools_shown_max = 5000;
constexpr int visits_read_max = 20'000;
constexpr std::size_t half_terms_shown_max = 12;

// What the record has of all schools, by URN. Read once for the whole board.
struct Record {
    std::vector<HalfTerm> half_terms;  // The last twelve until now.
    std::map<std::string, std::vector<RatingStep>, std::less<>> steps;
    std::map<std::string, std::vector<DirectionJudgement>, std::less<>> directions;
    std::map<std::string, Id, std::less<>> advisers;  // Of the latest visit.
};

std::vector<HalfTerm> shown_half_terms(OpenStore& store) {
    const auto& all = store.half_terms();
    std::vector<HalfTerm> shown;
    for (const HalfTerm* one = half_term_on(all, store.today()); one && shown.size() < half_terms_shown_max;
         one = half_term_before(all, *one)) {
        shown.push_back(*one);
    }
    std::ranges::reverse(shown);
    return shown;
}

// "Autumn 1, 2026" on two lines, so that a column can be narrow.
std::string column_title(std::string title) {
    if (const auto comma = title.find(", "); comma != std::string::npos) title.replace(comma, 2, "\n");
    return title;
}

Record read_record(OpenStore& store, Subject subject) {
    Record record;
    record.half_terms = shown_half_terms(store);
    const RefusedRecords refused = refused_records(store);
    auto steps = store.ratings().all_steps_in_short(subject).value_or(std::vector<RatingStep>{});
    drop_refused(steps, refused);
    for (RatingStep& step : steps) record.steps[step.urn].push_back(std::move(step));
    auto directions = store.ratings().all_directions_in_short(subject).value_or(std::vector<DirectionJudgement>{});
    drop_refused(directions, refused);
    for (DirectionJudgement& one : directions) record.directions[one.urn].push_back(std::move(one));
    for (const Visit& visit : store.visits().visits(visits_read_max).value_or(std::vector<Visit>{})) {
        record.advisers.try_emplace(visit.urn, visit.adviser);  // Visits come newest first.
    }
    return record;
}

template <typename Value>
const std::vector<Value>& of_school(const std::map<std::string, std::vector<Value>, std::less<>>& all,
                                    std::string_view urn) {
    static const std::vector<Value> none;
    const auto found = all.find(urn);
    return found == all.end() ? none : found->second;
}

// The variants by which the subject is judged today; each is looked up once for all schools.
class VariantsInUse {
  public:
    VariantsInUse(OpenStore& store, Subject subject) : store_(store), subject_(subject) {}

    bool fit(const School& school) {
        return std::ranges::any_of(variants_for(school), [&](const std::string& variant) {
            const auto [place, is_new] = known_.try_emplace(variant);
            if (is_new) {
                const Framework* framework = store_.framework_for(variant);
                place->second = framework && framework->subject == subject_;
            }
            return place->second;
        });
    }

  private:
    OpenStore& store_;
    Subject subject_;
    std::map<std::string, bool> known_;
};

bool passes(const Record& record, const BoardFilter& filter, const School& school) {
    if (!filter.kind.empty() && to_word(school.kind) != filter.kind) return false;
    if (!filter.area.empty() && area_of(school) != filter.area) return false;
    if (filter.adviser.empty()) return true;
    for (const std::string& urn : urns_of(school)) {  // Visits since it converted come first.
        const auto adviser = record.advisers.find(urn);
        if (adviser != record.advisers.end()) return adviser->second == filter.adviser;
    }
    return false;
}

// A holiday belongs to the half term before it, so a half term ends when the next begins; the present one shows what is so now.
std::vector<std::optional<Category>> categories(const Record& record, const std::vector<RatingStep>& steps,
                                                std::optional<Category> now) {
    std::vector<Date> ends;
    for (std::size_t i = 1; i < record.half_terms.size(); ++i) ends.push_back(record.half_terms[i].from);
    auto categories = categories_before(steps, ends);
    categories.push_back(now);
    return categories;
}

BoardSchool board_school(const Record& record, const School& school, Subject subject, std::optional<Category> now) {
    BoardSchool row{school.urn, school.name, school_detail(school), {}};
    const auto& directions = of_school(record.directions, school.urn);
    const auto found = categories(record, of_school(record.steps, school.urn), now);
    for (std::size_t i = 0; i < record.half_terms.size(); ++i) {
        BoardPlace place{.category = found[i], .direction = std::nullopt, .spoken = ""};
        if (const auto* judged = direction_in(directions, subject, record.half_terms[i].id))
            place.direction = judged->direction;
        place.spoken = phrases::board_place(place.category, place.direction);
        row.places.push_back(std::move(place));
    }
    return row;
}

void add_options(BoardModel& model, OpenStore& store, const Record& record, const std::vector<School>& schools) {
    SchoolOptions among = options_among(schools);
    model.kinds = std::move(among.kinds);
    model.areas = std::move(among.areas);
    std::map<std::string, Id> advisers;  // By name.
    for (const auto& [urn, adviser] : record.advisers) advisers[adviser_name(store, adviser)] = adviser;
    model.advisers = {{"", std::string(t::all_advisers)}};
    for (const auto& [name, id] : advisers) model.advisers.push_back({id, name});
}

std::string filter_line(const BoardModel& model) {
    std::string line(model.filter.subject == Subject::school ? words::rating::of_the_school
                                                             : words::rating::of_the_eyfs);
    append_chosen(line, model.filter.kind, model.kinds);
    append_chosen(line, model.filter.area, model.areas);
    append_chosen(line, model.filter.adviser, model.advisers);
    return line;
}

}  // namespace

BoardModel build_board(OpenStore& store, const BoardFilter& filter) {
    BoardModel model;
    model.filter = filter;
    const Record record = read_record(store, filter.subject);
    model.has_calendar = !record.half_terms.empty();
    model.has_outcomes = has_outcomes(store);
    model.has_alliances = !names_of_alliances(store).empty();
    for (const HalfTerm& half_term : record.half_terms) model.half_terms.push_back(column_title(half_term.title));
    auto schools = store.schools().search("", schools_shown_max).value_or(std::vector<School>{});
    VariantsInUse variants(store, filter.subject);
    const RecordsHere here(store);
    std::erase_if(schools, [&](const School& school) { return !variants.fit(school) || !here.of(school); });
    add_options(model, store, record, schools);
    std::size_t all = 0, not_looked_at = 0, not_told = 0;
    for (const School& school : schools) {
        if (!passes(record, filter, school)) continue;
        ++all;
        const auto& directions = of_school(record.directions, school.urn);
        const bool looked_at =
            model.has_calendar && direction_in(directions, filter.subject, record.half_terms.back().id);
        const RatingHistory history = rating_history(of_school(record.steps, school.urn));
        const bool told = !history.school_to_be_told();
        not_looked_at += looked_at ? 0 : 1;
        not_told += told ? 0 : 1;
        if (filter.shows == BoardShows::not_looked_at && looked_at) continue;
        if (filter.shows == BoardShows::not_told && told) continue;
        model.schools.push_back(board_school(record, school, filter.subject, history.category()));
    }
    model.filter_line = filter_line(model) + std::string(words::common::separator) +
                        phrases::schools_shown(model.schools.size(), all, false);
    if (not_looked_at > 0)
        model.not_looked_at = phrases::board_not_looked_at(not_looked_at);
    else
        model.attention_line = t::all_looked_at;
    if (not_told > 0) model.not_told = phrases::board_not_told(not_told);
    return model;
}

}  // namespace kitbag
