#include "app/app.h"

#include <utility>

#include "app/screens/screens.h"
#include "app/session/session.h"

namespace kitbag {

App::App(Platform& platform, KeyCost key_cost)
    : platform_(platform),
      session_(std::make_unique<Session>(platform, key_cost)),
      screens_(std::make_unique<Screens>()) {}

App::~App() = default;

void App::start() {
    session_->start();
    happened();
}

void App::draw(Ui& ui) {
    if (ui.input().heard())
        session_->on_input();  // First: a tablet that was left too long locks, and does nothing else.
    ask_for_frame();
    if (!std::exchange(changed_, false)) ui.tell_unchanged();
    Commands commands;
    screens_->draw(ui, session_->models(), commands);
    for (const Command& command : commands.take()) {
        session_->run(command);
        changed_ = true;
    }
    ask_for_frame();
}

void App::on_http(RequestId id, const WebAnswer& answer) {
    session_->on_http(id, answer);
    happened();
}

void App::on_timer(Timer timer) {
    session_->on_timer(timer);
    happened();
}

void App::on_hidden() {
    session_->on_hidden();
    happened();
}

void App::on_visible() {
    session_->on_visible();
    happened();
}

void App::on_online() {
    session_->on_online();
    happened();
}

void App::on_persistence(bool granted) {
    session_->on_persistence(granted);
    happened();
}

void App::on_room(std::int64_t used, std::int64_t allowed) {
    session_->on_room(used, allowed);
    happened();
}

void App::on_file() {
    session_->on_file();
    happened();
}

void App::on_photo(std::string_view place, const TakenPhoto& taken) {
    session_->on_photo(place, taken);
    happened();
}

void App::on_photo_news(std::string_view place, std::string_view code) {
    session_->on_photo_news(place, code);
    happened();
}

std::optional<std::vector<std::uint8_t>> App::shown_photo(std::string_view source) const {
    return session_->shown_photo(source);
}

void App::hand_on_texts() {
    session_->hand_on_texts();
}

void App::take_texts(std::string sealed) {
    session_->take_texts(std::move(sealed));
}

AtWork App::at_work() const {
    return session_->at_work();
}

void App::happened() {
    changed_ = true;
    ask_for_frame();
}

void App::ask_for_frame() {
    if (!session_->take_changed()) return;
    changed_ = true;
    platform_.request_frame();
}

}  // namespace kitbag
