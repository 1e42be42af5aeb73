/* A growable byte buffer on the heap. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <string.h>

struct buf {
    char *data; /* zero-terminated whenever it is not NULL */
    size_t len; /* without the terminator */
    size_t cap;
};

#define BUF_INIT                                                                                   \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }

void buf_free(struct buf *b);  /* wiped; leaves an empty buffer that can be used again */
void buf_clear(struct buf *b); /* keeps the storage */
void buf_reserve(struct buf *b, size_t extra);
void buf_add(struct buf *b, const void *data, size_t n);

/* Here, so that the lengths of constants are known and single characters cost no call. */
static inline void buf_str(struct buf *b, const char *s)
{
    buf_add(b, s, strlen(s));
}

static inline void buf_char(struct buf *b, char c)
{
    if (b->len + 1 < b->cap) {
        b->data[b->len++] = c;
        b->data[b->len] = '\0';
    } else {
        buf_add(b, &c, 1);
    }
}

void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3), nonnull));

#endif
