#include "core/categorisation/standing.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

#include "core/base/text.h"

namespace kitbag {

std::vector<Standing> standing_on(std::span<const DatedJudgement> judgements, const Date& until) {
    std::map<std::string, const DatedJudgement*, std::less<>> latest;
    const auto later = [](const DatedJudgement& one, const DatedJudgement& other) {
        return std::pair(one.date, one.visit) > std::pair(other.date, other.visit);
    };
    for (const DatedJudgement& judgement : judgements) {
        if (!judgement.choice || judgement.date > until) continue;
        const DatedJudgement*& found = latest[judgement.aspect];
        if (!found || later(judgement, *found)) found = &judgement;
    }
    std::vector<Standing> standing;
    for (const auto& [aspect, judgement] : latest) standing.push_back({aspect, *judgement->choice, judgement->visit});
    return standing;
}

std::vector<Judged> judged(std::span<const Standing> standing) {
    std::vector<Judged> judgements;
    for (const Standing& one : standing) judgements.push_back({one.aspect, one.choice});
    return judgements;
}

std::vector<Movement> movements(std::span<const Standing> before, std::span<const Standing> now) {
    std::vector<Movement> moved;
    for (const Standing& one : now) {
        const auto earlier = std::ranges::find(before, one.aspect, &Standing::aspect);
        if (earlier == before.end()) continue;
        const auto from = category_of(earlier->choice);
        const auto to = category_of(one.choice);
        if (from && to && *from != *to) moved.push_back({one.aspect, *from, *to});
    }
    return moved;
}

std::string write_standing(std::span<const Standing> standing) {
    std::string text;
    for (const Standing& one : standing) {
        text += one.aspect + " " + std::string(to_word(one.choice)) + " " + one.visit + "\n";
    }
    return text;
}

std::vector<Standing> read_standing(std::string_view text) {
    std::vector<Standing> standing;
    for (const auto line : std::views::split(text, '\n')) {
        std::vector<std::string> words;
        for (const auto word : std::views::split(line, ' ')) words.emplace_back(word.begin(), word.end());
        if (words.size() != 3) continue;
        const auto choice = choice_from(words[1]);
        if (is_key(words[0]) && choice && is_id(words[2])) standing.push_back({words[0], *choice, words[2]});
    }
    return standing;
}

}  // namespace kitbag
