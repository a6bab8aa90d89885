#include "core/categorisation/way_out.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <ranges>
#include <tuple>
#include <utility>

#include "core/base/check.h"
#include "core/categorisation/judged_board.h"

namespace kitbag {
namespace {

constexpr std::size_t aspects_max = 64;  // The places of a board are bits of one number here.

// Where the result is to be left for, and the balance that must be moved for it. A change moves a balance by 2 or by 1,
// whatever the others do, so that only how many are made of each kind matters.
struct Journey {
    Category from;
    bool more_serious;

    // How many steps the balance is short of a result that lies in this direction; nothing is wanted at 0 or below.
    int wanted(const Tally& tally) const {
        if (from == Category::green) return tally.green_lead;
        if (from == Category::red) return tally.red_lead + 1;
        return more_serious ? -tally.red_lead : 1 - tally.green_lead;
    }

    int steps(const Tally& effect) const { return wanted({}) - wanted(effect); }

    // True when rules alone keep the result from being less serious, whatever the balance.
    bool held(const Tally& tally) const {
        if (more_serious) return false;
        return tally.must_be_red > 0 || (from == Category::amber && tally.cannot_be_green > 0);
    }

    // An effect without what makes no difference on this journey, so that changes of like effect are told as one kind.
    // From AMBER one category alone lies in each direction; and only more serious can mean that nothing is judged.
    Tally telling(Tally effect) const {
        if (from == Category::amber) effect.cannot_be_green = 0;
        if (from == Category::amber && more_serious) effect.green_lead = 0;
        if (from == Category::amber && !more_serious) effect.red_lead = 0;
        if (!more_serious) effect.judged = 0;
        return effect;
    }
};

// Changes that do the same to the tally.
struct Kind {
    bool held = false;  // Of aspects by which a rule holds the result.
    int steps = 0;
    Tally effect;
    std::uint64_t places = 0;
    std::vector<std::pair<std::size_t, Choice>> changes;

    auto order() const { return std::tuple(!held, steps, effect); }
};

// As a Way, with the numbers of changes beside each kind.
struct Shares {
    std::vector<int> least;
    std::vector<int> most;
    Category becomes;
};

class Search {
  public:
    Search(const JudgedBoard& board, Journey journey) : board_(board), journey_(journey), tally_(board.tally()) {
        CHECK(board.size() <= aspects_max);
        for (std::size_t place = 0; place < board.size(); ++place) add_kinds(place);
        std::ranges::sort(kinds_, {}, &Kind::order);
    }

    // Assumes that no single change is enough, so that no rule can lead to a more serious result.
    std::optional<WayOut> run() {
        const int held = std::popcount(held_);
        const int all = std::popcount(held_ | free_);
        for (changes_ = std::max({2, held, fewest()}); changes_ <= all && shares_.empty(); ++changes_) {
            taken_.assign(kinds_.size(), 0);
            take(0, held, changes_ - held, tally_);
        }
        if (shares_.empty()) return std::nullopt;
        return told(changes_ - 1);
    }

    std::vector<std::string> held_by() const {
        std::vector<std::string> aspects;
        for (std::size_t place = 0; place < board_.size(); ++place) {
            if ((held_ >> place & 1) != 0) aspects.push_back(board_.aspect(place).id);
        }
        return aspects;
    }

  private:
    void add_kinds(std::size_t place) {
        const Tally now = board_.part(place);
        const bool held = journey_.held(now);
        const std::uint64_t bit = std::uint64_t{1} << place;
        if (held) held_ |= bit;
        for (const Choice to : all_choices) {
            if (!board_.can_become(place, to) || journey_.held(board_.part(place, to))) continue;
            const Tally effect = board_.part(place, to) - now;
            const int steps = journey_.steps(effect);
            if (!held && steps <= 0) continue;  // Without it a set would be smaller and as good.
            Kind& kind = kind_like({held, steps, journey_.telling(effect), 0, {}});
            kind.places |= bit;
            kind.changes.emplace_back(place, to);
            if (!held) (steps == 2 ? double_ : free_) |= bit;
        }
        free_ |= double_;
    }

    Kind& kind_like(const Kind& wanted) {
        const auto found = std::ranges::find(kinds_, wanted.order(), &Kind::order);
        return found == kinds_.end() ? kinds_.emplace_back(wanted) : *found;
    }

    // Fewer changes cannot move the balance far enough, even if each aspect is changed as best it can be.
    int fewest() const {
        int wanted = journey_.wanted(tally_);
        std::uint64_t counted = 0;
        for (const Kind& kind : kinds_ | std::views::reverse) {  // The best first.
            if (!kind.held) continue;
            wanted -= kind.steps * std::popcount(kind.places & ~counted);
            counted |= kind.places;
        }
        const int by_two = std::clamp((wanted + 1) / 2, 0, std::popcount(double_));
        return std::popcount(held_) + by_two + std::max(wanted - 2 * by_two, 0);
    }

    // Tries every number of changes of each kind from this one on.
    void take(std::size_t next, int held_left, int free_left, const Tally& tally) {
        if (next == kinds_.size()) {
            if (held_left == 0 && free_left == 0) keep(tally);
            return;
        }
        const Kind& kind = kinds_[next];
        int& left = kind.held ? held_left : free_left;
        if (!kind.held && (held_left > 0 || journey_.wanted(tally) > 2 * free_left)) return;
        const int most = std::min(left, std::popcount(kind.places));
        Tally reached = tally;
        for (taken_[next] = 0; taken_[next] <= most; ++taken_[next], --left) {
            take(next + 1, held_left, free_left, reached);
            reached = reached + kind.effect;
        }
        taken_[next] = 0;
    }

    void keep(const Tally& tally) {
        if (journey_.wanted(tally) > 0 || tally.judged == 0 || !has_aspects_enough()) return;
        const Category becomes = journey_.from != Category::amber ? *category_of(tally)
                                 : journey_.more_serious          ? Category::red
                                                                  : Category::green;
        for (Shares& shares : shares_) {
            if (shares.becomes == becomes && joined(shares)) return;
        }
        shares_.push_back({taken_, taken_, becomes});
    }

    // Each change is of another aspect: whichever kinds are looked at, they must have as many aspects between them as
    // changes are taken of them (Hall's theorem).
    bool has_aspects_enough(std::size_t next = 0, int taken = 0, std::uint64_t places = 0) const {
        if (next == kinds_.size()) return taken <= std::popcount(places);
        if (!has_aspects_enough(next + 1, taken, places)) return false;
        if (taken_[next] == 0) return true;
        return has_aspects_enough(next + 1, taken + taken_[next], places | kinds_[next].places);
    }

    // Takes what was taken into the shares if only two kinds of equal worth then have a choice of number, and no number
    // between is left out: since their sum is fixed, the shares say nothing more than was found.
    bool joined(Shares& shares) const {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            if (taken_[i] == shares.least[i] && taken_[i] == shares.most[i]) continue;
            if (taken_[i] < shares.least[i] - 1 || taken_[i] > shares.most[i] + 1) return false;
            open.push_back(i);
        }
        if (open.size() != 2 || kinds_[open[0]].steps != kinds_[open[1]].steps) return false;
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            shares.least[i] = std::min(shares.least[i], taken_[i]);
            shares.most[i] = std::max(shares.most[i], taken_[i]);
        }
        return true;
    }

    WayOut told(int changes) const {
        WayOut way_out{changes, held_by(), {}};
        for (const Shares& shares : shares_) {
            Way& way = way_out.ways.emplace_back(std::vector<Pick>(), shares.becomes);
            for (std::size_t i = 0; i < kinds_.size(); ++i) {
                if (shares.most[i] == 0) continue;
                Pick& pick = way.picks.emplace_back(shares.least[i], shares.most[i], std::vector<OtherChoice>());
                for (const auto& [place, to] : kinds_[i].changes) {
                    pick.out_of.emplace_back(board_.aspect(place).id, board_.choice(place), to);
                }
            }
        }
        return way_out;
    }

    const JudgedBoard& board_;
    const Journey journey_;
    const Tally tally_;
    std::vector<Kind> kinds_;
    std::uint64_t held_ = 0;    // Aspects by which a rule holds the result.
    std::uint64_t free_ = 0;    // The others whose change can move the balance,
    std::uint64_t double_ = 0;  // and those of them that can move it by 2.
    int changes_ = 0;
    std::vector<int> taken_;  // Of each kind.
    std::vector<Shares> shares_;
};

bool leads(Category from, Category to, Towards towards) {
    return towards == Towards::more_serious ? to > from : to < from;
}

// Single changes put as a way out: one way for each category they lead to.
WayOut one_away(const JudgedBoard& board, const std::vector<SingleChange>& changes) {
    WayOut way_out{1, {}, {}};
    for (const SingleChange& change : changes) {
        auto way = std::ranges::find(way_out.ways, change.becomes, &Way::becomes);
        if (way == way_out.ways.end()) {
            way_out.ways.push_back({{Pick{1, 1, {}}}, change.becomes});
            way = way_out.ways.end() - 1;
        }
        std::optional<Choice> now;
        for (std::size_t place = 0; place < board.size(); ++place) {
            if (board.aspect(place).id == change.aspect) now = board.choice(place);
        }
        way->picks.front().out_of.emplace_back(change.aspect, now, change.to);
    }
    return way_out;
}

}  // namespace

std::vector<SingleChange> find_single_changes(const JudgedBoard& board) {
    std::vector<SingleChange> changes;
    const Tally tally = board.tally();
    const std::optional<Category> now = category_of(tally);
    for (std::size_t place = 0; now && place < board.size(); ++place) {
        const Tally others = tally - board.part(place);
        for (const Choice to : all_choices) {
            if (!board.can_become(place, to)) continue;
            const std::optional<Category> becomes = category_of(others + board.part(place, to));
            if (becomes && becomes != now) changes.emplace_back(board.aspect(place).id, to, *becomes);
        }
    }
    return changes;
}

std::optional<WayOut> find_way_out(const JudgedBoard& board, Towards towards,
                                   const std::vector<SingleChange>& single_changes) {
    const std::optional<Category> from = category_of(board.tally());
    if (!from || *from == (towards == Towards::more_serious ? Category::red : Category::green)) return std::nullopt;
    std::vector<SingleChange> alone;
    for (const SingleChange& change : single_changes) {
        if (leads(*from, change.becomes, towards)) alone.push_back(change);
    }
    Search search(board, {*from, towards == Towards::more_serious});
    if (alone.empty()) return search.run();
    WayOut way_out = one_away(board, alone);
    way_out.held_by = search.held_by();
    return way_out;
}

}  // namespace kitbag
