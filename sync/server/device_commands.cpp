// What the office does about tablets: lists them, shuts one out, has one wiped, reads what a wiped one left.

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "sync/server/commands.h"
#include "sync/server/county_place.h"
#include "sync/server/devices.h"
#include "sync/server/printing.h"

namespace kitbag {
namespace {

using Cells = std::array<std::string, 7>;

std::string words_of(DeviceState state) {
    switch (state) {
        case DeviceState::in_use:
            return "in use";
        case DeviceState::shut_out:
            return "shut out";
        case DeviceState::wipe_wanted:
            return "wipe wanted";
        case DeviceState::wiped:
            return "wiped";
    }
    return "";
}

void print_table(const std::vector<Cells>& rows) {
    std::array<std::size_t, 7> widths{};
    for (const Cells& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], count_characters(row[i]).value_or(row[i].size()));
    }
    for (const Cells& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size()) line.append(widths[i] + 2 - count_characters(row[i]).value_or(row[i].size()), ' ');
        }
        std::printf("%s\n", line.c_str());
    }
}

}  // namespace

Result<void> run_devices(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<std::vector<DeviceEntry>> entries = list_devices(**database);
    if (!entries) return std::unexpected(entries.error());
    if (entries->empty()) {
        std::puts("No tablet is enrolled. `kitbag_server enrolment-code` makes a code for one.");
        return {};
    }
    std::vector<Cells> rows = {{"TABLET", "STATE", "LAST SEEN (UTC)", "ENROLLED (UTC)", "ROLE", "ADVISER", "DEVICE"}};
    for (const DeviceEntry& each : *entries) {
        rows.push_back({each.id, words_of(each.state), to_minute(each.last_seen), to_minute(each.enrolled), each.role,
                        on_one_line(each.adviser_name), on_one_line(each.name)});
    }
    print_table(rows);
    return {};
}

Result<void> run_revoke(const CommandLine& line, const Clock& clock) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<DeviceEntry> entry = revoke_device(**database, line.option("device"), line.has("wipe"), clock.now());
    if (!entry) return std::unexpected(entry.error());
    const std::string whose = on_one_line(entry->adviser_name) + "'s tablet " + entry->id;
    switch (entry->state) {
        case DeviceState::wipe_wanted:
            std::printf(
                "%s is to wipe itself: it is told so when it next reaches the county, and may first send what it has. "
                "`kitbag_server devices` says when it has done so.\n",
                whose.c_str());
            break;
        case DeviceState::wiped:
            std::printf("%s has wiped itself already.\n", whose.c_str());
            break;
        default:
            std::printf("%s is shut out from now on. What is on it stays on it.\n", whose.c_str());
    }
    return {};
}

Result<void> run_left_behind(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<Json> kept = read_left_behind(**database);
    if (!kept) return std::unexpected(kept.error());
    std::printf("%s\n", kept->dump(2, ' ', false, Json::error_handler_t::replace).c_str());
    return {};
}

}  // namespace kitbag
