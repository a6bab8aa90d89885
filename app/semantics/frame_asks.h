#pragma once
// What a frame asks of the page besides showing its meanings. It asks for nothing that the page could refuse.

#include <string>

#include "app/semantics/node.h"

namespace kitbag {

struct FrameAsks {
    NodeId focus = 0;   // Put the keyboard's focus here, once.
    std::string title;  // The window's title.
};

}  // namespace kitbag
