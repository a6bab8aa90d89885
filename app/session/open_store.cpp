#include "app/session/open_store.h"

#include <algorithm>

#include "app/text/phrases.h"
#include "app/text/words.h"
#include "core/base/check.h"
#include "core/criteria/framework_json.h"
#include "core/criteria/in_use.h"
#include "core/storage/migrations.h"
#include "core/storage/settings.h"

namespace kitbag {
namespace {

constexpr Instant first_look_ms =
    100;  // For damage, when the store is opened; all of it is looked at in idle time (upkeep.h).

constexpr std::string_view read_at = "reference.read_at_schema";

// A newer program keeps more of what the county sends than the one before did, so it asks for all of it once.
Result<void> ask_again_after_update(Database& database, int schema) {
    Settings settings(database);
    const auto before = settings.get(read_at);
    if (!before) return std::unexpected(before.error());
    if (*before == std::to_string(schema)) return {};
    auto transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    if (const auto forgotten = DeviceStore(database).set_reference_version(""); !forgotten) return forgotten;
    if (const auto noted = settings.set(read_at, std::to_string(schema)); !noted) return noted;
    return transaction->commit();
}

}  // namespace

OpenStore::OpenStore(Platform& platform, const DatabaseKey& key, std::unique_ptr<PoolVfs> vfs,
                     std::unique_ptr<Database> database)
    : platform_(platform),
      key_(key),
      vfs_(std::move(vfs)),
      database_(std::move(database)),
      device_(*database_),
      drafts_(*database_),
      packs_(*database_),
      schools_(*database_, SchoolNames::local),
      visits_(*database_),
      ratings_(*database_),
      people_(*database_),
      visit_words_(*database_) {}

Result<std::unique_ptr<OpenStore>> OpenStore::open(Platform& platform, FilePool& pool, const DatabaseKey& key) {
    auto vfs = PoolVfs::create(pool, platform.clock(), platform.random());
    if (!vfs) return std::unexpected(vfs.error());
    auto database = Database::open({.file_name = pool_database_name, .vfs_name = pool_vfs_name, .key = key});
    if (!database) return std::unexpected(database.error());
    const auto reached = migrate(**database);
    if (!reached) return std::unexpected(reached.error());
    if (const auto asked = ask_again_after_update(**database, *reached); !asked) return std::unexpected(asked.error());
    if (const auto encrypted = assert_encrypted(pool); !encrypted) return std::unexpected(encrypted.error());

    const Instant began = platform.clock().now();
    const auto look_on = [&] { return platform.clock().now() - began < first_look_ms; };
    if (const auto whole = (*database)->check_quickly(look_on); !whole) return std::unexpected(whole.error());

    std::unique_ptr<OpenStore> store(new OpenStore(platform, key, std::move(*vfs), std::move(*database)));
    auto enrolment = store->device_.enrolment();
    if (!enrolment) return std::unexpected(enrolment.error());
    store->enrolment_ = std::move(*enrolment);
    if (store->enrolment_) {
        if (const auto begun = store->begin_log(); !begun) return std::unexpected(begun.error());
    }
    return store;
}

Result<void> OpenStore::enrol(const Enrolment& enrolment) {
    if (const auto saved = device_.save(enrolment); !saved) return saved;
    enrolment_ = enrolment;
    if (!log_) return begin_log();
    log_->go_on_as(enrolment.device);
    engine_->use_token(enrolment.token);
    return {};
}

Result<void> OpenStore::begin_log() {
    CHECK(enrolment_.has_value());
    auto log =
        ChangeLog::open(*database_, enrolment_->device, enrolment_->adviser.id, platform_.clock(), platform_.random());
    if (!log) return std::unexpected(log.error());
    log_ = std::make_unique<ChangeLog>(std::move(*log));
    engine_ = std::make_unique<SyncEngine>(*database_, *log_, platform_.clock(), enrolment_->token);
    return {};
}

const OpenStore::Frameworks& OpenStore::frameworks() {
    if (!frameworks_) {
        frameworks_.emplace();
        for (const StoredPack& pack : packs_.all().value_or(std::vector<StoredPack>{})) {
            // The county validated the pack before it sent it; one that only a newer program can read is passed over.
            if (auto read = read_framework(pack.text)) {
                auto key = std::pair(read->id, read->version);
                frameworks_->emplace(std::move(key), std::move(*read));
            }
        }
    }
    return *frameworks_;
}

const std::vector<HalfTerm>& OpenStore::half_terms() {
    if (!half_terms_) half_terms_ = CalendarStore(*database_).half_terms().value_or(std::vector<HalfTerm>{});
    return *half_terms_;
}

Date OpenStore::today() const {
    return date_of(phrases::wall_clock(platform_.clock().now()));
}

// Of those that this program can read, like the criteria.
const std::vector<VisitTemplates>& OpenStore::all_templates() {
    if (!templates_) {
        templates_.emplace();
        for (const StoredTemplates& stored :
             VisitTemplatesStore(*database_).all().value_or(std::vector<StoredTemplates>{})) {
            if (auto read = read_visit_templates(stored.text)) templates_->push_back(*std::move(read));
        }
        if (templates_->empty()) {
            VisitTemplate only;
            only.kind = keeping_in_touch;
            only.title = words::school::keeping_in_touch;
            templates_->emplace_back().templates.push_back(std::move(only));
        }
    }
    return *templates_;
}

const VisitTemplates& OpenStore::templates() {
    return all_templates().back();
}

const VisitTemplates& OpenStore::templates(std::string_view version) {
    const auto& all = all_templates();
    const auto found = std::ranges::find(all, version, &VisitTemplates::version);
    return found == all.end() ? all.back() : *found;
}

const Framework* OpenStore::framework(std::string_view id, std::string_view version) {
    const auto found = frameworks().find({std::string(id), std::string(version)});
    return found == frameworks().end() ? nullptr : &found->second;
}

const Framework* OpenStore::framework_for(std::string_view variant) {
    std::vector<const Framework*> all;
    for (const auto& [key, framework] : frameworks()) all.push_back(&framework);
    return framework_in_use(all, variant, today());
}

}  // namespace kitbag
