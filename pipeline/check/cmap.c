/* ToUnicode: single codes and ranges, in a table of 65,536 codes at most. */
#include "check/cmap.h"

#include "base/utf8.h"
#include "check/lexer.h"

#include <stdint.h>
#include <string.h>

enum { CODES = 0x10000, LONGEST = 4 /* bytes of a code */ };

/* What a code stands for: UTF-8. */
struct meaning {
    const char *text;
    size_t n;
};

struct cmap {
    struct arena *arena;
    struct meaning *meanings; /* [CODES] */
    int bytes;                /* of a code */
};

static uint32_t number_of(const struct buf *string)
{
    uint32_t code = 0;

    for (size_t i = 0; i < string->len && i < LONGEST; i++)
        code = code << 8 | (unsigned char)string->data[i];
    return code;
}

/* utf16: big-endian, as CMaps have it; add is added to its last unit. */
static void mean(struct cmap *m, uint32_t code, const struct buf *utf16, uint32_t add)
{
    struct buf marked = BUF_INIT, text = BUF_INIT;

    if (code >= CODES || utf16->len < 2)
        return;
    buf_add(&marked, "\xFE\xFF", 2);
    buf_add(&marked, utf16->data, utf16->len);
    add += (unsigned char)marked.data[marked.len - 1];
    marked.data[marked.len - 1] = (char)add;
    marked.data[marked.len - 2] = (char)((unsigned char)marked.data[marked.len - 2] + (add >> 8));
    lexer_text_string(marked.data, marked.len, &text);
    m->meanings[code] =
        (struct meaning){arena_strndup(m->arena, text.data ? text.data : "", text.len), text.len};
    buf_free(&marked);
    buf_free(&text);
}

static void read_chars(struct cmap *m, struct lexer *l)
{
    while (lexer_next(l) == TOKEN_STRING) {
        uint32_t code = number_of(&l->text);

        if (lexer_next(l) != TOKEN_STRING)
            return;
        mean(m, code, &l->text, 0);
    }
}

static void read_range(struct cmap *m, struct lexer *l, uint32_t first, uint32_t last)
{
    enum token t = lexer_next(l);

    if (t == TOKEN_STRING)
        for (uint32_t code = first; code <= last && code < CODES; code++)
            mean(m, code, &l->text, code - first);
    if (t == TOKEN_OPEN)
        for (uint32_t code = first; lexer_next(l) == TOKEN_STRING; code++)
            mean(m, code, &l->text, 0);
}

static void read_ranges(struct cmap *m, struct lexer *l)
{
    while (lexer_next(l) == TOKEN_STRING) {
        uint32_t first = number_of(&l->text);

        if (lexer_next(l) != TOKEN_STRING)
            return;
        read_range(m, l, first, number_of(&l->text));
    }
}

struct cmap *cmap_read(struct arena *a, const char *data, size_t n)
{
    struct cmap *m = arena_new_of(a, struct cmap);
    struct lexer l;
    enum token t;

    m->arena = a;
    m->meanings = arena_array(a, struct meaning, CODES);
    m->bytes = 1;
    lexer_open(&l, data, n);
    while ((t = lexer_next(&l)) != TOKEN_END) {
        if (t != TOKEN_WORD)
            continue;
        if (lexer_is(&l, "begincodespacerange") && lexer_next(&l) == TOKEN_STRING)
            m->bytes = l.text.len && l.text.len <= LONGEST ? (int)l.text.len : 1;
        else if (lexer_is(&l, "beginbfchar"))
            read_chars(m, &l);
        else if (lexer_is(&l, "beginbfrange"))
            read_ranges(m, &l);
    }
    lexer_close(&l);
    return m;
}

void cmap_text(const struct cmap *map, const char *codes, size_t n, struct buf *out)
{
    if (!map) {
        lexer_text_string(codes, n, out);
        return;
    }
    for (size_t i = 0; i + (size_t)map->bytes <= n; i += (size_t)map->bytes) {
        uint32_t code = 0;

        for (int b = 0; b < map->bytes; b++)
            code = code << 8 | (unsigned char)codes[i + (size_t)b];
        if (code < CODES && map->meanings[code].n)
            buf_add(out, map->meanings[code].text, map->meanings[code].n);
    }
}
