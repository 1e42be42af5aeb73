/* Fuzzer: XSL-FO bytes through reading, refinement, layout and writing. */
#include "format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_format((const char *)data, size);
    return 0;
}
