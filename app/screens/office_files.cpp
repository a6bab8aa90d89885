#include "app/screens/office_files.h"

#include "app/text/bundle_words.h"
#include "app/widgets/image.h"
#include "app/widgets/widgets.h"

namespace kitbag {

namespace w = widgets;
namespace t = words::office_files;

void draw_office_files(Ui& ui, const OfficeFilesModel& model, Commands& commands) {
    w::heading(ui, 2, t::title);
    if (!model.possible) {
        w::paragraph(ui, t::no_key, {.tone = w::TextTone::quiet});
        return;
    }
    w::paragraph(ui, t::what);
    if (!model.failure.empty()) w::banner(ui, "office_failure", {.kind = w::BannerKind::error, .text = model.failure});
    w::paragraph(ui, model.last_made);
    if (!model.made.empty()) {
        w::paragraph(ui, model.made);
        w::paragraph(ui, t::given);
    }
    const bool idle = !model.making && !model.reading;
    const w::Button make{.label = t::make, .icon = Icon::download, .busy = !idle};
    if (w::button(ui, "office_file", make)) commands.push(MakeOfficeFile{});
    w::file_button(ui, "office_answer", {.label = t::read, .place = "answer", .enabled = idle});
    if (!idle) w::progress(ui, "office_progress", {.label = model.making ? t::making : t::reading});
    if (!model.read.empty()) w::banner(ui, "office_read", {.kind = w::BannerKind::info, .text = model.read});
}

}  // namespace kitbag
