#pragma once
// Makes a tablet that its county has shut out the county's again: asks with a new one-time code, in the name that the tablet was
// set up with, and stores the new device and token in the open store. What waits there stays and is sent as what it is. It is
// refused where it would make the tablet another person's, and then nothing is changed, here or at the county.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/models/sending_model.h"
#include "app/platform/platform.h"
#include "app/session/open_store.h"
#include "sync/protocol/messages.h"

namespace kitbag {

class ReEnrolment {
  public:
    ReEnrolment(Platform& platform, OpenStore& store) : platform_(platform), store_(store) {}

    // Passed over while it asks already. What the county has answered is kept until it is stored, because the code is used up then.
    void run(std::string_view code);
    bool on_http(RequestId id, const WebAnswer& answer);  // False when the answer is to somebody else's request.

    // True once after the tablet is the county's again.
    bool take_done() { return std::exchange(done_, false); }

    const EnrolAgainModel& model() const { return model_; }

  private:
    Result<EnrolRequest> request(std::string_view code) const;
    void explain(const Fault& refusal);
    void finish();

    Platform& platform_;
    OpenStore& store_;
    EnrolAgainModel model_;
    std::optional<RequestId> sent_;
    std::optional<EnrolReply> reply_;
    bool done_ = false;
};

}  // namespace kitbag
