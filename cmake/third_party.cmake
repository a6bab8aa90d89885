# Targets for the code of others: imgui, sqlite3mc, sodium, nlohmann_json, doctest, beast, curl, cjose, pq, zlib. Where each comes from, and its checksum, is in
# tools/third_party.sh; ./dev names the folders in the environment. Their headers are SYSTEM headers, so our warnings spare them.

foreach(name IN ITEMS KITBAG_IMGUI KITBAG_LIBSODIUM KITBAG_NODE_MODULES)
  if(NOT IS_DIRECTORY "$ENV{${name}}")
    message(FATAL_ERROR "${name} names no folder. Configure from inside the environment: ./dev shell cmake --preset debug")
  endif()
endforeach()

# A library of others: their headers are system headers, and their warnings are theirs.
function(kitbag_third_party name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;INCLUDES")
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} SYSTEM PUBLIC ${arg_INCLUDES})
  target_compile_options(${name} PRIVATE -w)
endfunction()

# ---- Dear ImGui ----------------------------------------------------------------------------------------------------------
set(imgui "$ENV{KITBAG_IMGUI}")
set(imgui_sources "${imgui}/imgui.cpp" "${imgui}/imgui_draw.cpp" "${imgui}/imgui_widgets.cpp"
  "${CMAKE_SOURCE_DIR}/app/platform/without_tables.cpp")
kitbag_third_party(imgui SOURCES ${imgui_sources} INCLUDES "${imgui}")
target_compile_definitions(imgui PRIVATE "IMGUI_USER_CONFIG=\"${CMAKE_SOURCE_DIR}/app/platform/library_config.h\"")
target_compile_definitions(imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS            # neither the demonstration nor the debugger is shipped
  IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_DEFAULT_FONT            # the app loads its own
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_FILE_FUNCTIONS          # the app has no file system
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS # and nothing to start
  IMGUI_USE_WCHAR32                     # people write emoji, and names with letters beyond the first 65,536
  IMGUI_ENABLE_TEST_ENGINE)             # its hooks check the semantics mirror for completeness
kitbag_compile_for_speed(imgui "${imgui}/imgui_draw.cpp")

# ---- SQLite3 Multiple Ciphers --------------------------------------------------------------------------------------------
set(sqlite "$ENV{KITBAG_NODE_MODULES}/better-sqlite3-multiple-ciphers/deps/sqlite3")
include(sqlite_source)
kitbag_third_party(sqlite3mc SOURCES "${sqlite_source}" "${CMAKE_SOURCE_DIR}/core/storage/page_cipher.c" INCLUDES "${sqlite}")
target_include_directories(sqlite3mc PRIVATE "${CMAKE_SOURCE_DIR}")
target_link_libraries(sqlite3mc PUBLIC sodium)
target_compile_definitions(sqlite3mc PRIVATE
  SQLITE_TEMP_STORE=3            # no temporary file, so nothing of a record is ever written in the clear
  SQLITE_DQS=0                   # "x" is a column, never quietly a text
  SQLITE_DEFAULT_FOREIGN_KEYS=1
  SQLITE_DEFAULT_MEMSTATUS=0
  SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_MAX_EXPR_DEPTH=200
  SQLITE_OMIT_AUTHORIZATION      # What the app never asks for is not downloaded.
  SQLITE_OMIT_AUTOVACUUM
  SQLITE_OMIT_COMPILEOPTION_DIAGS
  SQLITE_OMIT_COMPLETE
  SQLITE_OMIT_DATETIME_FUNCS
  SQLITE_OMIT_DECLTYPE
  SQLITE_OMIT_DEPRECATED
  SQLITE_OMIT_GET_TABLE
  SQLITE_OMIT_INTROSPECTION_PRAGMAS
  SQLITE_OMIT_JSON
  SQLITE_OMIT_TCL_VARIABLE
  SQLITE_OMIT_TRACE
  SQLITE_OMIT_UTF16
  SQLITE_OMIT_DESERIALIZE        # no database in memory; in a browser it would need a file layer before ours is there
  SQLITE_OMIT_LOAD_EXTENSION
  SQLITE_OMIT_SHARED_CACHE
  SQLITE_USE_ALLOCA
  SQLITE_ENABLE_FTS5
  # One cipher: ChaCha20-Poly1305, which authenticates every page.
  HAVE_CIPHER_CHACHA20=1 HAVE_CIPHER_AES_128_CBC=0 HAVE_CIPHER_AES_256_CBC=0 HAVE_CIPHER_SQLCIPHER=0 HAVE_CIPHER_RC4=0
  HAVE_CIPHER_ASCON128=0 HAVE_CIPHER_AEGIS=0)
target_compile_options(sqlite3mc PRIVATE -fvisibility=hidden)  # Another SQLite in the same program keeps to its own.
if(EMSCRIPTEN)
  target_compile_options(sqlite3mc PRIVATE -Os)  # Not -Oz: what runs a statement is quicker. See sqlite_source.cmake.
  target_compile_definitions(sqlite3mc PRIVATE
    __WASM__=1          # random bytes from getentropy, not from /dev/urandom
    SQLITE_OS_OTHER=1   # the app has its own file layer over OPFS, and defines sqlite3_os_init and sqlite3_os_end
    SQLITE_THREADSAFE=0)
else()
  target_compile_definitions(sqlite3mc PRIVATE SQLITE_THREADSAFE=1)
  target_link_libraries(sqlite3mc PUBLIC m)
endif()

# ---- libsodium -----------------------------------------------------------------------------------------------------------
if(EMSCRIPTEN)
  include(sodium_wasm)
else()
  add_library(sodium INTERFACE)
  target_link_libraries(sodium INTERFACE -lsodium)
endif()

# ---- JSON ----------------------------------------------------------------------------------------------------------------
# Emscripten does not look in /usr/include, and must not: a folder with only this library in it.
add_library(nlohmann_json INTERFACE)
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/third_party/json")
file(CREATE_LINK /usr/include/nlohmann "${CMAKE_BINARY_DIR}/third_party/json/nlohmann" SYMBOLIC)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/third_party/json")
if(EMSCRIPTEN)
  target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)
endif()

if(NOT EMSCRIPTEN)
  # ---- doctest -----------------------------------------------------------------------------------------------------------
  file(WRITE "${CMAKE_BINARY_DIR}/third_party/doctest_main.cpp.new"
    "#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN\n#include <doctest/doctest.h>\n")
  file(COPY_FILE "${CMAKE_BINARY_DIR}/third_party/doctest_main.cpp.new" "${CMAKE_BINARY_DIR}/third_party/doctest_main.cpp"
    ONLY_IF_DIFFERENT)
  add_library(doctest STATIC "${CMAKE_BINARY_DIR}/third_party/doctest_main.cpp")

  # ---- Boost's Beast and Asio, and OpenSSL ---------------------------------------------------------------------------------
  # Headers only.
  add_library(beast INTERFACE)
  target_link_libraries(beast INTERFACE -lssl -lcrypto -pthread)

  # ---- libcurl and cjose ---------------------------------------------------------------------------------------------------
  add_library(curl INTERFACE)
  target_link_libraries(curl INTERFACE -lcurl)
  add_library(cjose INTERFACE)
  target_link_libraries(cjose INTERFACE -lcjose)

  # ---- PostgreSQL's client library --------------------------------------------------------------------------------------
  add_library(pq INTERFACE)
  target_include_directories(pq SYSTEM INTERFACE /usr/include/postgresql)
  target_link_libraries(pq INTERFACE -lpq)

  # ---- zlib --------------------------------------------------------------------------------------------------------------
  add_library(zlib INTERFACE)
  target_link_libraries(zlib INTERFACE -lz)
endif()
