// How long the app works for a frame on its busiest screens, natively and without showing the picture: the screens' own drawing,
// comparing the meanings with those of the frame before, and writing what changed for the page. It drives the app as its stories do,
// so it is built like them, and is one of the tests: whether it finds its way. It asserts nothing about time. It prints one JSON
// object for each screen; tests/bench/frames.mjs reads them. The reference is ImGui drawing the same words one below the other,
// without any screen, widget or meaning.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "app/widgets/text_layout.h"
#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"
#include "tests/app/typeface.h"

using namespace kitbag;

namespace {

constexpr int schools = 300;
constexpr int half_terms = 12;
constexpr Instant in_the_last_half_term = 1'466'000'000'000;  // 2016-06-15
constexpr int settle_max = 20;

// Frames of each kind: many where somebody wants to know their time.
const int times = [] {
    const char* const asked = std::getenv("KITBAG_FRAMES");
    return asked == nullptr ? 2 : std::max(1, std::atoi(asked));
}();

struct Frame {
    double drawing = 0, comparing = 0, writing = 0;  // Microseconds.
    std::size_t bytes = 0;                           // Told to the page.
};

// Processor time in microseconds: what else the machine is doing is not in it.
template <typename Work>
double time_of(Work work) {
    const std::clock_t began = std::clock();
    work();
    return static_cast<double>(std::clock() - began) * 1e6 / CLOCKS_PER_SEC;
}

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * share))];
}

// A second differ is told the same trees as the app's own, which shows what that one takes of a frame: first what changed, then
// the same tree once more, which is comparing alone.
class Watch {
  public:
    explicit Watch(Tablet& tablet) : tablet_(tablet) { differ_.changes(tablet.host().tree(), {}); }

    void frame() {
        Frame one;
        std::string message;
        const double whole = time_of([&] { message = tablet_.host().frame([&](Ui& ui) { tablet_.app().draw(ui); }); });
        const double telling = time_of([&] { differ_.changes(tablet_.host().tree(), {}); });
        one.comparing = time_of([&] { differ_.changes(tablet_.host().tree(), {}); });
        one.writing = std::max(0.0, telling - one.comparing);
        one.drawing = std::max(0.0, whole - telling);
        one.bytes = message.size();
        nodes = std::max(nodes, tablet_.host().tree().nodes().size());
        frames.push_back(one);
    }

    // As many frames as the app wants, as the browser draws them.
    void settle() {
        for (int count = 0; count < settle_max; ++count) {
            tablet_.platform().frame_wanted = false;
            frame();
            if (!tablet_.host().wants_frame() && !tablet_.platform().frame_wanted) return;
        }
        FAIL("The app does not come to rest.");
    }

    std::vector<double> all(const std::function<double(const Frame&)>& part) const {
        std::vector<double> values;
        std::ranges::transform(frames, std::back_inserter(values), part);
        return values;
    }

    std::vector<Frame> frames;
    std::size_t nodes = 0;  // The most that a frame had.

  private:
    Tablet& tablet_;
    SemanticDiffer differ_;
};

// The words of the tree that lie in the window, drawn by ImGui and nothing else.
std::vector<double> plain_frames(Tablet& tablet) {
    std::vector<std::string> words;
    for (const SemanticNode& node : tablet.host().tree().nodes()) {
        if (node.role != Role::scroll && node.bounds.y < 820) words.push_back(node.name);
    }
    UiHost plain(typeface());
    std::vector<double> found;
    for (int time = 0; time < times; ++time) {
        found.push_back(time_of([&] {
            plain.frame([&](Ui& ui) {
                float y = 0;
                for (const std::string& line : words)
                    draw_line(ui, ui.theme().text(TextSize::body), 0, y += 24, 0xff000000, line);
            });
        }));
    }
    return found;
}

void print(const char* screen, const char* doing, const Watch& watch, const std::vector<double>& plain) {
    const auto whole = [](const Frame& one) { return one.drawing + one.comparing + one.writing; };
    const auto bytes = [](const Frame& one) { return static_cast<double>(one.bytes); };
    const std::pair<const char*, std::vector<double>> figures[] = {
        {"whole", watch.all(whole)},
        {"drawing", watch.all(&Frame::drawing)},
        {"comparing", watch.all(&Frame::comparing)},
        {"writing", watch.all(&Frame::writing)},
        {"bytes", watch.all(bytes)},
        {"plain", plain},
    };
    std::printf("{\"screen\":\"%s\",\"doing\":\"%s\",\"nodes\":%zu", screen, doing, watch.nodes);
    for (const auto& [name, values] : figures)
        std::printf(",\"%s\":[%.1f,%.1f]", name, quantile(values, 0.5), quantile(values, 0.95));
    std::printf("}\n");
}

// The scroll container with the most in it.
const SemanticNode& tallest(Tablet& tablet) {
    const SemanticNode* found = nullptr;
    for (const SemanticNode& node : tablet.host().tree().nodes()) {
        if (node.role == Role::scroll && (!found || node.content_height > found->content_height)) found = &node;
    }
    REQUIRE(found != nullptr);
    return *found;
}

// As a finger scrolls: a bit further in each frame, to the end and from the top again.
void measure_scrolling(Tablet& tablet, const char* screen) {
    constexpr float step = 60;
    const SemanticNode part = tallest(tablet);
    const float end = std::max(step, part.content_height - part.bounds.height);
    Watch watch(tablet);
    float offset = 0;
    for (int time = 0; time < times; ++time) {
        offset = offset + step > end ? 0 : offset + step;
        tablet.host().input().scroll(part.id, offset);
        watch.frame();
    }
    print(screen, "scrolling", watch, plain_frames(tablet));
    tablet.host().input().scroll(part.id, 0);
}

// The texts that a field holds one after the other, again and again.
void measure_typing(Tablet& tablet, const char* screen, Role role, const std::vector<std::string>& texts) {
    const auto nodes = tablet.host().tree().nodes();
    const auto field = std::ranges::find(nodes, role, &SemanticNode::role);
    REQUIRE(field != nodes.end());
    const NodeId id = field->id;
    tablet.host().input().focus(id, true, 0);
    Watch watch(tablet);
    for (int time = 0; time < times; ++time) {
        tablet.host().input().edit(id, texts[static_cast<std::size_t>(time) % texts.size()], 0);
        watch.settle();
    }
    print(screen, "typing", watch, plain_frames(tablet));
}

// A finger or mouse on one thing after the other.
void measure_pointing(Tablet& tablet, const char* screen) {
    std::vector<NodeId> buttons;
    for (const SemanticNode& node : tablet.host().tree().nodes()) {
        if (node.role == Role::button) buttons.push_back(node.id);
    }
    Watch watch(tablet);
    for (int time = 0; time < times; ++time) {
        tablet.host().input().hover(
            buttons[static_cast<std::size_t>(time) % std::min<std::size_t>(buttons.size(), 12)]);
        watch.frame();
    }
    print(screen, "pointing", watch, plain_frames(tablet));
}

// The first twelve that the county's calendar has, one after the other.
std::string half_term_id(int number) {
    return (number < 6 ? "2014-15." : "2015-16.") + std::to_string(number % 6 + 1);
}

// A category as the county decides it, in its three steps.
void decide(FakeCounty& county, Instant at, const std::string& urn, const char* category, Random& random) {
    std::string about;
    for (const char* const step : {"proposed", "moderated", "decided"}) {
        FieldValues fields = {
            {"urn", urn}, {"subject", "school"}, {"step", step}, {"category", category}, {"by", adviser_id(1)}};
        if (!about.empty()) fields["about"] = about;
        if (about.empty()) fields["reason"] = "Judged from what the county knew before it had tablets.";
        about = new_id(at++, random);
        write_elsewhere(county, 1, at, "rating_step", about, fields);
    }
}

// A county of many schools, each judged in every half term and given a category in every third.
void write_history(FakeCounty& county, Instant now) {
    constexpr Instant half_term_ms = 55LL * 86'400'000;
    const char* const categories[] = {"green", "amber", "red"};
    const char* const directions[] = {"improving", "steady", "declining"};
    SeededRandom random(2014);
    for (int number = 4; number <= schools; ++number) {
        const std::string urn = std::to_string(900000 + number);
        county.add_school(urn, "Heron Lane " + std::to_string(number) + " Primary School", SchoolKind::primary);
        for (int term = 0; term < half_terms; ++term) {
            const Instant at = now - half_term_ms * (half_terms - term) + number;
            write_elsewhere(county, 1, at, "direction", new_id(at, random),
                            {{"urn", urn},
                             {"subject", "school"},
                             {"half_term", half_term_id(term)},
                             {"by", adviser_id(1)},
                             {"direction", directions[(number + term) % 3]},
                             {"why", "Seen in books and lessons."}});
            if (term % 3 == number % 3) decide(county, at, urn, categories[(number + term) % 3], random);
        }
    }
}

// Whether the criteria describe this category for an aspect: of some they describe none but one.
bool is_described(Tablet& tablet, const std::string& aspect, const char* category) {
    const SemanticNode* group = tablet.host().tree().find(Role::radio_group, aspect);
    REQUIRE(group != nullptr);
    return std::ranges::any_of(tablet.host().tree().nodes(), [&](const SemanticNode& node) {
        return node.parent == group->id && node.name.starts_with(category) && !node.state.disabled;
    });
}

// Every aspect judged, with two notes of a few sentences each.
void judge_everything(Tablet& tablet) {
    std::vector<std::string> aspects;
    for (const SemanticNode& node : tablet.host().tree().nodes()) {
        if (node.role == Role::radio_group) aspects.push_back(node.name);
    }
    const std::string note =
        "Pupils in Year 4 explain what they are working on, and their books of the autumn show it. "
        "In two of three lessons the questions made them think.";
    for (const std::string& aspect : aspects) {
        tablet.choose(aspect, is_described(tablet, aspect, "Amber") ? "Amber" : "Green");
        tablet.fill("Evidence for " + aspect, note);
        tablet.press("Add another note for " + aspect);
    }
}

}  // namespace

TEST_CASE("the work for a frame is measured on the busiest screens") {
    story::Kit kit;
    kit.clock.time = in_the_last_half_term;
    write_history(kit.county, kit.clock.time);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Schools");
    REQUIRE(tablet.sees("300 schools"));
    measure_scrolling(tablet, "the list of 300 schools");
    measure_pointing(tablet, "the list of 300 schools");
    measure_typing(tablet, "the list of 300 schools", Role::search_field, {"l", "la", "lan", "lane"});
    tablet.fill("Find a school", "");
    tablet.press("Board");
    REQUIRE(tablet.sees(Role::table, ""));
    measure_scrolling(tablet, "the board of 300 schools");
    measure_pointing(tablet, "the board of 300 schools");
    tablet.press("Schools");
    tablet.fill("Find a school", "Overwend");
    story::start_visit(tablet, "Overwend Secondary School");
    judge_everything(tablet);
    measure_scrolling(tablet, "a visit with every aspect judged");
    measure_pointing(tablet, "a visit with every aspect judged");
    measure_typing(tablet, "a visit with every aspect judged", Role::multiline_field,
                   {std::string(600, 'a'), std::string(601, 'a'), std::string(602, 'a')});
}
