#pragma once
// Who holds which post at one school or setting, and what is written down of each.

#include <optional>
#include <string>
#include <vector>

#include "app/models/board_model.h"
#include "app/models/field_model.h"
#include "app/models/schools_model.h"
#include "app/models/versions_model.h"

namespace kitbag {

// Of a new person these are drafts until the person is added; of one that is there each is a change when it is left.
struct PostForm {
    std::vector<Option> roles, designations;  // To choose from.
    FieldModel role, name, since;
    FieldModel designation, leads, capacity;  // Of a system leader.
    bool is_system_leader = false;            // As it is filled in now,
    bool is_early_years_adviser = false;      // and so is this.
    std::vector<Option> teams;
    FieldModel team;  // Of an early years adviser.
};

struct PostModel {
    PersonRow row;
    std::string sync;          // "On this tablet only"
    bool was_refused = false;  // Something of it, by the county.
    PostForm form;             // Without roles: whoever takes another post is another entry.
    FieldModel end;            // The day on which it ended, until that is recorded.
};

struct PeopleModel {
    bool known = false;
    std::string urn;
    std::string school;
    bool is_setting = false;
    bool may_write = false;
    std::optional<FieldModel> local_name;  // Where the register withholds the name.
    std::vector<PostModel> posts;          // Held today, or later.
    std::vector<PostModel> past;           // The latest to end first.
    PostForm adding;
    VersionsModel twice;  // What was written twice about them. Its visit is "".
    std::string news;
    std::string refusal;
};

}  // namespace kitbag
