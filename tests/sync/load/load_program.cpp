// load [TABLETS]: 500 tablets sync at once against one server whose county lies in a file, and then against three whose county
// lies in PostgreSQL, while one of the three is killed. Both lie on this machine's disk. Prints figures, and at last `N passed,
// N failed`.

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <vector>

#include "tests/support/postgresql_server.h"
#include "tests/sync/load/load.h"

namespace kitbag::test {
namespace {

bool told(const char* what, const LoadPlan& plan, const LoadReport& report) {
    std::printf("%s\n  %s\n", what, to_line(plan, report).c_str());
    for (const std::string& fault : report.faults) std::printf("  %s\n", fault.c_str());
    std::fflush(stdout);
    return report.faults.empty();
}

bool one_server_on_a_file(const LoadPlan& plan) {
    const TemporaryFolder folder;
    const County county(records_in_file(folder.path()));
    const RunningServer server(county.serve_arguments(), county.folder());
    return told("One server, SQLite", plan, play_load(plan, county, {server.port()}));
}

bool three_servers_one_killed(const LoadPlan& plan, PostgresqlServer& postgresql) {
    const County county(records_in_postgresql(postgresql));
    std::vector<std::unique_ptr<TemporaryFolder>> scratch;
    std::vector<std::unique_ptr<RunningServer>> servers;
    std::vector<std::uint16_t> ports;
    for (int i = 0; i < 3; ++i) {
        scratch.push_back(std::make_unique<TemporaryFolder>());
        servers.push_back(std::make_unique<RunningServer>(county.serve_arguments(), scratch.back()->path()));
        ports.push_back(servers.back()->port());
    }
    const int when = plan.tablets * plan.rounds / 3;
    return told("Three servers, PostgreSQL, one of them killed", plan, play_load(plan, county, ports, [&](int pushes) {
                    if (pushes == when) servers[1]->stop(SIGKILL);
                }));
}

}  // namespace
}  // namespace kitbag::test

int main(int count, char** words) {
    kitbag::test::LoadPlan plan;
    if (count > 1) plan.tablets = std::atoi(words[1]);
    kitbag::PostgresqlServer postgresql(std::filesystem::temp_directory_path());
    int failed = 0;
    failed += !kitbag::test::one_server_on_a_file(plan);
    failed += !kitbag::test::three_servers_one_killed(plan, postgresql);
    std::printf("%d passed, %d failed\n", 2 - failed, failed);
    return failed == 0 ? 0 : 1;
}
