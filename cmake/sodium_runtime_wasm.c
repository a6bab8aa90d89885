// What this processor can do, as libsodium asks it before it takes its quicker code. In WebAssembly there is nothing to ask at run time: what
// is compiled for 128 bit registers is taken, and a browser without them cannot load the program (web-shell/checks.mjs).

#include <sodium/runtime.h>

int _sodium_runtime_get_cpu_features(void) { return 0; }
int sodium_runtime_has_neon(void) { return 0; }
int sodium_runtime_has_sse2(void) { return 1; }
int sodium_runtime_has_sse3(void) { return 1; }
int sodium_runtime_has_ssse3(void) { return 1; }
int sodium_runtime_has_sse41(void) { return 0; }
int sodium_runtime_has_avx(void) { return 0; }
int sodium_runtime_has_avx2(void) { return 0; }
int sodium_runtime_has_avx512f(void) { return 0; }
int sodium_runtime_has_pclmul(void) { return 0; }
int sodium_runtime_has_aesni(void) { return 0; }
int sodium_runtime_has_rdrand(void) { return 0; }
