#pragma once
// The platform of a browser's worker. It only passes on: each function calls one of the same name on the object that worker.mjs
// gave the module as `kitbag`, and keeps no state of the browser's.

#include <span>
#include <string>
#include <string_view>

#include "app/platform/platform.h"

namespace kitbag {

class WebClock final : public Clock {
  public:
    Instant now() const override;
};

class WebRandom final : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override;
};

// Four OPFS access handles, opened before the module started.
class WebFiles final : public FilePool {
  public:
    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override;
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) override;
    PoolResult<void> truncate(PoolFile file, std::int64_t size) override;
    PoolResult<void> flush(PoolFile file) override;
    PoolResult<std::int64_t> size(PoolFile file) override;
};

class WebPlatform final : public Platform {
  public:
    explicit WebPlatform(std::string device_name) : device_name_(std::move(device_name)) {}

    const Clock& clock() const override { return clock_; }
    Random& random() override { return random_; }
    FilePool& files() override { return files_; }
    void request_frame() override;
    RequestId send(WebRequest request) override;
    void start_timer(Timer timer, int delay_ms) override;
    void stop_timer(Timer timer) override;
    void ask_for_persistent_storage() override;
    void ask_for_room() override;
    void give_file(std::string name, std::string type, std::string content) override;
    void print(std::string html) override;
    void keep_display(const Display& display) override;
    std::string device_name() const override { return device_name_; }

    // What a frame told of itself, in the words of app/semantics/differ.h.
    void tell_page(std::string_view message);
    // The bytes of an image that the page asked for.
    void give_picture(std::string_view source, std::span<const std::uint8_t> bytes);

  private:
    WebClock clock_;
    WebRandom random_;
    WebFiles files_;
    std::string device_name_;
    RequestId last_request_ = 0;
};

}  // namespace kitbag
