// What the keyboard can press, as the nodes say it and as people read it in the Display dialog.

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "app/text/display_words.h"
#include "tests/app/every_screen.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

// "Alt+N Control+Enter" is two ways to press the same.
std::vector<std::string> ways_of(const std::string& shortcut) {
    std::vector<std::string> ways;
    for (std::size_t from = 0; from < shortcut.size();) {
        const std::size_t to = std::min(shortcut.find(' ', from), shortcut.size());
        ways.push_back(shortcut.substr(from, to - from));
        from = to + 1;
    }
    return ways;
}

// As people read it.
std::string as_read(std::string way) {
    if (way.starts_with("Control+")) way.replace(0, 7, "Ctrl");
    if (way.starts_with("Meta+")) way.replace(0, 4, "Command");
    return way;
}

bool is_listed(const std::string& way) {
    return std::ranges::any_of(words::display::key_lines,
                               [&](std::string_view line) { return line.find(as_read(way)) != line.npos; });
}

}  // namespace

TEST_CASE("every key that presses something is listed under Keys, and nothing else is") {
    std::set<std::string> ways;
    walk_every_screen([&](Tablet& tablet, const char* screen) {
        CAPTURE(screen);
        std::map<std::string, std::string> taken;
        for (const SemanticNode& node : tablet.host().tree().nodes()) {
            for (const std::string& way : ways_of(node.shortcut)) {
                CAPTURE(way);
                CHECK(way.find('+') != way.npos);  // A single letter would be pressed by what is said or typed.
                CHECK(taken.emplace(way, node.name).second);
                CHECK(is_listed(way));
                ways.insert(way);
            }
        }
    });
    for (const std::string_view line : words::display::key_lines) {
        CAPTURE(line);
        const std::string key(line.substr(0, line.find(':')));
        const bool of_page = key == "Escape" || key.find("F6") != key.npos || key.starts_with("Tab");
        CHECK((of_page || ways.contains(key)));
    }
}

TEST_CASE("where a screen has a way back there is one, and no more") {
    int with_one = 0;
    walk_every_screen([&](Tablet& tablet, const char* screen) {
        CAPTURE(screen);
        const auto backs = std::ranges::count_if(tablet.host().tree().nodes(), &SemanticNode::back);
        CHECK(backs <= 1);
        with_one += backs == 1;
    });
    CHECK(with_one > 5);
}
