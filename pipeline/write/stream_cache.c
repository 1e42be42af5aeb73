/* Stored streams that survive documents, forgotten by least recent use. */
#include "write/stream_cache.h"

#include "write/object.h"

#include <stdlib.h>
#include <string.h>

/* Glyph sets never end, but a few come again and again: in a long mailing most of what the bound
 * lets in is of use once. Pictures and profiles are few. */
enum { BUCKETS = 256, LARGEST_FONTS = 2 * 1024 * 1024, LARGEST_OTHERS = 32 * 1024 * 1024 };

struct entry {
    struct cached_stream stream;
    enum stream_kind kind;
    uint32_t hash;
    void *key; /* heap */
    size_t key_len;
    uint64_t used; /* time of last use */
    struct entry *next;
};

struct pdf_stream_cache {
    struct entry *buckets[BUCKETS];
    uint64_t now;
    size_t fonts, others; /* bytes held */
};

struct pdf_stream_cache *stream_cache_new(void)
{
    struct pdf_stream_cache *cache = xmalloc(sizeof *cache);
    memset(cache, 0, sizeof *cache);
    return cache;
}

static size_t entry_size(const struct entry *e)
{
    return sizeof *e + e->key_len + e->stream.stored.len;
}

static bool of_font(enum stream_kind kind)
{
    return kind == STREAM_FONT || kind == STREAM_CODES;
}

static size_t *total_of(struct pdf_stream_cache *cache, enum stream_kind kind)
{
    return of_font(kind) ? &cache->fonts : &cache->others;
}

/* Takes out and frees the entry that *link holds. */
static void drop(struct pdf_stream_cache *cache, struct entry **link)
{
    struct entry *e = *link;
    *link = e->next;
    *total_of(cache, e->kind) -= entry_size(e);
    free(e->stream.stored.bytes);
    free(e->stream.new_gid);
    free(e->key);
    free(e);
}

void stream_cache_free(struct pdf_stream_cache *cache)
{
    if (!cache)
        return;
    for (int i = 0; i < BUCKETS; i++)
        while (cache->buckets[i])
            drop(cache, &cache->buckets[i]);
    free(cache);
}

struct cached_stream *stream_cache_find(struct pdf_stream_cache *cache, enum stream_kind kind,
                                        const void *key, size_t n)
{
    uint32_t hash = libdeflate_crc32(0, key, n);
    for (struct entry *e = cache->buckets[hash % BUCKETS]; e; e = e->next) {
        if (e->hash == hash && e->kind == kind && e->key_len == n && memcmp(e->key, key, n) == 0) {
            e->used = ++cache->now;
            return &e->stream;
        }
    }
    return NULL;
}

static void *copy(const void *bytes, size_t n)
{
    void *p = xmalloc(n);
    if (n)
        memcpy(p, bytes, n);
    return p;
}

static void store(struct pdf_writer *w, struct pdf_stored *s, const void *bytes, size_t len,
                  bool deflate)
{
    s->raw_len = len;
    s->deflated = deflate && deflate_thoroughly(w, bytes, len);
    if (s->deflated) {
        bytes = w->deflated.data;
        len = w->deflated.len;
    }
    s->bytes = copy(bytes, len);
    s->len = len;
    HPDF_MD5_CTX md5;
    HPDF_MD5Init(&md5);
    HPDF_MD5Update(&md5, s->bytes, (HPDF_UINT32)len);
    HPDF_MD5Final(s->digest, &md5);
}

struct cached_stream *stream_cache_add(struct pdf_writer *w, enum stream_kind kind, const void *key,
                                       size_t n, const void *bytes, size_t len, bool deflate)
{
    struct pdf_stream_cache *cache = w->cache;
    struct entry *e = xmalloc(sizeof *e);
    memset(e, 0, sizeof *e);
    e->kind = kind;
    e->hash = libdeflate_crc32(0, key, n);
    e->key = copy(key, n);
    e->key_len = n;
    e->used = ++cache->now;
    store(w, &e->stream.stored, bytes, len, deflate);
    e->next = cache->buckets[e->hash % BUCKETS];
    cache->buckets[e->hash % BUCKETS] = e;
    *total_of(cache, kind) += entry_size(e);
    return &e->stream;
}

static struct entry **oldest(struct pdf_stream_cache *cache, bool font)
{
    struct entry **found = NULL;
    for (int i = 0; i < BUCKETS; i++)
        for (struct entry **link = &cache->buckets[i]; *link; link = &(*link)->next)
            if (of_font((*link)->kind) == font && (!found || (*link)->used < (*found)->used))
                found = link;
    return found;
}

void stream_cache_trim(struct pdf_stream_cache *cache)
{
    while (cache->fonts > LARGEST_FONTS)
        drop(cache, oldest(cache, true));
    while (cache->others > LARGEST_OTHERS)
        drop(cache, oldest(cache, false));
}
