#pragma once
// The office's list of enrolled tablets, and how one of them is shut out or told to wipe itself. Nothing here reaches a
// tablet: it learns of it by the answer to its next request (county_api.h). No row is ever removed, because changes
// and the audit name their tablet.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"

namespace kitbag {

inline constexpr std::size_t left_behind_max = 10'000;  // Changes kept for one tablet that is to be wiped.

enum class DeviceState {
    in_use,
    shut_out,     // Its token opens nothing.
    wipe_wanted,  // It may send what it has, and must then wipe itself.
    wiped,        // It said so; its token opens nothing.
};

std::string_view to_word(DeviceState state);  // "in_use"

struct DeviceEntry {
    std::string id;
    std::string adviser;  // The id,
    std::string adviser_name;
    std::string role;
    std::string name;  // "Chromium on Linux"
    Instant enrolled = 0;
    Instant last_seen = 0;  // To within a minute.
    DeviceState state = DeviceState::in_use;
};

// In the order of their enrolment.
Result<std::vector<DeviceEntry>> list_devices(Database& database);

// Nothing when there is none with this id.
Result<std::optional<DeviceEntry>> find_entry(Database& database, std::string_view id);

// Shuts a tablet out at once, or asks it to wipe itself. Asking only to shut it out takes back a wipe that it has not done yet.
// A tablet that is wiped stays so. Gives what holds afterwards; code "no_such_tablet".
Result<DeviceEntry> revoke_device(Database& database, std::string_view id, bool wipe, Instant now);

// The tablet says that nothing is left on it. Code "wipe_not_wanted" when nobody asked for that.
Result<void> note_wiped(Database& database, std::string_view id, Instant now);

// Keeps a change that the county has refused. The same text again is passed over. Code "too_much_left" past left_behind_max.
Result<void> keep_left_behind(Database& database, std::string_view device, const Json& change, const Fault& reason,
                              Instant now);

// [{"device", "at", "code", "sentence", "change"}…], oldest first.
Result<Json> read_left_behind(Database& database);

}  // namespace kitbag
