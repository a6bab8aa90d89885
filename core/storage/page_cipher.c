#include "core/storage/page_cipher.h"

#include <string.h>

#include <sodium/crypto_onetimeauth_poly1305.h>
#include <sodium/crypto_stream_chacha20.h>
#include <sodium/crypto_verify_16.h>

// libsodium refuses to count on from 0, and would end the program.
void kitbag_page_xor(void* const bytes, const size_t size, const uint8_t key[32], const uint8_t nonce[12], const uint32_t counter) {
    unsigned char* const begin = bytes;
    const uint64_t room = (UINT64_C(0x100000000) - counter) * 64;
    const size_t first = size < room ? size : (size_t)room;
    crypto_stream_chacha20_ietf_xor_ic(begin, begin, first, nonce, counter, key);
    if (first < size) crypto_stream_chacha20_ietf_xor_ic(begin + first, begin + first, size - first, nonce, 0, key);
}

void kitbag_page_tag(const uint8_t* const bytes, const size_t size, const uint8_t key[32], uint8_t tag[16]) {
    crypto_onetimeauth_poly1305(tag, bytes, size, key);
}

enum { page_bytes_max = 4096, tag_bytes = 16 };

// What was proved last while SQLite copies; enciphered, so nothing of a record is in it. Page 0: nothing was.
static _Thread_local struct {
    int now;
    uint32_t page;
    size_t size;
    uint8_t bytes[page_bytes_max];
} copying;

void kitbag_copying_begins(void) {
    copying.now = 1;
    copying.page = 0;
}

void kitbag_copying_ends(void) {
    copying.now = 0;
}

enum KitbagProof kitbag_page_prove(const uint32_t page, const uint8_t* const bytes, const size_t size, const uint8_t key[32]) {
    if (!copying.now || size + tag_bytes > sizeof copying.bytes) return kitbag_to_be_deciphered;
    uint8_t tag[tag_bytes];
    kitbag_page_tag(bytes, size, key, tag);
    if (crypto_verify_16(tag, bytes + size) != 0) return kitbag_not_proved;
    copying.page = page;
    copying.size = size + tag_bytes;
    memcpy(copying.bytes, bytes, copying.size);
    return kitbag_proved;
}

int kitbag_page_goes_as_it_lies(const uint32_t page, const uint8_t* const bytes, const size_t size) {
    return copying.now && page == copying.page && size == copying.size && memcmp(bytes, copying.bytes, size) == 0;
}
