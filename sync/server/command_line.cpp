#include "sync/server/command_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <vector>

namespace kitbag {
namespace {

enum class Kind { required, optional, flag };

struct Option {
    std::string_view name;
    Kind kind;
    std::string_view value;
    std::string_view meaning;
};

struct Command {
    std::string_view name;
    std::string_view meaning;
    std::vector<Option> options;
};

const std::vector<Command>& commands() {
    static const std::vector<Command> all = {
        {"serve",
         "Serves the app and receives the tablets' records until it is stopped.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"site", Kind::required, "FOLDER", "the app, as the build made it"},
          {"authority", Kind::optional, "CODE", "the county's three-digit code in the register; needed the first time"},
          {"county", Kind::optional, "NAME", "the county's name; needed the first time"},
          {"register", Kind::optional, "FILE", "a GIAS extract (CSV); needed the first time"},
          {"frameworks", Kind::optional, "FOLDER", "framework packs (JSON); needed the first time"},
          {"half-terms", Kind::optional, "FILE", "the calendar of half terms (JSON)"},
          {"visit-templates", Kind::optional, "FILE", "the kinds of visit (JSON)"},
          {"port", Kind::optional, "NUMBER", "8800 unless given; 0 for any free one"},
          {"listen", Kind::optional, "ADDRESS", "127.0.0.1 (this machine only) unless given"},
          {"new-code", Kind::flag, "", "print an enrolment code though a tablet is enrolled already"}}},
        {"enrolment-code",
         "Makes a code with which one tablet can be enrolled, once.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"role", Kind::optional, "ROLE",
           "adviser unless given; senior_adviser, early_years_adviser, head_of_early_years, head_of_service, officer"},
          {"days", Kind::optional, "NUMBER", "how long it is good for; 14 unless given"}}},
        {"import-register",
         "Loads a newer register.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"register", Kind::required, "FILE", "a GIAS extract (CSV)"},
          {"authority", Kind::optional, "CODE", "as the server was started with unless given"}}},
        {"import-frameworks",
         "Loads framework packs: the county's own criteria, or a later year's. Those that were there stay.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"frameworks", Kind::required, "FOLDER", "framework packs (JSON)"}}},
        {"import-half-terms",
         "Loads another calendar of half terms.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"half-terms", Kind::required, "FILE", "the calendar (JSON)"}}},
        {"import-visit-templates",
         "Loads other kinds of visit: new visits go by them. Those that were there stay.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"visit-templates", Kind::required, "FILE", "the kinds of visit (JSON)"}}},
        {"recovery-key",
         "Makes the county's recovery key, by which an adviser's tablet can be opened when its passphrase is "
         "forgotten.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"out", Kind::required, "FILE", "where its secret half goes; it must not be there yet"},
          {"replace", Kind::flag, "", "though the county has a recovery key already"}}},
        {"recover",
         "Answers the request of an adviser who has forgotten a passphrase. Be sure first that it is that adviser who "
         "asks.",
         {{"key", Kind::required, "FILE", "what recovery-key wrote"},
          {"request", Kind::required, "FILE", "the request as it was sent; - for what is typed or piped in"}}},
        {"settings",
         "Says what the county has decided for its tablets, and changes it.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"lock-after-minutes", Kind::optional, "NUMBER", "untouched for so long, a tablet locks itself; 1 to 120"},
          {"lock-hidden-after-minutes", Kind::optional, "NUMBER", "and so long when Kitbag cannot be seen; 1 to 120"}}},
        {"backup",
         "Writes a copy of the whole database, of one moment, into a new file.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"to", Kind::required, "FILE", "the copy; it must not be there yet"}}},
        {"export",
         "Writes every visit, rating and direction of travel, with its whole history, to stdout as JSON.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"}}},
    };
    return all;
}

std::string words_of(const Command& command) {
    std::string text;
    for (const Option& option : command.options) text += (text.empty() ? "--" : ", --") + std::string(option.name);
    return text;
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
    return {};
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
    const auto command = std::ranges::find(commands(), std::string_view(words[0]), &Command::name);
    if (command == commands().end()) {
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
    for (const Command& command : commands()) {
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
