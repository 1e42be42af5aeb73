/* The list of fonts and hyphenation patterns in fonts/fonts.xml: the contract between read and
 * text. */
#ifndef BASE_FONTLIST_H
#define BASE_FONTLIST_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* Bits: bold 1, italic 2. */
enum font_shape { FONT_REGULAR, FONT_BOLD, FONT_ITALIC, FONT_BOLD_ITALIC, FONT_SHAPES };

struct font_family {
    const char *name;
    const char *aliases;           /* comma-separated; "" if none */
    const char *script;            /* ISO 15924, "" if it is no script's own family */
    bool fallback;                 /* may stand in for characters that others lack */
    const char *package;           /* Debian package of the files */
    const char *file[FONT_SHAPES]; /* relative to a root, NULL where there is no such face */
};

struct font_patterns { /* hyphenation patterns of a language */
    const char *lang;  /* primary language subtag */
    const char *file;  /* absolute path */
    const char *package;
    int before, after; /* fewest characters before and after a hyphen */
};

struct font_list {
    const char **roots;
    size_t nroots;
    struct font_family *families; /* the first is the default; at least one, with a regular face */
    size_t nfamilies;
    struct font_patterns *patterns;
    size_t npatterns;
};

/* Reads fonts.xml into the arena (defined in read/fonts.c). NULL after a report (EXIT_SYSTEM: it is
 * our own data). */
const struct font_list *font_list_read(const char *path, struct arena *arena, struct diag *diag);

#endif
