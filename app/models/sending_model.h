#pragma once
// What "Sending and receiving" shows: what is safe at the county, what waits, what was refused and why.

#include <string>
#include <vector>

#include "app/models/office_files_model.h"

namespace kitbag {

struct ReceivedRow {
    std::string title;    // "Wicken Fen Primary, 23 November 2026"
    std::string receipt;  // "Received by the county, …, receipt R-000017-9f3c"
    std::string visit;
    std::string urn;
    bool can_write = false;  // Opens to be written on, others to be read.
};

struct RefusedRow {
    std::string change;  // Its id, to try it again.
    std::string title;   // What it is about.
    std::string reason;  // The county's sentence.
    std::string try_again_spoken;
    std::string put_aside_spoken;
};

// The way back for a tablet that its county has shut out.
struct EnrolAgainModel {
    bool wanted = false;  // The county does not know this tablet.
    std::string who;      // Whom it stays: "Ada Marsh".
    std::string code_error;
    std::string failure;   // What else was in the way.
    std::string progress;  // What is being done, or "".
};

struct SendingModel {
    std::string last_contact;
    std::string trouble;  // What went wrong the last time, or "".
    std::string clock;    // That this tablet's clock is wrong, which way and by how much; "" when it is right.
    std::string
        storage;       // That the browser may clear what is stored here, and what to do; "" where it promised not to.
    std::string room;  // How much of it is used; "" where the browser does not tell.
    bool room_is_short = false;  // Less than a third is left.
    EnrolAgainModel again;
    bool busy = false;
    std::string
        waiting;  // "3 changes on this tablet wait to be sent", or that nothing waits; "" when only pictures do.
    std::string pictures_waiting;  // "2 photographs on this tablet wait to be sent.", or "".
    std::vector<ReceivedRow> received;
    std::vector<RefusedRow> refused;
    std::vector<RefusedRow> put_aside;  // Of these, too.
    std::string last_backup;            // When, or that there was none.
    bool making_backup = false;         // It was asked for and comes in a moment.
    OfficeFilesModel office;
};

}  // namespace kitbag
