/* Paragraphs kept between the letters of one case.
 *
 * The letters of a mailing to the parties of a case say much the same: of their paragraphs nearly
 * all come again, word for word, in the next letter, and shaping them and finding their breaks is
 * what the text stage spends its time on. So while a case is at work a paragraph is kept when it
 * has been made, and a like one takes it over as it is.
 *
 * Why the result is the same. Making a paragraph is a function of its items and of its direction,
 * and of the engine's fonts, patterns and break rules, which do not change while it is open. The
 * key holds those items in full, in the form in which the stage reads them: of an item its kind,
 * width, control and side, whether it may wrap, and of characters the bytes, the resolved style
 * (family, language, shape and features, by its address, which is the engine's and stays), size,
 * spacing and hyphenation. Two keys are compared byte by byte; a hash only finds them. What a
 * paragraph gives out does not change behind its back either: breaks for emergencies are a new list
 * in the taker's arena, and glyphs and texts of lines are read, never written. Pointers back to the
 * layout (the items and what hangs on them) are those of the taker: segments and pieces refer to
 * items by number. A paragraph that something was said about is not kept, so that it is said of
 * each letter.
 *
 * Why it is private. What is kept holds personal data. It lives in an arena of its own, which is
 * wiped when the case is closed (text_keep), before the next one is read; and letters of a case
 * are made one after the other in one process, so that no case ever sees what another has left.
 *
 * Lines are kept the same way, by where they begin and end and how much they are stretched: the
 * same paragraph is nearly always broken in the same places. */
#include "text/kept.h"

#include "base/wipe.h"

#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 512, LIMIT = 3 * 1024 * 1024 /* bytes of the arena */ };

/* A larger paragraph would be most of what is kept. [bytes of its key] */
enum { LARGEST_KEY = 16 * 1024 };

struct line_entry {
    struct line_entry *next;
    struct kept_span span;
    struct text_line line;
    uint32_t *items; /* [line.n] positions of the pieces' items */
};

struct kept_lines {
    struct kept_table *table;
    struct line_entry *first;
};

struct entry {
    struct entry *next;
    const void *key;
    size_t len;
    uint64_t hash;
    struct text_para para;
};

/* A case has few. */
struct symbol_entry {
    struct symbol_entry *next;
    const char *text;
    const struct text_symbol *symbol;
};

struct kept_table {
    struct arena *arena;
    struct symbol_entry *symbols;
    struct entry *buckets[BUCKETS];
};

struct kept_table *kept_new(void)
{
    struct kept_table *k = xmalloc(sizeof *k);

    memset(k, 0, sizeof *k);
    k->arena = arena_new();
    return k;
}

void kept_free(struct kept_table *k)
{
    if (k)
        arena_free(k->arena);
    free(k);
}

void kept_forget(struct kept_table *k)
{
    arena_reset(k->arena);
    k->symbols = NULL;
    memset(k->buckets, 0, sizeof k->buckets);
}

struct arena *kept_room(struct kept_table *k)
{
    return arena_used(k->arena) < LIMIT ? k->arena : NULL;
}

/* ---- keys ------------------------------------------------------------------------------------ */

/* The bytes of the text follow, filled up to eight. Every member is set and none is padded, so that
 * equal items are equal bytes. */
struct item_key {
    uint64_t len;
    const struct resolved *style; /* NULL: no characters */
    mpt width, size, letter_spacing, word_spacing;
    uint32_t control;
    int32_t before, after; /* a hyphen */
    uint8_t kind, closes, hyphenate, nowrap;
};
_Static_assert(sizeof(struct item_key) == 64, "a hole would hold anything");

static size_t padded(size_t n)
{
    return (n + 7) / 8 * 8;
}

static size_t key_size(const struct text_item *items, size_t n)
{
    size_t size = 8;

    for (size_t i = 0; i < n && size <= LARGEST_KEY; i++)
        size += sizeof(struct item_key) + (items[i].kind == TEXT_CHARS ? padded(items[i].len) : 0);
    return size;
}

static struct item_key key_of(struct text_engine *e, const struct text_item *item,
                              struct diag *diag, struct diag_place place)
{
    const struct text_style *s = item->style;
    struct item_key k = {.len = item->kind == TEXT_CHARS ? item->len : 0,
                         .kind = (uint8_t)item->kind,
                         .width = item->width,
                         .control = item->control,
                         .closes = item->closes};

    if (s)
        k.nowrap = s->nowrap;
    if (!s || item->kind != TEXT_CHARS)
        return k;
    k.style = engine_resolve(e, s, diag, place);
    k.size = s->size;
    k.letter_spacing = s->letter_spacing;
    k.word_spacing = s->word_spacing;
    k.hyphenate = s->hyphenate;
    k.before = s->hyphenate_before;
    k.after = s->hyphenate_after;
    return k;
}

/* Eight bytes a step; nobody gains by making words that collide, since little is kept. */
static uint64_t hash_of(const char *bytes, size_t n)
{
    uint64_t h = n, word;

    for (size_t i = 0; i < n; i += sizeof word) {
        memcpy(&word, bytes + i, sizeof word);
        h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 29;
    }
    return h;
}

struct kept_key kept_key(struct text_engine *e, const struct text_item *items, size_t n,
                         enum text_direction base, struct diag *diag, struct diag_place place)
{
    size_t len = key_size(items, n), at = 8;
    uint64_t head = (uint64_t)n << 1 | (base == TEXT_RTL);
    char *bytes;

    if (len > LARGEST_KEY)
        return (struct kept_key){NULL, 0, 0};
    bytes = scratch_reserve(&e->key, len);
    memcpy(bytes, &head, sizeof head);
    for (size_t i = 0; i < n; i++) {
        struct item_key k = key_of(e, &items[i], diag, place);

        memcpy(bytes + at, &k, sizeof k);
        at += sizeof k;
        if (!k.len)
            continue;
        memset(bytes + at + padded(k.len) - 8, 0, 8);
        memcpy(bytes + at, items[i].utf8, k.len);
        at += padded(k.len);
    }
    return (struct kept_key){bytes, len, hash_of(bytes, len)};
}

/* ---- paragraphs ------------------------------------------------------------------------------ */

const struct text_para *kept_find(const struct kept_table *k, const struct kept_key *key)
{
    for (const struct entry *e = k->buckets[key->hash % BUCKETS]; e; e = e->next)
        if (e->hash == key->hash && e->len == key->len && !memcmp(e->key, key->bytes, key->len))
            return &e->para;
    return NULL;
}

void kept_add(struct kept_table *k, const struct kept_key *key, struct text_para *p)
{
    struct entry *e = arena_new_of(k->arena, struct entry), **bucket;

    p->lines = arena_new_of(k->arena, struct kept_lines);
    p->lines->table = k;
    e->key = arena_strndup(k->arena, key->bytes, key->len);
    e->len = key->len;
    e->hash = key->hash;
    e->para = *p;
    bucket = &k->buckets[key->hash % BUCKETS];
    e->next = *bucket;
    *bucket = e;
}

/* ---- lines ----------------------------------------------------------------------------------- */

static bool same_span(const struct kept_span *a, const struct kept_span *b)
{
    return a->start == b->start && a->end == b->end && a->kind == b->kind && a->extra == b->extra &&
           a->promised == b->promised;
}

bool kept_line(const struct text_para *p, const struct kept_span *span, struct arena *arena,
               struct text_line *line)
{
    const struct line_entry *e = p->lines->first;

    while (e && !same_span(&e->span, span))
        e = e->next;
    if (!e)
        return false;
    *line = e->line;
    line->pieces = arena_array(arena, struct text_piece, line->n);
    for (size_t i = 0; i < line->n; i++) {
        line->pieces[i] = e->line.pieces[i];
        line->pieces[i].item = &p->items[e->items[i]];
    }
    return true;
}

void kept_add_line(const struct text_para *p, const struct kept_span *span,
                   const struct text_line *line)
{
    struct arena *arena = p->lines->table->arena;
    struct line_entry *e = arena_new_of(arena, struct line_entry), **at = &p->lines->first;

    e->span = *span;
    e->line = *line;
    e->items = arena_array(arena, uint32_t, line->n);
    for (size_t i = 0; i < line->n; i++) {
        e->items[i] = (uint32_t)(line->pieces[i].item - p->items);
        line->pieces[i].item = NULL; /* its letter ends before the line does */
    }
    while (*at)
        at = &(*at)->next;
    *at = e;
}

/* ---- symbols --------------------------------------------------------------------------------- */

const struct text_symbol *kept_symbol(const struct kept_table *k, const char *text)
{
    for (const struct symbol_entry *e = k->symbols; e; e = e->next)
        if (strcmp(e->text, text) == 0)
            return e->symbol;
    return NULL;
}

void kept_add_symbol(struct kept_table *k, const char *text, const struct text_symbol *symbol)
{
    struct symbol_entry *e = arena_new_of(k->arena, struct symbol_entry);

    *e = (struct symbol_entry){k->symbols, arena_strdup(k->arena, text), symbol};
    k->symbols = e;
}
