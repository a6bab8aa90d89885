#pragma once
// How a model's tone looks.

#include "app/models/schools_model.h"
#include "app/widgets/text.h"

namespace kitbag {

constexpr widgets::BadgeTone badge_tone(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return widgets::BadgeTone::plain;
        case Tone::good:
            return widgets::BadgeTone::good;
        case Tone::notice:
            return widgets::BadgeTone::info;
        case Tone::alarm:
            return widgets::BadgeTone::danger;
    }
    return widgets::BadgeTone::plain;
}

}  // namespace kitbag
