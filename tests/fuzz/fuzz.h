/* What the fuzzers share: messages that go nowhere. */
#ifndef FUZZ_H
#define FUZZ_H

#include "base/diag.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void fuzz_drop(void *user, enum diag_severity severity, const char *text)
{
    (void)user, (void)severity, (void)text;
}

static inline struct diag *fuzz_diag(void)
{
    struct diag *d = diag_new(DIAG_EN);

    diag_divert(d, fuzz_drop, NULL);
    return d;
}

#endif
