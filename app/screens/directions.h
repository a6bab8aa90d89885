#pragma once
// How a direction of travel looks.

#include "app/widgets/direction.h"
#include "core/categorisation/direction.h"

namespace kitbag {

constexpr widgets::Arrow arrow_of(Direction direction) {
    switch (direction) {
        case Direction::improving:
            return widgets::Arrow::up;
        case Direction::steady:
            return widgets::Arrow::level;
        case Direction::declining:
            return widgets::Arrow::down;
    }
    return widgets::Arrow::none;
}

}  // namespace kitbag
