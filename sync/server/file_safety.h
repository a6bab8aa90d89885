#pragma once
// Large files written so that they are whole or not there: under a name of their own until they are complete and on the
// disk. And the words by which somebody at a terminal sees that it goes on.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

#include "core/base/result.h"

namespace kitbag {

// Where a file is written until it is whole: "county.db.part" beside "county.db".
std::filesystem::path part_of(const std::filesystem::path& file);

// On the disk, not only on its way there.
bool sync_file(const std::filesystem::path& file);

// Gives the finished part its name, and has that on the disk too. False when it cannot be had; the part is then left.
bool put_in_place(const std::filesystem::path& file);

// Codes "file_exists", and "no_copy" where the folder is missing.
Result<void> check_new_file(const std::filesystem::path& file, std::string_view option);

// While it lives it says on stderr, once a second, how far a file has grown: "Copying: 120 of 400 MB". What is done within
// a second it does not mention.
class GrowthTold {
  public:
    GrowthTold(std::string doing, std::filesystem::path file, std::uintmax_t bytes_expected);

  private:
    std::jthread thread_;
};

}  // namespace kitbag
