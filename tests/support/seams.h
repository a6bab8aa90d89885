#pragma once
// A clock and a source of chance that a test sets. Nothing here is secret or real.

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "core/base/clock.h"
#include "core/base/random.h"

namespace kitbag {

class SetClock final : public Clock {
  public:
    explicit SetClock(Instant now = 1'795'442'525'123) : now_(now) {}  // 2026-11-23T14:02:05.123Z
    Instant now() const override { return now_; }
    void set(Instant now) { now_ = now; }
    void pass(Instant ms) { now_ += ms; }

  private:
    Instant now_;
};

// SplitMix64: the same seed gives the same bytes everywhere.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed = 1) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(next() >> 56);
    }
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        return mixed ^ (mixed >> 31);
    }
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }

  private:
    std::uint64_t state_;
};

// Where files are kept in memory, for tests that do not ask whether anything reached a disk; an ordinary place where there is none.
std::filesystem::path place_in_memory();

// A folder of its own for one test, gone with it.
class TemporaryFolder {
  public:
    explicit TemporaryFolder(const std::filesystem::path& place = std::filesystem::temp_directory_path());
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::string file(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

}  // namespace kitbag
