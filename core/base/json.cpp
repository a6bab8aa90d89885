#include "core/base/json.h"

#include <algorithm>
#include <set>
#include <vector>

namespace kitbag {
namespace {

// The parser recurses by depth, so the depth is measured before it starts.
std::size_t depth_of(std::string_view text) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return deepest;
}

}  // namespace

Result<Json> parse_json(std::string_view text, std::string_view what) {
    if (depth_of(text) > json_depth_max) {
        return fault("json_too_deep",
                     std::string(what) + " is nested deeper than " + std::to_string(json_depth_max) + " levels.");
    }
    Json json = Json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded()) return fault("not_json", std::string(what) + " is not valid JSON.");
    return json;
}

std::optional<std::string> repeated_name(std::string_view text) {
    std::optional<std::string> repeated;
    std::vector<std::set<std::string>> open_objects;
    const auto look = [&](int, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start) open_objects.emplace_back();
        if (event == Json::parse_event_t::object_end) open_objects.pop_back();
        if (event == Json::parse_event_t::key) {
            const auto* const name = parsed.get_ptr<const std::string*>();
            if (!open_objects.back().insert(*name).second && !repeated) repeated = *name;
        }
        return true;
    };
    const Json ignored = Json::parse(text.begin(), text.end(), look, /*allow_exceptions=*/false);
    return repeated;
}

std::string to_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string text_or(const Json& object, std::string_view key, std::string_view fallback) {
    if (object.is_object()) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_string()) return found->get<std::string>();
    }
    return std::string(fallback);
}

std::int64_t integer_or(const Json& object, std::string_view key, std::int64_t fallback) {
    if (object.is_object()) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_number_integer()) return found->get<std::int64_t>();
    }
    return fallback;
}

}  // namespace kitbag
