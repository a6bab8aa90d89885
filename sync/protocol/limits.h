#pragma once
// What either side of the protocol may send. Named here once, checked on both sides.

#include <cstddef>

namespace kitbag {

inline constexpr int protocol_version = 1;
inline constexpr std::size_t push_changes_max = 500;
inline constexpr std::size_t push_bytes_max = 1024 * 1024;
inline constexpr int pull_changes_max = 500;
inline constexpr std::size_t pull_bytes_max = 4 * 1024 * 1024;  // A page ends with the change that passes it.
inline constexpr std::size_t enrol_bytes_max = 8 * 1024;
inline constexpr std::size_t response_bytes_max = 32 * 1024 * 1024;  // What a tablet is ready to read.

// Of a picture, in one request. The largest picture is photo_bytes_max of core/storage/photo_store.h.
inline constexpr std::size_t picture_piece_bytes_max = 256 * 1024;
inline constexpr std::size_t picture_piece_bytes_min = 16 * 1024;  // But for the last piece.
inline constexpr int pictures_of_visit_max = 300;                  // That the county keeps.

inline constexpr std::size_t person_name_characters_max = 100;
inline constexpr std::size_t device_name_characters_max = 100;
inline constexpr std::size_t enrolment_code_characters_max = 40;
inline constexpr std::size_t earlier_devices_max = 100;  // That a tablet names when it is enrolled again.

// Of one change. The long texts of core/visits fit, with their base stamps.
inline constexpr std::size_t change_fields_max = 50;
inline constexpr std::size_t change_bases_max = 100;
inline constexpr std::size_t entity_id_characters_max = 100;

}  // namespace kitbag
