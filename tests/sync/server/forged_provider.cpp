#include "tests/sync/server/forged_provider.h"

#include <array>
#include <charconv>
#include <cstdlib>

#include <cjose/cjose.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/check.h"

namespace kitbag::test {
namespace {

std::string base64url(std::string_view text) {
    cjose_err error{};
    char* coded = nullptr;
    std::size_t size = 0;
    CHECK(
        cjose_base64url_encode(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), &coded, &size, &error));
    std::string copy(coded, size);
    std::free(coded);
    return copy;
}

std::string signed_by(const cjose_jwk_t* key, const Json& header, std::string_view text) {
    cjose_err error{};
    cjose_header_t* const protected_header = cjose_header_new(&error);
    for (const auto& [name, value] : header.items())
        CHECK(value.is_string()
                  ? cjose_header_set(protected_header, name.c_str(), value.get<std::string>().c_str(), &error)
                  : cjose_header_set_raw(protected_header, name.c_str(), to_text(value).c_str(), &error));
    cjose_jws_t* const jws =
        cjose_jws_sign(key, protected_header, reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), &error);
    CHECK(jws != nullptr);
    const char* compact = nullptr;
    CHECK(cjose_jws_export(jws, &compact, &error));
    std::string token(compact);
    cjose_jws_release(jws);
    cjose_header_release(protected_header);
    return token;
}

// The whole request: head, and as much of a body as it says. "" when the other end goes.
std::string read_request(int connection) {
    std::string request;
    std::array<char, 4096> piece{};
    std::size_t wanted = std::string::npos;
    while (request.size() < wanted) {
        const ssize_t got = recv(connection, piece.data(), piece.size(), 0);
        if (got <= 0) return "";
        request.append(piece.data(), static_cast<std::size_t>(got));
        const std::size_t head = request.find("\r\n\r\n");
        if (head == std::string::npos) continue;
        const std::string_view label = "Content-Length: ";
        const std::size_t at = request.find(label);
        std::size_t body = 0;
        if (at < head) std::from_chars(request.data() + at + label.size(), request.data() + head, body);
        wanted = head + 4 + body;
    }
    return request;
}

}  // namespace

struct SigningKey::Parts {
    cjose_jwk_t* key = nullptr;
};

SigningKey::SigningKey(const std::string& name, Kind kind) : name_(name), parts_(std::make_unique<Parts>()) {
    cjose_err error{};
    const std::array<std::uint8_t, 3> exponent = {1, 0, 1};
    parts_->key = kind == Kind::elliptic ? cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error)
                                         : cjose_jwk_create_RSA_random(kind == Kind::rsa ? 2048 : 1024, exponent.data(),
                                                                       exponent.size(), &error);
    CHECK(parts_->key != nullptr);
}

SigningKey::~SigningKey() {
    cjose_jwk_release(parts_->key);
}

Json SigningKey::public_half() const {
    cjose_err error{};
    char* const text = cjose_jwk_to_json(parts_->key, false, &error);
    CHECK(text != nullptr);
    Json key = parse_json(text, "The key").value_or(Json());
    std::free(text);
    key["kid"] = name_;
    key["use"] = "sig";
    return key;
}

std::string SigningKey::sign(const Json& claims, const std::string& algorithm) const {
    return sign_under({{"alg", algorithm}, {"kid", name_}}, to_text(claims));
}

std::string SigningKey::sign_under(const Json& header, std::string_view text) const {
    return signed_by(parts_->key, header, text);
}

std::string key_set(const std::vector<const SigningKey*>& keys) {
    Json set = {{"keys", Json::array()}};
    for (const SigningKey* key : keys) set["keys"].push_back(key->public_half());
    return to_text(set);
}

std::string sign_with_secret(const Json& claims, const std::string& name, std::string_view secret) {
    cjose_err error{};
    cjose_jwk_t* const key =
        cjose_jwk_create_oct_spec(reinterpret_cast<const std::uint8_t*>(secret.data()), secret.size(), &error);
    CHECK(key != nullptr);
    std::string token = signed_by(key, {{"alg", "HS256"}, {"kid", name}}, to_text(claims));
    cjose_jwk_release(key);
    return token;
}

std::string sign_not(const Json& claims) {
    return base64url(R"({"alg":"none"})") + "." + base64url(to_text(claims)) + ".";
}

ForgedProvider::ForgedProvider() : listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const place = reinterpret_cast<sockaddr*>(&address);
    CHECK(bind(listener_, place, size) == 0);
    CHECK(listen(listener_, 64) == 0);
    CHECK(getsockname(listener_, place, &size) == 0);
    port_ = ntohs(address.sin_port);
    about_ = to_text(about());
    thread_ = std::thread([this] { serve(); });
}

ForgedProvider::~ForgedProvider() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
    for (const int connection : held_) close(connection);
}

Json ForgedProvider::about() const {
    return {{"issuer", issuer()},
            {"authorization_endpoint", issuer() + "/authorize?tenant=wendshire"},
            {"token_endpoint", issuer() + "/token"},
            {"jwks_uri", issuer() + "/keys"},
            {"response_types_supported", {"code"}},
            {"id_token_signing_alg_values_supported", {"RS256"}},
            {"code_challenge_methods_supported", {"S256"}}};
}

void ForgedProvider::say_of_itself(const Json& about) {
    const std::scoped_lock lock(mutex_);
    about_ = to_text(about);
}

void ForgedProvider::give(const std::string& token) {
    const std::scoped_lock lock(mutex_);
    token_ = token;
}

void ForgedProvider::publish(const std::string& keys) {
    const std::scoped_lock lock(mutex_);
    keys_ = keys;
}

std::vector<std::string> ForgedProvider::asked() const {
    const std::scoped_lock lock(mutex_);
    return asked_;
}

void ForgedProvider::serve() {
    while (true) {
        const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) return;
        if (silent_) {
            held_.push_back(connection);
            continue;
        }
        attend(connection);
        close(connection);
    }
}

void ForgedProvider::attend(int connection) {
    const std::string request = read_request(connection);
    if (request.empty()) return;
    const std::string body = answer_to(request);
    const std::string answer =
        "HTTP/1.1 " + std::to_string(status_) + " Said\r\nContent-Type: application/json\r\nLocation: " + issuer() +
        "/elsewhere\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    for (std::string_view left = answer; !left.empty();) {
        const ssize_t sent = send(connection, left.data(), left.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        left.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::string ForgedProvider::answer_to(const std::string& request) {
    const std::scoped_lock lock(mutex_);
    if (request.starts_with("GET /.well-known/openid-configuration ")) return about_;
    asked_.push_back(request);
    if (request.starts_with("GET /keys ")) return keys_;
    if (request.starts_with("POST /token ")) return to_text(Json{{"token_type", "Bearer"}, {"id_token", token_}});
    return "{}";
}

}  // namespace kitbag::test
