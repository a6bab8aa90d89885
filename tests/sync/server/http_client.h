#pragma once
// An HTTP client that says exactly what a test tells it to, bad requests included, over a connection of its own.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"

namespace kitbag::test {

struct HttpAnswer {
    int status = 0;                              // 0 when nothing that looks like HTTP came back.
    std::map<std::string, std::string> headers;  // Names in lower case.
    std::string body;

    Json json() const;         // Null when the body is not JSON.
    std::string code() const;  // Of an error answer: {"error": {"code"}}.
    std::string sentence() const;
    std::string header(const std::string& name) const;
};

HttpAnswer parse_answer(const std::string& bytes);

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// A connection that is held and says nothing, until a test sends bytes through it.
class OpenConnection {
  public:
    explicit OpenConnection(std::uint16_t port);
    ~OpenConnection();
    OpenConnection(const OpenConnection&) = delete;
    OpenConnection& operator=(const OpenConnection&) = delete;

    bool is_open() const { return file_ >= 0; }  // Somebody listened there.
    int file() const { return file_; }
    bool send(std::string_view bytes) const;  // False once the other end is known to have closed.
    void finish_sending() const;
    // Waits until the other end closes, and no longer than so; true when it did.
    bool is_ended_within(int milliseconds) const;
    std::string read_to_end() const;  // What comes until the other end closes, or says nothing for a minute.

  private:
    int file_ = -1;
};

class HttpClient {
  public:
    explicit HttpClient(std::uint16_t port) : port_(port) {}

    HttpAnswer get(std::string_view path, const HttpHeaders& headers = {}) const;
    HttpAnswer post(std::string_view path, std::string_view body, const HttpHeaders& headers = {}) const;
    HttpAnswer post(std::string_view path, const Json& body, const HttpHeaders& headers = {}) const;

    // Any bytes; what comes back until the server closes.
    HttpAnswer send_raw(std::string_view bytes) const;
    // The same, with our side of the connection closed behind them.
    HttpAnswer send_cut(std::string_view bytes) const;

  private:
    HttpAnswer exchange(std::string_view bytes, bool cut) const;

    std::uint16_t port_;
};

}  // namespace kitbag::test
