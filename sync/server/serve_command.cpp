#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "core/base/time.h"
#include "sync/server/commands.h"
#include "sync/server/county_place.h"
#include "sync/server/county_server.h"
#include "sync/server/enrolment.h"
#include "sync/server/log_line.h"
#include "sync/server/outcomes_import.h"
#include "sync/server/reference_import.h"

namespace kitbag {
namespace {

void warn(const Fault& reason, const char* kept) {
    std::fprintf(stderr, "%s %s\n", reason.sentence.c_str(), kept);
}

void load_outcomes(Database& database, const CommandLine& line, const Clock& clock, const CountyIdentity& county) {
    const Result<ImportedOutcomes> imported =
        outcomes_wanted(line, clock, "outcomes-year").and_then([&](const OutcomesWanted& wanted) {
            return import_outcomes(database, wanted, county.authority);
        });
    if (!imported) warn(imported.error(), "The outcomes loaded before are kept.");
}

// What cannot be read stops only a first start: later the county still has what it loaded before.
Result<Reference> load_reference(Database& database, const CommandLine& line, const Clock& clock,
                                 const CountyIdentity& county) {
    const Result<Reference> before = read_reference(database);
    if (!before) return std::unexpected(before.error());
    if (line.has("register")) {
        const Result<Imported> imported = import_register(database, line.option("register"), county.authority);
        if (!imported && before->schools.empty()) return std::unexpected(imported.error());
        if (!imported) warn(imported.error(), "The schools loaded before are kept.");
    } else if (before->schools.empty()) {
        return fault("no_register",
                     "No schools are loaded yet: give a GIAS extract with --register at the first start.");
    }
    if (line.has("early-years")) {
        const Result<Imported> imported = import_early_years(database, line.option("early-years"), county.name);
        if (!imported) warn(imported.error(), "The early years settings loaded before are kept.");
    }
    if (line.has("centres")) {
        const Result<Imported> imported =
            import_centres(database, line.option("centres"), {county.authority, county.name});
        if (!imported) warn(imported.error(), "The children's centres loaded before are kept.");
    }
    if (line.has("outcomes")) load_outcomes(database, line, clock, county);
    if (line.has("frameworks")) {
        const Result<Imported> imported = import_frameworks(database, line.option("frameworks"));
        if (!imported && before->packs.empty()) return std::unexpected(imported.error());
        if (!imported) warn(imported.error(), "The framework packs loaded before are kept.");
    } else if (before->packs.empty()) {
        return fault("no_frameworks",
                     "No framework is loaded yet: give the folder of the packs with --frameworks at the first start.");
    }
    if (line.has("half-terms")) {
        const Result<Imported> imported = import_half_terms(database, line.option("half-terms"));
        if (!imported)
            warn(imported.error(),
                 before->half_terms.empty() ? "No half terms are loaded." : "The half terms loaded before are kept.");
    }
    if (line.has("visit-templates")) {
        const Result<Imported> imported = import_visit_templates(database, line.option("visit-templates"));
        if (!imported)
            warn(imported.error(), before->visit_templates.empty() ? "No kinds of visit are loaded."
                                                                   : "The kinds of visit loaded before are kept.");
    }
    if (line.has("alliances")) {
        const Result<Imported> imported = import_alliances(database, line.option("alliances"));
        if (!imported) warn(imported.error(), "The alliances loaded before are kept.");
    }
    return read_reference(database);
}

// "" when a tablet is enrolled already and no code was asked for.
Result<std::string> first_code(Database& database, const CommandLine& line, const Clock& clock, Random& random) {
    const Result<bool> none = has_no_device(database);
    if (!none) return std::unexpected(none.error());
    if (!*none && !line.has("new-code")) return "";
    return make_enrolment_code(database, clock, random, StaffRole::adviser, code_days_default);
}

std::string address_to_open(const std::string& listen, std::uint16_t port, bool encrypted) {
    const bool any = listen == "0.0.0.0" || listen == "::";
    const std::string host = any ? "localhost" : listen.contains(':') ? "[" + listen + "]" : listen;
    return (encrypted ? "https://" : "http://") + host + ":" + std::to_string(port);
}

void print_welcome(const CountyIdentity& county, const Reference& reference, const std::string& address,
                   const std::string& code) {
    const auto settings =
        std::ranges::count_if(reference.schools, [](const School& one) { return is_setting(one.kind); });
    const std::string of_settings = settings == 0 ? "" : ", " + std::to_string(settings) + " early years settings";
    std::printf("%s: %zu schools%s, %zu framework pack%s.\n", county.name.c_str(),
                reference.schools.size() - static_cast<std::size_t>(settings), of_settings.c_str(),
                reference.packs.size(), reference.packs.size() == 1 ? "" : "s");
    std::printf("Open this address: %s/\n", address.c_str());
    if (!code.empty()) {
        std::printf("Enrolment code: %s\n", code.c_str());
        std::printf("One tablet can be enrolled with it, once, within %d days.\n", code_days_default);
    }
    std::printf("ready: %s\n", address.c_str());
    std::fflush(stdout);
}

bool is_loopback(const std::string& address) {
    return address.starts_with("127.") || address == "::1";
}

Result<std::optional<TlsFiles>> tls_files(const CommandLine& line) {
    if (!line.has("tls-certificate") && !line.has("tls-key")) return std::nullopt;
    if (line.has("tls-certificate") && line.has("tls-key"))
        return TlsFiles{line.option("tls-certificate"), line.option("tls-key")};
    return fault("missing_option", "--tls-certificate and --tls-key belong together: give both, or neither.");
}

Result<HttpServerSettings> http_settings(const CommandLine& line) {
    HttpServerSettings settings;
    settings.address = line.option("listen", "127.0.0.1");
    settings.web_server = line.option("web-server", "");
    const Result<std::optional<TlsFiles>> files = tls_files(line);
    if (!files) return std::unexpected(files.error());
    settings.tls = *files;
    const Result<int> port = option_number(line, "port", 8800, 0, 65535);
    if (!port) return std::unexpected(port.error());
    settings.port = static_cast<std::uint16_t>(*port);
    if (line.has("metrics-port")) {
        const Result<int> monitoring = option_number(line, "metrics-port", 0, 0, 65535);
        if (!monitoring) return std::unexpected(monitoring.error());
        settings.monitoring_port = static_cast<std::uint16_t>(*monitoring);
    }
    // A web server before it makes every connection from one address.
    const int usual = is_loopback(settings.address) ? 0 : connections_per_address_usual;
    const Result<int> connections =
        option_number(line, "connections-per-address", usual, 0, static_cast<int>(http_connections_max));
    if (!connections) return std::unexpected(connections.error());
    if (*connections == 1)
        return fault("bad_number", "--connections-per-address must be 0, for no limit, or at least 2.");
    settings.connections_per_address = static_cast<std::size_t>(*connections);
    const Result<int> seconds = option_number(line, "request-seconds", 600, 1, 86'400);
    if (!seconds) return std::unexpected(seconds.error());
    settings.request_time_max = std::chrono::seconds(*seconds);
    return settings;
}

std::string day_of(Instant instant) {
    return to_iso(date_of(instant));
}

// What may be meant, and may be a slip.
void warn_of_reach(const HttpServerSettings& settings, const HttpServer& http, const Clock& clock) {
    if (!settings.tls && !is_loopback(settings.address)) {
        std::fputs(
            "Other machines can reach this port, without https. Give --tls-certificate and --tls-key, or let only a "
            "web "
            "server that speaks TLS reach it: see docs/server.md.\n",
            stderr);
    }
    const std::optional<CertificateTerm> term = http.certificate();
    if (term && (clock.now() >= term->until || clock.now() < term->from)) {
        std::fprintf(
            stderr,
            "The certificate is good from %s until %s, and not today: browsers will refuse it. Put a newer one "
            "in its files; the server need not be started again.\n",
            day_of(term->from).c_str(), day_of(term->until).c_str());
    }
}

void log_certificate(const Result<CertificateTerm>& told, const Clock& clock) {
    if (told) {
        log_line(clock.now(), {{"event", "certificate"}, {"until", day_of(told->until)}});
    } else {
        log_line(clock.now(), {{"event", "certificate_refused"}, {"why", told.error().sentence}});
    }
}

}  // namespace

Result<void> run_serve(const CommandLine& line, const Clock& clock, Random& random) {
    Result<StaticSite> site = StaticSite::read(line.option("site"));
    if (!site) return std::unexpected(site.error());
    const CountyPlace place = county_place(line);
    const Result<std::unique_ptr<Database>> database = open_county_database(place, WhenMissing::make_it);
    if (!database) return std::unexpected(database.error());
    const Result<CountyIdentity> county =
        settle_identity(**database, {line.option("county"), line.option("authority")});
    if (!county) return std::unexpected(county.error());
    const Result<Reference> reference = load_reference(**database, line, clock, *county);
    if (!reference) return std::unexpected(reference.error());
    const Result<std::string> code = first_code(**database, line, clock, random);
    if (!code) return std::unexpected(code.error());

    const Result<HttpServerSettings> read = http_settings(line);
    if (!read) return std::unexpected(read.error());
    const HttpServerSettings& settings = *read;
    const bool encrypted = settings.tls.has_value();
    const Result<int> rate =
        option_number(line, "requests-per-minute", requests_per_minute_default, 1, requests_per_minute_max);
    if (!rate) return std::unexpected(rate.error());
    Result<HttpServer> http = HttpServer::open(settings);
    if (!http) return std::unexpected(http.error());
    warn_of_reach(settings, *http, clock);

    CountyServer server(
        std::move(*site), **database, clock, random,
        {.requests_per_minute = *rate, .database_bytes = [&] { return records_bytes(place, **database); }});
    HttpServerEvents events;
    events.handle = [&](WebRequest request, HttpAnswer answer) {
        server.handle(std::move(request), std::move(answer));
    };
    events.cut = [&](std::string_view why) { log_line(clock.now(), {{"event", "cut"}, {"why", why}}); };
    events.stopping = [&] { server.finish(); };
    events.certificate = [&](const Result<CertificateTerm>& told) { log_certificate(told, clock); };
    const HttpPorts ports = http->ports();
    if (ports.monitoring != 0)
        std::printf("monitoring: %s/metrics\n", address_to_open("127.0.0.1", ports.monitoring, false).c_str());
    print_welcome(*county, *reference, address_to_open(settings.address, ports.main, encrypted), *code);
    log_line(clock.now(), {{"event", "ready"}, {"schools", reference->schools.size()}});
    http->run(events, clock);
    log_line(clock.now(), {{"event", "stopped"}});
    return {};
}

}  // namespace kitbag
