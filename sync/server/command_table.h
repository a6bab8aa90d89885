#pragma once
// Every command of the program with its options: the one table by which the command line is read and the help is written.

#include <string_view>
#include <vector>

namespace kitbag {

enum class OptionKind { required, optional, flag };

struct CommandOption {
    std::string_view name;  // Without the dashes.
    OptionKind kind;
    std::string_view value;  // What stands for its value in the help: "FOLDER". "" for a flag.
    std::string_view meaning;
};

struct CommandEntry {
    std::string_view name;
    std::string_view meaning;
    std::vector<CommandOption> options;
};

const std::vector<CommandEntry>& command_table();

}  // namespace kitbag
