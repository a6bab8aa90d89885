#include "sync/server/tls_certificate.h"

#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace kitbag {
namespace {

namespace ssl = boost::asio::ssl;

constexpr const char* tls12_ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";  // TLS 1.3 has none that are weak.

template <auto give_back>
struct GiveBack {
    void operator()(auto* held) const { give_back(held); }
};
using PrivateKey = std::unique_ptr<EVP_PKEY, GiveBack<EVP_PKEY_free>>;
using Bytes = std::unique_ptr<BIO, GiveBack<BIO_free_all>>;

std::unexpected<Fault> refused(std::string sentence) {
    ERR_clear_error();
    return fault("bad_certificate", std::move(sentence));
}

// What OpenSSL says of its first fault.
std::string own_words() {
    const char* reason = ERR_reason_error_string(ERR_peek_error());
    return reason == nullptr ? "" : std::string(" (") + reason + ")";
}

Result<std::string> read_whole(const std::filesystem::path& file, const char* option) {
    std::string text;
    std::error_code error;
    if (std::filesystem::is_regular_file(file, error)) {  // To read a folder throws.
        std::ifstream stream(file, std::ios::binary);
        text.assign(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    if (text.empty()) {
        return refused(
            "The file " + file.string() + ", given with " + option +
            ", is not there, is empty, or may not be read. Name the right one, and let the server's user read it.");
    }
    return text;
}

// A key that is locked would otherwise be asked about on the terminal.
int no_password(char*, int, int, void*) {
    return -1;
}

Result<PrivateKey> read_key(const TlsFiles& files) {
    const Result<std::string> text = read_whole(files.key, "--tls-key");
    if (!text) return std::unexpected(text.error());
    const Bytes bytes(BIO_new_mem_buf(text->data(), static_cast<int>(text->size())));
    PrivateKey key(PEM_read_bio_PrivateKey(bytes.get(), nullptr, no_password, nullptr));
    if (!key) {
        return refused("The file " + files.key.string() +
                       " holds no private key in PEM that can be read without a passphrase" + own_words() +
                       ". Give the key as --tls-key.");
    }
    return key;
}

Result<void> put_certificate(SSL_CTX* context, const TlsFiles& files) {
    const Result<std::string> text = read_whole(files.certificate, "--tls-certificate");
    if (!text) return std::unexpected(text.error());
    if (SSL_CTX_use_certificate_chain_file(context, files.certificate.c_str()) != 1) {
        return refused("The file " + files.certificate.string() + " holds no certificate in PEM that can be used" +
                       own_words() + ". It begins with the server's own; those that vouch for it follow.");
    }
    return {};
}

Result<void> put_key(SSL_CTX* context, const TlsFiles& files) {
    const Result<PrivateKey> key = read_key(files);
    if (!key) return std::unexpected(key.error());
    if (X509_check_private_key(SSL_CTX_get0_certificate(context), key->get()) != 1 ||
        SSL_CTX_use_PrivateKey(context, key->get()) != 1) {
        return refused("The key in " + files.key.string() + " does not belong to the certificate in " +
                       files.certificate.string() + ". Give the two that were made together.");
    }
    return {};
}

Instant instant_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return 0;
    return Instant{timegm(&parts)} * 1000;
}

bool put_rules(SSL_CTX* context) {
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);  // A tablet that only holds its connection costs little.
    SSL_CTX_set_session_cache_mode(context,
                                   SSL_SESS_CACHE_OFF);  // The tablet keeps what it needs to come back quickly.
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
           SSL_CTX_set_cipher_list(context, tls12_ciphers) == 1;
}

}  // namespace

Result<TlsCertificate> read_tls_certificate(const TlsFiles& files) {
    ERR_clear_error();
    TlsCertificate certificate{ssl::context(ssl::context::tls_server), {}};
    SSL_CTX* const context = certificate.context.native_handle();
    if (!put_rules(context)) return refused("This machine's OpenSSL does not speak TLS 1.2" + own_words() + ".");
    if (const Result<void> put = put_certificate(context, files); !put) return std::unexpected(put.error());
    if (const Result<void> put = put_key(context, files); !put) return std::unexpected(put.error());
    const X509* const own = SSL_CTX_get0_certificate(context);
    certificate.term = {instant_of(X509_get0_notBefore(own)), instant_of(X509_get0_notAfter(own))};
    return certificate;
}

}  // namespace kitbag
