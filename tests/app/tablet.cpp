#include "tests/app/tablet.h"

#include <utility>

#include <doctest/doctest.h>

#include "core/base/json.h"
#include "tests/app/structure.h"
#include "tests/app/typeface.h"

namespace kitbag {
namespace {

constexpr int frames_max = 40;  // More than this in a row and the app would never come to rest.
constexpr KeyCost cheap{.memory_kib = 8, .passes = 1};

bool can_be_pressed(Role role) {
    return role == Role::button || role == Role::link || role == Role::radio || role == Role::checkbox;
}

}  // namespace

Tablet::Tablet(MemoryFiles& files, SetClock& clock, FakeCounty& county, std::uint64_t seed)
    : clock_(clock),
      county_(county),
      platform_(files, clock, seed),
      host_(std::make_unique<UiHost>(typeface())),
      app_(std::make_unique<App>(platform_, cheap)) {
    app_->start();
    show_in({.still = true});
}

void Tablet::resize(float width, float height) {
    Surroundings window = host_->input().surroundings();
    window.width = width;
    window.height = height;
    show_in(window);
}

void Tablet::show_in(const Surroundings& window) {
    host_->input().resize(window);
    platform_.frame_wanted = true;
    settle();
}

void Tablet::draw() {
    platform_.frame_wanted = false;
    const std::string message = host_->frame([&](Ui& ui) { app_->draw(ui); });
    if (message.contains("\"focus\"")) {
        const auto told = parse_json(message, "The message");
        if (told && told->contains("focus")) focus_ = told->at("focus").get<NodeId>();
    }
    for (const std::string& fault : host_->audit()) FAIL_CHECK(fault);
    for (const std::string& fault : faults_of_structure(host_->tree())) FAIL_CHECK(fault);
}

// Frames until none is wanted, and whatever the county answers at once.
void Tablet::settle() {
    int frames = 0;
    for (;;) {
        if (const auto wanted = std::exchange(platform_.kept_display, std::nullopt)) {  // As the page does it.
            Surroundings window = host_->input().surroundings();
            window.chosen = *wanted;
            window.scheme = wanted->scheme.value_or(Scheme::light);
            window.text_scale = wanted->text;
            host_->input().resize(window);
            platform_.frame_wanted = true;
        }
        if (platform_.frame_wanted || host_->wants_frame() || host_->input().waiting()) {
            REQUIRE(++frames < frames_max);
            draw();
        } else if (!platform_.sent.empty() && answers_left_ != 0) {
            if (answers_left_ > 0) --answers_left_;
            const SentRequest sent = platform_.sent.front();
            platform_.sent.pop_front();
            app_->on_http(sent.id, county_.answer(sent.request));
            frames = 0;
        } else if (const auto turn = platform_.timers.find(Timer::wait); turn != platform_.timers.end()) {
            clock_.time = std::max(clock_.time, turn->second);
            platform_.timers.erase(turn);
            app_->on_timer(Timer::wait);
        } else {
            return;
        }
    }
}

void Tablet::answer_all() {
    answers_left_ = -1;
    settle();
}

void Tablet::touch() {
    host_->input().hover(0);
    platform_.frame_wanted = true;
    settle();
}

void Tablet::pass(Instant milliseconds) {
    constexpr Instant between_touches_ms = 60'000;
    for (; milliseconds > between_touches_ms; milliseconds -= between_touches_ms) {
        leave_alone(between_touches_ms);
        touch();
    }
    leave_alone(milliseconds);
}

void Tablet::leave_alone(Instant milliseconds) {
    const Instant end = clock_.time + milliseconds;
    for (;;) {
        auto next = platform_.timers.end();
        for (auto timer = platform_.timers.begin(); timer != platform_.timers.end(); ++timer) {
            if (timer->second <= end && (next == platform_.timers.end() || timer->second < next->second)) next = timer;
        }
        if (next == platform_.timers.end()) break;
        const Timer timer = next->first;
        clock_.time = std::max(clock_.time, next->second);
        platform_.timers.erase(next);
        app_->on_timer(timer);
        settle();
    }
    clock_.time = end;
}

void Tablet::hide() {
    app_->on_hidden();
    settle();
}

void Tablet::show() {
    app_->on_visible();
    settle();
}

void Tablet::come_online() {
    app_->on_online();
    settle();
}

void Tablet::promise_storage(bool granted) {
    app_->on_persistence(granted);
    settle();
}

const SemanticNode* Tablet::find(Role role, std::string_view name) const {
    for (const SemanticNode& node : host_->tree().nodes()) {
        if (node.role == role && std::string_view(node.name).starts_with(name)) return &node;
    }
    return nullptr;
}

const SemanticNode* Tablet::find_field(std::string_view label) const {
    for (const SemanticNode& node : host_->tree().nodes()) {
        if (is_field(node.role) && node.name == label) return &node;
    }
    return nullptr;
}

void Tablet::press(std::string_view name) {
    CAPTURE(name);
    INFO(everything());
    for (const SemanticNode& node : host_->tree().nodes()) {
        if (!can_be_pressed(node.role) || !std::string_view(node.name).starts_with(name)) continue;
        REQUIRE_FALSE(node.state.disabled);
        const NodeId id = node.id;  // Leaving a field may draw the tree anew.
        if (field_ != 0) leave();
        host_->input().activate(id);
        settle();
        return;
    }
    FAIL("There is nothing to press of that name.");
}

const SemanticNode* Tablet::find_radio(std::string_view group, std::string_view name) const {
    CAPTURE(group);
    const SemanticNode* found = find(Role::radio_group, group);
    REQUIRE(found != nullptr);
    for (const SemanticNode& node : host_->tree().nodes()) {
        if (node.parent == found->id && node.role == Role::radio && std::string_view(node.name).starts_with(name))
            return &node;
    }
    FAIL("The group has no such choice.");
    return nullptr;
}

void Tablet::choose(std::string_view group, std::string_view name) {
    const SemanticNode* radio = find_radio(group, name);
    REQUIRE_FALSE(radio->state.disabled);
    const NodeId id = radio->id;
    if (field_ != 0) leave();
    host_->input().activate(id);
    settle();
}

bool Tablet::has_chosen(std::string_view group, std::string_view name) const {
    return find_radio(group, name)->state.checked.value_or(false);
}

void Tablet::type(std::string_view label, std::string text) {
    CAPTURE(label);
    INFO(everything());
    const SemanticNode* node = find_field(label);
    REQUIRE(node != nullptr);
    REQUIRE_FALSE(node->state.disabled);
    const NodeId id = node->id;
    if (field_ != 0 && field_ != id) leave();
    field_ = id;
    host_->input().focus(id, true, 0);
    host_->input().edit(id, std::move(text), 0);
    settle();
}

void Tablet::leave() {
    host_->input().leave(std::exchange(field_, 0));
    host_->input().focus(0, false, 0);
    settle();
}

void Tablet::fill(std::string_view label, std::string text) {
    type(label, std::move(text));
    leave();
}

bool Tablet::described_as(std::string_view label, std::string_view hint) const {
    const SemanticNode* node = find_field(label);
    REQUIRE(node != nullptr);
    return node->description == hint;
}

bool Tablet::asked_focus_on(std::string_view label) const {
    const SemanticNode* node = find_field(label);
    return node && node->id == focus_;
}

void Tablet::take_photo(std::string_view button, const TakenPhoto& taken) {
    const std::string place = value_of(Role::photo_button, button);
    app_->on_photo_news(place, "preparing");
    settle();
    bring_photo(place, taken);
}

void Tablet::fail_photo(std::string_view button, std::string_view code) {
    app_->on_photo_news(value_of(Role::photo_button, button), code);
    settle();
}

void Tablet::choose_file(std::string_view button, std::string_view content) {
    INFO(everything());
    const SemanticNode* node = find(Role::file_button, button);
    REQUIRE(node != nullptr);
    REQUIRE_FALSE(node->state.disabled);
    platform_.chosen.emplace(std::vector<std::uint8_t>(content.begin(), content.end()));
    app_->on_file();
    settle();
}

void Tablet::bring_photo(std::string_view place, const TakenPhoto& taken) {
    app_->on_photo(place, taken);
    settle();
}

std::string Tablet::value_of(Role role, std::string_view name) const {
    INFO(everything());
    const SemanticNode* node = find(role, name);
    REQUIRE(node != nullptr);
    return node->value;
}

bool Tablet::sees(std::string_view text) const {
    for (const SemanticNode& node : host_->tree().nodes()) {
        for (const std::string* said : {&node.name, &node.value, &node.description, &node.error}) {
            if (said->find(text) != std::string::npos) return true;
        }
    }
    return false;
}

bool Tablet::sees(Role role, std::string_view name) const {
    return find(role, name) != nullptr;
}

std::string Tablet::value_of(std::string_view label) const {
    const SemanticNode* node = find_field(label);
    REQUIRE(node != nullptr);
    return node->value;
}

std::string Tablet::everything() const {
    std::string text;
    for (const SemanticNode& node : host_->tree().nodes()) {
        text += std::string(to_word(node.role)) + " “" + node.name + "”";
        if (!node.value.empty()) text += " = “" + node.value + "”";
        if (!node.error.empty()) text += " !! " + node.error;
        text += "\n";
    }
    return text;
}

}  // namespace kitbag
