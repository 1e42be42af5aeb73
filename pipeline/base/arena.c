/* An arena: chunks that double in size up to a bound, filled from the front. */
#include "base/arena.h"

#include "base/diag.h"
#include "base/wipe.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_CHUNK = 4 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024 };

struct chunk {
    struct chunk *next; /* the one before it in time */
    size_t size, used;  /* of the bytes behind the header */
};
enum { HEADER = (sizeof(struct chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

struct arena {
    struct chunk *last;
    struct arena *parent; /* NULL: it stands alone */
    struct arena *spare;  /* arenas below this one that nobody uses */
    struct arena *next;   /* spare */
    size_t largest;       /* chunk */
};

_Noreturn void out_of_memory(void)
{
    fputs("duform: error: out of memory\n", stderr);
    exit(EXIT_SYSTEM);
}

void *xmalloc(size_t size)
{
    void *p = malloc(size ? size : 1);

    if (!p)
        out_of_memory();
    return p;
}

void *xrealloc(void *p, size_t size)
{
    p = wipe_realloc(p, size);
    if (!p)
        out_of_memory();
    return p;
}

static void chunk_free(struct chunk *c)
{
    explicit_bzero((char *)c + HEADER, c->used);
    free(c);
}

/* calloc: fresh chunks come zeroed from the system without being touched. */
static struct chunk *chunk_new(size_t size, struct chunk *next)
{
    struct chunk *c;

    if (size > SIZE_MAX - HEADER)
        out_of_memory();
    c = calloc(1, HEADER + size);
    if (!c)
        out_of_memory();
    c->next = next;
    c->size = size;
    return c;
}

struct arena *arena_new(void)
{
    struct arena *a = xmalloc(sizeof *a);

    memset(a, 0, sizeof *a);
    a->largest = LARGEST_CHUNK;
    a->last = chunk_new(FIRST_CHUNK - HEADER, NULL);
    return a;
}

struct arena *arena_sub(struct arena *parent)
{
    struct arena *a = parent->spare;

    if (a)
        parent->spare = a->next;
    else
        a = arena_new();
    a->parent = parent;
    return a;
}

static void give_back(struct arena *a)
{
    arena_reset(a);
    a->next = a->parent->spare;
    a->parent->spare = a;
}

/* As deep as arenas lie in each other, which is two or three. */
static void destroy(struct arena *a)
{
    while (a->spare) {
        struct arena *next = a->spare->next;

        destroy(a->spare);
        a->spare = next;
    }
    while (a->last) {
        struct chunk *next = a->last->next;

        chunk_free(a->last);
        a->last = next;
    }
    free(a);
}

void arena_discard(struct arena *a)
{
    for (struct chunk *c = a->last; c; c = c->next)
        c->used = 0;
    destroy(a);
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    if (a->parent)
        give_back(a);
    else
        destroy(a);
}

/* The last chunk is the largest: with it the next document of the size fits without asking. A chunk
 * for one enormous thing is not kept. */
void arena_reset(struct arena *a)
{
    struct chunk *keep = a->last;

    if (keep->next && keep->size > LARGEST_CHUNK) {
        a->last = keep->next;
        chunk_free(keep);
        keep = a->last;
    }
    while (keep->next) {
        struct chunk *next = keep->next;

        keep->next = next->next;
        chunk_free(next);
    }
    memset((char *)keep + HEADER, 0, keep->used);
    keep->used = 0;
}

void arena_small_chunks(struct arena *a, size_t size)
{
    a->largest = size;
}

static bool holds(const struct chunk *c, const void *p)
{
    return (const char *)p >= (const char *)c &&
           (const char *)p < (const char *)c + HEADER + c->used;
}

void arena_drop_before(struct arena *a, const void *from, const void *const *keep, size_t n)
{
    struct chunk *c = a->last;

    while (c && !holds(c, from))
        c = c->next;
    while (c && c->next) {
        struct chunk *older = c->next;
        size_t i = 0;

        while (i < n && !holds(older, keep[i]))
            i++;
        if (i < n) {
            c = older;
            continue;
        }
        c->next = older->next;
        chunk_free(older);
    }
}

static struct chunk *room_for(struct arena *a, size_t size)
{
    size_t next =
        a->last->size + HEADER < a->largest / 2 ? (a->last->size + HEADER) * 2 : a->largest;

    if (size > next - HEADER)
        next = size + HEADER;
    a->last = chunk_new(next - HEADER, a->last);
    return a->last;
}

void *arena_alloc(struct arena *a, size_t size)
{
    struct chunk *c = a->last;
    void *p;

    if (size > SIZE_MAX / 2)
        out_of_memory();
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (size > c->size - c->used)
        c = room_for(a, size);
    p = (char *)c + HEADER + c->used;
    c->used += size;
    return p;
}

void *arena_alloc_array(struct arena *a, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / 2 / size)
        out_of_memory();
    return arena_alloc(a, n * size);
}

void *arena_grow(struct arena *a, void *items, size_t count, size_t *cap, size_t size)
{
    size_t grown = *cap ? *cap * 2 : 8;
    void *p = arena_alloc_array(a, grown, size);

    if (count)
        memcpy(p, items, count * size);
    *cap = grown;
    return p;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
    char *p = arena_alloc(a, n + 1);

    if (n)
        memcpy(p, s, n);
    return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return arena_strndup(a, s, strlen(s));
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list args, again;
    char *p;
    int n;

    va_start(args, fmt);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    p = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
    if (n > 0)
        vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return p;
}

size_t arena_size(const struct arena *a)
{
    size_t sum = 0;

    for (const struct chunk *c = a->last; c; c = c->next)
        sum += c->size + HEADER;
    return sum;
}

size_t arena_used(const struct arena *a)
{
    size_t sum = 0;

    for (const struct chunk *c = a->last; c; c = c->next)
        sum += c->used;
    return sum;
}
