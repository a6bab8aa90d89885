#include "sync/server/reference_import.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>

#include "core/criteria/framework_json.h"
#include "core/schools/alliances_import.h"
#include "core/schools/half_terms.h"
#include "core/schools/inspection_columns.h"
#include "core/schools/inspection_rule.h"
#include "core/schools/inspections_import.h"
#include "core/schools/register_import.h"
#include "core/schools/school_json.h"
#include "core/schools/settings_import.h"
#include "core/storage/calendar_store.h"
#include "core/storage/device_store.h"
#include "core/storage/reference.h"
#include "core/storage/school_store.h"
#include "core/visits/visit_template.h"
#include "sync/server/secret.h"

namespace kitbag {
namespace {

constexpr int schools_max = 100'000;

Result<std::string> read_whole_file(const std::filesystem::path& file, std::size_t bytes_max) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error)
        return fault("no_file",
                     "The file " + file.string() + " cannot be read (" + error.message() + "). Check its name.");
    if (size > bytes_max)
        return fault("too_large", "The file " + file.string() + " is far too large to be what is wanted.");
    std::ifstream stream(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) return fault("no_file", "The file " + file.string() + " cannot be read. Check who may read it.");
    return content;
}

std::string version_of(const Reference& reference) {
    std::vector<School> schools = reference.schools;
    std::ranges::sort(schools, {}, &School::urn);
    std::string all;
    for (const School& school : schools) all += to_text(to_json(school)) + "\n";
    for (const StoredPack& pack : reference.packs)
        all += pack.id + "\n" + pack.version + "\n" + secret_hash(pack.text) + "\n";
    if (!reference.half_terms.empty()) all += secret_hash(reference.half_terms) + "\n";
    for (const StoredTemplates& each : reference.visit_templates)
        all += "visit templates " + each.version + "\n" + secret_hash(each.text) + "\n";
    if (!reference.settings.recovery_key.empty()) all += "recovery key " + reference.settings.recovery_key + "\n";
    if (!reference.settings.inspection_rule.empty())
        all += "inspection rule " + secret_hash(reference.settings.inspection_rule) + "\n";
    if (!reference.settings.alliances.empty()) all += "alliances " + secret_hash(reference.settings.alliances) + "\n";
    const CountySettings usual{.recovery_key = reference.settings.recovery_key,
                               .inspection_rule = reference.settings.inspection_rule,
                               .alliances = reference.settings.alliances};
    if (reference.settings != usual) {
        all += "lock " + std::to_string(reference.settings.lock_after_minutes) + " " +
               std::to_string(reference.settings.lock_hidden_after_minutes) + "\n";
    }
    return secret_hash(all).substr(0, 32);
}

Result<StoredPack> read_pack(const std::filesystem::path& file) {
    Result<std::string> text = read_whole_file(file, framework_bytes_max);
    if (!text) return std::unexpected(text.error());
    const Result<Framework> framework = read_framework(*text);
    if (!framework) return fault(framework.error().code, file.filename().string() + ": " + framework.error().sentence);
    return StoredPack{framework->id, framework->version, std::move(*text)};
}

// Laid out otherwise it is still the same pack.
bool says_the_same(const StoredPack& one, const StoredPack& other) {
    const Result<Framework> first = read_framework(one.text);
    const Result<Framework> second = read_framework(other.text);
    return first && second && *first == *second;
}

// Visits and ratings name the version that they were made with, and what that says must not change under them.
std::unexpected<Fault> changed_pack(const std::filesystem::path& file, const StoredPack& pack) {
    return fault("changed_pack", file.filename().string() + ": version: the county has another text of “" + pack.id +
                                     "” under version “" + pack.version +
                                     "”, and what was judged by it must keep it. Give the changed pack a new version.");
}

Result<std::vector<std::filesystem::path>> pack_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator walk(folder, error), end; !error && walk != end; walk.increment(error)) {
        if (walk->path().extension() == ".json") files.push_back(walk->path());
    }
    if (error) {
        return fault("no_file", "The folder " + folder.string() + " cannot be read (" + error.message() +
                                    "). Check --frameworks.");
    }
    if (files.empty() || files.size() > framework_files_max) {
        return fault("no_frameworks", "The folder " + folder.string() + " must hold 1 to " +
                                          std::to_string(framework_files_max) +
                                          " framework packs (*.json). Check --frameworks.");
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace

Result<Reference> read_reference(Database& database) {
    Result<std::string> version = DeviceStore(database).reference_version();
    if (!version) return std::unexpected(version.error());
    Result<std::vector<School>> schools = SchoolStore(database).search("", schools_max);
    if (!schools) return std::unexpected(schools.error());
    Result<std::vector<StoredPack>> packs = FrameworkStore(database).all();
    if (!packs) return std::unexpected(packs.error());
    Result<std::string> half_terms = CalendarStore(database).text();
    if (!half_terms) return std::unexpected(half_terms.error());
    Result<std::vector<StoredTemplates>> templates = VisitTemplatesStore(database).all();
    if (!templates) return std::unexpected(templates.error());
    Result<CountySettings> settings = read_county_settings(database);
    if (!settings) return std::unexpected(settings.error());
    return Reference{std::move(*version),    std::move(*schools),   std::move(*packs),
                     std::move(*half_terms), std::move(*templates), std::move(*settings)};
}

namespace {

Result<Imported> take_over(Database& database, Reference reference) {
    const std::string before = std::move(reference.version);
    std::ranges::sort(reference.packs, {}, [](const StoredPack& pack) { return std::pair(pack.id, pack.version); });
    reference.version = version_of(reference);
    const Imported imported{reference.schools.size(), reference.packs.size(), reference.version != before};
    if (!imported.changed) return imported;
    const Result<void> replaced =
        replace_reference(database, reference.version, reference.schools, reference.packs, reference.half_terms,
                          reference.visit_templates, reference.settings);
    if (!replaced) return std::unexpected(replaced.error());
    return imported;
}

// Reading it, changing it and writing it back are one transaction: servers that are started at once each load what they are
// given, and none may take away what another has just loaded.
template <typename Change>
Result<Imported> change_reference(Database& database, Change change) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    Result<Reference> reference = read_reference(database);
    if (!reference) return std::unexpected(reference.error());
    if (const Result<void> changed = change(*reference); !changed) return std::unexpected(changed.error());
    const Result<Imported> imported = take_over(database, *std::move(reference));
    if (!imported) return imported;
    return transaction->commit().transform([&] { return *imported; });
}

}  // namespace

namespace {

using Register = std::vector<School>;

// Whatever file is read, what another told of the same school stays.
void keep_inspections(Register& schools, const Register& before) {
    std::map<std::string_view, const School*> by_urn;
    for (const School& school : before) by_urn.emplace(school.urn, &school);
    for (School& school : schools) {
        if (const auto had = by_urn.find(school.urn); had != by_urn.end())
            school.inspections = merge_inspections(had->second->inspections, school.inspections);
    }
}

// By the file that tells of them.
enum class RegisterPart { schools, providers, centres };

RegisterPart part_of(SchoolKind kind) {
    if (kind == SchoolKind::childrens_centre) return RegisterPart::centres;
    return is_setting(kind) ? RegisterPart::providers : RegisterPart::schools;
}

// One part of a register, and from the one before all that is not of that part.
Register put_together(Register fresh, const Register& before, RegisterPart part) {
    keep_inspections(fresh, before);
    for (const School& school : before) {
        if (part_of(school.kind) != part) fresh.push_back(school);
    }
    return fresh;
}

// `change` makes the new register out of the one that is there.
template <typename Change>
Result<Imported> change_register(Database& database, Import import, Change change_it) {
    const auto change = [&](const Register& before) {
        Register after = change_it(before);
        carry_on_former_urns(before, after);
        return after;
    };
    if (import == Import::only_look) {
        const Result<Reference> reference = read_reference(database);
        if (!reference) return std::unexpected(reference.error());
        const Register after = change(reference->schools);
        std::vector<RegisterChange> changes = register_changes(reference->schools, after);
        const bool any = !changes.empty();
        return Imported{after.size(), reference->packs.size(), any, std::move(changes)};
    }
    std::vector<RegisterChange> changes;
    Result<Imported> imported = change_reference(database, [&](Reference& reference) -> Result<void> {
        Register after = change(reference.schools);
        changes = register_changes(reference.schools, after);
        reference.schools = std::move(after);
        return {};
    });
    if (imported) imported->register_changes = std::move(changes);
    return imported;
}

Result<std::ifstream> open_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file))
        return fault("no_file", "The file " + file.string() + " cannot be read. Check its name, and who may read it.");
    return stream;
}

}  // namespace

Result<Imported> import_register(Database& database, const std::filesystem::path& file, std::string_view authority,
                                 Import import) {
    Result<std::ifstream> stream = open_file(file);
    if (!stream) return std::unexpected(stream.error());
    const Result<Register> schools = read_gias_extract(*stream, authority);
    if (!schools) return std::unexpected(schools.error());
    return change_register(database, import, [&](const Register& before) {
        return put_together(*schools, before, RegisterPart::schools);
    });
}

Result<Imported> import_early_years(Database& database, const std::filesystem::path& file, std::string_view county,
                                    Import import) {
    Result<std::ifstream> stream = open_file(file);
    if (!stream) return std::unexpected(stream.error());
    const Result<Register> settings = read_childcare_providers(*stream, county);
    if (!settings) return std::unexpected(settings.error());
    return change_register(database, import, [&](const Register& before) {
        return put_together(*settings, before, RegisterPart::providers);
    });
}

Result<Imported> import_centres(Database& database, const std::filesystem::path& file,
                                const CentresAuthority& authority, Import import) {
    Result<std::ifstream> stream = open_file(file);
    if (!stream) return std::unexpected(stream.error());
    const Result<Register> centres = read_childrens_centres(*stream, authority);
    if (!centres) return std::unexpected(centres.error());
    return change_register(database, import, [&](const Register& before) {
        return put_together(*centres, before, RegisterPart::centres);
    });
}

Result<Imported> import_inspections(Database& database, const std::filesystem::path& file, std::string_view county,
                                    Import import) {
    Result<std::ifstream> stream = open_file(file);
    if (!stream) return std::unexpected(stream.error());
    const Result<InspectionsByUrn> found = read_school_inspections(*stream, county);
    if (!found) return std::unexpected(found.error());
    return change_register(database, import, [&](Register schools) {
        for (School& school : schools) {
            if (const auto own = found->find(school.urn); own != found->end())
                school.inspections = merge_inspections(school.inspections, own->second);
        }
        return schools;
    });
}

Result<Imported> import_frameworks(Database& database, const std::filesystem::path& folder) {
    const Result<std::vector<std::filesystem::path>> files = pack_files(folder);
    if (!files) return std::unexpected(files.error());
    return change_reference(database, [&](Reference& reference) -> Result<void> {
        for (const std::filesystem::path& file : *files) {
            Result<StoredPack> pack = read_pack(file);
            if (!pack) return std::unexpected(pack.error());
            const auto had = std::ranges::find_if(reference.packs, [&](const StoredPack& other) {
                return other.id == pack->id && other.version == pack->version;
            });
            if (had == reference.packs.end()) {
                reference.packs.push_back(std::move(*pack));
            } else if (!says_the_same(*had, *pack)) {
                return changed_pack(file, *pack);
            }
        }
        return {};
    });
}

Result<Imported> import_half_terms(Database& database, const std::filesystem::path& file) {
    Result<std::string> text = read_whole_file(file, half_terms_bytes_max);
    if (!text) return std::unexpected(text.error());
    if (const auto read = read_half_terms(*text); !read)
        return fault(read.error().code, file.filename().string() + ": " + read.error().sentence);
    return change_reference(database, [&](Reference& reference) -> Result<void> {
        reference.half_terms = std::move(*text);
        return {};
    });
}

Result<Imported> import_visit_templates(Database& database, const std::filesystem::path& file) {
    Result<std::string> text = read_whole_file(file, visit_templates_bytes_max);
    if (!text) return std::unexpected(text.error());
    const Result<VisitTemplates> read = read_visit_templates(*text);
    if (!read) return fault(read.error().code, file.filename().string() + ": " + read.error().sentence);
    return change_reference(database, [&](Reference& reference) -> Result<void> {
        const auto had = std::ranges::find(reference.visit_templates, read->version, &StoredTemplates::version);
        if (had == reference.visit_templates.end()) {
            reference.visit_templates.push_back({read->version, std::move(*text)});
        } else if (read_visit_templates(had->text) != read) {
            return fault("changed_templates",
                         file.filename().string() + ": version: the county has other visit templates under version “" +
                             read->version +
                             "”, and visits begun with them must keep them. Give the changed ones a new version.");
        }
        return {};
    });
}

Result<Imported> import_alliances(Database& database, const std::filesystem::path& file) {
    Result<std::ifstream> stream = open_file(file);
    if (!stream) return std::unexpected(stream.error());
    return change_reference(database, [&](Reference& reference) -> Result<void> {
        const Result<std::vector<Alliance>> alliances = read_alliances(*stream, reference.schools);
        if (!alliances) return std::unexpected(alliances.error());
        std::string text = alliances->empty() ? "" : alliances_text(*alliances);
        if (text.size() > alliances_bytes_max)
            return fault("too_large", "The file " + file.string() + " is far too large to be of one county.");
        reference.settings.alliances = std::move(text);
        return {};
    });
}

Result<std::string> read_inspection_rule_file(const std::filesystem::path& file) {
    Result<std::string> text = read_whole_file(file, inspection_rule_bytes_max);
    if (!text) return text;
    if (const auto read = read_inspection_rule(*text); !read)
        return fault(read.error().code, file.filename().string() + ": " + read.error().sentence);
    return text;
}

Result<Imported> change_settings(Database& database, const CountySettings& settings) {
    return change_reference(database, [&](Reference& reference) -> Result<void> {
        reference.settings = settings;
        return {};
    });
}

}  // namespace kitbag
