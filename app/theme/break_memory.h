#pragma once
// Where texts broke into lines, so that a page of long texts is not measured letter by letter in every frame. Whoever asks makes a
// fingerprint of all that it depends on: the text, its font and size, the width.

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kitbag {

struct LineOfText {
    std::size_t begin = 0, length = 0;  // Bytes.
};

class BreakMemory {
  public:
    // None where it was not kept. Valid until the next keep().
    const std::vector<LineOfText>* find(std::uint64_t fingerprint) const {
        const auto found = lines_.find(fingerprint);
        return found == lines_.end() ? nullptr : &found->second;
    }
    void keep(std::uint64_t fingerprint, std::vector<LineOfText> lines) {
        if (lines_.size() >= texts_max) lines_.clear();
        lines_.emplace(fingerprint, std::move(lines));
    }
    std::size_t size() const { return lines_.size(); }

    static constexpr std::size_t texts_max =
        1024;  // Then all are measured anew: a typed text is another with each letter.

  private:
    std::unordered_map<std::uint64_t, std::vector<LineOfText>> lines_;
};

}  // namespace kitbag
