// The record while it is in the head’s hands: no bar above it and nowhere else to go.

#include "app/screens/screens.h"
#include "app/text/record_words.h"
#include "app/widgets/band.h"
#include "app/widgets/widgets.h"

namespace kitbag {

namespace w = widgets;

void Screens::draw_hand_over_place(Ui& ui, const Models& models, Commands& commands) {
    const HandOverModel& model = models.hand_over;
    const std::string& alarm = models.frame.alarm;
    const auto top = [&] {
        if (alarm.empty()) return;
        w::band(ui, "news", words::common::news,
                [&] { w::banner(ui, "alarm", {.kind = w::BannerKind::error, .text = alarm}); });
    };
    const std::string key = model.visit + (model.answered ? ".signed" : ".hand_over");
    const std::string_view title = model.answered ? words::hand_over::thanks : words::hand_over::title;
    w::page(
        ui, key, {.title = title, .detail = model.school},
        [&] {
            draw_hand_over(ui, model, hand_over_, commands);
            draw_display_button(ui, top_bar_.display, commands);
        },
        {}, top);
}

}  // namespace kitbag
