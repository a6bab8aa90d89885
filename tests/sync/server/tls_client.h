#pragma once
// A client that speaks TLS with OpenSSL and trusts one certificate only, and certificates for it, made by `openssl` itself.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "sync/server/http_server.h"
#include "tests/sync/server/http_client.h"

namespace kitbag::test {

// A certificate for 127.0.0.1 that is signed by its own key, in FOLDER/NAME.pem and NAME.key. `options` go to `openssl req`.
TlsFiles make_certificate(const std::filesystem::path& folder, const std::string& name,
                          const std::string& options = "-days 30");

enum class NewestTls { one_point_one, one_point_two, one_point_three };

class TlsConnection {
  public:
    TlsConnection(std::uint16_t port, const std::filesystem::path& trusted,
                  NewestTls newest = NewestTls::one_point_three);
    ~TlsConnection();
    TlsConnection(const TlsConnection&) = delete;
    TlsConnection& operator=(const TlsConnection&) = delete;

    bool is_open() const;         // They agreed, and the certificate is the trusted one.
    std::string version() const;  // "TLSv1.3"
    bool send(std::string_view bytes) const;
    std::string read_some() const;    // "" at the end.
    std::string read_to_end() const;  // What comes until the other end closes.

  private:
    struct Parts;
    OpenConnection line_;
    std::unique_ptr<Parts> parts_;
};

// One request over a connection of its own; status 0 where they did not agree.
HttpAnswer ask_over_tls(std::uint16_t port, const std::filesystem::path& trusted, std::string_view request);

}  // namespace kitbag::test
