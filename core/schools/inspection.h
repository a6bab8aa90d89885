#pragma once
// One inspection of an establishment, as Ofsted published it. Grades stay what they were under the framework of their day, and no
// grade of one framework is turned into one of another: since November 2025 there is no overall grade, and Ofsted says that the
// new grades cannot be compared with the old.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"

namespace kitbag {

// By which framework it was made; it follows from the day (framework_of).
enum class InspectionFramework {
    before_2015,  // Until 31 August 2015: section 5 of schools, and the early years framework of settings.
    common,       // The common inspection framework, until 31 August 2019.
    education,    // The education inspection framework, until 9 November 2025.
    renewed,      // Since 10 November 2025: a grade for each area, and none overall.
};

enum class InspectionKind {
    full,                // With grades.
    no_children,         // Of an early years provider that had no children on the day: met or not met.
    childcare_register,  // Against the requirements of the Childcare Register: met or not met.
    ungraded,            // Of a school, between two full ones: whether it stays as good as it was.
};

// A grade in the words of the file: "2", "Met", "Yes", "Expected standard".
struct InspectionGrade {
    std::string area;  // "Quality of education", in one spelling for all files.
    std::string grade;

    bool operator==(const InspectionGrade&) const = default;
};

struct Inspection {
    std::string number;  // Ofsted's; "" where the file has none.
    Date date;
    InspectionKind kind = InspectionKind::full;
    std::string overall;  // As the file has it; "" where there is none.
    std::vector<InspectionGrade> grades;

    bool operator==(const Inspection&) const = default;
};

InspectionFramework framework_of(const Date& date);

// What a grade of 1 to 4 was called on that day: grade 3 was "Satisfactory" until it became "Requires improvement", in September 2012
// in schools and in November 2013 in early years settings. Any other text is given back as it is; "-" is "".
std::string grade_in_words(std::string_view grade, const Date& date, bool is_setting);

std::string_view to_word(InspectionKind kind);  // "no_children": for JSON, not for people.
std::optional<InspectionKind> inspection_kind_from(std::string_view word);

}  // namespace kitbag
