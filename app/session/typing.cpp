#include "app/session/typing.h"

#include <algorithm>
#include <utility>

namespace kitbag {

void Typing::type(const FieldKey& key, std::string text) {
    Text& entry = texts_[key];
    const bool same = entry.key == key && entry.text == text;
    if (same && entry.safety == Safety::saved) return;
    entry = Text{key, std::move(text), entry.safety == Safety::failed ? Safety::failed : Safety::saving};
}

std::vector<Typing::Text> Typing::unsaved() const {
    std::vector<Text> found;
    for (const auto& [key, entry] : texts_) {
        if (entry.safety != Safety::saved) found.push_back(entry);
    }
    return found;
}

bool Typing::has_unsaved() const {
    return std::ranges::any_of(texts_, [](const auto& pair) { return pair.second.safety != Safety::saved; });
}

void Typing::saved(const FieldKey& key, const std::string& text) {
    const auto found = texts_.find(key);
    if (found != texts_.end() && found->second.text == text) found->second.safety = Safety::saved;
}

void Typing::failed(const FieldKey& key) {
    const auto found = texts_.find(key);
    if (found != texts_.end()) found->second.safety = Safety::failed;
}

void Typing::forget(const FieldKey& key) {
    texts_.erase(key);
}

const Typing::Text* Typing::find(const FieldKey& key) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? nullptr : &found->second;
}

std::vector<FieldKey> Typing::keys() const {
    std::vector<FieldKey> found;
    for (const auto& [key, entry] : texts_) found.push_back(key);
    return found;
}

}  // namespace kitbag
