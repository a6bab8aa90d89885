#include "core/schools/alliances_import.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "core/base/text.h"
#include "core/schools/csv_table.h"

namespace kitbag {
namespace {

constexpr std::array<std::string_view, 6> columns = {"Alliance", "Area", "Phases", "Part", "URN", "School"};

using ByUrn = std::map<std::string, const School*, std::less<>>;

ByUrn by_urn(std::span<const School> schools) {
    ByUrn found;
    for (const School& school : schools) {
        for (const std::string& urn : urns_of(school)) found.emplace(urn, &school);
    }
    return found;
}

Alliance& named(std::vector<Alliance>& alliances, const std::string& name) {
    const auto had = std::ranges::find(alliances, name, &Alliance::name);
    return had == alliances.end() ? alliances.emplace_back(name) : *had;
}

// What belongs to the alliance, in whichever of its rows it stands.
Result<void> add_fact(const CsvTable& row, std::string_view column, std::string& known) {
    const Result<std::string> text = row.text(column);
    if (!text) return std::unexpected(text.error());
    if (text->empty() || *text == known) return {};
    if (!known.empty()) return row.bad(column, "an earlier row of this alliance says “" + known + "”.");
    known = *text;
    return {};
}

Result<AllianceSchool> read_school(const CsvTable& row, const ByUrn& schools) {
    const std::string part = in_small_letters(row.bytes("Part"));
    if (part != "lead" && part != "member") return row.bad("Part", "it is “lead” or “member”.");
    Result<std::string> name = row.text("School");
    if (!name) return std::unexpected(name.error());
    const std::string urn(row.bytes("URN"));
    if (urn.empty() && name->empty()) return row.bad("School", "it names no school and has no URN.");
    if (urn.empty()) return AllianceSchool{"", *std::move(name), part == "lead"};
    const auto school = schools.find(urn);
    if (school == schools.end())
        return row.bad("URN",
                       "the register has no “" + urn + "”. A school of another county has a name and no URN here.");
    return AllianceSchool{school->second->urn, school->second->name, part == "lead"};
}

Result<void> read_row(const CsvTable& row, const ByUrn& schools, std::vector<Alliance>& alliances) {
    const Result<std::string> name = row.text("Alliance");
    if (!name) return std::unexpected(name.error());
    if (name->empty()) return row.bad("Alliance", "it is empty.");
    Alliance& alliance = named(alliances, *name);
    if (const auto added = add_fact(row, "Area", alliance.area); !added) return added;
    if (const auto added = add_fact(row, "Phases", alliance.phases); !added) return added;
    Result<AllianceSchool> school = read_school(row, schools);
    if (!school) return std::unexpected(school.error());
    const bool twice = std::ranges::any_of(alliance.schools, [&](const AllianceSchool& other) {
        return other.urn == school->urn && other.name == school->name;
    });
    if (twice) return row.bad("School", school->name + " is in this alliance in an earlier row already.");
    alliance.schools.push_back(*std::move(school));
    return {};
}

}  // namespace

Result<std::vector<Alliance>> read_alliances(std::istream& file, std::span<const School> schools) {
    Result<CsvTable> table =
        CsvTable::open(file, columns, "docs/server.md says how a file of teaching school alliances is written.");
    if (!table) return std::unexpected(table.error());
    const ByUrn known = by_urn(schools);
    std::vector<Alliance> alliances;
    Result<bool> more = table->next();
    for (; more && *more; more = table->next()) {
        if (const auto read = read_row(*table, known, alliances); !read) return std::unexpected(read.error());
    }
    if (!more) return std::unexpected(more.error());
    return alliances;
}

}  // namespace kitbag
