#include "core/schools/inspection_columns.h"

#include <algorithm>
#include <tuple>

#include "core/base/text.h"

namespace kitbag {
namespace {

// In small letters. "9" stands for "does not apply" in some of the older files.
constexpr std::array<std::string_view, 26> grade_words = {"1",
                                                          "2",
                                                          "3",
                                                          "4",
                                                          "9",
                                                          "-",
                                                          "yes",
                                                          "no",
                                                          "met",
                                                          "not met",
                                                          "not met (with actions)",
                                                          "not met (enforcement)",
                                                          "exceptional",
                                                          "strong standard",
                                                          "expected standard",
                                                          "needs attention",
                                                          "urgent improvement",
                                                          "not applicable",
                                                          "null",
                                                          "school remains good",
                                                          "school remains outstanding",
                                                          "sm",
                                                          "swk",
                                                          "special measures",
                                                          "serious weaknesses",
                                                          "requires significant improvement"};
constexpr std::string_view ungraded_outcome = "school remains";

bool says_nothing(std::string_view small) {
    return small.empty() || small == "-" || small == "9" || small == "null" || small == "not applicable";
}

// "" where the file says nothing.
Result<std::string> read_grade(const CsvTable& row, std::string_view column, InspectionKind kind) {
    Result<std::string> text = row.text(column);
    if (!text) return text;
    const std::string small = in_small_letters(*text);
    if (says_nothing(small)) return std::string();
    const bool outcome = kind == InspectionKind::ungraded && small.starts_with(ungraded_outcome);
    if (outcome || std::ranges::contains(grade_words, small)) return text;
    return row.bad(column, "“" + *text + "” is no grade of any of Ofsted’s frameworks.");
}

}  // namespace

std::optional<Date> read_day(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    std::string iso(text);
    if ((text[2] == '/' && text[5] == '/') || (text[2] == '-' && text[5] == '-')) {
        iso = std::string(text.substr(6)) + "-" + std::string(text.substr(3, 2)) + "-" + std::string(text.substr(0, 2));
    }
    const Result<Date> date = parse_date(iso);
    return date ? std::optional(*date) : std::nullopt;
}

std::optional<std::string_view> first_there(const CsvTable& table, const ColumnNames& names) {
    const auto found =
        std::ranges::find_if(names, [&](std::string_view name) { return !name.empty() && table.has(name); });
    return found == names.end() ? std::nullopt : std::optional(*found);
}

Result<std::optional<Inspection>> read_inspection(const CsvTable& row, const InspectionColumns& columns) {
    const auto date_column = first_there(row, columns.date);
    if (!date_column || says_nothing(in_small_letters(row.bytes(*date_column)))) return std::nullopt;
    const std::optional<Date> date = read_day(row.bytes(*date_column));
    if (!date)
        return row.bad(*date_column,
                       "“" + std::string(row.bytes(*date_column)) + "” is not a date such as 20/07/2005.");
    Inspection read{.number = "", .date = *date, .kind = columns.kind, .overall = "", .grades = {}};
    if (const auto number = first_there(row, columns.number)) {
        Result<std::string> text = row.text(*number);
        if (!text) return std::unexpected(text.error());
        read.number = *std::move(text);
    }
    if (const auto overall = first_there(row, columns.overall)) {
        Result<std::string> grade = read_grade(row, *overall, columns.kind);
        if (!grade) return std::unexpected(grade.error());
        read.overall = *std::move(grade);
    }
    for (const GradeColumn& each : columns.grades) {
        const auto column = first_there(row, each.names);
        if (!column) continue;
        Result<std::string> grade = read_grade(row, *column, columns.kind);
        if (!grade) return std::unexpected(grade.error());
        if (!grade->empty()) read.grades.push_back({std::string(each.area), *std::move(grade)});
    }
    return read;
}

std::vector<Inspection> merge_inspections(std::span<const Inspection> before, std::span<const Inspection> after) {
    std::vector<Inspection> all(after.begin(), after.end());
    const auto same = [](const Inspection& one, const Inspection& other) {
        return one.kind == other.kind && one.date == other.date;
    };
    for (const Inspection& old : before) {
        if (std::ranges::none_of(all, [&](const Inspection& one) { return same(one, old); })) all.push_back(old);
    }
    std::ranges::stable_sort(all, [](const Inspection& one, const Inspection& other) {
        return std::tie(other.date, one.kind) < std::tie(one.date, other.kind);
    });
    return all;
}

}  // namespace kitbag
