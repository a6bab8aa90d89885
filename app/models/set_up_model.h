#pragma once
// What the set-up and unlock screens show: before them there is no store, so there is little to know.

#include <string>

#include "app/models/frame_model.h"

namespace kitbag {

struct SetUpModel {
    bool has_key = false;   // A set-up that was stopped half-way left a store: its passphrase is known already.
    bool answered = false;  // The county has answered and the code is used up: only this tablet's part is left.
    std::string name_error;
    std::string code_error;
    std::string passphrase_error;
    std::string again_error;
    std::string failure;   // Why the last attempt ended, as a sentence.
    std::string progress;  // What is being done now; "" when waiting for the person.
    std::string
        storage;  // That the browser may clear what is written here, and what to do; "" where it promised not to.
    ProgressModel first_sync;
};

struct UnlockModel {
    std::string notice;   // Why it is locked, where nobody locked it.
    std::string failure;  // "That is not the passphrase of this tablet…"
    std::string wait;     // How long to wait before another try is listened to; "" when now.
    std::string progress;
};

}  // namespace kitbag
