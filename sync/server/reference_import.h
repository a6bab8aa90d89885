#pragma once
// Loads what the county gives its tablets to work with: the register of schools, the framework packs, the calendar of half
// terms and the visit templates. What cannot be read changes nothing: the tablets keep what they had.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/centres_import.h"
#include "core/schools/register_changes.h"
#include "core/schools/school.h"
#include "core/storage/county_settings.h"
#include "core/storage/database.h"
#include "core/storage/framework_store.h"
#include "core/storage/visit_templates_store.h"

namespace kitbag {

inline constexpr std::size_t framework_files_max = 100;

struct Reference {
    std::string version;  // A hash of the rest, so that the same content is the same version on every server.
    std::vector<School> schools;
    std::vector<StoredPack> packs;
    std::string half_terms;                        // The calendar's JSON; "" when none is loaded.
    std::vector<StoredTemplates> visit_templates;  // In the order they were loaded: the last are in use.
    CountySettings settings;
};

struct Imported {
    std::size_t schools = 0;
    std::size_t packs = 0;
    bool changed = false;                               // False when the county had all of it already.
    std::vector<RegisterChange> register_changes = {};  // Of a register only.
};

enum class Import {
    take_over,
    only_look,  // What it would change is told, and nothing is changed.
};

// Reads a GIAS extract and puts its schools in the place of those before. Codes "no_file" and those of read_gias_extract.
Result<Imported> import_register(Database& database, const std::filesystem::path& file, std::string_view authority,
                                 Import import = Import::take_over);

// Reads Ofsted's list of childcare providers and puts its settings in the place of those before; inspections that only an earlier
// list told of stay. `county` is the authority's name in the list. Codes "no_file" and those of read_childcare_providers.
Result<Imported> import_early_years(Database& database, const std::filesystem::path& file, std::string_view county,
                                    Import import = Import::take_over);

// Reads the Department's file of children's centres and puts them in the place of those before. Codes "no_file" and those of
// read_childrens_centres.
Result<Imported> import_centres(Database& database, const std::filesystem::path& file,
                                const CentresAuthority& authority, Import import = Import::take_over);

// Adds what Ofsted's file of school inspections says of the schools that the register has. Codes "no_file" and those of
// read_school_inspections.
Result<Imported> import_inspections(Database& database, const std::filesystem::path& file, std::string_view county,
                                    Import import = Import::take_over);

// Adds every pack (*.json) in the folder that the county does not have. One bad pack refuses all. Codes "no_file",
// "no_frameworks", "changed_pack" for other criteria under an id and version that are there already, and those of
// read_framework; the sentence begins with the file's name.
Result<Imported> import_frameworks(Database& database, const std::filesystem::path& folder);

// Puts the calendar in the place of the one before. Codes "no_file", "too_large" and "bad_half_terms"; the sentence names
// the file.
Result<Imported> import_half_terms(Database& database, const std::filesystem::path& file);

// Puts the visit templates after those before: new visits go by them, and earlier ones keep what they were begun with.
// Codes "no_file", "too_large", "changed_templates" for others under a version that is there already, and
// "bad_visit_templates"; the sentence names the file. A version that is there already, saying the same, changes nothing.
Result<Imported> import_visit_templates(Database& database, const std::filesystem::path& file);

// Puts the county's teaching school alliances in the place of those before. Codes "no_file", "too_large" and those of read_alliances.
Result<Imported> import_alliances(Database& database, const std::filesystem::path& file);

// The text of a file that read_inspection_rule() reads; its codes, and those of a file that cannot be read.
Result<std::string> read_inspection_rule_file(const std::filesystem::path& file);

// Puts what the county decides for its tablets in the place of what it decided before.
Result<Imported> change_settings(Database& database, const CountySettings& settings);

// All there is now.
Result<Reference> read_reference(Database& database);

}  // namespace kitbag
