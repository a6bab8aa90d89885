#include "tests/sync/server/http_client.h"

#include <array>
#include <charconv>
#include <cstring>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace kitbag::test {
namespace {

constexpr int answer_seconds_max = 60;

int connect_to(std::uint16_t port) {
    const int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{answer_seconds_max, 0};
    setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return file;
    close(file);
    return -1;
}

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

}  // namespace

HttpAnswer parse_answer(const std::string& bytes) {
    HttpAnswer answer;
    const std::size_t head_end = bytes.find("\r\n\r\n");
    if (!bytes.starts_with("HTTP/1.1 ") || head_end == std::string::npos) return answer;
    std::from_chars(bytes.data() + 9, bytes.data() + 12, answer.status);
    std::size_t at = bytes.find("\r\n") + 2;
    while (at < head_end + 2) {
        const std::size_t end = bytes.find("\r\n", at);
        const std::size_t colon = bytes.find(": ", at);
        if (colon < end) answer.headers[lower(bytes.substr(at, colon - at))] = bytes.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    answer.body = bytes.substr(head_end + 4);
    return answer;
}

Json HttpAnswer::json() const {
    return parse_json(body, "The answer").value_or(Json());
}

std::string HttpAnswer::code() const {
    const Json whole = json();
    return whole.contains("error") ? text_or(whole["error"], "code") : "";
}

std::string HttpAnswer::sentence() const {
    const Json whole = json();
    return whole.contains("error") ? text_or(whole["error"], "sentence") : "";
}

std::string HttpAnswer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

HttpAnswer HttpClient::get(std::string_view path, const HttpHeaders& headers) const {
    std::string request = "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    for (const auto& [name, value] : headers) request += name + ": " + value + "\r\n";
    return send_raw(request + "\r\n");
}

HttpAnswer HttpClient::post(std::string_view path, std::string_view body, const HttpHeaders& headers) const {
    std::string request = "POST " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                          "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    for (const auto& [name, value] : headers) request += name + ": " + value + "\r\n";
    return send_raw(request + "\r\n" + std::string(body));
}

HttpAnswer HttpClient::post(std::string_view path, const Json& body, const HttpHeaders& headers) const {
    return post(path, std::string_view(to_text(body)), headers);
}

HttpAnswer HttpClient::send_raw(std::string_view bytes) const {
    return exchange(bytes, false);
}

HttpAnswer HttpClient::send_cut(std::string_view bytes) const {
    return exchange(bytes, true);
}

OpenConnection::OpenConnection(std::uint16_t port) : file_(connect_to(port)) {}

OpenConnection::~OpenConnection() {
    if (file_ >= 0) close(file_);
}

bool OpenConnection::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool OpenConnection::is_ended_within(int milliseconds) const {
    pollfd wanted{file_, POLLRDHUP, 0};
    return poll(&wanted, 1, milliseconds) > 0;
}

void OpenConnection::finish_sending() const {
    shutdown(file_, SHUT_WR);
}

std::string OpenConnection::read_to_end() const {
    std::string received;
    std::array<char, 65536> piece{};
    for (ssize_t size = 0; (size = recv(file_, piece.data(), piece.size(), 0)) > 0;)
        received.append(piece.data(), static_cast<std::size_t>(size));
    return received;
}

HttpAnswer HttpClient::exchange(std::string_view bytes, bool cut) const {
    const OpenConnection connection(port_);
    connection.send(bytes);
    if (cut) connection.finish_sending();
    return parse_answer(connection.read_to_end());
}

}  // namespace kitbag::test
