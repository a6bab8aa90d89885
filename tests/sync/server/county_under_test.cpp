#include "tests/sync/server/county_under_test.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/check.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

constexpr int start_ms_max = 120'000;

// Starts the program with stdout into a pipe and stderr into a file.
int start_program(const std::vector<std::string>& arguments, const std::filesystem::path& err_file, int& out_pipe) {
    std::array<int, 2> pipe_ends{};
    const int piped = pipe2(pipe_ends.data(), O_CLOEXEC);
    CHECK(piped == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err_file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    std::vector<std::string> words = {KITBAG_SERVER_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t process = -1;
    const int failed = posix_spawn(&process, KITBAG_SERVER_PROGRAM, &actions, nullptr, pointers.data(), environ);
    CHECK(failed == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(pipe_ends[1]);
    out_pipe = pipe_ends[0];
    return process;
}

int wait_for_end(int process) {
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// False at the end of the stream.
bool read_more(int file, std::string& text) {
    std::array<char, 4096> piece{};
    const ssize_t size = read(file, piece.data(), piece.size());
    if (size <= 0) return false;
    text.append(piece.data(), static_cast<std::size_t>(size));
    return true;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kitbag-server-XXXXXX").string();
    CHECK(mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void write_file(const std::filesystem::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string line_after(const std::string& text, const std::string& label) {
    const std::size_t at = ("\n" + text).find("\n" + label);
    if (at == std::string::npos) return "";
    const std::size_t start = at + label.size();
    return text.substr(start, text.find('\n', start) - start);
}

ProgramResult run_program(const std::vector<std::string>& arguments, const std::filesystem::path& scratch) {
    const std::filesystem::path err_file = scratch / "command-stderr.txt";
    std::filesystem::remove(err_file);
    int out_pipe = -1;
    const int process = start_program(arguments, err_file, out_pipe);
    ProgramResult result;
    while (read_more(out_pipe, result.out)) {
    }
    close(out_pipe);
    result.exit_code = wait_for_end(process);
    result.err = read_file(err_file);
    return result;
}

RunningServer::RunningServer(const std::vector<std::string>& arguments, const std::filesystem::path& scratch)
    : err_file_(scratch / "server-stderr.txt") {
    std::filesystem::remove(err_file_);
    process_ = start_program(arguments, err_file_, out_pipe_);
    read_until_ready();
}

RunningServer::~RunningServer() {
    if (process_ > 0) stop(SIGKILL);
    close(out_pipe_);
}

std::string RunningServer::err() const {
    return read_file(err_file_);
}

void RunningServer::read_until_ready() {
    while (line_after(out_, "ready: ").empty() || !out_.ends_with('\n')) {
        pollfd wanted{out_pipe_, POLLIN, 0};
        if (poll(&wanted, 1, start_ms_max) <= 0 || !read_more(out_pipe_, out_)) return;
    }
    const std::string address = line_after(out_, "ready: ");
    const std::size_t colon = address.rfind(':');
    std::from_chars(address.data() + colon + 1, address.data() + address.size(), port_);
}

void RunningServer::send_signal(int signal_number) const {
    if (process_ > 0) kill(process_, signal_number);
}

int RunningServer::stop(int signal_number) {
    if (process_ <= 0) return -1;
    kill(process_, signal_number);
    const int exit_code = wait_for_end(process_);
    process_ = -1;
    return exit_code;
}

County::County() : County(nullptr) {}

County::County(std::unique_ptr<RecordsPlace> records) : records_(std::move(records)) {
    if (!records_) records_ = usual_records(data());
    std::filesystem::create_directories(data());
    std::filesystem::create_directories(site());
    std::filesystem::create_directories(frameworks());
    write_file(site() / "index.html", "<!doctype html><title>Kitbag</title>");
    write_file(register_file(), wendshire_register());
    write_file(half_terms_file(), wendshire_half_terms());
    write_file(visit_templates_file(), wendshire_visit_templates());
    write_file(frameworks() / "wendshire.json", wendshire_framework());
}

std::vector<std::string> County::serve_arguments() const {
    std::vector<std::string> words = {"serve",
                                      "--site",
                                      site().string(),
                                      "--register",
                                      register_file().string(),
                                      "--frameworks",
                                      frameworks().string(),
                                      "--half-terms",
                                      half_terms_file().string(),
                                      "--visit-templates",
                                      visit_templates_file().string(),
                                      "--authority",
                                      "999",
                                      "--county",
                                      "Wendshire",
                                      "--port",
                                      "0"};
    const std::vector<std::string> place = records_->arguments();
    words.insert(words.end(), place.begin(), place.end());
    return words;
}

ProgramResult County::run(std::vector<std::string> words) const {
    const std::vector<std::string> place = records_->arguments();
    words.insert(words.begin() + 1, place.begin(), place.end());
    return run_program(words, folder());
}

std::string County::new_code(const std::string& role) const {
    const ProgramResult made = run({"enrolment-code", "--role", role});
    return line_after(made.out, "Enrolment code: ");
}

}  // namespace kitbag::test
