# How our own code is compiled. Third-party code takes none of this but the optimisation level and the address sanitizer.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_C_STANDARD 11)

option(KITBAG_SANITIZE "Compile with the address and undefined-behaviour sanitizers" OFF)
option(KITBAG_FUZZ "Compile so that libFuzzer sees which way was taken, and the programs of tests/fuzz; clang only" OFF)

# Debug is at -O1: with the sanitizers the tests run several times faster than at -O0, and still step by line.
set(CMAKE_C_FLAGS_DEBUG "-O1 -g")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_MINSIZEREL "-Oz -DNDEBUG")
set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz -DNDEBUG")

if(KITBAG_SANITIZE)
  add_compile_options(-fsanitize=address -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

if(KITBAG_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
  # Every browser that has worker OPFS handles has both, and emscripten 3.1.69 does not turn them on by itself.
  add_compile_options(-mbulk-memory -mnontrapping-fptoint)
  # The whole module is optimised at once when it is linked: less to download.
  add_compile_options(-flto)
  # No exception crosses our functions (style.md), and tables for unwinding would only be downloaded.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
endif()

add_library(kitbag_options INTERFACE)
target_compile_options(kitbag_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Werror)
# One spelling of every include: from the top of the repository.
target_include_directories(kitbag_options INTERFACE "${CMAKE_SOURCE_DIR}")
if(KITBAG_SANITIZE)
  target_compile_options(kitbag_options INTERFACE -fsanitize=undefined -fno-sanitize-recover=all)
endif()

# Files that run in every frame, for each letter or each node. In WebAssembly everything else is compiled to be small.
function(kitbag_compile_for_speed target)
  if(EMSCRIPTEN)
    set_source_files_properties(${ARGN} TARGET_DIRECTORY ${target} PROPERTIES COMPILE_OPTIONS -O2)
  endif()
endfunction()
