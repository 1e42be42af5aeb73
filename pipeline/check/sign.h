/* Private to the scans: signs, the patterns that would tell a value of the case. */
#ifndef CHECK_SIGN_H
#define CHECK_SIGN_H

#include "check/fields.h"

struct signs {
    struct arena *arena;
    struct pattern *list; /* their tags are not set */
    size_t n, cap;
};

/* Who makes them. */
struct signer {
    const struct fold *fold;
    struct folded folded;
};

/* Adds those of a text of that shape; of a protected person (strict) single words and four words in
 * a row tell, too. */
void signs_add(struct signer *signer, struct signs *signs, enum shape shape, bool strict,
               const char *text, size_t n);

#endif
