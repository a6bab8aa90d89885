#pragma once
// What every screen after unlocking shows around its own content: the sync bar, the news and the alarms.

#include <string>

#include "app/route.h"

namespace kitbag {

struct SyncBarModel {
    std::string line;        // "3 changes on this tablet wait to be sent"
    bool busy = false;       // Something is on its way now.
    bool attention = false;  // Something was refused; the line says so.
};

struct BannerModel {
    std::string text;       // "" for no banner.
    std::string link_text;  // What to press to see it, or "".
    Route link;
};

struct FrameModel {
    SyncBarModel sync;
    BannerModel banner;
    std::string alarm;            // What must be acted on now: the tablet cannot save. "" when all is well.
    bool storage_notice = false;  // Say in one line that the browser may clear what is stored here.
};

}  // namespace kitbag
