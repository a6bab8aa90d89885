#pragma once
// What "Sending and receiving" shows of the files that go between this tablet and the office where there is no network.

#include <string>

namespace kitbag {

struct OfficeFilesModel {
    bool possible = false;  // The county has a recovery key, to which such a file is sealed.
    std::string last_made;  // When, or that there was none.
    std::string made;       // What is in the one that was made now, or "".
    std::string read;       // What came of the answer that was read now, or "".
    std::string failure;    // Why neither was done, or "".
    bool making = false;    // It was asked for and comes in a moment.
    bool reading = false;
};

}  // namespace kitbag
