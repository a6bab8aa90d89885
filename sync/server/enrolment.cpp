#include "sync/server/enrolment.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "sync/protocol/limits.h"
#include "sync/server/secret.h"

namespace kitbag {
namespace {

constexpr Instant day_ms = 86'400'000;
constexpr Instant seen_grain_ms = 60'000;

// One space between words, none at the ends.
std::string tidy_name(std::string_view name) {
    std::string tidy;
    for (const char c : name) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space)
            tidy += c;
        else if (!tidy.empty() && tidy.back() != ' ')
            tidy += ' ';
    }
    if (tidy.ends_with(' ')) tidy.pop_back();
    return tidy;
}

// Lower case for the letters of ASCII only: for other letters the same person types the same capital again.
std::string name_key_of(std::string name) {
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return name;
}

Result<void> check_name(const std::string& name) {
    const std::optional<std::size_t> characters = count_characters(name);
    if (!characters || *characters == 0 || *characters > person_name_characters_max) {
        return fault("bad_request",
                     "Give your name, in at most " + std::to_string(person_name_characters_max) + " characters.");
    }
    return {};
}

struct CodeGives {
    StaffRole role = StaffRole::adviser;
    std::optional<Person> person;  // Whose it is.
};

// What the code gives, when it may be used now.
Result<CodeGives> check_code(Database& database, const std::string& hash, Instant now) {
    Statement row = database.query(
        "SELECT enrolment_code.role, enrolment_code.expires, enrolment_code.used, adviser.id, adviser.name FROM "
        "enrolment_code LEFT JOIN adviser ON adviser.id = enrolment_code.adviser WHERE enrolment_code.hash = ?",
        hash);
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found)
        return fault("wrong_code", "The county does not know this enrolment code. Check each letter and digit of it.");
    if (!row.is_null(2)) {
        return fault("used_code", "This enrolment code has been used already. Ask your county officer for a new one.");
    }
    if (row.integer(1) <= now) {
        return fault("expired_code", "This enrolment code has run out. Ask your county officer for a new one.");
    }
    const std::optional<StaffRole> role = role_from(row.text(0));
    CHECK(role.has_value());
    if (row.is_null(3)) return CodeGives{*role, std::nullopt};
    return CodeGives{*role, Person{row.text(3), row.text(4)}};
}

std::unexpected<Fault> other_adviser() {
    return fault("other_adviser",
                 "What was written on this tablet is another person’s, or the same person’s in another role. It can be "
                 "enrolled again for that person only: ask your county officer for a code for their role. Nothing was "
                 "changed.");
}

// The first column of the first row, or nothing.
Result<std::optional<std::string>> look_up(Statement row) {
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return *found ? std::optional(row.text(0)) : std::nullopt;
}

Result<std::optional<std::string>> find_adviser(Database& database, const std::string& name, StaffRole role) {
    return look_up(
        database.query("SELECT id FROM adviser WHERE name_key = ? AND role = ?", name_key_of(name), to_word(role)));
}

Result<Id> add_adviser(Database& database, const Id& id, const std::string& name, StaffRole role, Instant now) {
    const Result<void> added =
        database.run("INSERT INTO adviser (id, name, name_key, role, created) VALUES (?, ?, ?, ?, ?)", id, name,
                     name_key_of(name), to_word(role), now);
    if (!added) return std::unexpected(added.error());
    return id;
}

Result<Id> find_or_add_adviser(Database& database, const EnrolRequest& request, const std::string& name, StaffRole role,
                               Instant now, Random& random) {
    const auto found = find_adviser(database, name, role);
    if (!found) return std::unexpected(found.error());
    if (*found && request.before && **found != request.before->adviser) return other_adviser();
    if (*found) return **found;
    if (request.before) {
        const auto known = look_up(database.query("SELECT id FROM adviser WHERE id = ?", request.before->adviser));
        if (!known) return std::unexpected(known.error());
        if (*known) return other_adviser();
    }
    return add_adviser(database, request.before ? request.before->adviser : new_id(now, random), name, role, now);
}

// For whom the tablet is enrolled.
Result<Person> person_of(Database& database, const EnrolRequest& request, const std::string& name,
                         const CodeGives& gives, Instant now, Random& random) {
    if (gives.person && request.before && request.before->adviser != gives.person->id) return other_adviser();
    if (gives.person) return *gives.person;
    return find_or_add_adviser(database, request, name, gives.role, now, random).transform([&](const Id& id) {
        return Person{id, name};
    });
}

// What the tablet says that it was before is the same adviser's. What the county does not know of, because its records were put back
// from an older copy, it notes as shut out: the tablet's changes name it.
Result<void> claim_earlier(Database& database, const EarlierSelf& before, const Enrolled& enrolled, Instant now,
                           Random& random) {
    for (const std::string& device : before.devices) {
        const auto owner = look_up(database.query("SELECT adviser FROM device WHERE id = ?", device));
        if (!owner) return std::unexpected(owner.error());
        if (*owner && **owner != enrolled.device.adviser) return other_adviser();
        if (*owner) continue;
        const Result<void> noted = database.run(
            "INSERT INTO device (id, token_hash, adviser, role, name, created, last_seen, revoked) VALUES (?, ?, ?, ?, "
            "?, ?, ?, ?)",
            device, secret_hash(new_device_token(random)), enrolled.device.adviser, to_word(enrolled.device.role),
            "An earlier enrolment", now, now, now);
        if (!noted) return noted;
    }
    return {};
}

Result<void> store_device(Database& database, const Enrolled& enrolled, const std::string& device_name,
                          const std::string& code_hash, Instant now) {
    const Result<void> added = database.run(
        "INSERT INTO device (id, token_hash, adviser, role, name, created, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
        enrolled.device.id, secret_hash(enrolled.token), enrolled.device.adviser, to_word(enrolled.device.role),
        device_name, now, now);
    if (!added) return added;
    return database.run("UPDATE enrolment_code SET used = ?, used_by = ? WHERE hash = ?", now, enrolled.device.id,
                        code_hash);
}

}  // namespace

Result<std::string> make_enrolment_code(Database& database, const Clock& clock, Random& random, StaffRole role,
                                        int days, const std::optional<Id>& adviser) {
    CHECK(days >= 1 && days <= code_days_max);
    const std::string code = new_enrolment_code(random);
    const Instant now = clock.now();
    const Result<void> added =
        database.run("INSERT INTO enrolment_code (hash, role, created, expires, adviser) VALUES (?, ?, ?, ?, ?)",
                     secret_hash(plain_enrolment_code(code)), to_word(role), now, now + days * day_ms, adviser);
    if (!added) return std::unexpected(added.error());
    return code;
}

Result<Id> adviser_called(Database& database, std::string_view name, StaffRole role, Instant now, Random& random) {
    const std::string tidy = tidy_name(name);
    if (const Result<void> good = check_name(tidy); !good) return std::unexpected(good.error());
    const auto found = find_adviser(database, tidy, role);
    if (!found) return std::unexpected(found.error());
    return *found ? Result<Id>(**found) : add_adviser(database, new_id(now, random), tidy, role, now);
}

Result<Enrolled> enrol(Database& database, const Clock& clock, Random& random, const EnrolRequest& request) {
    const std::string name = tidy_name(request.name);
    if (const Result<void> good = check_name(name); !good) return std::unexpected(good.error());
    const std::string device_name =
        count_characters(request.device_name).value_or(device_name_characters_max + 1) > device_name_characters_max
            ? "A tablet"
            : request.device_name;
    const std::string code_hash =
        secret_hash(plain_enrolment_code(request.code.substr(0, enrolment_code_characters_max)));
    const Instant now = clock.now();

    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<CodeGives> gives = check_code(database, code_hash, now);
    if (!gives) return std::unexpected(gives.error());
    const Result<Person> person = person_of(database, request, name, *gives, now, random);
    if (!person) return std::unexpected(person.error());
    const Enrolled enrolled{{new_device_id(random), person->id, person->name, gives->role}, new_device_token(random)};
    Result<void> stored = store_device(database, enrolled, device_name, code_hash, now);
    if (stored && request.before) stored = claim_earlier(database, *request.before, enrolled, now, random);
    if (stored) stored = transaction->commit();
    if (!stored) return std::unexpected(stored.error());
    return enrolled;
}

Result<std::optional<Device>> find_device(Database& database, std::string_view authorization) {
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme)) return std::nullopt;
    // Looked up by its hash: how long that takes says nothing about the token.
    Statement row = database.query(
        "SELECT device.id, device.adviser, adviser.name, device.role, device.revoked FROM device JOIN adviser ON "
        "adviser.id = device.adviser WHERE device.token_hash = ? AND (device.revoked IS NULL OR "
        "(device.wipe_wanted IS NOT NULL AND device.wiped IS NULL))",
        secret_hash(authorization.substr(scheme.size())));
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::nullopt;
    const std::optional<StaffRole> role = role_from(row.text(3));
    CHECK(role.has_value());
    return Device{row.text(0), row.text(1), row.text(2), *role, !row.is_null(4)};
}

Result<std::vector<std::string>> devices_of(Database& database, const Id& adviser) {
    std::vector<std::string> devices;
    Statement row = database.query("SELECT id FROM device WHERE adviser = ?", adviser);
    Result<bool> found = row.step();
    for (; found && *found; found = row.step()) devices.push_back(row.text(0));
    if (!found) return std::unexpected(found.error());
    return devices;
}

Result<void> note_seen(Database& database, const Device& device, Instant now) {
    return database.run("UPDATE device SET last_seen = ? WHERE id = ? AND last_seen < ?", now, device.id,
                        now - seen_grain_ms);
}

Result<bool> has_no_device(Database& database) {
    Statement row = database.query("SELECT 1 FROM device WHERE revoked IS NULL LIMIT 1");
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return !*found;
}

Result<std::string> adviser_name(Database& database, const Id& id) {
    Statement row = database.query("SELECT name FROM adviser WHERE id = ?", id);
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return *found ? row.text(0) : "";
}

}  // namespace kitbag
