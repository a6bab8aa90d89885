#include "sync/server/file_safety.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace kitbag {
namespace {

bool sync_handle(const std::filesystem::path& path, int flags) {
    const int handle = open(path.c_str(), flags | O_CLOEXEC);
    const bool synced = handle >= 0 && fsync(handle) == 0;
    if (handle >= 0) close(handle);
    return synced;
}

std::uintmax_t megabytes(std::uintmax_t bytes) {
    return (bytes + 999'999) / 1'000'000;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

std::filesystem::path part_of(const std::filesystem::path& file) {
    return file.string() + ".part";
}

bool sync_file(const std::filesystem::path& file) {
    return sync_handle(file, O_RDWR);
}

bool put_in_place(const std::filesystem::path& file) {
    std::error_code error;
    if (!sync_file(part_of(file)) || std::filesystem::exists(file, error)) return false;
    std::filesystem::rename(part_of(file), file, error);
    return !error && sync_handle(folder_of(file), O_RDONLY | O_DIRECTORY);
}

Result<void> check_new_file(const std::filesystem::path& file, std::string_view option) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        return fault("file_exists", file.string() + " is there already. Give --" + std::string(option) +
                                        " a name that is not, so that no older one is lost.");
    }
    if (!std::filesystem::is_directory(folder_of(file), error)) {
        return fault("no_copy", "The folder of " + file.string() + " is not there. Make it, or give --" +
                                    std::string(option) + " another name.");
    }
    return {};
}

GrowthTold::GrowthTold(std::string doing, std::filesystem::path file, std::uintmax_t bytes_expected)
    : thread_([doing = std::move(doing), file = std::move(file), bytes_expected](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any ended;
          std::unique_lock lock(mutex);
          while (!ended.wait_for(lock, stop, std::chrono::seconds(1), [&] { return stop.stop_requested(); })) {
              std::error_code error;
              const std::uintmax_t size = std::filesystem::file_size(file, error);
              std::fprintf(stderr, "%s: %ju of %ju MB\n", doing.c_str(), megabytes(error ? 0 : size),
                           megabytes(std::max(bytes_expected, error ? 0 : size)));
          }
      }) {}

}  // namespace kitbag
