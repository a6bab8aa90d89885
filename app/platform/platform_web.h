#pragma once
// The platform of a browser's worker. It only passes on: each function calls one of the same name on the object that worker.mjs
// gave the module as `kitbag`, and keeps no state of the browser's.

#include <array>
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

// The OPFS access handles of one store, opened before the module started.
class WebFiles final : public FilePool {
  public:
    explicit WebFiles(int store) : store_(store) {}
    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override;
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) override;
    PoolResult<void> truncate(PoolFile file, std::int64_t size) override;
    PoolResult<void> flush(PoolFile file) override;
    PoolResult<std::int64_t> size(PoolFile file) override;

  private:
    int store_;
};

class WebChosenFile final : public ByteSource {
  public:
    std::int64_t size() override;  // Below 0 when none is chosen.
    bool read(std::int64_t offset, std::span<std::uint8_t> into) override;
};

class WebPlatform final : public Platform {
  public:
    explicit WebPlatform(std::string device_name) : device_name_(std::move(device_name)) {}

    const Clock& clock() const override { return clock_; }
    Random& random() override { return random_; }
    FilePool& store(int number) override { return stores_[static_cast<std::size_t>(number - 1)]; }
    void request_frame() override;
    RequestId send(WebRequest request) override;
    void start_timer(Timer timer, int delay_ms) override;
    void stop_timer(Timer timer) override;
    void ask_for_persistent_storage() override;
    void ask_for_room() override;
    void give_file(std::string name, std::string type, std::string content) override;
    void add_to_file(std::span<const std::uint8_t> piece) override;
    void give_added_file(std::string name, std::string type) override;
    void drop_file() override;
    ByteSource* chosen_file() override { return chosen_.size() < 0 ? nullptr : &chosen_; }
    void forget_chosen_file() override;
    void print(std::string html) override;
    void keep_display(const Display& display) override;
    void keep_texts(std::string sealed) override;
    std::string device_name() const override { return device_name_; }

    // What a frame told of itself, in the words of app/semantics/differ.h.
    void tell_page(std::string_view message);
    // The bytes of an image that the page asked for.
    void give_picture(std::string_view source, std::span<const std::uint8_t> bytes);

  private:
    WebClock clock_;
    WebRandom random_;
    std::array<WebFiles, stores_max> stores_ = {WebFiles(1), WebFiles(2), WebFiles(3),
                                                WebFiles(4), WebFiles(5), WebFiles(6)};
    WebChosenFile chosen_;
    std::string device_name_;
    RequestId last_request_ = 0;
};

}  // namespace kitbag
