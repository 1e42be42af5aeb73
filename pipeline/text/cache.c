/* A bounded cache of shaped words: a hash table that is emptied when it is full. */
#include "text/cache.h"

#include "base/arena.h"
#include "base/wipe.h"

#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096, LIMIT = 4 * 1024 * 1024 /* bytes */ };

struct entry {
    struct entry *next;
    struct shape_key key;
    uint32_t hash;
    uint32_t len, n;
    struct shaped *glyphs; /* behind this struct */
    UChar *word;           /* behind the glyphs */
};

struct shape_cache {
    struct entry *buckets[BUCKETS];
    size_t size;
};

struct shape_cache *shape_cache_new(void)
{
    struct shape_cache *c = xmalloc(sizeof *c);

    memset(c, 0, sizeof *c);
    return c;
}

static void empty(struct shape_cache *c)
{
    for (size_t i = 0; i < BUCKETS; i++) {
        while (c->buckets[i]) {
            struct entry *next = c->buckets[i]->next;

            wipe_free(c->buckets[i]);
            c->buckets[i] = next;
        }
    }
    c->size = 0;
}

void shape_cache_free(struct shape_cache *c)
{
    if (c)
        empty(c);
    free(c);
}

/* FNV-1a over the characters and the parts of the key that differ most. */
static uint32_t hash_of(const struct shape_key *key, const UChar *word, size_t len)
{
    uint32_t h = 2166136261u ^ key->face->font.id ^ key->script;

    for (size_t i = 0; i < len; i++)
        h = (h ^ word[i]) * 16777619u;
    return h ^ h >> 15;
}

static bool same(const struct entry *e, const struct shape_key *key, const UChar *word, size_t len)
{
    return e->len == len && e->key.face == key->face && e->key.script == key->script &&
           e->key.language == key->language && e->key.features == key->features &&
           e->key.rtl == key->rtl && !memcmp(e->word, word, len * sizeof *word);
}

const struct shaped *shape_cache_find(struct shape_cache *c, const struct shape_key *key,
                                      const UChar *word, size_t len, size_t *n)
{
    uint32_t hash = hash_of(key, word, len);

    for (const struct entry *e = c->buckets[hash % BUCKETS]; e; e = e->next) {
        if (e->hash == hash && same(e, key, word, len)) {
            *n = e->n;
            return e->glyphs;
        }
    }
    return NULL;
}

void shape_cache_keep(struct shape_cache *c, const struct shape_key *key, const UChar *word,
                      size_t len, const struct shaped *glyphs, size_t n)
{
    size_t size = sizeof(struct entry) + n * sizeof *glyphs + len * sizeof *word;
    struct entry *e, **bucket;

    if (c->size + size > LIMIT)
        empty(c);
    c->size += size;
    e = xmalloc(size);
    e->key = *key;
    e->hash = hash_of(key, word, len);
    e->len = (uint32_t)len;
    e->n = (uint32_t)n;
    e->glyphs = (struct shaped *)(e + 1);
    e->word = (UChar *)(e->glyphs + n);
    if (n)
        memcpy(e->glyphs, glyphs, n * sizeof *glyphs);
    memcpy(e->word, word, len * sizeof *word);
    bucket = &c->buckets[e->hash % BUCKETS];
    e->next = *bucket;
    *bucket = e;
}
