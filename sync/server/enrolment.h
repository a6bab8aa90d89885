#pragma once
// How a tablet becomes the county's: someone types a one-time code and gets a token. Which tablets there are, and which
// one a token belongs to. Every function works on the county's database, on its one thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/schools/role.h"
#include "core/storage/database.h"
#include "sync/protocol/messages.h"

namespace kitbag {

inline constexpr int code_days_default = 14;
inline constexpr int code_days_max = 365;

struct Device {
    std::string id;
    Id adviser;
    std::string adviser_name;
    StaffRole role = StaffRole::adviser;
    bool wipe_wanted = false;  // It may only send what it has, and say that it has wiped itself.
};

struct Enrolled {
    Device device;
    std::string token;  // Told once, kept nowhere.
};

// A new code, good for one tablet: of this adviser's where one is named, otherwise of whoever types a name.
// REQUIRES: 1 <= days <= code_days_max.
Result<std::string> make_enrolment_code(Database& database, const Clock& clock, Random& random, StaffRole role,
                                        int days, const std::optional<Id>& adviser = {});

// The adviser of that name and role, made when there is none yet. Code "bad_request" for a name that is none.
Result<Id> adviser_called(Database& database, std::string_view name, StaffRole role, Instant now, Random& random);

// Uses up the code. The same name with the same role is the same adviser: a second tablet, or a tablet in place of a lost
// one. A tablet that is enrolled again says what it was before, and must come out as the same adviser: what waits on it is
// theirs. A county whose records were put back from before it was enrolled takes it at its word. A code that is somebody's enrols
// for them, whatever name is typed.
// Codes: "bad_request" for a name that is none, "wrong_code", "used_code", "expired_code", "other_adviser"; after any of them
// nothing has changed.
Result<Enrolled> enrol(Database& database, const Clock& clock, Random& random, const EnrolRequest& request);

// The tablet that sent "Authorization: Bearer <token>". Nothing when there is none such, or it has been shut out or
// wiped. One that is still to be wiped is found.
Result<std::optional<Device>> find_device(Database& database, std::string_view authorization);

// Every tablet of the adviser's, those that were shut out too: each may bring what was written on another.
Result<std::vector<std::string>> devices_of(Database& database, const Id& adviser);

// Notes that the tablet was heard of; written at most once a minute.
Result<void> note_seen(Database& database, const Device& device, Instant now);

// "" when there is nobody with this id.
Result<std::string> adviser_name(Database& database, const Id& id);

// True while no tablet is enrolled that is still welcome.
Result<bool> has_no_device(Database& database);

}  // namespace kitbag
