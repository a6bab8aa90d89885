#pragma once
// Takes the parts of an answer, one after another, into the tablet's store. It runs in a transaction of whoever opened the file, and
// relies on that to undo what it did before a Fault.

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/storage/device_store.h"
#include "core/storage/photo_store.h"
#include "sync/bundle/bundle_messages.h"
#include "sync/bundle/carried_file.h"
#include "sync/bundle/tablet_bundle.h"
#include "sync/change_log/change_log.h"

namespace kitbag {

class AnswerReading {
  public:
    // `made_at`: when the office made it, for a county that does not say its time.
    AnswerReading(Database& database, ChangeLog& change_log, Instant made_at)
        : database_(database), change_log_(change_log), device_(database), photos_(database), then_(made_at) {}

    Result<void> take(const Part& part);
    Result<AnswerTaken> finish();

  private:
    Result<void> begin(const std::string& body);
    Result<void> take_reference(const std::string& body);
    Result<void> take_push(const std::string& body);
    Result<void> take_pull(const std::string& body);
    Result<void> take_picture(const std::string& body);
    Result<void> start_again();

    Database& database_;
    ChangeLog& change_log_;
    DeviceStore device_;
    PhotoStore photos_;
    Instant then_;
    std::optional<AboutAnswer> about_;
    bool any_news_ = false;    // It said something that this tablet did not know.
    bool read_before_ = true;  // Each page was, so far; of no meaning before the first.
    bool any_page_ = false;
    AnswerTaken taken_;
};

}  // namespace kitbag
