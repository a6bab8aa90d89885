#pragma once
// A file from outside, and a place that a file's bytes go to: what is too large to be held as one text is read and written
// through these, piece by piece. They choose nothing and keep nothing.

#include <cstdint>
#include <functional>
#include <span>

namespace kitbag {

// A file that a person chose. It may go away at any moment, as when its memory stick is pulled out.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    virtual std::int64_t size() = 0;
    virtual bool read(std::int64_t offset, std::span<std::uint8_t> into) = 0;  // All of it, or false.
};

using ByteSink = std::function<void(std::span<const std::uint8_t>)>;

}  // namespace kitbag
