// https by the server itself: what is spoken, another certificate while it runs, and files that cannot be used.

#include <csignal>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/tls_client.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

const std::string ask = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

std::vector<std::string> with_tls(const County& county, const TlsFiles& files,
                                  const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = county.serve_arguments();
    arguments.insert(arguments.end(),
                     {"--tls-certificate", files.certificate.string(), "--tls-key", files.key.string()});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

// As a program does that renews certificates: each file is whole at any moment.
void put_in_place_of(const TlsFiles& newer, const TlsFiles& files) {
    const auto put = [](const std::filesystem::path& from, const std::filesystem::path& to) {
        std::filesystem::copy_file(from, to.string() + ".new", std::filesystem::copy_options::overwrite_existing);
        std::filesystem::rename(to.string() + ".new", to);
    };
    put(newer.key, files.key);
    put(newer.certificate, files.certificate);
}

// What the server does by itself, within a minute. Meanwhile it is asked nothing.
template <typename Condition>
bool comes_true(const RunningServer& server, Condition condition) {
    const OpenConnection silent(server.port());
    for (int i = 0; i < 1200 && !condition(); ++i) static_cast<void>(silent.is_ended_within(50));
    return condition();
}

}  // namespace

TEST_CASE("the app and the API are given over https, and nothing in the clear") {
    const County county;
    write_file(county.site() / "large-0123abcd.txt", std::string(3'000'000, 'x'));
    const TlsFiles files = make_certificate(county.folder(), "wend");
    const RunningServer server(with_tls(county, files), county.folder());
    REQUIRE_MESSAGE(server.is_ready(), server.err());
    CHECK(line_after(server.out(), "ready: ") == "https://127.0.0.1:" + std::to_string(server.port()));
    const auto over_tls = [&](std::string_view request) {
        return ask_over_tls(server.port(), files.certificate, request);
    };
    CHECK(over_tls(ask).json() == Json{{"status", "ok"}});
    CHECK(over_tls(ask).header("strict-transport-security").contains("max-age="));
    CHECK(over_tls("GET /large-0123abcd.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").body ==
          std::string(3'000'000, 'x'));
    const std::string body = to_text(
        {{"protocol", 1}, {"name", "Ada Marsh"}, {"code", county.new_code()}, {"device_name", "Chromium on Linux"}});
    CHECK(over_tls("POST /api/enrol HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
                   std::to_string(body.size()) + "\r\n\r\n" + body)
              .status == 200);
    CHECK(over_tls("POST /api/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n-2\r\n")
              .status == 400);

    CHECK(server.client().get("/healthz").status == 0);
    CHECK(server.err().contains("\"event\":\"cut\",\"why\":\"tls\""));
    CHECK(over_tls(ask).status == 200);
}

TEST_CASE("TLS 1.2 and 1.3 are spoken, and nothing older") {
    const County county;
    const TlsFiles files = make_certificate(county.folder(), "wend");
    const RunningServer server(with_tls(county, files), county.folder());
    REQUIRE(server.is_ready());
    CHECK(TlsConnection(server.port(), files.certificate).version() == "TLSv1.3");
    const TlsConnection older(server.port(), files.certificate, NewestTls::one_point_two);
    CHECK(older.is_open());
    CHECK(older.version() == "TLSv1.2");
    CHECK_FALSE(TlsConnection(server.port(), files.certificate, NewestTls::one_point_one).is_open());
}

TEST_CASE("a newer certificate is used as soon as it is there, and connections that are open go on") {
    const County county;
    const TlsFiles files = make_certificate(county.folder(), "wend");
    const TlsFiles newer = make_certificate(county.folder(), "newer");
    std::filesystem::copy_file(files.certificate, county.folder() / "first.pem");
    const RunningServer server(with_tls(county, files), county.folder());
    REQUIRE(server.is_ready());
    const TlsConnection held(server.port(), files.certificate);
    REQUIRE(held.is_open());
    CHECK_FALSE(TlsConnection(server.port(), newer.certificate).is_open());

    put_in_place_of(newer, files);
    CHECK(comes_true(server, [&] { return TlsConnection(server.port(), newer.certificate).is_open(); }));
    CHECK_FALSE(TlsConnection(server.port(), county.folder() / "first.pem").is_open());
    CHECK(server.err().contains("\"event\":\"certificate\""));
    CHECK(held.send(ask));
    CHECK(held.read_to_end().contains("\"ok\""));
}

TEST_CASE("SIGHUP has the certificate read again") {
    const County county;
    const TlsFiles files = make_certificate(county.folder(), "wend");
    const RunningServer server(with_tls(county, files), county.folder());
    REQUIRE(server.is_ready());
    CHECK_FALSE(server.err().contains("\"event\":\"certificate\""));
    server.send_signal(SIGHUP);
    CHECK(comes_true(server, [&] { return server.err().contains("\"event\":\"certificate\",\"until\":\"20"); }));
    CHECK(ask_over_tls(server.port(), files.certificate, ask).status == 200);
}

TEST_CASE("a newer certificate that cannot be used is refused, told, and the one before stays until a good one comes") {
    const County county;
    const TlsFiles files = make_certificate(county.folder(), "wend");
    const TlsFiles newer = make_certificate(county.folder(), "newer");
    std::filesystem::copy_file(files.certificate, county.folder() / "first.pem");
    const RunningServer server(with_tls(county, files), county.folder());
    REQUIRE(server.is_ready());

    write_file(files.certificate, read_file(newer.certificate).substr(0, 200));
    CHECK(comes_true(server, [&] { return server.err().contains("holds no certificate in PEM"); }));
    CHECK(TlsConnection(server.port(), county.folder() / "first.pem").is_open());
    write_file(files.certificate, read_file(newer.certificate));
    CHECK(comes_true(server, [&] { return server.err().contains("does not belong to the certificate"); }));
    CHECK(TlsConnection(server.port(), county.folder() / "first.pem").is_open());
    std::filesystem::remove(files.key);
    CHECK(comes_true(server, [&] { return server.err().contains("is not there, is empty, or may not be read"); }));
    CHECK(TlsConnection(server.port(), county.folder() / "first.pem").is_open());
    put_in_place_of(newer, files);
    CHECK(comes_true(server, [&] { return TlsConnection(server.port(), newer.certificate).is_open(); }));
    CHECK(server.err().contains("\"event\":\"certificate_refused\""));
}

TEST_CASE("a start with files that cannot be used is refused with a sentence") {
    const County county;
    const std::filesystem::path folder = county.folder();
    const TlsFiles good = make_certificate(folder, "wend");
    const TlsFiles other = make_certificate(folder, "other");
    write_file(folder / "empty.pem", "");
    write_file(folder / "locked.key", "");
    CHECK(std::system(("openssl pkey -aes256 -passout pass:secret -in " + good.key.string() + " -out " +
                       (folder / "locked.key").string())
                          .c_str()) == 0);
    struct Row {
        TlsFiles files;
        const char* sentence;
    };
    const std::vector<Row> rows = {
        {{folder / "nowhere.pem", good.key}, "nowhere.pem"},
        {{good.certificate, folder / "nowhere.key"}, "nowhere.key"},
        {{folder, good.key}, "--tls-certificate"},
        {{folder / "empty.pem", good.key}, "empty.pem"},
        {{good.key, good.key}, "holds no certificate"},
        {{good.certificate, good.certificate}, "holds no private key"},
        {{good.certificate, other.key}, "does not belong to the certificate"},
        {{good.certificate, folder / "locked.key"}, "without a passphrase"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const ProgramResult result = run_program(with_tls(county, row.files), folder);
        CHECK(result.exit_code == 1);
        CHECK_MESSAGE(result.err.contains(row.sentence), result.err);
        CHECK_FALSE(result.out.contains("ready"));
    }
    std::vector<std::string> half = county.serve_arguments();
    half.insert(half.end(), {"--tls-certificate", good.certificate.string()});
    CHECK(run_program(half, folder).err.contains("belong together"));
}

TEST_CASE("a certificate that has run out is told, and used until there is another") {
    const County county;
    const TlsFiles files =
        make_certificate(county.folder(), "wend", "-not_before 20240101000000Z -not_after 20240201000000Z");
    const RunningServer server(with_tls(county, files), county.folder());
    REQUIRE(server.is_ready());
    CHECK(server.err().contains("good from 2024-01-01 until 2024-02-01, and not today"));
    CHECK_FALSE(TlsConnection(server.port(), files.certificate).is_open());  // A client that looks refuses it.
    put_in_place_of(make_certificate(county.folder(), "newer"), files);
    CHECK(comes_true(server, [&] { return TlsConnection(server.port(), files.certificate).is_open(); }));
}

TEST_CASE("a client that never agrees on how to encrypt, or is slow afterwards, is cut") {
    const County county;
    const TlsFiles files = make_certificate(county.folder(), "wend");
    const RunningServer server(with_tls(county, files, {"--request-seconds", "2"}), county.folder());
    REQUIRE(server.is_ready());
    const OpenConnection silent(server.port());
    const TlsConnection slow(server.port(), files.certificate);
    REQUIRE(slow.send("GET /healthz HTTP/1.1\r\n"));
    CHECK(silent.is_ended_within(60'000));
    CHECK(slow.read_to_end().empty());
    CHECK(comes_true(server, [&] { return server.err().contains("\"event\":\"cut\",\"why\":\"slow\""); }));
    CHECK(ask_over_tls(server.port(), files.certificate, ask).status == 200);
}

TEST_CASE("an answer that is on its way when the server stops is sent whole") {
    const County county;
    const std::string large(24'000'000, 'x');
    write_file(county.site() / "large-0123abcd.txt", large);
    const TlsFiles files = make_certificate(county.folder(), "wend");
    RunningServer server(with_tls(county, files), county.folder());
    REQUIRE(server.is_ready());
    const TlsConnection waiting(server.port(), files.certificate);
    const TlsConnection slow(server.port(), files.certificate);
    REQUIRE(slow.send("GET /large-0123abcd.txt HTTP/1.1\r\nHost: x\r\n\r\n"));
    std::string received = slow.read_some();
    server.send_signal(SIGTERM);
    CHECK(waiting.read_to_end().empty());  // It had asked for nothing.
    CHECK_FALSE(OpenConnection(server.port()).is_open());
    received += slow.read_to_end();
    CHECK(received.ends_with(large));
    CHECK(received.contains("Content-Length: 24000000\r\n"));
    CHECK(server.stop(SIGTERM) == 0);
}

}  // namespace kitbag::test
