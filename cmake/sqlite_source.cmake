# SQLite's amalgamation with a few lines more, as a copy in the build folder. It sets sqlite_source to that.
#
# Everywhere libsodium enciphers its pages, with the processor's wide registers (core/storage/page_cipher.h), and no longer the portable code that
# comes with it. For WebAssembly the part that makes a statement out of SQL is compiled to be small: the app keeps the statements it has made, so
# that part runs seldom; what runs them, and what reads, writes and deciphers pages, stays as quick as it was. What its log holds is copied into the
# database as it lies there.

set(sqlite_lines
  "cipher|/*** End of #include \"chacha20poly1305.c\" ***/|#include \"core/storage/page_cipher.h\""
  "copy read|allzero = chacha20_ismemset(data, 0, n)|KITBAG_COPY_IS_READ"
  "copy written|chacha20_rng(data + n, PAGE_NONCE_LEN_CHACHA20)|KITBAG_COPY_IS_WRITTEN")
if(EMSCRIPTEN)
  list(APPEND sqlite_lines
    "begin|/************** Begin file walker.c ***|#pragma clang attribute push(__attribute__((minsize)), apply_to = function)"
    "end|/************** End of main.c ***|#pragma clang attribute pop")
endif()

file(READ "${sqlite}/sqlite3.c" sqlite_text)
foreach(mark IN LISTS sqlite_lines)
  string(REPLACE "|" ";" mark "${mark}")
  list(GET mark 1 comment)
  list(GET mark 2 line)
  string(FIND "${sqlite_text}" "${comment}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "SQLite's source has no \"${comment}\": look where its parts begin, and set cmake/sqlite_source.cmake right.")
  endif()
  string(REPLACE "${comment}" "${line}\n${comment}" sqlite_text "${sqlite_text}")
endforeach()
set(sqlite_source "${CMAKE_BINARY_DIR}/third_party/sqlite3.c")
file(WRITE "${sqlite_source}.new" "${sqlite_text}")
file(COPY_FILE "${sqlite_source}.new" "${sqlite_source}" ONLY_IF_DIFFERENT)
