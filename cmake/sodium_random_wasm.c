#include "sodium_random_wasm.h"

#include <stdlib.h>
#include <unistd.h>

enum { most_bytes_a_call = 256 };  // getentropy gives no more at once

static const char* name_of_source(void) { return "getentropy"; }

// Weak randomness must never pass for strong: without a generator the program ends.
static void fill(void* const buffer, const size_t size) {
    unsigned char* position = buffer;
    size_t left = size;
    while (left > 0) {
        const size_t part = left < most_bytes_a_call ? left : most_bytes_a_call;
        if (getentropy(position, part) != 0) abort();
        position += part;
        left -= part;
    }
}

static uint32_t random_number(void) {
    uint32_t number;
    fill(&number, sizeof number);
    return number;
}

struct randombytes_implementation kitbag_random_source = {
    .implementation_name = name_of_source,
    .random = random_number,
    .buf = fill,
};
