#pragma once
// Strict reading of JSON that people write by hand. A JsonPlace is a value together with its path, so that whatever is
// wrong is said where it is: "aspects[3].descriptors.amber: …". The first complaint is kept, later ones
// are not heard, and what is wrong reads as empty; so the code that reads a file is one straight line and asks once, at
// the end, whether all was well.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"

namespace kitbag {

class JsonPlace {
  public:
    // `whole` names the text in a complaint about all of it: "The pack". REQUIRES: the others outlive every place reached
    // from this one.
    JsonPlace(const Json& json, std::optional<std::string>& complaint, std::string whole)
        : json_(&json), whole_(std::move(whole)), complaint_(&complaint) {}

    // A member that must be there, or one that may be.
    JsonPlace operator[](std::string_view member) const;
    bool has(std::string_view member) const;
    bool is_true() const { return json_ != nullptr && json_->is_boolean() && json_->get<bool>(); }
    bool truth() const;  // Complains unless this is true or false.
    bool is_list() const { return json_ != nullptr && json_->is_array(); }
    bool is_object() const { return json_ != nullptr && json_->is_object(); }

    // Complains unless this is an object with no other members than these.
    void allow_only(const std::vector<std::string_view>& members) const;

    // The elements of an array of `min` to `max` of them.
    std::vector<JsonPlace> items(std::size_t min, std::size_t max) const;

    std::string text(std::size_t max_characters) const;  // Not blank, valid UTF-8, one line.
    std::string key() const;                             // See is_key.

    void complain(std::string_view complaint) const;

  private:
    JsonPlace(const Json* json, std::string whole, std::string path, std::optional<std::string>* complaint)
        : json_(json), whole_(std::move(whole)), path_(std::move(path)), complaint_(complaint) {}

    const Json* json_;  // Null below a place that was complained of.
    std::string whole_;
    std::string path_;
    std::optional<std::string>* complaint_;
};

}  // namespace kitbag
