#include "app/screens/photos.h"

#include <algorithm>

#include "app/screens/typed_field.h"
#include "app/text/evidence_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::photos;

constexpr float thumbnail_height = 150;
constexpr float thumbnail_share = 0.32f;
constexpr float picture_height = 400;

void draw_picture(Ui& ui, const PhotoModel& photo, PhotosView& view, Commands& commands) {
    if (!photo.here) return w::paragraph(ui, t::elsewhere, {.tone = w::TextTone::quiet, .small = true});
    const std::string source = "thumbnail/" + photo.content;
    if (w::image_button(ui, "look", {.name = photo.name, .source = source, .height = thumbnail_height}, photo.look)) {
        view = {.open = photo.id, .removing = !photo.reason.text.empty()};
        commands.push(DrawAgain{});
    }
}

void draw_about(Ui& ui, const PhotoModel& photo, Commands& commands) {
    if (photo.can_caption) {
        draw_typed_field(ui, "caption", {.label = photo.caption_label, .value = ""}, photo.caption, commands);
    } else {
        w::paragraph(ui, photo.name);
    }
    w::paragraph(ui, photo.taken, {.tone = w::TextTone::quiet, .small = true});
    if (!photo.sent.empty()) w::paragraph(ui, photo.sent, {.tone = w::TextTone::quiet, .small = true});
}

void draw_removal(Ui& ui, const PhotoModel& photo, Commands& commands) {
    w::paragraph(ui, t::remove_advice);
    draw_typed_field(
        ui, "reason",
        {.label = t::reason, .value = "", .kind = w::FieldKind::multiline, .required = true, .lines_min = 2},
        photo.reason, commands);
}

void draw_removal_buttons(Ui& ui, const PhotoModel& photo, PhotosView& view, Commands& commands) {
    if (w::button(ui, "remove", {.label = t::remove, .kind = w::ButtonKind::danger, .icon = Icon::trash_2}))
        commands.push(RemovePhoto{photo.id});
    if (!w::button(ui, "close", {.label = t::keep})) return;
    view = {};
    commands.push(TypeText{photo.reason.key, ""});
    commands.push(LeaveField{photo.reason.key});
}

void draw_look_buttons(Ui& ui, bool can_remove, PhotosView& view, Commands& commands) {
    if (w::button(ui, "close", {.label = words::common::close, .kind = w::ButtonKind::primary})) {
        view = {};
        commands.push(DrawAgain{});
    }
    if (can_remove && w::button(ui, "ask", {.label = t::remove, .kind = w::ButtonKind::quiet, .icon = Icon::trash_2})) {
        view.removing = true;
        commands.push(DrawAgain{});
    }
}

}  // namespace

void draw_photo_button(Ui& ui, const PhotosModel& model, std::string_view note) {
    if (!model.can_take) return;
    const std::string place = note.empty() ? model.visit : model.visit + " " + std::string(note);
    w::photo_button(ui, "take", {.label = t::add, .place = place});
    if (model.preparing) w::status_line(ui, "preparing", t::preparing);
    if (model.saved) w::status_line(ui, "saved", t::saved);
    if (!model.trouble.empty()) w::banner(ui, "trouble", {.kind = w::BannerKind::error, .text = model.trouble});
}

void draw_photos(Ui& ui, const std::vector<PhotoModel>& photos, PhotosView& view, Commands& commands) {
    if (photos.empty()) return;
    w::list(ui, "photos", t::title, [&] {
        for (const PhotoModel& photo : photos) {
            w::list_entry(ui, photo.id, [&] {
                if (photo.removed) return w::paragraph(ui, photo.trace, {.tone = w::TextTone::quiet, .small = true});
                w::columns(
                    ui, thumbnail_share, [&] { draw_picture(ui, photo, view, commands); },
                    [&] { draw_about(ui, photo, commands); });
            });
        }
    });
}

void draw_photo_dialog(Ui& ui, const PhotosModel& model, PhotosView& view, Commands& commands) {
    const auto photo = std::ranges::find(model.photos, view.open, &PhotoModel::id);
    if (view.open.empty() || photo == model.photos.end() || photo->removed) return;
    const bool removing = view.removing;
    const auto contents = [&] {
        const std::string source = "picture/" + photo->content;
        if (!removing) w::image(ui, "picture", {.name = photo->name, .source = source, .height = picture_height});
        w::paragraph(ui, photo->taken, {.tone = w::TextTone::quiet, .small = true});
        if (removing) draw_removal(ui, *photo, commands);
    };
    w::dialog(ui, "photo", photo->name, "close", contents, [&] {
        if (removing) return draw_removal_buttons(ui, *photo, view, commands);
        draw_look_buttons(ui, photo->can_remove, view, commands);
    });
}

void draw_photos_card(Ui& ui, const PhotosModel& model, PhotosView& view, Commands& commands) {
    if (model.photos.empty() && !model.can_take) return;
    w::card(ui, "photos_card", "", [&] {
        w::heading(ui, 2, t::title);
        draw_photo_button(ui, model, "");
        if (model.can_take) w::paragraph(ui, t::advice, {.tone = w::TextTone::quiet, .small = true});
        w::paragraph(ui, t::go_to_county, {.tone = w::TextTone::quiet, .small = true});
        draw_photos(ui, model.photos, view, commands);
    });
}

}  // namespace kitbag
