#pragma once
// The words after `kitbag_server`: a command and its options. Which options a command has is said in one table, which
// also makes the help text.

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kitbag {

struct CommandLine {
    std::string command;  // "serve", "export" … or "help".
    std::map<std::string, std::string, std::less<>>
        options;  // Without the dashes; "yes" for an option without a value.

    std::string option(std::string_view name, std::string_view fallback = "") const;
    bool has(std::string_view name) const { return options.contains(name); }
};

// Codes "unknown_command", "unknown_option", "missing_option", "missing_value"; each sentence names the word at fault.
Result<CommandLine> read_command_line(std::span<const char* const> words);

// A whole number from lowest to highest; code "bad_number".
Result<int> option_number(const CommandLine& line, std::string_view name, int fallback, int lowest, int highest);

std::string help_text();

}  // namespace kitbag
