// Several servers on one database: to the tablets they are one county.

#include <csignal>
#include <memory>
#include <thread>

#include <doctest/doctest.h>

#include "tests/support/postgresql_server.h"
#include "tests/sync/load/load.h"

namespace kitbag::test {

TEST_CASE("servers that are started at once on an empty database are one county") {
    const County county;
    PostgresqlServer& postgresql = PostgresqlServer::running();
    const std::string empty = postgresql.new_database();
    std::vector<std::string> arguments = county.serve_arguments();
    arguments.back() = postgresql.address_of(empty);
    std::vector<std::unique_ptr<RunningServer>> servers(3);
    std::vector<std::unique_ptr<TemporaryFolder>> scratch(3);
    for (auto& each : scratch) each = std::make_unique<TemporaryFolder>();
    std::vector<std::thread> starting;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        starting.emplace_back([&, i] { servers[i] = std::make_unique<RunningServer>(arguments, scratch[i]->path()); });
    }
    for (std::thread& each : starting) each.join();
    for (const auto& each : servers) REQUIRE_MESSAGE(each->is_ready(), each->err());

    Tablet ada(servers[0]->client(), "Ada Marsh", line_after(servers[1]->out(), "Enrolment code: "));
    Tablet ben(servers[1]->client(), "Ben Holt", line_after(servers[2]->out(), "Enrolment code: "));
    const std::string visit = new_test_id();
    const Json begun = ada.visit(visit, "900001");
    REQUIRE(outcome_of(ada.push_one(begun), 0) == "accepted");
    ada.move_to(servers[2]->client());
    CHECK(outcome_of(ada.push_one(begun), 0) == "already_had");
    const HttpAnswer page = ben.pull(0);
    CHECK(page.json()["changes"].size() == 1);
    ben.move_to(servers[0]->client());
    CHECK(page_of(ben.pull(0).body) == page_of(page.body));
    const Json reference = ada.get("/api/reference").json();
    CHECK(reference["schools"].size() == wendshire_schools);
    CHECK_FALSE(reference["half_terms"].is_null());
    CHECK(ben.get("/api/reference").json() == reference);
    servers.clear();
    postgresql.drop(empty);
}

TEST_CASE("tablets whose server is killed turn to another, and every change arrives once") {
    const County county;
    std::vector<std::unique_ptr<TemporaryFolder>> scratch;
    std::vector<std::unique_ptr<RunningServer>> servers;
    std::vector<std::uint16_t> ports;
    for (int i = 0; i < 3; ++i) {
        scratch.push_back(std::make_unique<TemporaryFolder>());
        servers.push_back(std::make_unique<RunningServer>(county.serve_arguments(), scratch.back()->path()));
        REQUIRE_MESSAGE(servers.back()->is_ready(), servers.back()->err());
        ports.push_back(servers.back()->port());
    }
    const LoadReport report = play_load({.tablets = 30, .rounds = 3, .changes = 2}, county, ports, [&](int pushes) {
        if (pushes == 30) servers[1]->stop(SIGKILL);
    });
    CHECK(report.faults == std::vector<std::string>{});
    CHECK(report.accepted == 30 * 3 * 2);
    CHECK(report.turned > 0);
}

}  // namespace kitbag::test
