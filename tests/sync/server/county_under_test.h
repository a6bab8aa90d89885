#pragma once
// The real program, started as a person starts it, with a county of its own in a temporary folder: invented Wendshire,
// authority 999, with invented schools. Everything is removed at the end.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/records_place.h"
#include "tests/sync/server/http_client.h"

namespace kitbag::test {

class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

void write_file(const std::filesystem::path& file, const std::string& content);
std::string read_file(const std::filesystem::path& file);

// What one run of the program said.
struct ProgramResult {
    int exit_code = -1;
    std::string out;
    std::string err;
};

// Runs `kitbag_server` to its end.
ProgramResult run_program(const std::vector<std::string>& arguments, const std::filesystem::path& scratch);

// A running `kitbag_server serve`.
class RunningServer {
  public:
    // Starts it and waits for its "ready" line, or for its end.
    RunningServer(const std::vector<std::string>& arguments, const std::filesystem::path& scratch);
    ~RunningServer();  // Stops it when it still runs.
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    bool is_ready() const { return port_ != 0; }
    std::uint16_t port() const { return port_; }
    HttpClient client() const { return HttpClient(port_); }
    const std::string& out() const { return out_; }
    std::string err() const;

    void send_signal(int signal_number) const;
    // Sends the signal and waits; the exit code, or -1 when it did not end by itself.
    int stop(int signal_number);

  private:
    void read_until_ready();

    std::filesystem::path err_file_;
    int process_ = -1;
    int out_pipe_ = -1;
    std::uint16_t port_ = 0;
    std::string out_;
};

// Wendshire: the folders and files that the program is given, and the program's arguments.
class County {
  public:
    County();
    explicit County(std::unique_ptr<RecordsPlace> records);

    std::vector<std::string> serve_arguments() const;
    // `words`: a command and its options, but for where the records lie.
    ProgramResult run(std::vector<std::string> words) const;
    // The records, as the server opens them.
    std::unique_ptr<Database> open() const { return records_->open(); }
    const RecordsPlace& records() const { return *records_; }
    std::filesystem::path data() const { return folder_.path() / "data"; }
    std::filesystem::path site() const { return folder_.path() / "site"; }
    std::filesystem::path register_file() const { return folder_.path() / "register.csv"; }
    std::filesystem::path half_terms_file() const { return folder_.path() / "half-terms.json"; }
    std::filesystem::path visit_templates_file() const { return folder_.path() / "visit-templates.json"; }
    std::filesystem::path frameworks() const { return folder_.path() / "frameworks"; }
    const std::filesystem::path& folder() const { return folder_.path(); }

    // A new code, made by the program's own command.
    std::string new_code(const std::string& role = "adviser") const;

  private:
    TemporaryFolder folder_;
    std::unique_ptr<RecordsPlace> records_;
};

// The value after a label at the start of a line: line_after("code: AB\n", "code: ") is "AB".
std::string line_after(const std::string& text, const std::string& label);

}  // namespace kitbag::test
