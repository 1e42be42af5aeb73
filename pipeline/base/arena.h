/* An arena: memory of one stage, wiped and freed at once. Out of memory ends the program with
 * status 4. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is allowed */
/* Frees it unwiped: only for what never held anything of a case. Not one of arena_sub. */
void arena_discard(struct arena *a);
/* An arena for a part of the work that parent's is for: arena_free wipes it and leaves its largest
 * chunk to the next one, so that a run of documents does not ask the system for memory each time.
 * It is to be freed before parent is. */
struct arena *arena_sub(struct arena *parent);
/* Forgets all that was allocated and keeps the largest chunk for the next document. */
void arena_reset(struct arena *a);
/* Takes no more than size bytes from the system at once, so that parts can be dropped. */
void arena_small_chunks(struct arena *a, size_t size);
/* Wipes and frees what was allocated before from, as far as its chunks hold neither from nor one of
 * the n things to keep. */
void arena_drop_before(struct arena *a, const void *from, const void *const *keep, size_t n);
/* Zeroed, 16-byte aligned, never NULL. size 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t size);
/* A zero-terminated copy of n bytes of s. */
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_strdup(struct arena *a, const char *s);
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull));
/* Bytes taken from the system, for the memory figures of `make bench`. */
size_t arena_size(const struct arena *a);
/* Bytes allocated since it was new or reset. */
size_t arena_used(const struct arena *a);

#define arena_new_of(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_array(a, type, n) ((type *)arena_alloc_array((a), (n), sizeof(type)))
void *arena_alloc_array(struct arena *a, size_t n, size_t size); /* checks n * size for overflow */

/* Growing an array in an arena: the old storage stays until the arena goes (doubling bounds the
 * waste). */
#define arena_push(a, items, count, cap)                                                           \
    ((count) == (cap) ? ((items) = arena_grow((a), (items), (count), &(cap), sizeof *(items)))     \
                      : (items),                                                                   \
     &(items)[(count)++])
void *arena_grow(struct arena *a, void *items, size_t count, size_t *cap, size_t size);

/* malloc and realloc that end the program with status 4 instead of returning NULL. */
void *xmalloc(size_t size);
void *xrealloc(void *p, size_t size);
/* Ends the program as they do. */
_Noreturn void out_of_memory(void);

#endif
