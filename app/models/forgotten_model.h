#pragma once
// What the screen about a forgotten passphrase shows. The store is locked: nothing of it is known here.

#include <string>

namespace kitbag {

struct ForgottenModel {
    bool possible = false;  // The tablet's key is sealed to the county's recovery key.
    std::string request;    // Its one line; "" until it is made.
    std::string answer_error;
    std::string passphrase_error;
    std::string again_error;
    std::string failure;   // Why the tablet could not do what was asked.
    std::string progress;  // What is being done now.
};

}  // namespace kitbag
