#include "core/storage/page_cipher.h"

#include <sodium/crypto_onetimeauth_poly1305.h>
#include <sodium/crypto_stream_chacha20.h>

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
