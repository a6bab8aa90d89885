#include "tests/sync/server/tls_client.h"

#include <array>
#include <csignal>
#include <cstdlib>

#include <openssl/ssl.h>

#include "core/base/check.h"

namespace kitbag::test {
namespace {

int number_of(NewestTls newest) {
    if (newest == NewestTls::one_point_one) return TLS1_1_VERSION;
    return newest == NewestTls::one_point_two ? TLS1_2_VERSION : TLS1_3_VERSION;
}

}  // namespace

TlsFiles make_certificate(const std::filesystem::path& folder, const std::string& name, const std::string& options) {
    const TlsFiles files{folder / (name + ".pem"), folder / (name + ".key")};
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" + name +
        " -addext subjectAltName=IP:127.0.0.1 " + options + " -out " + files.certificate.string() + " -keyout " +
        files.key.string() + " 2>" + (folder / "openssl.txt").string();
    CHECK(std::system(command.c_str()) == 0);
    return files;
}

struct TlsConnection::Parts {
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL* session = nullptr;
    bool open = false;
};

TlsConnection::TlsConnection(std::uint16_t port, const std::filesystem::path& trusted, NewestTls newest)
    : line_(port), parts_(std::make_unique<Parts>()) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to what the server has closed.
    // As weak as it can be, so that it is the server that refuses.
    SSL_CTX_set_cipher_list(parts_->context, "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(parts_->context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(parts_->context, number_of(newest));
    SSL_CTX_load_verify_file(parts_->context, trusted.c_str());
    SSL_CTX_set_verify(parts_->context, SSL_VERIFY_PEER, nullptr);
    parts_->session = SSL_new(parts_->context);
    SSL_set1_host(parts_->session, "127.0.0.1");
    SSL_set_fd(parts_->session, line_.file());
    parts_->open = SSL_connect(parts_->session) == 1;
}

TlsConnection::~TlsConnection() {
    SSL_free(parts_->session);
    SSL_CTX_free(parts_->context);
}

bool TlsConnection::is_open() const {
    return parts_->open;
}

std::string TlsConnection::version() const {
    return SSL_get_version(parts_->session);
}

bool TlsConnection::send(std::string_view bytes) const {
    return parts_->open &&
           SSL_write(parts_->session, bytes.data(), static_cast<int>(bytes.size())) == static_cast<int>(bytes.size());
}

std::string TlsConnection::read_some() const {
    std::array<char, 16384> piece{};
    const int size = parts_->open ? SSL_read(parts_->session, piece.data(), static_cast<int>(piece.size())) : 0;
    return size > 0 ? std::string(piece.data(), static_cast<std::size_t>(size)) : "";
}

std::string TlsConnection::read_to_end() const {
    std::string all;
    for (std::string piece = read_some(); !piece.empty(); piece = read_some()) all += piece;
    return all;
}

HttpAnswer ask_over_tls(std::uint16_t port, const std::filesystem::path& trusted, std::string_view request) {
    const TlsConnection connection(port, trusted);
    connection.send(request);
    return parse_answer(connection.read_to_end());
}

}  // namespace kitbag::test
