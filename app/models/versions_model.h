#pragma once
// What two people wrote in one place without seeing each other: each version, so that somebody who knows can say which stands.

#include <optional>
#include <string>
#include <vector>

#include "app/models/field_model.h"
#include "core/base/text.h"

namespace kitbag {

struct VersionModel {
    std::string stamp;
    std::string who;                   // "Ada Marsh, 23 November 2026, 14:02"
    std::string text;                  // As people say it; "" for nothing.
    std::string value;                 // As it is stored.
    std::vector<TextRange> differing;  // The words in `text` that the version which shows has not.
    std::string over;                  // What it was written over: "Instead of: “Reading”"; "" where there was nothing.
    bool shows = false;
};

struct TwiceWrittenModel {
    FieldKey key;
    std::string title;                   // "Evidence for Quality of teaching"
    std::vector<VersionModel> versions;  // The one that shows first.
    std::optional<FieldModel> own;       // For another text than either; nothing where it is chosen and not written.
};

struct VersionsModel {
    bool known = false;  // False: the visit is not on this tablet.
    std::string visit;
    std::string urn;
    std::string detail;      // "Ashmere Primary School · 23 November 2026"
    bool open = false;       // The visit is written in, and not only read.
    bool may_settle = true;  // Not in a visit that is locked, nor as an officer.
    std::string news;
    std::vector<TwiceWrittenModel> places;
};

}  // namespace kitbag
