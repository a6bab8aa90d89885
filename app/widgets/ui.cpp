#include "app/widgets/ui.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "core/base/check.h"

namespace kitbag {
namespace {

constexpr float narrow_below = 720;
constexpr std::size_t remembered_max = 4096;  // Then what was not used in this frame is let go.

}  // namespace

bool Ui::narrow() const {
    return input_.surroundings().width < narrow_below * (1 + (theme_.text_scale() - 1) * 0.7f);
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
    const auto [place, is_new] = remembered_.try_emplace(id, Remembered{first, first, true});
    if (!place->second.used) place->second.before = place->second.now;
    place->second.used = true;
    return place->second.now;
}

bool Ui::is_seen(const Bounds& screen) const {
    const ImVec2 low = draw_->GetClipRectMin();
    const ImVec2 high = draw_->GetClipRectMax();
    constexpr float outside = 8;  // A focus ring reaches that far out.
    return screen.y < high.y + outside && screen.y + screen.height > low.y - outside && screen.x < high.x + outside &&
           screen.x + screen.width > low.x - outside;
}

bool Ui::is_near(const Bounds& screen) const {
    constexpr float screens = 2;
    const float low = draw_->GetClipRectMin().y;
    const float high = draw_->GetClipRectMax().y;
    const float outside = screens * (high - low);
    return screen.y < high + outside && screen.y + screen.height > low - outside;
}

void Ui::begin_frame(ImDrawList& draw) {
    const Surroundings& window = input_.surroundings();
    draw_ = &draw;
    tree_.begin_frame();
    asks_.focus = 0;
    wanted_text_scale_ = 0;
    layout_moved_ = false;
    for (auto& [id, number] : remembered_) number.used = false;
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
    for (const auto& [id, number] : remembered_) {
        if (number.used && std::abs(number.now - number.before) > 0.5f) layout_moved_ = true;
    }
    if (remembered_.size() > remembered_max) {
        std::erase_if(remembered_, [](const auto& entry) { return !entry.second.used; });
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
