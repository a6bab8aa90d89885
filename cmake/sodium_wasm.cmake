# libsodium for WebAssembly, from its own source. Its configure script is not run: for this one target the answers are known. What
# is not called is not linked.

set(libsodium "$ENV{KITBAG_LIBSODIUM}/src/libsodium")
file(GLOB_RECURSE sodium_sources "${libsodium}/*.c")
list(REMOVE_ITEM sodium_sources "${libsodium}/sodium/runtime.c")

# The version header is the only one that configure would write. It must lie among the others, so they are copied to it.
set(sodium_headers "${CMAKE_BINARY_DIR}/third_party/sodium")
file(COPY "${libsodium}/include/" DESTINATION "${sodium_headers}")
set(VERSION 1.0.18)
set(SODIUM_LIBRARY_VERSION_MAJOR 10)
set(SODIUM_LIBRARY_VERSION_MINOR 3)
set(SODIUM_LIBRARY_MINIMAL_DEF "")
configure_file("${libsodium}/include/sodium/version.h.in" "${sodium_headers}/sodium/version.h" @ONLY)

kitbag_third_party(sodium
  SOURCES ${sodium_sources} "${CMAKE_CURRENT_LIST_DIR}/sodium_random_wasm.c" "${CMAKE_CURRENT_LIST_DIR}/sodium_runtime_wasm.c"
  INCLUDES "${sodium_headers}")
# The sources name their own headers without the folder.
target_include_directories(sodium PRIVATE "${sodium_headers}/sodium")
target_compile_definitions(sodium PUBLIC SODIUM_STATIC=1 PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 HAVE_C_VARARRAYS=1
  HAVE_WEAK_SYMBOLS=1)
# libsodium's own random source for emscripten writes JavaScript that looks for window and draws 4 bytes a call. Ours asks the
# browser's generator directly, and stops the program if there is none.
set_source_files_properties("${libsodium}/randombytes/randombytes.c" TARGET_DIRECTORY sodium PROPERTIES COMPILE_OPTIONS
  "-U__EMSCRIPTEN__;-DRANDOMBYTES_CUSTOM_IMPLEMENTATION;-DRANDOMBYTES_DEFAULT_IMPLEMENTATION=(&kitbag_random_source);-include;${CMAKE_CURRENT_LIST_DIR}/sodium_random_wasm.h")

# What it has for the registers of 128 bits that x86 has, Emscripten makes of WebAssembly's. Only these files: of the others the small code is
# as good.
set(sodium_wide "${libsodium}/crypto_stream/chacha20/stream_chacha20.c" "${libsodium}/crypto_stream/chacha20/dolbeau/chacha20_dolbeau-ssse3.c"
  "${libsodium}/crypto_onetimeauth/poly1305/onetimeauth_poly1305.c" "${libsodium}/crypto_onetimeauth/poly1305/sse2/poly1305_sse2.c"
  "${libsodium}/crypto_pwhash/argon2/argon2-core.c" "${libsodium}/crypto_pwhash/argon2/argon2-fill-block-ssse3.c")
set_source_files_properties(${sodium_wide} TARGET_DIRECTORY sodium PROPERTIES COMPILE_OPTIONS
  "-O3;-msimd128;-mssse3;-DHAVE_EMMINTRIN_H=1;-DHAVE_TMMINTRIN_H=1;-DHAVE_TI_MODE=1")
