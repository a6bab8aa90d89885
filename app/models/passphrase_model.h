#pragma once
// What the form for another passphrase shows.

#include <string>

#include "app/models/set_up_model.h"

namespace kitbag {

struct PassphraseModel {
    bool open = false;
    UnlockModel old;  // What is said at the present passphrase, how long to wait, and what is being done.
    std::string new_error;
    std::string again_error;
    std::string failure;  // Why the tablet could not do it.
};

}  // namespace kitbag
