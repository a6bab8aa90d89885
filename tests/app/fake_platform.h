#pragma once
// What a tablet gives the app, for tests: files in memory that can fill up or be lost and outlive the app, a clock that is set,
// chance from a seed, timers that ring when time is moved on, and requests that wait to be answered.

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/platform/platform.h"
#include "tests/support/memory_source.h"

namespace kitbag {

class MemoryFiles : public FilePool {
  public:
    enum class Trouble { none, full, lost };
    Trouble trouble = Trouble::none;

    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override;
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) override;
    PoolResult<void> truncate(PoolFile file, std::int64_t size) override;
    PoolResult<void> flush(PoolFile file) override;
    PoolResult<std::int64_t> size(PoolFile file) override;

    std::vector<std::uint8_t>& bytes_of(PoolFile file) { return files_[static_cast<std::size_t>(file)]; }
    // The other stores of the same tablet, by number; 1 is this one.
    MemoryFiles& store(int number);

  private:
    std::array<std::vector<std::uint8_t>, pool_file_count> files_;
    std::map<int, std::unique_ptr<MemoryFiles>> others_;
};

class SetClock : public Clock {
  public:
    Instant time = 1'795'442'520'000;  // 2026-11-23T14:02:00Z
    Instant now() const override { return time; }
};

class SeededRandom : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

  private:
    std::uint64_t state_;
};

struct SentRequest {
    RequestId id = 0;
    WebRequest request;
};

struct GivenFile {
    std::string name;
    std::string type;
    std::string content;
};

class FakePlatform : public Platform {
  public:
    FakePlatform(MemoryFiles& files, SetClock& clock, std::uint64_t seed)
        : files_(files), clock_(clock), random_(seed) {}

    const Clock& clock() const override { return clock_; }
    Random& random() override { return random_; }
    FilePool& store(int number) override { return files_.store(number); }
    void request_frame() override { frame_wanted = true; }
    RequestId send(WebRequest request) override;
    void start_timer(Timer timer, int delay_ms) override { timers[timer] = clock_.time + delay_ms; }
    void stop_timer(Timer timer) override { timers.erase(timer); }
    void ask_for_persistent_storage() override {}
    void ask_for_room() override {}
    std::string device_name() const override { return "A test"; }
    void give_file(std::string name, std::string type, std::string content) override {
        given.push_back({std::move(name), std::move(type), std::move(content)});
    }
    void add_to_file(std::span<const std::uint8_t> piece) override { added.append(piece.begin(), piece.end()); }
    void give_added_file(std::string name, std::string type) override {
        given.push_back({std::move(name), std::move(type), std::exchange(added, "")});
    }
    void drop_file() override { added.clear(); }
    ByteSource* chosen_file() override { return chosen ? &*chosen : nullptr; }
    void forget_chosen_file() override { chosen.reset(); }
    void keep_display(const Display& display) override { kept_display = display; }
    void keep_texts(std::string sealed) override { kept_texts = std::move(sealed); }
    void print(std::string html) override { printed.push_back(std::move(html)); }

    bool frame_wanted = false;
    std::map<Timer, Instant> timers;  // When each rings.
    std::deque<SentRequest> sent;     // Not answered yet.
    std::vector<GivenFile> given;
    std::optional<MemorySource> chosen;
    std::string added;       // To a file that is not given yet.
    std::string kept_texts;  // For the next start.
    std::vector<std::string> printed;
    std::optional<Display> kept_display;  // Until the page has told it back.

  private:
    MemoryFiles& files_;
    SetClock& clock_;
    SeededRandom random_;
    RequestId last_request_ = 0;
};

}  // namespace kitbag
