#include "app/screens/sending_screen.h"

#include "app/screens/office_files.h"
#include "app/text/backup_words.h"
#include "app/text/lock_words.h"
#include "app/text/phrases.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::sending;

constexpr int code_typed_max = 200;

// For a tablet that the county does not know any more. Whose it is stays as it is, so only the code is asked for.
void draw_enrol_again(Ui& ui, const SendingModel& model, SendingView& view, Commands& commands) {
    namespace again = words::enrol_again;
    const bool idle = model.again.progress.empty() && !model.busy;
    w::heading(ui, 2, again::title);
    w::paragraph(ui, phrases::enrol_again(model.again.who));
    if (!model.again.failure.empty())
        w::banner(ui, "again_failure", {.kind = w::BannerKind::error, .text = model.again.failure});
    const w::Field look{.label = words::set_up::code,
                        .value = view.code,
                        .hint = words::set_up::code_hint,
                        .error = model.again.code_error,
                        .enabled = idle,
                        .required = true,
                        .length_max = code_typed_max,
                        .letters = w::Letters::code};
    const w::FieldAnswer typed = w::field(ui, "again_code", look);
    if (typed.edited) view.code = *typed.edited;
    const w::Button button{.label = again::button, .kind = w::ButtonKind::primary, .busy = !idle};
    const bool pressed = w::button(ui, "again_go", button);
    if ((pressed || typed.submitted) && idle) commands.push(EnrolAgain{view.code});
    w::status_line(ui, "again_progress", model.again.progress);
}

void draw_refused(Ui& ui, const SendingModel& model, Commands& commands) {
    w::heading(ui, 2, t::refused);
    if (model.refused.empty()) {
        w::paragraph(ui, t::none_refused, {.tone = w::TextTone::quiet});
        return;
    }
    w::paragraph(ui, t::refused_kept, {.tone = w::TextTone::quiet});
    w::list(ui, "refused", t::refused, [&] {
        for (const RefusedRow& row : model.refused) {
            w::list_entry(ui, row.change, [&] {
                w::paragraph(ui, row.title, {.bold = true});
                w::paragraph(ui, row.reason);
                w::row(ui, [&] {
                    const w::Button again{
                        .label = t::try_again, .icon = Icon::refresh_cw, .spoken = row.try_again_spoken};
                    if (w::button(ui, "again", again)) commands.push(TryRefusedAgain{row.change});
                    const w::Button aside{
                        .label = t::put_aside, .kind = w::ButtonKind::quiet, .spoken = row.put_aside_spoken};
                    if (w::button(ui, "aside", aside)) commands.push(PutAside{row.change});
                });
            });
        }
    });
}

// Nothing where nobody has put anything aside.
void draw_put_aside(Ui& ui, const SendingModel& model, Commands& commands) {
    if (model.put_aside.empty()) return;
    w::heading(ui, 2, t::are_put_aside);
    w::paragraph(ui, t::put_aside_kept, {.tone = w::TextTone::quiet});
    w::list(ui, "put_aside", t::are_put_aside, [&] {
        for (const RefusedRow& row : model.put_aside) {
            w::list_entry(ui, row.change, [&] {
                w::paragraph(ui, row.title, {.bold = true});
                w::paragraph(ui, row.reason);
                const w::Button look{.label = t::take_up, .icon = Icon::refresh_cw, .spoken = row.try_again_spoken};
                if (w::button(ui, "again", look)) commands.push(TryRefusedAgain{row.change});
            });
        }
    });
}

void draw_received(Ui& ui, const SendingModel& model, Commands& commands) {
    w::heading(ui, 2, t::received);
    if (model.received.empty()) {
        w::paragraph(ui, t::none_received, {.tone = w::TextTone::quiet});
        return;
    }
    w::list(ui, "received", t::received, [&] {
        for (const ReceivedRow& row : model.received) {
            if (w::list_row(ui, row.visit, {.title = row.title, .detail = row.receipt})) {
                commands.push(GoTo{{row.can_write ? Place::visit : Place::record, row.urn, row.visit}});
            }
        }
    });
}

void draw_backup(Ui& ui, const SendingModel& model, Commands& commands) {
    w::heading(ui, 2, words::backup::title);
    w::paragraph(ui, words::backup::what);
    w::paragraph(ui, model.last_backup);
    const w::Button look{.label = words::backup::make, .icon = Icon::download, .busy = model.making_backup};
    if (w::button(ui, "backup", look)) commands.push(MakeBackup{});
    if (model.making_backup) w::progress(ui, "making", {.label = words::backup::making});
}

}  // namespace

void draw_sending(Ui& ui, const SendingModel& model, SendingView& view, Commands& commands) {
    w::paragraph(ui, model.last_contact);
    if (!model.trouble.empty()) w::banner(ui, "trouble", {.kind = w::BannerKind::info, .text = model.trouble});
    if (!model.clock.empty()) w::banner(ui, "clock", {.kind = w::BannerKind::info, .text = model.clock});
    if (model.again.wanted) draw_enrol_again(ui, model, view, commands);
    if (!model.storage.empty()) w::banner(ui, "storage", {.kind = w::BannerKind::warning, .text = model.storage});
    if (model.room_is_short) {
        const std::string text = model.room + " " + std::string(words::trouble::make_room);
        w::banner(ui, "room", {.kind = w::BannerKind::warning, .text = text});
    }
    w::heading(ui, 2, t::waiting);
    for (const std::string& line : {model.waiting, model.pictures_waiting})
        if (!line.empty()) w::paragraph(ui, line);
    draw_refused(ui, model, commands);
    draw_put_aside(ui, model, commands);
    draw_received(ui, model, commands);
    draw_office_files(ui, model.office, commands);
    draw_backup(ui, model, commands);
    w::heading(ui, 2, words::passphrase::this_tablet);
    if (!model.room.empty() && !model.room_is_short) w::paragraph(ui, model.room, {.tone = w::TextTone::quiet});
    w::row(ui, [&] {
        if (w::button(ui, "lock", {.label = words::common::lock, .icon = Icon::lock})) commands.push(LockTablet{});
        if (w::button(ui, "passphrase", {.label = words::passphrase::open})) commands.push(ShowPassphraseForm{});
    });
}

}  // namespace kitbag
