#include "app/session/storage_room.h"

#include "app/text/phrases.h"

namespace kitbag {
namespace {

constexpr std::int64_t megabyte = 1'000'000;

}  // namespace

RoomLevel level_of(const StorageRoom& room) {
    if (room.allowed <= 0) return RoomLevel::plenty;
    const auto share = static_cast<double>(room.used) / static_cast<double>(room.allowed);
    if (share >= 0.95) return RoomLevel::none;
    if (share >= 0.85) return RoomLevel::little;
    if (share >= 0.70) return RoomLevel::less;
    return RoomLevel::plenty;
}

std::string room_line(const StorageRoom& room) {
    if (room.allowed <= 0) return "";
    return phrases::room_used((room.used + megabyte - 1) / megabyte, room.allowed / megabyte);
}

}  // namespace kitbag
