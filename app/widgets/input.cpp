#include "app/widgets/input.h"

#include <utility>

#include "core/base/wipe.h"

namespace kitbag {

void UiInput::hear() {
    heard_ = more_than_scrolled_ = true;
}

void UiInput::activate(NodeId id) {
    hear();
    queue_.push_back({Kind::activate, id, {}});
}

void UiInput::edit(NodeId id, std::string text, float text_height) {
    hear();
    if (id == focused_) text_height_ = text_height;
    // Only the latest text of a field counts; typing fast must not queue frames.
    if (!queue_.empty() && queue_.back().kind == Kind::edit && queue_.back().id == id) {
        queue_.back().text = std::move(text);
        return;
    }
    queue_.push_back({Kind::edit, id, std::move(text)});
}

void UiInput::leave(NodeId id) {
    hear();
    queue_.push_back({Kind::leave, id, {}});
}

void UiInput::submit(NodeId id) {
    hear();
    queue_.push_back({Kind::submit, id, {}});
}

void UiInput::scroll(NodeId id, float offset) {
    heard_ = true;
    offsets_[id] = offset;
}

void UiInput::focus(NodeId id, bool show_ring, float text_height) {
    hear();
    focused_ = id;
    ring_ = show_ring;
    text_height_ = text_height;
}

void UiInput::hover(NodeId id) {
    hear();
    hovered_ = id;
}

void UiInput::press(NodeId id) {
    hear();
    pressed_ = id;
}

void UiInput::resize(const Surroundings& surroundings) {
    more_than_scrolled_ = true;
    surroundings_ = surroundings;
}

void UiInput::begin_frame() {
    heard_now_ = std::exchange(heard_, false);
    only_scrolled_ = !std::exchange(more_than_scrolled_, false) && queue_.empty();
    activated_.clear();
    left_.clear();
    submitted_.clear();
    for (auto& [id, text] : edited_) wipe(text);  // It may have been a passphrase.
    edited_.clear();
    NodeId typed_in = 0;
    for (bool first = true; !queue_.empty(); first = false) {
        Event& event = queue_.front();
        const bool typing = event.kind == Kind::edit || event.kind == Kind::leave;
        if (!first && !(typing && event.id == typed_in)) break;
        switch (event.kind) {
            case Kind::activate:
                activated_.insert(event.id);
                break;
            case Kind::edit:
                edited_[event.id] = std::move(event.text);
                break;
            case Kind::leave:
                left_.insert(event.id);
                break;
            case Kind::submit:
                submitted_.insert(event.id);
                break;
        }
        typed_in = typing ? event.id : 0;
        queue_.pop_front();
    }
}

const std::string* UiInput::edited(NodeId id) const {
    const auto found = edited_.find(id);
    return found == edited_.end() ? nullptr : &found->second;
}

float UiInput::scroll_offset(NodeId id) const {
    const auto found = offsets_.find(id);
    return found == offsets_.end() ? 0 : found->second;
}

}  // namespace kitbag
