#pragma once
// Sends the pictures that wait to the county and brings those that are wanted here, a piece in each request. Like the engine that
// owns it, it has no input or output of its own. It asks the county first how much it has, so that what was cut off goes on where
// it was, and after a request without an answer its pieces are smaller. It never decides when: changes go first (sync_engine.h).

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/photo_store.h"
#include "sync/protocol/limits.h"

namespace kitbag {

struct PictureAsk {
    std::string method;
    std::string path;
    std::string body;  // Bare bytes of a picture, or "".
};

// In bytes: of all that goes, or of the one picture that comes.
struct PictureProgress {
    bool receiving = false;
    std::int64_t done = 0;
    std::int64_t total = 0;
    bool is_long = false;  // More than a piece.
};

class PictureExchange {
  public:
    explicit PictureExchange(Database& database) : store_(database) {}

    void begin();  // A sync begins: what was passed over in the last one is tried again.

    // The pictures that somebody looks at; those that are not here are brought, before any is sent. In the place of those wanted before.
    void want(std::vector<std::string> contents) { wanted_ = std::move(contents); }
    Result<bool> any_wanted() const;
    // Nothing is wanted any more, and what was coming does not go on: the county gives this tablet nothing.
    void only_send();

    // What to ask the county now; nothing when nothing more can go or come. Asked twice without an answer it asks the same.
    Result<std::optional<PictureAsk>> next();

    // What it answered. A Fault ends the sync; a picture that the county does not take or have is passed over until the next.
    Result<void> take(int status, std::string_view body);
    void no_answer();

    PictureProgress progress() const;
    int sent() const { return sent_; }        // In this sync.
    int fetched() const { return fetched_; }  // As well.
    // Why the county did not take a picture, of the last such in this sync.
    const std::optional<Fault>& refusal() const { return refusal_; }

  private:
    struct Current {
        std::string content;
        bool receiving = false;
        bool received_before = false;  // Only asked about: it has a receipt.
        bool asked = false;            // How much of it the county has.
        std::int64_t have = 0;
        std::int64_t size = 0;
        std::string bytes = {};       // All of it, or what came so far.
        PictureReceipt receipt = {};  // Of one that comes.
        int setbacks = 0;
    };

    Result<void> choose();
    Result<bool> choose_wanted();
    Result<void> choose_received();
    Result<void> choose_waiting();
    Result<void> refused(int status, std::string_view body);
    Result<void> take_status(std::string_view body);
    Result<void> take_progress(std::string_view body);
    Result<void> take_piece(std::string_view body);
    Result<void> received(const PictureReceipt& receipt);
    void pass_over();

    PhotoStore store_;
    std::vector<std::string> wanted_;
    std::set<std::string, std::less<>> passed_over_;
    std::optional<Current> current_;
    std::optional<Current> interrupted_;  // By the question whether the county still has what it received last.
    std::size_t piece_ = picture_piece_bytes_max;
    std::int64_t left_ = 0;        // To be sent when the current one was begun,
    std::int64_t sent_bytes_ = 0;  // and sent before it.
    bool takes_pictures_ = true;   // A county of an older program does not.
    bool only_send_ = false;       // This tablet is to be erased.
    bool ask_again_ = true;        // Whether the county still has what it received last.
    int sent_ = 0;
    int fetched_ = 0;
    std::optional<Fault> refusal_;
};

}  // namespace kitbag
