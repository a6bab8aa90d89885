#pragma once
// A borrowed function: what a container draws inside itself. It is called before the call it was given to returns,
// and is never kept.

#include <type_traits>
#include <utility>

namespace kitbag {

class Contents {
  public:
    Contents() = default;
    template <typename Body>
        requires(!std::is_same_v<std::remove_cvref_t<Body>, Contents>)
    Contents(Body&& body)  // NOLINT: a lambda is meant to be given as it stands.
        : body_(const_cast<void*>(static_cast<const void*>(&body))),
          call_([](void* target) { (*static_cast<std::remove_reference_t<Body>*>(target))(); }) {}

    explicit operator bool() const { return call_ != nullptr; }
    void operator()() const {
        if (call_) call_(body_);
    }

  private:
    void* body_ = nullptr;
    void (*call_)(void*) = nullptr;
};

}  // namespace kitbag
