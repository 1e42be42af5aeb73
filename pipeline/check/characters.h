/* Changes that are certain: they leave the meaning alone. */
#ifndef CHECK_CHARACTERS_H
#define CHECK_CHARACTERS_H

#include "check/source.h"

enum change_kind { CHANGE_SPACES, CHANGE_FORM, CHANGE_DASH };

/* The bytes of the file from one place to another, and what to write there. */
struct change {
    enum change_kind kind;
    size_t from, to;   /* bytes of the file */
    size_t first, end; /* characters of the text */
    const char *put;
};

struct changes {
    struct change *items;
    size_t count, cap;
};

/* Finds the changes in a text that stands as it is: characters written as references are left. */
void changes_find(const struct source *s, const struct source_text *raw, struct changes *out,
                  struct arena *a);

#endif
