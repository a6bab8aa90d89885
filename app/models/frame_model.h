#pragma once
// What every screen after unlocking shows around its own content: the sync bar, the news and the alarms.

#include <string>

#include "app/route.h"

namespace kitbag {

// Of a work that takes its time.
struct ProgressModel {
    std::string label;    // "Sending what was written on this tablet"; "" for no such work.
    std::string value;    // "500 of 2300 changes sent"
    float fraction = -1;  // 0 to 1; below 0 when nobody knows how far.
    bool stopping = false;
};

struct SyncBarModel {
    std::string line;        // "3 changes on this tablet wait to be sent"
    std::string clock;       // "This tablet’s clock is 2 hours ahead"; "" when it is right.
    bool busy = false;       // Something is on its way now.
    bool attention = false;  // Something was refused; the line says so.
    int unsent = 0;          // Changes and pictures that no receipt answers yet.
    ProgressModel progress;
};

struct BannerModel {
    std::string text;       // "" for no banner.
    std::string link_text;  // What to press to see it, or "".
    Route link;
    bool warns = false;  // Not all of it is good news.
};

struct FrameModel {
    SyncBarModel sync;
    BannerModel banner;
    std::string toast;     // What was done a moment ago; "" for nothing. It goes by itself.
    std::string alarm;     // What must be acted on now: the tablet cannot save. "" when all is well.
    bool unsaved = false;  // With it: there are texts that can be saved to a file meanwhile.
    bool damaged = false;  // With it: what can be read of the store can be recovered, once it is locked.
    std::string
        storage_notice;  // That the browser may clear what is stored here, or that room is short; "" for neither.
};

}  // namespace kitbag
