/* Reading a case file a second time for places. libxml2 tells lines only, and not where in a text
 * that holds entities and comments a character stands. The file is known to be well-formed and to
 * have no document type declaration, so what begins with < is one of five things. */
#include "check/source.h"

#include "base/utf8.h"

#include <string.h>

static bool at(const struct source *s, size_t i, const char *what)
{
    size_t n = strlen(what);

    return s->len - i >= n && memcmp(s->data + i, what, n) == 0;
}

/* Behind the next occurrence of what. */
static size_t behind(const struct source *s, size_t i, const char *what)
{
    const char *found = i < s->len ? memmem(s->data + i, s->len - i, what, strlen(what)) : NULL;

    return found ? (size_t)(found - s->data) + strlen(what) : s->len;
}

/* Behind the tag that begins at i; whether it is an empty element. */
static size_t behind_tag(const struct source *s, size_t i, bool *empty)
{
    char quote = 0;
    size_t start = i;

    for (; i < s->len; i++) {
        char c = s->data[i];

        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            break;
    }
    *empty = i > start && i < s->len && s->data[i - 1] == '/';
    return i < s->len ? i + 1 : s->len;
}

/* Behind a comment, an instruction or a marked section at i; i if none begins there. */
static size_t behind_other(const struct source *s, size_t i)
{
    if (at(s, i, "<!--"))
        return behind(s, i + 4, "-->");
    if (at(s, i, "<?"))
        return behind(s, i + 2, "?>");
    if (at(s, i, "<![CDATA["))
        return behind(s, i + 9, "]]>");
    return i;
}

void source_scan(struct source *s, struct arena *a)
{
    size_t i = 0;

    while (i < s->len) {
        const char *open = memchr(s->data + i, '<', s->len - i);
        size_t tag, other;
        bool empty, closes;

        if (!open)
            return;
        tag = (size_t)(open - s->data);
        other = behind_other(s, tag);
        if (other != tag) {
            i = other;
            continue;
        }
        closes = at(s, tag, "</");
        i = behind_tag(s, tag, &empty);
        if (!closes)
            *arena_push(a, s->content, s->nelements, s->cap) = empty ? 0 : i;
    }
}

/* ---- the characters of one element ---------------------------------------------------------- */

static void put(struct source_text *out, uint32_t c, size_t place, struct arena *a)
{
    size_t n = out->n;

    *arena_push(a, out->at, n, out->cap_at) = place;
    *arena_push(a, out->c, out->n, out->cap) = c;
}

/* The character that the reference at i stands for; moves i behind it. */
static uint32_t reference(const struct source *s, size_t *i)
{
    static const struct {
        const char *name;
        char c;
    } named[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    size_t p = *i + 2;
    uint32_t base = 10, value = 0;

    for (size_t k = 0; k < sizeof named / sizeof *named; k++)
        if (at(s, *i, named[k].name)) {
            *i += strlen(named[k].name);
            return (unsigned char)named[k].c;
        }
    if (p < s->len && s->data[p] == 'x') {
        base = 16;
        p++;
    }
    for (; p < s->len && s->data[p] != ';'; p++) {
        uint32_t digit = (unsigned char)s->data[p];

        digit = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
        value = value < 0x110000 ? value * base + digit : value;
    }
    *i = p + 1;
    return value < 0x110000 ? value : 0xFFFD;
}

/* Characters as they stand, up to end. */
static void read_plain(const struct source *s, size_t i, size_t end, size_t most,
                       struct source_text *out, struct arena *a)
{
    while (i < end && out->n < most) {
        const char *p = s->data + i;
        uint32_t c = utf8_next(&p, s->data + end);

        if (c == '\r')
            c = i + 1 < end && s->data[i + 1] == '\n' ? 0 : '\n';
        if (c)
            put(out, c, i, a);
        i = (size_t)(p - s->data);
    }
}

/* Reads what begins with < at i and returns the place behind it; depth counts open children. */
static size_t read_markup(const struct source *s, size_t i, size_t most, struct source_text *out,
                          int *depth, struct arena *a)
{
    size_t other = behind_other(s, i);
    bool empty;

    if (other != i) {
        if (at(s, i, "<![CDATA[") && *depth == 0)
            read_plain(s, i + 9, other - 3, most, out, a);
        return other;
    }
    if (at(s, i, "</")) {
        if (--*depth < 0)
            return i;
    } else {
        ++*depth;
    }
    other = behind_tag(s, i, &empty);
    if (empty)
        --*depth;
    put(out, 0x2029, i, a);
    return other;
}

void source_read(const struct source *s, size_t content, size_t most, struct source_text *out,
                 struct arena *a)
{
    size_t i = content, n;
    int depth = 0;

    *out = (struct source_text){0};
    while (content && i < s->len && depth >= 0 && out->n < most) {
        if (s->data[i] == '<') {
            i = read_markup(s, i, most, out, &depth, a);
        } else if (s->data[i] == '&') {
            size_t start = i;
            uint32_t c = reference(s, &i);

            if (depth == 0)
                put(out, c, start, a);
        } else {
            size_t end = i + strcspn(s->data + i, "<&");

            end = end > i ? end : i + 1; /* a NUL cannot stand in a well-formed file */
            if (depth == 0)
                read_plain(s, i, end, most, out, a);
            i = end;
        }
    }
    n = out->n;
    *arena_push(a, out->at, n, out->cap_at) = i;
}
