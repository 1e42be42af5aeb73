/* Stored streams that survive documents, found again by what made them: font subsets, what their
 * codes stand for, and images. */
#ifndef WRITE_STREAM_CACHE_H
#define WRITE_STREAM_CACHE_H

#include "write/writer.h"

enum stream_kind { STREAM_FONT, STREAM_CODES, STREAM_IMAGE, STREAM_ALPHA, STREAM_PROFILE };

struct cached_stream {
    struct pdf_stored stored;
    uint16_t *new_gid; /* STREAM_FONT: by position in the glyph set; heap */
};

struct pdf_stream_cache *stream_cache_new(void);
void stream_cache_free(struct pdf_stream_cache *cache);

/* What the n bytes of key made; NULL: not kept. */
struct cached_stream *stream_cache_find(struct pdf_stream_cache *cache, enum stream_kind kind,
                                        const void *key, size_t n);
/* Stores bytes, compressed unless deflate is false, and a copy of key; valid until the next trim.
 */
struct cached_stream *stream_cache_add(struct pdf_writer *w, enum stream_kind kind, const void *key,
                                       size_t n, const void *bytes, size_t len, bool deflate);
/* Between documents: forgets what was not used for longest until the rest fits its bound. */
void stream_cache_trim(struct pdf_stream_cache *cache);

#endif
