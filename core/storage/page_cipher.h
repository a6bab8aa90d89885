#pragma once
// What SQLite's pages are enciphered with: ChaCha20 and Poly1305 (RFC 8439) of libsodium. Included by the build into SQLite3 Multiple Ciphers, behind
// its own portable code for the same two, which it then no longer calls. A store that was written with one is read with the other.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// In place. `counter` is of the first 64 bytes, and after 2^32 - 1 comes 0.
void kitbag_page_xor(void* bytes, size_t size, const uint8_t key[32], const uint8_t nonce[12], uint32_t counter);

void kitbag_page_tag(const uint8_t* bytes, size_t size, const uint8_t key[32], uint8_t tag[16]);

#ifdef __cplusplus
}
#else
#define chacha20_xor kitbag_page_xor
#define poly1305 kitbag_page_tag
#endif
