#pragma once
// Makes a tablet the county's: asks for a device and token with the one-time code, makes the key, opens the store and
// keeps there who this tablet is. What fails before the county answered changes nothing; what fails afterwards (a full
// tablet, say) is finished by pressing the button again, because the county's answer is kept and the code is used up.

#include <memory>
#include <optional>
#include <string>

#include "app/commands.h"
#include "app/models/set_up_model.h"
#include "app/platform/platform.h"
#include "app/session/open_store.h"
#include "core/storage/key_ring.h"
#include "sync/protocol/messages.h"

namespace kitbag {

class SetUp {
  public:
    // `pool`: the files that the key and the store will be in.
    SetUp(Platform& platform, FilePool& pool, KeyRing& keys) : platform_(platform), pool_(pool), keys_(keys) {}

    // In another store: nothing of what was begun before counts.
    void begin_anew();

    // The tablet has a key and a store already, but the county's answer never reached it: only name and code are asked.
    void take_store(std::unique_ptr<OpenStore> store);

    void run(const SetUpTablet& command);
    bool on_http(RequestId id, const WebAnswer& answer);  // False when the answer is to somebody else's request.
    void on_turn();                                       // Timer::wait rang: the slow part may be done now.

    // The store of a tablet that is enrolled now. Once.
    std::unique_ptr<OpenStore> take_result() { return std::move(result_); }

    const SetUpModel& model() const { return model_; }

  private:
    bool check(const SetUpTablet& command);
    void explain(const Fault& refusal);
    Result<void> finish();

    Platform& platform_;
    FilePool& pool_;
    KeyRing& keys_;
    SetUpModel model_;
    std::optional<RequestId> sent_;
    SecretText passphrase_;
    std::optional<EnrolReply> reply_;
    std::unique_ptr<OpenStore> store_;
    std::unique_ptr<OpenStore> result_;
};

}  // namespace kitbag
