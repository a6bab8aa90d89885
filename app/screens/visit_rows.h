#pragma once
// Visits in a list, each opened by pressing it: to be written on, or to be read.

#include <span>
#include <string_view>

#include "app/commands.h"
#include "app/models/planning_model.h"
#include "app/screens/tones.h"
#include "app/widgets/widgets.h"

namespace kitbag {

inline Route route_of(const VisitLine& line) {
    return {line.can_write ? Place::visit : Place::record, line.urn, line.id};
}

inline void draw_visit_rows(Ui& ui, std::string_view key, std::string_view label, std::span<const VisitLine> lines,
                            Commands& commands) {
    widgets::list(ui, key, label, [&] {
        for (const VisitLine& line : lines) {
            const bool pressed = widgets::list_row(ui, line.id,
                                                   {.title = line.title,
                                                    .detail = line.detail,
                                                    .badge = line.status.text,
                                                    .badge_tone = badge_tone(line.status.tone)});
            if (pressed) commands.push(GoTo{route_of(line)});
        }
    });
}

}  // namespace kitbag
