#pragma once
// How much room the browser gives Kitbag, and from when on that is said. It measures nothing itself.

#include <cstdint>
#include <string>

namespace kitbag {

// Bytes, as the browser tells them: an estimate.
struct StorageRoom {
    std::int64_t used = 0;
    std::int64_t allowed = 0;  // 0: it has not told.
};

enum class RoomLevel {
    plenty,
    less,    // From 70 % on: said where sending is told.
    little,  // From 85 % on: said where a day begins.
    none     // From 95 % on: said everywhere.
};

RoomLevel level_of(const StorageRoom& room);

// "Kitbag and its photographs use 12 MB of the 2,100 MB that this browser gives them."; "" where it has not told.
std::string room_line(const StorageRoom& room);

}  // namespace kitbag
