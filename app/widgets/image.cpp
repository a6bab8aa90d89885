#include "app/widgets/image.h"

#include <algorithm>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

void record_image(Ui& ui, std::string_view key, const Image& look, const Bounds& box) {
    SemanticNode node;
    node.id = child_id(ui.id(key), "image");
    node.role = Role::image;
    node.name = look.name;
    node.value = look.source;
    node.bounds = ui.to_content(inset(box, 4));  // The edge round it is drawn here, the focus ring too.
    ui.tree().add(std::move(node));
}

void draw_frame(Ui& ui, const Image& look, const Bounds& box) {
    const Palette& colours = ui.theme().colours;
    const TextStyle style = ui.theme().text(TextSize::small);
    fill(ui, box, colours.sunken, Theme::radius);
    outline(ui, box, colours.line, Theme::radius);
    // Under the image until the page has it: what it is called, where there is room for it whole.
    const auto lines = wrap_text(style, look.name, box.width - 24);
    if (lines_height(style, lines) > box.height - 8) return;
    draw_lines(ui, style, box.x + 12, box.y + (box.height - lines_height(style, lines)) / 2, colours.quiet_ink, lines);
}

Bounds place_image(Ui& ui, const Image& look) {
    const float width = look.width > 0 ? std::min(look.width, ui.width()) : 0;
    return ui.place(width, look.height);
}

// Only the browser can open what a person chooses from, so it is the element that is pressed and not this.
void draw_opener(Ui& ui, std::string_view key, const PhotoButton& look, Role role, Icon sign_icon) {
    constexpr float padding = 20;
    const TextStyle style = ui.theme().text(TextSize::body, true);
    const float camera = icon_size(style);
    const float sign = camera + 8;
    const Palette& colours = ui.theme().colours;
    const float wanted = text_width(style, look.label) + 2 * padding + sign + 1;
    const auto lines = wrap_text(style, look.label, std::min(wanted, ui.width()) - 2 * padding - sign + 1);
    const Bounds box = ui.place(std::min(wanted, ui.width()), std::max(Theme::touch, lines_height(style, lines) + 20));
    SemanticNode node;
    node.id = ui.id(key);
    node.role = role;
    node.name = look.label;
    node.value = look.place;
    node.bounds = ui.to_content(box);
    node.state.disabled = !look.enabled;
    const NodeId id = ui.tree().add(std::move(node));
    if (!ui.is_seen(box)) return;
    const bool held = ui.input().pressed(id);
    const Colour ground = held                     ? blend(colours.accent_soft, colours.accent, 0.2f)
                          : ui.input().hovered(id) ? colours.accent_soft
                                                   : colours.sunken;
    const Colour ink = look.enabled ? colours.accent : colours.disabled_ink;
    fill(ui, box, ground, Theme::radius);
    outline(ui, box, colours.strong_line, Theme::radius);
    draw_icon(ui, sign_icon, box.x + padding + camera / 2, box.y + box.height / 2, camera, ink);
    draw_lines(ui, style, box.x + padding + sign, box.y + (box.height - lines_height(style, lines)) / 2, ink, lines);
    focus_ring(ui, id, box, Theme::radius);
}

}  // namespace

void image(Ui& ui, std::string_view key, const Image& look) {
    const Bounds box = place_image(ui, look);
    record_image(ui, key, look, box);
    if (ui.is_seen(box)) draw_frame(ui, look, box);
}

bool image_button(Ui& ui, std::string_view key, const Image& look, std::string_view spoken) {
    const Bounds box = place_image(ui, look);
    SemanticNode node;
    node.id = ui.id(key);
    node.role = Role::button;
    node.name = spoken;
    node.bounds = ui.to_content(box);
    const NodeId id = ui.tree().add(std::move(node));
    record_image(ui, key, look, box);
    if (ui.is_seen(box)) {
        draw_frame(ui, look, box);
        if (ui.input().hovered(id) || ui.input().pressed(id))
            outline(ui, box, ui.theme().colours.accent, Theme::radius, 3);
        focus_ring(ui, id, box, Theme::radius);
    }
    return ui.input().activated(id);
}

void photo_button(Ui& ui, std::string_view key, const PhotoButton& look) {
    draw_opener(ui, key, look, Role::photo_button, Icon::camera);
}

void file_button(Ui& ui, std::string_view key, const PhotoButton& look) {
    draw_opener(ui, key, look, Role::file_button, Icon::file_text);
}

}  // namespace kitbag::widgets
