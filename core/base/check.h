#pragma once
// CHECK(condition): stops the program, in release builds too, when one of our own promises is broken. Going on with a
// broken promise could write a wrong record; stopping cannot, because everything saved is already on disk.

namespace kitbag {

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace kitbag

#define CHECK(condition) ((condition) ? (void)0 : ::kitbag::check_failed(#condition, __FILE__, __LINE__))
