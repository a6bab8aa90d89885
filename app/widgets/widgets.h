#pragma once
// Everything a screen draws with. A screen includes this and core's values, and nothing of ImGui.

#include "app/widgets/board.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/direction.h"
#include "app/widgets/feedback.h"
#include "app/widgets/field.h"
#include "app/widgets/image.h"
#include "app/widgets/layout.h"
#include "app/widgets/list.h"
#include "app/widgets/long_work.h"
#include "app/widgets/marked_text.h"
#include "app/widgets/text.h"
#include "app/widgets/toast.h"
#include "app/widgets/ui.h"
