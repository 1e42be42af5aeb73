/* Content: the text that a content stream shows (ISO 32000-1, 9.4 and 14.6). */
#ifndef CHECK_CONTENT_H
#define CHECK_CONTENT_H

#include "check/cmap.h"
#include "check/fold.h"

/* The text of a document, apart: what belongs to its content, and what repeats on pages, so that a
 * value which goes on on the next page is one. */
struct shown {
    const struct fold *fold;
    struct folded *text;   /* content */
    struct folded *turned; /* the same with each line turned around: for scripts from the right */
    struct folded *around; /* artifacts, and texts that stand in the place of others */
};

/* Reads one stream. font: the map of a font by its resource name, NULL if it has none. */
void content_read(const struct shown *to, const char *data, size_t n,
                  const struct cmap *(*font)(void *user, const char *name), void *user);

#endif
