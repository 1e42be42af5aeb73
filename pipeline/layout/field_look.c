/* What is seen of a form field's value: lines of text set by the text stage, ticks and dots. */
#include "layout/field.h"

#include "base/utf8.h"

#include <string.h>

enum { INSET = 2500 }; /* between frame and text [mpt] */

/* ---- direction ----------------------------------------------------------------------------- */

static bool is_rtl_letter(uint32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFEFC);
}

static bool is_ltr_letter(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x590);
}

/* By the first letter; where there is none, as the text around the field. */
bool field_is_rtl(const struct inl *inl)
{
    const char *p = field_of(inl->node)->value, *end = p + strlen(p);
    while (p < end) {
        uint32_t c = utf8_next(&p, end);
        if (is_rtl_letter(c) || is_ltr_letter(c)) {
            return is_rtl_letter(c);
        }
    }
    return is_rtl(inl->node);
}

/* ---- lines --------------------------------------------------------------------------------- */

struct look { /* a value being set */
    struct layout *l;
    const struct inl *inl;
    struct text_style style;
    mpt w;       /* between the insets */
    mpt y, step; /* the next baseline, and from one to the next */
    mpt limit;   /* below it nothing is painted; MPT_MAX: nothing is painted at all, only counted */
    bool rtl, cut;
    size_t nlines;
    struct page_item *first, **end;
};

static void add_item(struct look *k, struct page_item *item)
{
    *k->end = item;
    k->end = &item->next;
}

static void put_line(struct look *k, struct text_para *p, const struct text_break *from,
                     const struct text_break *to)
{
    struct text_line line;
    k->nlines++;
    k->cut |= k->y > k->limit;
    if (k->limit == MPT_MAX || k->y > k->limit) {
        return;
    }
    text_para_line(p, k->l->arena, from, to, 0, &line);
    mpt x = INSET + (k->rtl ? k->w - line.width : 0);
    for (size_t i = 0; i < line.n; i++) {
        const struct text_piece *piece = &line.pieces[i];
        if (piece->nglyphs > 0) {
            struct page_item *item = page_item_new(k->l->doc, ITEM_TEXT);
            item->u.text = (struct page_text){.font = piece->font,
                                              .size = k->style.size,
                                              .x = x,
                                              .y = k->y,
                                              .colour = {COLOUR_GRAY, {0}},
                                              .text = piece->text,
                                              .glyphs = piece->glyphs,
                                              .nglyphs = piece->nglyphs,
                                              .rtl = piece->level % 2 != 0,
                                              .line = (mpt)k->nlines};
            add_item(k, item);
        }
        x += piece->width;
    }
    k->y += k->step;
}

/* The last break between words that the line has room for; inside a word only where there is none.
 */
static size_t next_break(const struct look *k, const struct text_break *b, size_t n, size_t from)
{
    mpt start = from == SIZE_MAX ? 0 : b[from].width;
    size_t first = from == SIZE_MAX ? 0 : from + 1, any = first, word = SIZE_MAX;
    for (size_t i = first; i < n && b[i].width - b[i].trailing + b[i].hyphen - start <= k->w; i++) {
        any = i;
        word = b[i].kind == BREAK_EMERGENCY ? word : i;
    }
    return word != SIZE_MAX ? word : any;
}

/* One line is set smaller where it is too long, but not so small that nobody can read it. */
static void shrink(struct look *k, mpt natural)
{
    mpt least = k->style.size * 65 / 100;
    mpt size = natural > k->w ? k->style.size * k->w / natural : k->style.size;
    k->style.size = size < least ? least : size;
}

static struct text_para *shape(const struct look *k, const char *text, size_t len)
{
    struct text_item *item = arena_new_of(k->l->arena, struct text_item);
    struct text_style *style = arena_new_of(k->l->arena, struct text_style);
    *style = k->style;
    *item = (struct text_item){.kind = TEXT_CHARS, .style = style, .utf8 = text, .len = len};
    return text_para_new(k->l->arena, k->l->text, item, 1, k->rtl ? TEXT_RTL : TEXT_LTR, k->l->diag,
                         place_of(k->l, k->inl->node));
}

/* One paragraph of the value. Words that are wider than the field are broken anywhere. */
static void set_paragraph(struct look *k, const char *text, size_t len)
{
    size_t n;
    if (len == 0) {
        k->nlines++;
        k->y += k->step;
        return;
    }
    struct text_para *p = shape(k, text, len);
    const struct text_break *b = text_para_breaks_anywhere(p, k->l->arena, &n, k->l->diag);
    for (size_t at = SIZE_MAX; at == SIZE_MAX || at + 1 < n;) {
        size_t to = next_break(k, b, n, at);
        put_line(k, p, at == SIZE_MAX ? NULL : &b[at], &b[to]);
        at = to;
    }
}

/* The value of a field of one line; what is too long for it is cut off at the frame. */
static void set_line(struct look *k, const char *text)
{
    size_t n, len = strlen(text);
    struct text_para *p = shape(k, text, len);
    const struct text_break *b = text_para_breaks(p, &n);
    shrink(k, b[n - 1].width - b[n - 1].trailing);
    p = shape(k, text, len);
    b = text_para_breaks(p, &n);
    k->rtl = k->rtl && b[n - 1].width - b[n - 1].trailing <= k->w;
    put_line(k, p, NULL, &b[n - 1]);
}

static void set_lines(struct look *k, const char *value)
{
    while (*value) {
        size_t n = strcspn(value, "\n");
        set_paragraph(k, value, n);
        value += n + (value[n] == '\n');
    }
}

static struct look look_new(struct layout *l, const struct inl *inl, mpt w)
{
    const struct fo_field *f = field_of(inl->node);
    struct look k = {.l = l, .inl = inl, .style = inl->style->text, .w = w - 2 * (mpt)INSET};
    k.style.lang = *f->lang ? arena_strdup(l->arena, f->lang) : k.style.lang;
    k.style.hyphenate = false;
    k.step = inl->style->line_height;
    k.rtl = field_is_rtl(inl);
    return k;
}

mpt field_needs(struct layout *l, const struct inl *inl, mpt w)
{
    struct look k = look_new(l, inl, w);
    k.limit = MPT_MAX;
    set_lines(&k, field_of(inl->node)->value);
    return (mpt)k.nlines * k.step + 2 * (mpt)INSET;
}

static struct page_item *text_look(struct layout *l, const struct inl *inl, const char *value,
                                   mpt w, mpt h)
{
    struct look k = look_new(l, inl, w);
    bool many = strcmp(field_of(inl->node)->kind, "multiline") == 0;
    k.end = &k.first;
    k.y = many ? INSET + inl->style->ascent : (h + inl->style->ascent - inl->style->descent) / 2;
    k.limit = h;
    if (many) {
        set_lines(&k, value);
    } else {
        set_line(&k, value);
    }
    if (k.cut) {
        diag_warn(l->diag, place_of(l, inl->node), NULL,
                  "texten är längre än sin ruta: resten syns bara på skärm",
                  "the text is longer than its box: the rest is seen on screen only");
    }
    return k.first;
}

/* ---- ticks and dots ------------------------------------------------------------------------ */

static struct page_item *new_path(struct layout *l, size_t n)
{
    struct page_item *item = page_item_new(l->doc, ITEM_PATH);
    item->u.path.segments = arena_array(l->arena, struct page_segment, n);
    item->u.path.n = n;
    return item;
}

/* A cross, as a pen would make it. */
static struct page_item *tick_look(struct layout *l, mpt w, mpt h)
{
    struct page_item *item = new_path(l, 4);
    struct page_path *p = &item->u.path;
    mpt dx = w / 5, dy = h / 5;
    p->segments[0] = (struct page_segment){SEG_MOVE, {dx}, {dy}};
    p->segments[1] = (struct page_segment){SEG_LINE, {w - dx}, {h - dy}};
    p->segments[2] = (struct page_segment){SEG_MOVE, {w - dx}, {dy}};
    p->segments[3] = (struct page_segment){SEG_LINE, {dx}, {h - dy}};
    p->stroke = (struct page_colour){COLOUR_GRAY, {0}};
    p->width = w / 8;
    return item;
}

/* A disc of four curves. */
static struct page_item *radio_look(struct layout *l, mpt w, mpt h)
{
    struct page_item *item = new_path(l, 6);
    struct page_path *p = &item->u.path;
    mpt x = w / 2, y = h / 2, r = (w < h ? w : h) / 4, c = r * 5523 / 10000;
    p->segments[0] = (struct page_segment){SEG_MOVE, {x + r}, {y}};
    p->segments[1] = (struct page_segment){SEG_CURVE, {x + r, x + c, x}, {y + c, y + r, y + r}};
    p->segments[2] = (struct page_segment){SEG_CURVE, {x - c, x - r, x - r}, {y + r, y + c, y}};
    p->segments[3] = (struct page_segment){SEG_CURVE, {x - r, x - c, x}, {y - c, y - r, y - r}};
    p->segments[4] = (struct page_segment){SEG_CURVE, {x + c, x + r, x + r}, {y - r, y - c, y}};
    p->segments[5] = (struct page_segment){.kind = SEG_CLOSE};
    p->fill = (struct page_colour){COLOUR_GRAY, {0}};
    return item;
}

static const char *label_of(const struct fo_field *f)
{
    for (const struct fo_option *o = f->options; o; o = o->next) {
        if (strcmp(o->value, f->value) == 0) {
            return o->label;
        }
    }
    return f->value;
}

struct page_item *field_look(struct layout *l, const struct inl *inl, mpt w, mpt h)
{
    const struct fo_field *f = field_of(inl->node);
    if (strcmp(f->kind, "tick") == 0) {
        return tick_look(l, w, h);
    }
    if (strcmp(f->kind, "radio") == 0) {
        return radio_look(l, w, h);
    }
    return *f->value ? text_look(l, inl, label_of(f), w, h) : NULL;
}
