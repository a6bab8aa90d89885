#pragma once
// What is shown of a visit's photographs. Their bytes are not here: the page asks for them by name (Role::image).

#include <string>
#include <vector>

#include "app/models/field_model.h"

namespace kitbag {

struct PhotoModel {
    std::string id;
    std::string note;           // The note that it belongs to, or "".
    std::string content;        // The hash by which its picture is kept.
    std::string name;           // "Photograph 1 of 2: Spelling in Year 4"
    std::string look;           // "Look at photograph 1 of 2: Spelling in Year 4"
    std::string caption_label;  // "What photograph 1 of 2 shows"
    std::string taken;          // "By Ada Marsh, 23 November 2026, 14:02"
    std::string sent;  // Where its picture is: "On this tablet only", or the county's receipt; "" when it is not here.
    FieldModel caption;
    FieldModel reason;         // Of removing it: a held text.
    bool here = false;         // Its picture is on this tablet.
    bool can_caption = false;  // While the visit is open, by who took it or whose visit it is.
    bool can_remove = false;   // By the same, and also afterwards: a face may be seen late.
    bool removed = false;      // Then there is nothing but `trace`:
    std::string trace;         // "Removed by Ada Marsh, 23 November 2026, 14:05: it shows a pupil’s face"
};

struct PhotosModel {
    std::string visit;
    std::vector<PhotoModel> photos;  // In the order they were taken, removed ones too.
    bool can_take = false;           // While the visit is open.
    bool preparing = false;          // One that was taken is being made smaller.
    std::string trouble;             // Why the last one was not kept, or "".
    bool saved = false;              // The last one is on the disk.
};

}  // namespace kitbag
