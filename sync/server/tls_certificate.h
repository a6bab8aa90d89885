#pragma once
// The county's certificate, read from its two files into what OpenSSL speaks TLS with: 1.2 or 1.3, only ciphers with forward secrecy. It
// judges whether the files belong together and can be used, not who has signed: that is for browsers. One that has run out is
// taken, because a county that is late is better served late than not at all; its term says so.

#include <boost/asio/ssl/context.hpp>

#include "core/base/result.h"
#include "sync/server/http_server.h"

namespace kitbag {

struct TlsCertificate {
    boost::asio::ssl::context context;  // Connections that were made with it keep what they need of it.
    CertificateTerm term;
};

// Code "bad_certificate"; the sentence names the file, and what to do.
Result<TlsCertificate> read_tls_certificate(const TlsFiles& files);

}  // namespace kitbag
