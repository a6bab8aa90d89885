#pragma once
// An identity provider that says whatever a test wants, true or forged, signed or not, and remembers what it was asked. For what no real
// one does; a real one signs people in in tests/web/stories/sign_in.mjs.

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/base/json.h"

namespace kitbag::test {

// A pair of keys, made anew for each test.
class SigningKey {
  public:
    enum class Kind { rsa, rsa_too_small, elliptic };
    explicit SigningKey(const std::string& name, Kind kind = Kind::rsa);
    ~SigningKey();
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;

    Json public_half() const;  // As a JSON Web Key.
    const std::string& name() const { return name_; }
    // Under a header of its own where the test wants one.
    std::string sign(const Json& claims, const std::string& algorithm = "RS256") const;
    std::string sign_under(const Json& header, std::string_view text) const;

  private:
    struct Parts;
    std::string name_;
    std::unique_ptr<Parts> parts_;
};

// {"keys": […]}
std::string key_set(const std::vector<const SigningKey*>& keys);

// Signed with a text as the secret, by HS256; and not signed at all.
std::string sign_with_secret(const Json& claims, const std::string& name, std::string_view secret);
std::string sign_not(const Json& claims);

class ForgedProvider {
  public:
    ForgedProvider();
    ~ForgedProvider();
    ForgedProvider(const ForgedProvider&) = delete;
    ForgedProvider& operator=(const ForgedProvider&) = delete;

    std::string issuer() const { return "http://127.0.0.1:" + std::to_string(port_); }
    Json about() const;  // What it says of itself.

    void say_of_itself(const Json& about);
    void give(const std::string& token);  // For whatever code is brought.
    void publish(const std::string& keys);
    void fall_silent() { silent_ = true; }  // Takes connections, and says nothing.
    void answer_with(int status) { status_ = status; }
    std::vector<std::string> asked() const;  // Each request as it came, without those for what it says of itself.

  private:
    void serve();
    void attend(int connection);
    std::string answer_to(const std::string& request);

    std::uint16_t port_ = 0;
    int listener_ = -1;
    std::atomic<bool> silent_ = false;
    std::atomic<int> status_ = 200;
    mutable std::mutex mutex_;
    std::string about_;
    std::string token_;
    std::string keys_;
    std::vector<std::string> asked_;
    std::vector<int> held_;  // Of the silent ones; the thread's own.
    std::thread thread_;     // Last.
};

}  // namespace kitbag::test
