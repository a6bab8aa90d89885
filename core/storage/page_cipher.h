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

// When SQLite copies its log into the database, it reads each page and writes it, and looks at none. So between begin and end, which the file layer
// calls (SQLITE_FCNTL_CKPT_START and _DONE), a page goes over as it lies: its mark is proved as at every reading, but it is not deciphered and
// enciphered again. It is written as it lies only if it is, byte for byte, the page that was proved last. Each thread copies for itself.
void kitbag_copying_begins(void);
void kitbag_copying_ends(void);

enum KitbagProof { kitbag_to_be_deciphered, kitbag_proved, kitbag_not_proved };

// `size` is without the mark of 16 bytes behind it. No page is of more than 4,096 bytes with it: a longer one is to be deciphered.
enum KitbagProof kitbag_page_prove(uint32_t page, const uint8_t* bytes, size_t size, const uint8_t key[32]);

// `size` is with the mark.
int kitbag_page_goes_as_it_lies(uint32_t page, const uint8_t* bytes, size_t size);

#ifdef __cplusplus
}
#else
#define chacha20_xor kitbag_page_xor
#define poly1305 kitbag_page_tag

// Lines of SQLite3 Multiple Ciphers' functions for ChaCha20 (cmake/sqlite_source.cmake): before it deciphers, with the page's own key in `otk`, and
// before it enciphers.
#define KITBAG_COPY_IS_READ                                                                    \
    if (hmacCheck) {                                                                           \
        const enum KitbagProof proof =                                                         \
            kitbag_page_prove((uint32_t)page, data, (size_t)n + PAGE_NONCE_LEN_CHACHA20, otk); \
        if (proof != kitbag_to_be_deciphered) {                                                \
            sqlite3mcSecureZeroMemory(otk, OTK_LEN_CHACHA20);                                  \
            return proof == kitbag_proved ? SQLITE_OK : SQLITE_CORRUPT;                        \
        }                                                                                      \
    }
#define KITBAG_COPY_IS_WRITTEN \
    if (kitbag_page_goes_as_it_lies((uint32_t)page, data, (size_t)len)) return SQLITE_OK;
#endif
