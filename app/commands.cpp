#include "app/commands.h"

namespace kitbag {

Commands::Commands() = default;
Commands::~Commands() = default;

std::vector<Command> Commands::take() {
    return std::exchange(waiting_, {});
}

void Commands::add(Command&& command) {
    waiting_.push_back(std::move(command));
}

}  // namespace kitbag
