#include "sync/server/command_line.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "sync/server/command_table.h"

namespace kitbag {
namespace {

using Kind = OptionKind;
using Command = CommandEntry;
using Option = CommandOption;

std::string words_of(const Command& command) {
    std::string text;
    for (const Option& option : command.options) text += (text.empty() ? "--" : ", --") + std::string(option.name);
    return text;
}

// The county's records lie in one place.
Result<void> check_place(const Command& command, const CommandLine& line) {
    if (!std::ranges::contains(command.options, "database", &Option::name)) return {};
    const bool folder = !line.option("data").empty();
    const bool address = !line.option("database").empty();
    if (folder != address) return {};
    const std::string which = std::string(command.name) + " needs --data FOLDER or --database ADDRESS, ";
    if (folder) return fault("two_places", which + "and not both: the county's records lie in one place.");
    return fault("missing_option", which + "to say where the county's records lie.");
}

Result<void> read_options(const Command& command, std::span<const char* const> words, CommandLine& line) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const auto option = std::ranges::find_if(command.options, [&](const Option& known) {
            return word.starts_with("--") && word.substr(2) == known.name;
        });
        if (option == command.options.end()) {
            return fault("unknown_option", "“" + std::string(word) + "” is not an option of " +
                                               std::string(command.name) + ". It has " + words_of(command) + ".");
        }
        if (option->kind == Kind::flag) {
            line.options[std::string(option->name)] = "yes";
        } else if (i + 1 < words.size() && !std::string_view(words[i + 1]).starts_with("--")) {
            line.options[std::string(option->name)] = words[++i];
        } else {
            return fault("missing_value",
                         "--" + std::string(option->name) + " needs a value: " + std::string(option->value) + ".");
        }
    }
    for (const Option& option : command.options) {
        if (option.kind == Kind::required && line.option(option.name).empty()) {
            return fault("missing_option", std::string(command.name) + " needs --" + std::string(option.name) + " " +
                                               std::string(option.value) + ": " + std::string(option.meaning) + ".");
        }
    }
    return check_place(command, line);
}

}  // namespace

std::string CommandLine::option(std::string_view name, std::string_view fallback) const {
    const auto found = options.find(name);
    return found == options.end() ? std::string(fallback) : found->second;
}

Result<CommandLine> read_command_line(std::span<const char* const> words) {
    CommandLine line;
    if (words.empty() || std::string_view(words[0]) == "help" || std::string_view(words[0]) == "--help") {
        line.command = "help";
        return line;
    }
    const auto command = std::ranges::find(command_table(), std::string_view(words[0]), &Command::name);
    if (command == command_table().end()) {
        return fault("unknown_command",
                     "There is no command “" + std::string(words[0]) + "”. `kitbag_server help` lists them.");
    }
    line.command = command->name;
    if (const Result<void> read = read_options(*command, words.subspan(1), line); !read)
        return std::unexpected(read.error());
    return line;
}

Result<int> option_number(const CommandLine& line, std::string_view name, int fallback, int lowest, int highest) {
    const std::string text = line.option(name, std::to_string(fallback));
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < lowest || value > highest) {
        return fault("bad_number", "--" + std::string(name) + " must be a whole number from " + std::to_string(lowest) +
                                       " to " + std::to_string(highest) + ".");
    }
    return value;
}

std::string help_text() {
    std::string text = "Kitbag's county server.\n";
    for (const Command& command : command_table()) {
        text += "\nkitbag_server " + std::string(command.name) + "\n  " + std::string(command.meaning) + "\n";
        for (const Option& option : command.options) {
            std::string name = "  --" + std::string(option.name) + " " + std::string(option.value);
            name.resize(std::max<std::size_t>(name.size() + 1, 24), ' ');
            text += name + std::string(option.meaning) + (option.kind == Kind::required ? " (required)" : "") + "\n";
        }
    }
    return text;
}

}  // namespace kitbag
