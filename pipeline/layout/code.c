/* QR codes: the outlines of a symbol's modules become one path. A path is sharp at every
 * resolution, and between its parts no renderer leaves a hairline. */
#include "layout/code.h"

#include "layout/image.h"

#include <string.h>

enum { QUIET = 4 };
#define MODULE (6 * MPT_PER_INCH / 254) /* 0.6 mm */

bool is_code(const struct fo_node *node)
{
    const struct fo_foreign *f = node->u.foreign;
    return f && strcmp(f->namespace_uri, "urn:duform:fo:1") == 0 && strcmp(f->name, "qr") == 0;
}

struct picture *code_of(struct layout *l, const struct fo_node *node)
{
    struct picture *p = arena_new_of(l->scratch, struct picture);
    picture_needs_text(l, node);
    p->src = "";
    p->code = text_symbol(l->text, node->u.foreign->text, l->scratch);
    if (!p->code) {
        diag_error(l->diag, EXIT_INPUT, place_of(l, node), NULL, "df:qr: texten ska ha 1–%d byte",
                   "df:qr: the text must have 1–%d bytes", SYMBOL_LONGEST);
        return p;
    }
    p->width = p->height = (p->code->width + 2 * QUIET) * MODULE;
    return p;
}

/* ---- drawing ------------------------------------------------------------------------------- */

struct outline {
    struct page_segment *s;
    size_t n;
    mpt x, y, width;  /* the square */
    unsigned modules; /* across the square */
};

/* The edge before a module: rounded from the whole, so that neighbours meet. */
static mpt edge(const struct outline *o, unsigned module)
{
    return o->width * (module + QUIET) / o->modules;
}

/* The largest rectangle of dark modules that begins here, first rightwards, then downwards; its
 * modules are taken out. */
static void put_rectangle(struct outline *o, unsigned char *dark, unsigned col, unsigned row)
{
    unsigned width = o->modules - 2 * QUIET, to = col, end = row;
    while (to < width && dark[row * width + to]) {
        to++;
    }
    size_t n = to - col;
    while (end < width && !memchr(dark + end * width + col, 0, n)) {
        memset(dark + end * width + col, 0, n);
        end++;
    }
    o->s[o->n++] = (struct page_segment){SEG_RECTANGLE,
                                         {o->x + edge(o, col), o->x + edge(o, to)},
                                         {o->y + edge(o, row), o->y + edge(o, end)}};
}

struct page_path code_path(struct layout *l, const struct text_symbol *code, mpt x, mpt y,
                           mpt width)
{
    unsigned n = code->width;
    unsigned char *dark = arena_alloc(l->scratch, (size_t)n * n);
    struct outline o = {.x = x, .y = y, .width = width, .modules = n + 2 * QUIET};
    memcpy(dark, code->dark, (size_t)n * n);
    o.s = arena_array(l->items, struct page_segment, (size_t)n * n / 2 + n);
    for (unsigned row = 0; row < n; row++) {
        for (unsigned col = 0; col < n; col++) {
            if (dark[row * n + col]) {
                put_rectangle(&o, dark, col, row);
            }
        }
    }
    return (struct page_path){.segments = o.s, .n = o.n, .fill = {.space = COLOUR_GRAY}};
}
