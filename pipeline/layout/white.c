/* The white space of a run, treated across the borders of its inlines (XSL 1.1, 4.7.2 and 7.17),
 * and the case of its letters. */
#include "layout/casing.h"
#include "layout/gather.h"

#include <string.h>

enum { LF_AS_SPACE, LF_PRESERVE, LF_IGNORE, LF_AS_ZWSP };
enum { WS_IGNORE_AROUND, WS_IGNORE, WS_PRESERVE, WS_IGNORE_BEFORE, WS_IGNORE_AFTER };

struct copy { /* one text node on its way into items */
    struct gather *g;
    const struct fo_text_props *props;
    struct inl *inl;
    char *out;
    size_t n, start; /* start: of the open item */
};

static void copy_flush(struct copy *c)
{
    if (c->n > c->start) {
        struct text_item *item = gather_item(c->g, TEXT_CHARS, c->inl);
        item->utf8 = c->out + c->start;
        item->len = c->n - c->start;
    }
    c->start = c->n;
}

/* Takes back the space before a preserved linefeed or the end of the run. */
static void drop_space(struct gather *g, struct copy *c)
{
    if (!g->after_space) {
        return;
    }
    if (c && c->n > c->start) {
        c->n--;
    } else if (g->p->nitems > 0) {
        struct text_item *item = &g->p->items[g->p->nitems - 1];
        if (item->kind == TEXT_CHARS && item->len > 0 && item->utf8[item->len - 1] == ' ') {
            item->len--;
        }
    }
    g->after_space = false;
}

static void copy_linefeed(struct copy *c)
{
    uint8_t ws = c->props->white_space_treatment;
    if (ws == WS_IGNORE_AROUND || ws == WS_IGNORE_BEFORE) {
        drop_space(c->g, c);
    }
    copy_flush(c);
    gather_item(c->g, TEXT_BREAK, c->inl);
    c->g->line_start = true;
    c->g->after_space = false;
}

static void copy_space(struct copy *c)
{
    uint8_t ws = c->props->white_space_treatment;
    struct gather *g = c->g;
    if (ws == WS_IGNORE || (g->line_start && (ws == WS_IGNORE_AROUND || ws == WS_IGNORE_AFTER)) ||
        (c->props->white_space_collapse && g->after_space)) {
        return;
    }
    c->out[c->n++] = ' ';
    g->after_space = true;
}

static void copy_char(struct copy *c, char ch)
{
    switch (ch) {
    case '\n':
        if (c->props->linefeed_treatment == LF_PRESERVE) {
            copy_linefeed(c);
        } else if (c->props->linefeed_treatment == LF_AS_ZWSP) {
            memcpy(c->out + c->n, "\xE2\x80\x8B", 3);
            c->n += 3;
        } else if (c->props->linefeed_treatment == LF_AS_SPACE) {
            copy_space(c);
        }
        break;
    case ' ':
    case '\t':
    case '\r':
        copy_space(c);
        break;
    default:
        c->out[c->n++] = ch;
        c->g->after_space = false;
        c->g->line_start = false;
    }
}

/* The characters stay where they are when nothing of them has changed. */
static void keep_chars(struct gather *g, size_t first, const struct copy *c, const char *s,
                       size_t n)
{
    const char *kept = s;
    if (c->n > n || memcmp(c->out, s, c->n) != 0) {
        char *own = arena_alloc(g->box->room->arena, c->n);
        memcpy(own, c->out, c->n);
        kept = own;
    }
    for (size_t i = first; i < g->p->nitems; i++) {
        struct text_item *item = &g->p->items[i];
        if (item->kind == TEXT_CHARS) {
            item->utf8 = kept + (item->utf8 - c->out);
        }
    }
}

static void gather_chars(struct gather *g, const struct fo_node *node, const char *s, size_t n,
                         bool small)
{
    struct inl *inl = gather_inl(g, INL_TEXT, node);
    if (small) {
        inl->style = inl->style->small;
        inl->ascent = inl->style->ascent;
        inl->descent = inl->style->descent;
        g->p->uniform = false;
        s = casing(g->box->room->arena, s, &n, TRANSFORM_UPPERCASE);
    }
    struct copy c = {.g = g, .props = node->text, .inl = inl};
    bool zwsp = node->text->linefeed_treatment == LF_AS_ZWSP;
    size_t first = g->p->nitems;
    c.out = arena_alloc(g->l->now, n * (zwsp ? 3 : 1) + 1);
    for (size_t i = 0; i < n; i++) {
        copy_char(&c, s[i]);
    }
    copy_flush(&c);
    keep_chars(g, first, &c, s, n);
}

static size_t char_length(const char *s, size_t n)
{
    size_t k = 1;
    while (k < n && ((unsigned char)s[k] & 0xC0) == 0x80) {
        k++;
    }
    return k;
}

static bool has_capital(struct gather *g, const char *s, size_t n)
{
    size_t len = n;
    const char *upper = casing(g->box->room->arena, s, &len, TRANSFORM_UPPERCASE);
    return len != n || memcmp(upper, s, n) != 0;
}

/* Small capitals are capitals of a smaller size, since few fonts have their own. */
static void gather_small_caps(struct gather *g, const struct fo_node *node, const char *s, size_t n)
{
    size_t from = 0, at = 0;
    bool small = false;
    while (at < n) {
        size_t len = char_length(s + at, n - at);
        bool lower = has_capital(g, s + at, len);
        if (lower != small && at > from) {
            gather_chars(g, node, s + from, at - from, small);
            from = at;
        }
        small = lower;
        at += len;
    }
    if (n > from) {
        gather_chars(g, node, s + from, n - from, small);
    }
}

void gather_text(struct gather *g, const struct fo_node *node)
{
    const char *s = node->u.chars.utf8;
    size_t n = node->u.chars.len;
    if (node->text->text_transform != TRANSFORM_NONE) {
        s = casing(g->box->room->arena, s, &n, node->text->text_transform);
    }
    if (node->text->small_caps) {
        gather_small_caps(g, node, s, n);
    } else {
        gather_chars(g, node, s, n, false);
    }
}

void gather_end(struct gather *g)
{
    if (g->p->block->text->white_space_treatment != WS_PRESERVE) {
        drop_space(g, NULL);
    }
}
