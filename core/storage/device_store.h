#pragma once
// Who this tablet is to its county, and how far it has read there.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/settings.h"

namespace kitbag {

struct Adviser {
    Id id;
    std::string name;
    std::string role;  // "adviser" or "officer".

    bool operator==(const Adviser&) const = default;
};

struct Enrolment {
    std::string device;  // 16 hexadecimal digits, given by the county.
    std::string token;   // 43 characters of base64url; a secret, never shown.
    Adviser adviser;
    std::string county;

    bool operator==(const Enrolment&) const = default;
};

class DeviceStore {
  public:
    explicit DeviceStore(Database& database) : database_(database), settings_(database) {}

    // Nothing on a tablet that is not enrolled.
    Result<std::optional<Enrolment>> enrolment() const;
    // Its adviser becomes a person with a name (person_store.h). The device that the tablet was before becomes an earlier one.
    Result<void> save(const Enrolment& enrolment);

    // What the tablet was to its county before it was enrolled again, the first one first. What was written as one of them is its own.
    Result<std::vector<std::string>> earlier_devices() const;
    Result<void> add_earlier_device(std::string_view device);  // Of one that is there already nothing happens.

    Result<std::int64_t> cursor() const;  // How far changes were read from the county; 0 at first.
    Result<void> set_cursor(std::int64_t cursor);

    // The schools and settings whose records come to this tablet (sync/exchange.h, Scope): the digest that names them, "" while all
    // of the county's do, and their URNs, sorted.
    Result<std::string> scope() const;
    Result<std::vector<std::string>> places() const;
    Result<void> set_scope(std::string_view id, const std::vector<std::string>& places);

    // What the county said of all that was before the cursor (exchange.h, ChangePage::chain). "" at first.
    Result<std::string> chain() const;
    Result<void> set_chain(std::string_view chain);

    // The same at one change of this tablet's own, that which had the county's latest receipt; "" for every other change.
    Result<std::string> chain_at(std::string_view change) const;
    Result<void> set_chain_at(std::string_view change, std::string_view chain);

    Result<std::string> reference_version() const;  // "" before the first.
    Result<void> set_reference_version(std::string_view version);

    Result<std::optional<Instant>> last_contact() const;  // When a sync last ended well.
    Result<void> set_last_contact(Instant now);

    // By how much this tablet's clock went ahead of the county's when it was last compared, below 0 for behind; 0 when it was right.
    Result<Instant> clock_ahead() const;
    Result<void> set_clock_ahead(Instant by);

  private:
    Database& database_;
    Settings settings_;
};

}  // namespace kitbag
