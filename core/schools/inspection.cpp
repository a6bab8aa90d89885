#include "core/schools/inspection.h"

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<4> kind_words = {"full", "no_children", "childcare_register", "ungraded"};

constexpr Date common_begins = {2015, 9, 1};
constexpr Date education_begins = {2019, 9, 1};
constexpr Date renewed_begins = {2025, 11, 10};
constexpr Date satisfactory_ends_in_schools = {2012, 9, 1};
constexpr Date satisfactory_ends_in_settings = {2013, 11, 4};

}  // namespace

InspectionFramework framework_of(const Date& date) {
    if (date < common_begins) return InspectionFramework::before_2015;
    if (date < education_begins) return InspectionFramework::common;
    if (date < renewed_begins) return InspectionFramework::education;
    return InspectionFramework::renewed;
}

std::string grade_in_words(std::string_view grade, const Date& date, bool is_setting) {
    if (grade == "-") return "";
    if (grade == "1") return "Outstanding";
    if (grade == "2") return "Good";
    if (grade == "4") return "Inadequate";
    if (grade == "3") {
        const Date& end = is_setting ? satisfactory_ends_in_settings : satisfactory_ends_in_schools;
        return date < end ? "Satisfactory" : "Requires improvement";
    }
    return std::string(grade);
}

std::string_view to_word(InspectionKind kind) {
    return word_of(kind_words, kind);
}

std::optional<InspectionKind> inspection_kind_from(std::string_view word) {
    return value_of<InspectionKind>(kind_words, word);
}

}  // namespace kitbag
