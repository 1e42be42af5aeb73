/* The plural forms of a language (CLDR, by ICU), found by asking for the form of each count. */
#include "transform/plural.h"

#include <string.h>

/* Counts in letters are small; each language repeats its pattern below this. */
enum { COUNTS = 121, EXAMPLES = 3 };

static const char *const names[PLURAL_FORMS] = {"zero", "one", "two", "few", "many", "other"};

const char *plural_name(int i)
{
    return names[i];
}

/* The first counts of a form, at most max; how many there are, at most max. */
static int counts_of(struct locale *l, int form, int *counts, int max)
{
    int found = 0;

    for (int n = 0; n < COUNTS && found < max; n++) {
        struct buf name = BUF_INIT;

        if (locale_plural(l, n, &name) && strcmp(name.data, names[form]) == 0)
            counts[found++] = n;
        buf_free(&name);
    }
    return found;
}

bool plural_used(struct locale *l, int i)
{
    int count;

    return counts_of(l, i, &count, 1) > 0;
}

bool plural_single(struct locale *l, int i)
{
    int counts[2];

    return counts_of(l, i, counts, 2) == 1;
}

void plural_examples(struct locale *l, int i, struct buf *out)
{
    int counts[EXAMPLES + 1];
    int n = counts_of(l, i, counts, EXAMPLES + 1);

    for (int k = 0; k < n && k < EXAMPLES; k++)
        buf_printf(out, "%s%d", k ? ", " : "", counts[k]);
    if (n > EXAMPLES)
        buf_str(out, " …");
}
