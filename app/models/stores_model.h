#pragma once
// What is shown of the several stores of a tablet before one is open: whose they are, what is wrong with one, and a backup that is
// being put back.

#include <string>
#include <vector>

namespace kitbag {

struct AdviserRow {
    int number = 0;  // Of the store.
    std::string name;
    std::string detail;  // That it was put back from a backup, or "".
};

struct SetAsideRow {
    int number = 0;
    std::string title;    // "Ada Marsh, set aside 23 November 2026"
    std::string saved;    // When it was saved as a file, as a sentence; "" before it was: it cannot be removed then.
    bool asking = false;  // Whether it shall be removed.
    std::string save_spoken;
    std::string again_spoken;
    std::string remove_spoken;
};

// That the county had one erased.
struct ErasedRow {
    int number = 0;
    std::string text;
    bool may_close = false;  // The county has been told.
};

struct RestoreModel {
    std::string about;     // What the chosen file is; "" before there is one that can be put back.
    std::string progress;  // "" when waiting for the person.
    std::string failure;
    std::string passphrase_error;
};

struct StoresModel {
    std::vector<AdviserRow> advisers;
    int chosen = 0;
    bool damaged = false;      // The chosen one cannot be read,
    bool partly = false;       // or only a part of it cannot,
    bool recoverable = false;  // and it can be looked for what is readable.
    bool any = false;          // There is a store to go back to.
    bool room = true;          // For one more.
    std::vector<SetAsideRow> set_aside;
    std::vector<ErasedRow> erased;
    std::string failure;
    RestoreModel restore;
};

}  // namespace kitbag
