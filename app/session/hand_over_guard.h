#pragma once
// What a tablet in the head's hands will do, and nothing else: the one list that keeps everything but the record handed over
// out of reach. Sync goes on by itself; what it brings is not shown until the adviser has the tablet back.

#include "app/commands.h"

namespace kitbag {

// `visit` is the one whose record was handed over.
bool allowed_in_heads_hands(const Command& command, const Id& visit);

}  // namespace kitbag
