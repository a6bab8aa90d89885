#include "core/storage/device_store.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/storage/erasure_order.h"
#include "core/storage/person_store.h"
#include "core/visits/visit.h"

namespace kitbag {
namespace {

constexpr std::string_view cursor_name = "sync.cursor";
constexpr std::string_view scope_name = "sync.scope";
constexpr std::string_view places_name = "sync.places";
constexpr std::string_view chain_name = "sync.chain";
constexpr std::string_view chain_at_name = "sync.chain_at";  // The change, a space, and the chain.
constexpr std::string_view reference_name = "reference.version";
constexpr std::string_view contact_name = "sync.last_contact";
constexpr std::string_view clock_name = "clock.ahead";
constexpr std::string_view earlier_name = "device.earlier";  // With a space between two.

// Where each part of an enrolment is kept.
template <typename Enrolment, typename Visit>
Result<void> each_part(Enrolment& enrolment, Visit visit) {
    const std::pair<std::string_view, decltype(&enrolment.device)> parts[] = {
        {"device.id", &enrolment.device},          {"device.token", &enrolment.token},
        {"adviser.id", &enrolment.adviser.id},     {"adviser.name", &enrolment.adviser.name},
        {"adviser.role", &enrolment.adviser.role}, {"county.name", &enrolment.county},
    };
    for (const auto& [name, value] : parts) {
        if (Result<void> visited = visit(name, *value); !visited) return visited;
    }
    return {};
}

std::string or_nothing(const std::optional<std::string>& text) {
    return text.value_or("");
}

std::int64_t to_number(const std::optional<std::string>& text) {
    std::int64_t number = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
}

}  // namespace

Result<std::optional<Enrolment>> DeviceStore::enrolment() const {
    Enrolment enrolment;
    const Result<void> read = each_part(enrolment, [&](std::string_view name, std::string& value) -> Result<void> {
        Result<std::optional<std::string>> found = settings_.get(name);
        if (!found) return std::unexpected(found.error());
        value = found->value_or("");
        return {};
    });
    if (!read) return std::unexpected(read.error());
    if (enrolment.device.empty()) return std::nullopt;
    return enrolment;
}

Result<void> DeviceStore::save(const Enrolment& enrolment) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<std::optional<Enrolment>> before = this->enrolment();
    if (!before) return std::unexpected(before.error());
    if (*before && (*before)->device != enrolment.device) {
        if (Result<void> kept = add_earlier_device((*before)->device); !kept) return kept;
        if (Result<void> kept = ErasureOrders(database_).forget(); !kept) return kept;  // It was for the earlier one.
    }
    const Result<void> written = each_part(
        enrolment, [&](std::string_view name, const std::string& value) { return settings_.set(name, value); });
    if (!written) return written;
    const Person adviser{enrolment.adviser.id, enrolment.adviser.name};
    if (Result<void> named = PersonStore(database_).put({&adviser, 1}); !named) return named;
    return transaction->commit();
}

Result<std::vector<std::string>> DeviceStore::earlier_devices() const {
    return settings_.get(earlier_name).transform(or_nothing).transform(split_keys);
}

Result<void> DeviceStore::add_earlier_device(std::string_view device) {
    const Result<std::vector<std::string>> known = earlier_devices();
    if (!known) return std::unexpected(known.error());
    if (std::ranges::contains(*known, device)) return {};
    std::string text;
    for (const std::string& each : *known) text += each + " ";
    return settings_.set(earlier_name, text + std::string(device));
}

Result<std::int64_t> DeviceStore::cursor() const {
    return settings_.get(cursor_name).transform(to_number);
}

Result<void> DeviceStore::set_cursor(std::int64_t cursor) {
    return settings_.set(cursor_name, std::to_string(cursor));
}

Result<std::string> DeviceStore::chain() const {
    return settings_.get(chain_name).transform(or_nothing);
}

Result<void> DeviceStore::set_chain(std::string_view chain) {
    return settings_.set(chain_name, chain);
}

Result<std::string> DeviceStore::chain_at(std::string_view change) const {
    const std::string begins = std::string(change) + " ";
    return settings_.get(chain_at_name).transform(or_nothing).transform([&](const std::string& kept) {
        return kept.starts_with(begins) ? kept.substr(begins.size()) : "";
    });
}

Result<void> DeviceStore::set_chain_at(std::string_view change, std::string_view chain) {
    return settings_.set(chain_at_name, std::string(change) + " " + std::string(chain));
}

Result<std::string> DeviceStore::scope() const {
    return settings_.get(scope_name).transform(or_nothing);
}

Result<std::vector<std::string>> DeviceStore::places() const {
    return settings_.get(places_name).transform(or_nothing).transform(split_keys);
}

Result<void> DeviceStore::set_scope(std::string_view id, const std::vector<std::string>& places) {
    return settings_.set(scope_name, id).and_then([&] { return settings_.set(places_name, join_keys(places)); });
}

Result<std::string> DeviceStore::reference_version() const {
    return settings_.get(reference_name).transform(or_nothing);
}

Result<void> DeviceStore::set_reference_version(std::string_view version) {
    return settings_.set(reference_name, version);
}

Result<std::optional<Instant>> DeviceStore::last_contact() const {
    return settings_.get(contact_name).transform([](const std::optional<std::string>& text) {
        return text ? std::optional<Instant>(to_number(text)) : std::nullopt;
    });
}

Result<void> DeviceStore::set_last_contact(Instant now) {
    return settings_.set(contact_name, std::to_string(now));
}

Result<Instant> DeviceStore::clock_ahead() const {
    return settings_.get(clock_name).transform(to_number);
}

Result<void> DeviceStore::set_clock_ahead(Instant by) {
    return settings_.set(clock_name, std::to_string(by));
}

}  // namespace kitbag
