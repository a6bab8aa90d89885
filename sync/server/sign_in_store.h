#pragma once
// What the county has settled about signing in with its own accounts: which provider, which roles, and who is whom. The provider's secret
// lies here as it is, because it is needed as it is.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/schools/role.h"
#include "core/storage/database.h"
#include "sync/server/identity_provider.h"

namespace kitbag {

inline constexpr std::size_t sign_in_roles_max = 200;

// Nothing while the county has none.
Result<std::optional<IdentityProvider>> read_provider(Database& database);
// In the place of the one before; sign-ins that were under way with that one are over.
Result<void> store_provider(Database& database, const IdentityProvider& provider);
// Who signed in before stays known. False when there was none.
Result<bool> forget_provider(Database& database);

struct RoleOfValue {
    std::string value;
    StaffRole role = StaffRole::adviser;
};

// In the order in which they were given.
Result<std::vector<RoleOfValue>> read_role_map(Database& database);
// A value that has a role already keeps its place. Code "too_many_roles".
Result<void> map_role(Database& database, std::string_view value, StaffRole role);
// False when it had none.
Result<bool> unmap_role(Database& database, std::string_view value);

// By the first line of the map whose value the person has.
std::optional<StaffRole> role_of(const std::vector<RoleOfValue>& map, const std::vector<std::string>& values);

// The adviser that this person is in this role: the same for ever, made at the first sign-in under the name that the provider says. An
// adviser who was enrolled by the office's codes under that name and role is this person, and so is one who signed in at a provider that the
// county had before. Codes "no_name", "same_name" when that adviser is somebody else who signs in.
Result<Id> adviser_of(Database& database, std::string_view issuer, const Identity& person, StaffRole role, Instant now,
                      Random& random);

// Codes that this person was given and has not used open nothing from now on.
Result<void> withdraw_codes(Database& database, std::string_view issuer, std::string_view subject, Instant now);

}  // namespace kitbag
