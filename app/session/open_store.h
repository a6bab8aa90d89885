#pragma once
// The tablet's store while it is unlocked: the encrypted database and everything that reads or writes it. Closing the
// app or locking the tablet is letting it go. It decides nothing.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/platform/platform.h"
#include "core/criteria/framework.h"
#include "core/schools/half_terms.h"
#include "core/storage/calendar_store.h"
#include "core/storage/database.h"
#include "core/storage/device_store.h"
#include "core/storage/draft_store.h"
#include "core/storage/framework_store.h"
#include "core/storage/person_store.h"
#include "core/storage/pool_vfs.h"
#include "core/storage/rating_store.h"
#include "core/storage/school_store.h"
#include "core/storage/visit_store.h"
#include "core/storage/visit_templates_store.h"
#include "core/storage/visit_words_store.h"
#include "core/visits/visit_template.h"
#include "sync/change_log/change_log.h"
#include "sync/client/sync_engine.h"

namespace kitbag {

class OpenStore {
  public:
    // Opens or makes the database, brings it up to date and makes sure that it is encrypted.
    static Result<std::unique_ptr<OpenStore>> open(Platform& platform, FilePool& pool, const DatabaseKey& key);

    // Stores who this tablet is. Until then there is no change log: nothing can be written or synced. A tablet that is enrolled
    // already goes on with its log as another device of the same adviser. REQUIRES: no sync runs.
    Result<void> enrol(const Enrolment& enrolment);
    bool enrolled() const { return log_ != nullptr; }

    // To seal it anew for the county.
    const DatabaseKey& key() const { return key_; }

    // REQUIRES of these three: enrolled().
    const Enrolment& enrolment() const { return *enrolment_; }
    ChangeLog& log() { return *log_; }
    SyncEngine& engine() { return *engine_; }

    DeviceStore& device() { return device_; }
    DraftStore& drafts() { return drafts_; }
    SchoolStore& schools() { return schools_; }
    VisitStore& visits() { return visits_; }
    RatingStore& ratings() { return ratings_; }
    PersonStore& people() { return people_; }
    VisitWordsStore& visit_words() { return visit_words_; }
    Database& database() { return *database_; }
    FilePool& pool() { return vfs_->pool(); }

    // Null when the county has not sent it, or sent one that this program cannot read.
    const Framework* framework(std::string_view id, std::string_view version);
    // The framework in use today (see core/criteria/in_use.h) that has this variant, for a visit that starts now; null
    // before any came.
    const Framework* framework_for(std::string_view variant);
    // The county's calendar; empty before it came.
    const std::vector<HalfTerm>& half_terms();
    // The kinds of visit as the county has them now; only Keeping in Touch before it sent any.
    const VisitTemplates& templates();
    // As they were when a visit began; those in use now where this tablet has no such version.
    const VisitTemplates& templates(std::string_view version);
    // The county may have sent others: read them again when next asked.
    void forget_reference() {
        templates_.reset();
        frameworks_.reset();
        half_terms_.reset();
    }

    Date today() const;  // By this tablet's clock, on a calendar in the county.

  private:
    using Frameworks = std::map<std::pair<std::string, std::string>, Framework>;

    OpenStore(Platform& platform, const DatabaseKey& key, std::unique_ptr<PoolVfs> vfs,
              std::unique_ptr<Database> database);
    Result<void> begin_log();
    const Frameworks& frameworks();
    const std::vector<VisitTemplates>& all_templates();

    Platform& platform_;
    DatabaseKey key_;
    std::unique_ptr<PoolVfs> vfs_;  // Goes last: the database works through it.
    std::unique_ptr<Database> database_;
    DeviceStore device_;
    DraftStore drafts_;
    FrameworkStore packs_;
    SchoolStore schools_;
    VisitStore visits_;
    RatingStore ratings_;
    PersonStore people_;
    VisitWordsStore visit_words_;
    std::optional<Enrolment> enrolment_;
    std::unique_ptr<ChangeLog> log_;
    std::unique_ptr<SyncEngine> engine_;
    std::optional<Frameworks> frameworks_;
    std::optional<std::vector<HalfTerm>> half_terms_;
    std::optional<std::vector<VisitTemplates>> templates_;  // In the order they came; never empty once read.
};

}  // namespace kitbag
