#include "core/base/id.h"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

// Counts down, so that only the time can make a later id sort later.
class FallingBytes : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) byte = next_--;
    }

  private:
    std::uint8_t next_ = 255;
};

}  // namespace

TEST_CASE("an id made later sorts later") {
    FallingBytes random;
    std::vector<Id> ids;
    for (const Instant now :
         {Instant{0}, Instant{1}, Instant{255}, Instant{256}, Instant{1'795'442'525'123}, (Instant{1} << 48) - 1}) {
        ids.push_back(new_id(now, random));
        CHECK(is_id(ids.back()));
    }
    CHECK(std::ranges::is_sorted(ids));
}

TEST_CASE("an id holds its time, its version and its variant, and chance elsewhere") {
    FallingBytes random;
    CHECK(new_id(0x0192f3c4a1b2, random) == "0192f3c4-a1b2-79f8-b7f6-f5f4f3f2f1f0");
}

TEST_CASE("only the canonical form of a version 7 UUID is an id") {
    struct Row {
        std::string text;
        bool is_id;
    };
    const Row rows[] = {
        {"0192f3c4-a1b2-7c3d-8e4f-0123456789ab", true},   {"0192F3C4-A1B2-7C3D-8E4F-0123456789AB", false},
        {"0192f3c4-a1b2-4c3d-8e4f-0123456789ab", false},  {"0192f3c4-a1b2-7c3d-ce4f-0123456789ab", false},
        {"0192f3c4a1b27c3d8e4f0123456789ab", false},      {"0192f3c4-a1b2-7c3d-8e4f-0123456789a", false},
        {"0192f3c4-a1b2-7c3d-8e4f-0123456789abc", false}, {"0192f3c4-a1b2-7c3d-8e4f-0123456789ag", false},
        {"0192f3c4-a1b2-7c3d-8e4f_0123456789ab", false},  {"", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(is_id(row.text) == row.is_id);
    }
}

TEST_CASE("bytes are written as two lower-case digits each") {
    const std::vector<std::uint8_t> bytes = {0x00, 0x0f, 0xa0, 0xff};
    CHECK(to_hex(bytes) == "000fa0ff");
    CHECK(to_hex({}) == "");
}

TEST_CASE("an id tells when it was made") {
    FallingBytes random;
    for (const Instant instant : {Instant{0}, Instant{1'795'442'525'123}, (Instant{1} << 48) - 1}) {
        CHECK(made_at(new_id(instant, random)) == instant);
    }
}
