#include "app/widgets/ui.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "core/base/check.h"

namespace kitbag {
namespace {

constexpr float narrow_below = 720;
constexpr float low_below = 440;         // What a tablet lying down, or a desktop's window zoomed to 200 %, still has.
constexpr float low_while_typing = 600;  // A phone on which the keyboard is open.
constexpr std::size_t remembered_max = 4096;  // Then what was not used in this frame is let go.

}  // namespace

bool Ui::narrow() const {
    return input_.surroundings().width < narrow_below * (1 + (theme_.text_scale() - 1) * 0.7f);
}

bool Ui::low() const {
    const Surroundings& window = input_.surroundings();
    const float least = typing_ && narrow() ? low_while_typing : low_below;
    return window.height - window.safe_top - window.safe_bottom < least * theme_.text_scale();
}

float Ui::width() const {
    return areas_.back().width;
}

void Ui::space(float height) {
    Area& here = areas_.back();
    here.cursor += height;
}

void Ui::focus_on(std::string_view key) {
    asks_.focus = id(key);
}

void Ui::set_scroll(std::string_view key, float offset) {
    input_.scroll(id(key), offset);
}

NodeId Ui::next_text_id() {
    return child_id(scopes_.back(), text_counts_.back()++);
}

Bounds Ui::place(float width, float height) {
    Area& here = areas_.back();
    if (!here.row) {
        const Bounds taken{here.x, here.cursor, width > 0 ? std::min(width, here.width) : here.width, height};
        here.cursor += height + here.gap;
        here.bottom = std::max(here.bottom, taken.y + height);
        return taken;
    }
    const float end = here.x + here.width;
    if (width <= 0) width = std::max(end - here.cursor, std::min(here.width, 200.0f));
    width = std::min(width, here.width);
    if (here.cursor > here.x && here.cursor + width > end + 0.5f) {
        here.line_y += std::max(here.line_height, here.usual_height) + Theme::grid;
        here.cursor = here.x;
        here.line_height = 0;
    }
    const float lower = std::max(0.0f, std::round((here.usual_height - height) / 2));
    const Bounds taken{here.cursor, here.line_y + lower, width, height};
    here.cursor += width + here.gap;
    here.line_height = std::max(here.line_height, height);
    here.highest = std::max(here.highest, height);
    here.widest = std::max(here.widest, taken.x + width - here.x);
    here.bottom = std::max(here.bottom, here.line_y + std::max(here.line_height, here.usual_height));
    return taken;
}

void Ui::open_area(Area area) {
    if (area.row) {
        area.line_y = area.y;
        area.cursor = area.x;
    } else {
        area.cursor = area.y;
    }
    area.bottom = area.y;
    areas_.push_back(area);
}

void Ui::take_side(float width, bool right) {
    CHECK(areas_.size() == 1);
    if (!right) areas_.front().x += width;
    areas_.front().width -= width;
}

Area Ui::close_area() {
    CHECK(areas_.size() > 1);
    const Area closed = areas_.back();
    areas_.pop_back();
    return closed;
}

Bounds Ui::to_content(const Bounds& screen) const {
    const Point& origin = origins_.back();
    return {screen.x - origin.x, screen.y - origin.y, screen.width, screen.height};
}

float& Ui::remembered(NodeId id, float first) {
    const auto [place, is_new] = remembered_.try_emplace(id, Remembered{first, first});
    Remembered& number = place->second;
    if (number.frame != frame_) {
        number.before = number.now;
        number.frame = frame_;
        used_.push_back(&number);
    }
    return number.now;
}

float Ui::arriving(NodeId id) {
    Arriving& one = arriving_[id];
    one.used = true;
    if (input_.surroundings().still) one.frames = arriving_frames;
    if (one.frames == arriving_frames) return 1;
    something_arrives_ = true;
    return static_cast<float>(one.frames++) / static_cast<float>(arriving_frames);
}

bool Ui::is_seen(const Bounds& screen) const {
    if (watched_) return true;
    const ImVec2 low = draw_->GetClipRectMin();
    const ImVec2 high = draw_->GetClipRectMax();
    constexpr float outside = 8;  // A focus ring reaches that far out.
    return screen.y < high.y + outside && screen.y + screen.height > low.y - outside && screen.x < high.x + outside &&
           screen.x + screen.width > low.x - outside;
}

std::optional<Bounds> Ui::told_as_before(NodeId id, float y) {
    if (!unchanged() || watched_) return std::nullopt;
    const SemanticNode* before = tree_.before(id);
    if (!before) return std::nullopt;
    const Point& origin = origins_.back();
    const Bounds box{before->bounds.x + origin.x, before->bounds.y + origin.y, before->bounds.width,
                     before->bounds.height};
    if (std::abs(box.y - y) > 0.5f || is_seen(box)) return std::nullopt;
    tree_.add_as_before(id);
    return box;
}

bool Ui::is_near(const Bounds& screen) const {
    constexpr float screens = 1;
    const float low = draw_->GetClipRectMin().y;
    const float high = draw_->GetClipRectMax().y;
    const float outside = screens * (high - low);
    return screen.y < high + outside && screen.y + screen.height > low - outside;
}

void Ui::tell_drawn(std::string_view text, const Bounds& screen) {
    const SemanticNode* inside = tree_.find(tree_.innermost());
    while (inside && inside->role != Role::scroll && inside->role != Role::dialog) inside = tree_.find(inside->parent);
    watched_->push_back({std::string(text), to_content(screen), inside ? inside->id : 0});
}

void Ui::begin_frame(ImDrawList& draw) {
    const Surroundings& window = input_.surroundings();
    draw_ = &draw;
    const SemanticNode* focused = tree_.find(input_.focused());
    // What is being pressed must not move because the field before it has lost the focus.
    typing_ = (focused && is_field(focused->role)) || (typing_ && input_.something_pressed());
    bottom_ = window.height - window.safe_bottom;
    tree_.begin_frame();
    asks_.focus = 0;
    wanted_text_scale_ = 0;
    layout_moved_ = false;
    if (watched_) watched_->clear();
    something_arrives_ = false;
    unchanged_before_ = unchanged_;
    unchanged_ = false;
    used_.clear();
    ++frame_;
    for (auto& [id, one] : arriving_) one.used = false;
    scopes_ = {0};
    text_counts_ = {0};
    origins_ = {{0, 0}};
    areas_.clear();
    Area whole{
        .x = window.safe_left, .y = window.safe_top, .width = window.width - window.safe_left - window.safe_right};
    open_area(whole);
}

void Ui::end_frame() {
    CHECK(areas_.size() == 1 && scopes_.size() == 1 && origins_.size() == 1);
    const NodeId wrong = first_error_.find(tree_, input_);
    if (asks_.focus == 0) asks_.focus = wrong;
    layout_moved_ = std::ranges::any_of(
        used_, [](const Remembered* number) { return std::abs(number->now - number->before) > 0.5f; });
    const bool all_drawn = !unchanged_;
    unchanged_ = unchanged_ && !layout_moved_ && !something_arrives_;
    if (!all_drawn) return;
    tree_.forget_before();
    std::erase_if(arriving_, [](const auto& entry) { return !entry.second.used; });  // Coming again, it arrives again.
    if (remembered_.size() > remembered_max) {
        std::erase_if(remembered_, [&](const auto& entry) { return entry.second.frame != frame_; });
    }
}

KeyScope::KeyScope(Ui& ui, std::string_view key) : KeyScope(ui, ui.id(key)) {}

KeyScope::KeyScope(Ui& ui, NodeId id) : ui_(ui) {
    ui_.scopes_.push_back(id);
    ui_.text_counts_.push_back(0);
}

KeyScope::~KeyScope() {
    ui_.scopes_.pop_back();
    ui_.text_counts_.pop_back();
}

ScrollOrigin::ScrollOrigin(Ui& ui, float x, float y) : ui_(ui) {
    ui_.origins_.push_back({x, y});
}

ScrollOrigin::~ScrollOrigin() {
    ui_.origins_.pop_back();
}

DrawOn::DrawOn(Ui& ui, ImDrawList& list) : ui_(ui), before_(ui.draw_) {
    ui_.draw_ = &list;
}

DrawOn::~DrawOn() {
    ui_.draw_ = before_;
}

}  // namespace kitbag
