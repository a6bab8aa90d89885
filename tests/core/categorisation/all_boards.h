#pragma once
// Every board of a few aspects, and the rule of best fit written in another way than the product's.

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/categorisation/boards.h"

namespace kitbag {

// Every aspect not judged, not applicable, or judged as its descriptors allow.
inline std::vector<std::string> all_boards(const Framework& framework) {
    std::vector<std::string> boards = {""};
    for (const Aspect& aspect : framework.aspects) {
        std::vector<std::string> longer;
        for (const std::string& board : boards) {
            for (const char mark : marks) {
                if (mark == '.' || can_choose(aspect, static_cast<Choice>(marks.find(mark))))
                    longer.push_back(board + mark);
            }
        }
        boards = std::move(longer);
    }
    return boards;
}

// Lays the judgements out from GREEN to RED and takes the middle one, of two the more serious; then the rules.
inline char middle_of(const Framework& framework, const std::string& board) {
    const auto seriousness = [](char mark) { return marks.find(mark); };
    std::string colours;
    for (const char mark : board) {
        if (mark != 'n' && mark != '.') colours += mark;
    }
    if (colours.empty()) return '.';
    std::ranges::sort(colours, {}, seriousness);
    char middle = colours[colours.size() / 2];
    for (const Rule& rule : framework.rules) {
        if (board[static_cast<std::size_t>(rule.aspect[0] - 'a')] != mark_of(rule.judged)) continue;
        const char floor = rule.effect == Rule::Effect::must_be_red ? 'R' : 'A';
        middle = std::max(middle, floor, [&](char a, char b) { return seriousness(a) < seriousness(b); });
    }
    return middle;
}

}  // namespace kitbag
