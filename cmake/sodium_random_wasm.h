#pragma once
// The random source that libsodium uses in WebAssembly. Included ahead of libsodium's randombytes.c by the build; nothing else needs it.

#include <sodium/randombytes.h>

extern struct randombytes_implementation kitbag_random_source;
