#include "core/base/json_place.h"

#include <algorithm>

#include "core/base/text.h"

namespace kitbag {

void JsonPlace::complain(std::string_view complaint) const {
    if (json_ == nullptr || *complaint_) return;
    *complaint_ = (path_.empty() ? whole_ : path_) + ": " + std::string(complaint);
}

JsonPlace JsonPlace::operator[](std::string_view member) const {
    JsonPlace place(nullptr, whole_, path_ + (path_.empty() ? "" : ".") + std::string(member), complaint_);
    if (has(member)) {
        place.json_ = &*json_->find(member);
    } else if (json_ != nullptr) {
        complain(is_object() ? "“" + std::string(member) + "” is missing." : "this should be an object, in { and }.");
    }
    return place;
}

bool JsonPlace::has(std::string_view member) const {
    return is_object() && json_->contains(member);
}

void JsonPlace::allow_only(const std::vector<std::string_view>& members) const {
    if (json_ == nullptr) return;
    if (!is_object()) return complain("this should be an object, in { and }.");
    for (auto member = json_->begin(); member != json_->end(); ++member) {
        if (!std::ranges::contains(members, std::string_view(member.key()))) {
            return complain("“" + member.key() + "” is not a name that is known here.");
        }
    }
}

std::vector<JsonPlace> JsonPlace::items(std::size_t min, std::size_t max) const {
    std::vector<JsonPlace> places;
    if (json_ == nullptr) return places;
    if (!json_->is_array() || json_->size() < min || json_->size() > max) {
        complain("this should be a list of " + std::to_string(min) + " to " + std::to_string(max) +
                 " items, in [ and ].");
        return places;
    }
    for (std::size_t i = 0; i < json_->size(); ++i) {
        places.push_back(JsonPlace(&(*json_)[i], whole_, path_ + "[" + std::to_string(i) + "]", complaint_));
    }
    return places;
}

std::string JsonPlace::text(std::size_t max_characters) const {
    if (json_ == nullptr) return {};
    const std::string* const text = json_->get_ptr<const std::string*>();
    const auto characters = text != nullptr ? count_characters(*text) : std::nullopt;
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' '; };
    if (!characters || trim(*text).empty() || std::ranges::any_of(*text, is_control)) {
        complain("this should be a text of one line that is not empty.");
        return {};
    }
    if (*characters > max_characters) {
        complain("the text has " + std::to_string(*characters) + " characters; at most " +
                 std::to_string(max_characters) + " are allowed.");
        return {};
    }
    return *text;
}

bool JsonPlace::truth() const {
    if (json_ != nullptr && !json_->is_boolean()) complain("this should be true or false.");
    return is_true();
}

std::string JsonPlace::key() const {
    if (json_ == nullptr) return {};
    const std::string* const text = json_->get_ptr<const std::string*>();
    if (text != nullptr && is_key(*text)) return *text;
    complain("this should be a name of 1 to 40 of the characters a-z, 0-9, _ and -.");
    return {};
}

}  // namespace kitbag
