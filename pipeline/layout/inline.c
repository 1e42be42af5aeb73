/* Inline objects: flattened to text items, with their white space treated. */
#include "layout/casing.h"
#include "layout/code.h"
#include "layout/field.h"
#include "layout/fragment.h"
#include "layout/image.h"
#include "layout/note.h"
#include "layout/number.h"
#include "layout/para.h"

#include <string.h>

/* White space is treated over the whole run, across the borders of inlines (XSL 1.1, 4.7.2 and
 * 7.17). */
struct gather {
    struct layout *l;
    struct para *p;
    struct inl *parent; /* the inline at work, NULL: the block */
    mpt ref_width;
    bool after_space; /* the last character is a space that may collapse */
    bool line_start;  /* nothing stands on the line yet */
    char *space_at;   /* that space, to take it back */
    struct text_item *space_item;
};

/* Decorations reach down to descendants until one of them says no-… (7.17.4). */
static unsigned decorate(unsigned outer, uint8_t own)
{
    const unsigned all = DECORATION_UNDERLINE | DECORATION_OVERLINE | DECORATION_THROUGH;
    return (outer | (own & all)) & ~((unsigned)own / DECORATION_NO_UNDERLINE & all);
}

static struct text_item *add_item(struct gather *g, enum text_item_kind kind, struct inl *inl)
{
    struct para *p = g->p;
    struct text_item *item = arena_push(g->l->scratch, p->items, p->nitems, p->items_cap);
    *item = (struct text_item){.kind = kind, .user = inl};
    item->style = inl ? &inl->style->text : &p->style->text;
    return item;
}

static struct inl *add_inl(struct gather *g, enum inl_kind kind, const struct fo_node *node)
{
    struct para *p = g->p;
    struct inl *inl = arena_new_of(g->l->scratch, struct inl);
    if (p->ninls == p->inls_cap) {
        p->inls = arena_grow(g->l->scratch, p->inls, p->ninls, &p->inls_cap, sizeof(struct inl *));
    }
    p->inls[p->ninls++] = inl;
    p->has_leader |= kind == INL_LEADER;
    inl->kind = kind;
    inl->node = node;
    inl->parent = g->parent;
    inl->style = style_of(g->l, node->text);
    inl->shift = g->parent ? g->parent->shift : 0;
    inl->decoration = g->parent ? g->parent->decoration : 0;
    inl->ascent = inl->style->ascent;
    inl->descent = inl->style->descent;
    if (node->kind != FO_TEXT) {
        inl->decoration = decorate(inl->decoration, node->box->decoration);
    }
    if (inl->style->text.size != p->style->text.size || inl->style->ascent != p->style->ascent ||
        kind > INL_BOX) {
        p->uniform = false;
    }
    return inl;
}

/* ---- white space --------------------------------------------------------------------------- */

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
        struct text_item *item = add_item(c->g, TEXT_CHARS, c->inl);
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
    add_item(c->g, TEXT_BREAK, c->inl);
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

static void gather_chars(struct gather *g, const struct fo_node *node, const char *s, size_t n,
                         bool small)
{
    struct inl *inl = add_inl(g, INL_TEXT, node);
    if (small) {
        inl->style = inl->style->small;
        inl->ascent = inl->style->ascent;
        inl->descent = inl->style->descent;
        g->p->uniform = false;
        s = casing(g->l->scratch, s, &n, TRANSFORM_UPPERCASE);
    }
    struct copy c = {.g = g, .props = node->text, .inl = inl};
    bool zwsp = node->text->linefeed_treatment == LF_AS_ZWSP;
    c.out = arena_alloc(g->l->scratch, n * (zwsp ? 3 : 1) + 1);
    for (size_t i = 0; i < n; i++) {
        copy_char(&c, s[i]);
    }
    copy_flush(&c);
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
    const char *upper = casing(g->l->scratch, s, &len, TRANSFORM_UPPERCASE);
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

static void gather_text(struct gather *g, const struct fo_node *node)
{
    const char *s = node->u.chars.utf8;
    size_t n = node->u.chars.len;
    if (node->text->text_transform != TRANSFORM_NONE) {
        s = casing(g->l->scratch, s, &n, node->text->text_transform);
    }
    if (node->text->small_caps) {
        gather_small_caps(g, node, s, n);
    } else {
        gather_chars(g, node, s, n, false);
    }
}

/* ---- objects ------------------------------------------------------------------------------- */

static void gather_object(struct gather *g, struct inl *inl)
{
    struct text_item *item = add_item(g, TEXT_OBJECT, inl);
    item->width = inl->width;
    g->after_space = false;
    g->line_start = false;
}

static void gather_leader(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = add_inl(g, INL_LEADER, node);
    say_ignored(g->l, node);
    const struct fo_range *length = &node->text->leader_length;
    mpt min = fo_resolve(&length->min, g->ref_width);
    mpt opt = fo_resolve(&length->opt, g->ref_width);
    mpt max = length->max.is_auto ? g->ref_width : fo_resolve(&length->max, g->ref_width);
    opt = opt < min ? min : opt;
    max = max < opt ? opt : max;
    inl->width = min;
    inl->stretch = opt - min;
    inl->grow = max - min;
    gather_object(g, inl);
}

static void gather_picture(struct gather *g, const struct fo_node *node, struct picture *picture)
{
    struct inl *inl = add_inl(g, INL_GRAPHIC, node);
    const struct fo_border *b = node->box->border;
    inl->picture = picture;
    graphic_size(node, picture, g->ref_width, &inl->width, &inl->height);
    inl->edge_start = b[EDGE_START].width + fo_resolve(&node->box->padding[EDGE_START], 0);
    inl->edge_end = b[EDGE_END].width + fo_resolve(&node->box->padding[EDGE_END], 0);
    inl->width += inl->edge_start + inl->edge_end;
    inl->ascent = inl->height + b[EDGE_BEFORE].width + b[EDGE_AFTER].width +
                  fo_resolve(&node->box->padding[EDGE_BEFORE], 0) +
                  fo_resolve(&node->box->padding[EDGE_AFTER], 0);
    inl->descent = 0;
    gather_object(g, inl);
}

static void gather_graphic(struct gather *g, const struct fo_node *node)
{
    struct picture *picture = picture_of(g->l, node);
    if (picture->data) {
        gather_picture(g, node, picture);
    }
}

/* Content of namespaces that nothing here can draw. */
static void not_drawn(struct layout *l, const struct fo_node *node)
{
    const char *name = node->u.foreign ? node->u.foreign->name : "?";
    diag_warn(l->diag, place_of(l, node), NULL,
              "%s i fo:instream-foreign-object kan inte ritas: ange en PNG- eller JPEG-bild",
              "%s in fo:instream-foreign-object cannot be drawn: give a PNG or JPEG picture", name);
}

static void gather_field(struct gather *g, const struct fo_node *node)
{
    const struct fo_field *f = field_of(node);
    if (strcmp(f->kind, "hidden") == 0) {
        field_hide(g->l, f);
        return;
    }
    struct inl *inl = add_inl(g, INL_FIELD, node);
    field_measure(g->l, inl, g->ref_width);
    g->p->has_leader |= inl->stretch > 0;
    gather_object(g, inl);
}

static void gather_foreign(struct gather *g, const struct fo_node *node)
{
    if (field_of(node)) {
        gather_field(g, node);
        return;
    }
    if (!is_code(node)) {
        not_drawn(g->l, node);
        return;
    }
    struct picture *picture = code_of(g->l, node);
    if (picture->code) {
        gather_picture(g, node, picture);
    }
}

static void gather_number_text(struct gather *g, struct inl *inl, const char *text)
{
    struct text_item *item = add_item(g, TEXT_CHARS, inl);
    inl->kind = INL_TEXT;
    item->utf8 = text;
    item->len = strlen(text);
    g->after_space = false;
    g->line_start = false;
}

/* In static content the page is known; elsewhere a line may still move to another page, so that
 * its number is filled in when it is painted, and citations when all pages are there. */
static void gather_number(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = add_inl(g, INL_NUMBER, node);
    const char *text = NULL;
    if (node->kind != FO_PAGE_NUMBER) {
        text = citation_text(g->l, node, false);
    } else if (g->l->fixed_page) {
        text = g->l->label;
    }
    if (text) {
        gather_number_text(g, inl, text);
        return;
    }
    g->p->has_number = true;
    inl->width = number_width(g->l, inl->style, g->l->label ? g->l->label : "1");
    gather_object(g, inl);
}

/* ---- inline boxes -------------------------------------------------------------------------- */

static mpt shift_of(const struct inl *inl, const struct style *parent)
{
    const struct fo_box_props *b = inl->node->box;
    mpt shift = fo_resolve(&b->baseline_shift, parent->line_height);
    mpt size = inl->style->text.size;
    switch (b->vertical_align) {
    case BASELINE_SUB:
        return shift - size * inl->style->font->x_height / 2000;
    case BASELINE_SUPER:
        return shift + parent->text.size * parent->font->x_height / 1000;
    case BASELINE_TOP:
    case BASELINE_TEXT_TOP:
        return shift + parent->ascent - inl->ascent;
    case BASELINE_BOTTOM:
    case BASELINE_TEXT_BOTTOM:
        return shift - parent->descent + inl->descent;
    case BASELINE_MIDDLE:
        return shift + parent->text.size * parent->font->x_height / 2000 -
               (inl->ascent - inl->descent) / 2;
    case BASELINE_AUTO:
    case BASELINE_BASELINE:
        break;
    }
    return shift;
}

static void apply_shift(struct gather *g, struct inl *inl)
{
    mpt shift = shift_of(inl, g->parent ? g->parent->style : g->p->style);
    if (shift != 0) {
        inl->shift += shift;
        g->p->uniform = false;
    }
}

static void gather_edge(struct gather *g, struct inl *inl, mpt width, bool closes)
{
    if (width != 0) {
        struct text_item *item = add_item(g, TEXT_EDGE, inl);
        item->width = width;
        item->closes = closes;
        g->after_space = false;
    }
}

static void gather_control(struct gather *g, struct inl *inl, uint32_t control)
{
    add_item(g, TEXT_CONTROL, inl)->control = control;
}

static uint32_t bidi_opening(const struct fo_node *n)
{
    if (n->u.bidi.isolate) {
        return n->u.bidi.rtl ? 0x2067 : 0x2066;
    }
    if (n->u.bidi.override) {
        return n->u.bidi.rtl ? 0x202E : 0x202D;
    }
    return n->u.bidi.rtl ? 0x202B : 0x202A;
}

static void gather_run(struct gather *g, const struct fo_node *from, const struct fo_node *to);

static void gather_box(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = add_inl(g, INL_BOX, node);
    const struct fo_box_props *b = node->box;
    struct inl *saved = g->parent;
    bool bidi = node->kind == FO_BIDI_OVERRIDE;
    apply_shift(g, inl);
    g->parent = inl;
    inl->edge_start = b->border[EDGE_START].width + fo_resolve(&b->padding[EDGE_START], 0);
    inl->edge_end = b->border[EDGE_END].width + fo_resolve(&b->padding[EDGE_END], 0);
    gather_edge(g, inl, inl->edge_start + fo_resolve(&b->space_start.opt, g->ref_width), false);
    if (bidi) {
        gather_control(g, inl, bidi_opening(node));
    }
    gather_run(g, node->first, NULL);
    if (bidi) {
        gather_control(g, inl, node->u.bidi.isolate ? 0x2069 : 0x202C);
    }
    gather_edge(g, inl, inl->edge_end + fo_resolve(&b->space_end.opt, g->ref_width), true);
    g->parent = saved;
}

/* What refers to a footnote stands in the line; its body waits until the page is laid out. */
static void gather_footnote(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = add_inl(g, INL_BOX, node), *saved = g->parent;
    const struct fo_node *body = node->first;
    while (body && body->kind != FO_FOOTNOTE_BODY) {
        body = body->next;
    }
    g->parent = inl;
    gather_run(g, node->first, body);
    g->parent = saved;
    struct para *p = g->p;
    if (!body || g->l->fixed_page || g->l->notes.inside) {
        unsupported(g->l, body ? body : node, true);
        return;
    }
    inl->note = note_new(g->l, body);
    *arena_push(g->l->scratch, p->notes, p->nnotes, p->notes_cap) =
        (struct note_place){inl->note, p->nitems > 0 ? p->nitems - 1 : 0};
}

static void gather_node(struct gather *g, const struct fo_node *node)
{
    switch (node->kind) {
    case FO_TEXT:
        gather_text(g, node);
        break;
    case FO_LEADER:
        gather_leader(g, node);
        break;
    case FO_EXTERNAL_GRAPHIC:
        gather_graphic(g, node);
        break;
    case FO_PAGE_NUMBER:
    case FO_PAGE_NUMBER_CITATION:
    case FO_PAGE_NUMBER_CITATION_LAST:
        gather_number(g, node);
        break;
    case FO_FOOTNOTE:
        gather_footnote(g, node);
        break;
    case FO_MARKER:
        break; /* one that begins an inline: its block's would be retrieved */
    case FO_INSTREAM_FOREIGN_OBJECT:
        gather_foreign(g, node);
        break;
    case FO_RETRIEVE_MARKER:
        unsupported(g->l, node, true);
        break;
    default:
        gather_box(g, node);
    }
}

static void gather_run(struct gather *g, const struct fo_node *from, const struct fo_node *to)
{
    for (const struct fo_node *n = from; n && n != to; n = n->next) {
        gather_node(g, n);
    }
}

/* ---- the paragraph ------------------------------------------------------------------------- */

/* Does anything of it make a line? Edges and controls alone do not. */
static bool makes_line(const struct para *p)
{
    for (size_t i = 0; i < p->nitems; i++) {
        if (p->items[i].kind == TEXT_OBJECT || p->items[i].kind == TEXT_BREAK ||
            (p->items[i].kind == TEXT_CHARS && p->items[i].len > 0)) {
            return true;
        }
    }
    return false;
}

static unsigned block_decoration(const struct fo_node *node)
{
    unsigned ended = 0, bits = 0;
    for (; node; node = node->parent) {
        bits |= decorate(0, node->box->decoration) & ~ended;
        ended |= (unsigned)node->box->decoration / DECORATION_NO_UNDERLINE;
    }
    return bits;
}

/* The block's own decoration, as an inline around all of the run. */
static struct inl *root_inline(struct gather *g, const struct fo_node *block)
{
    unsigned bits = block_decoration(block);
    if (bits == 0) {
        return NULL;
    }
    struct inl *root = arena_new_of(g->l->scratch, struct inl);
    *root = (struct inl){.kind = INL_BOX, .node = block, .style = g->p->style, .decoration = bits};
    root->ascent = g->p->style->ascent;
    root->descent = g->p->style->descent;
    return root;
}

static void count_breaks(struct para *p)
{
    p->nforced = 0;
    for (size_t i = 0; i < p->nbreaks; i++) {
        p->nforced += p->breaks[i].kind == BREAK_FORCED;
        p->has_hyphens |= p->breaks[i].kind == BREAK_HYPHEN;
    }
}

void para_break_anywhere(struct layout *l, struct para *p)
{
    p->anywhere = true;
    p->breaks = text_para_breaks_anywhere(p->text, p->arena, &p->nbreaks, l->diag);
}

static void shape(struct layout *l, struct para *p, bool resumed)
{
    p->kept = p->has_number || resumed; /* lines that wait for numbers are set again at the end */
    p->arena = p->kept ? l->scratch : l->now;
    p->epoch = l->epoch;
    p->has_lines = false;
    p->text = text_para_new(p->arena, l->text, p->items, p->nitems,
                            is_rtl(p->block) ? TEXT_RTL : TEXT_LTR, l->diag, place_of(l, p->block));
    p->breaks = text_para_breaks(p->text, &p->nbreaks);
    if (p->anywhere) {
        para_break_anywhere(l, p);
    }
    count_breaks(p);
}

static struct para *gather(struct layout *l, struct box *box)
{
    struct para *p = arena_new_of(l->scratch, struct para);
    p->block = box->node;
    p->style = style_of(l, box->node->text);
    p->uniform = true;
    p->first_run = box->first_run;
    struct gather g = {.l = l, .p = p, .line_start = true, .ref_width = l->ref_width};
    g.parent = root_inline(&g, box->node);
    gather_run(&g, box->from, box->to);
    if (box->node->text->white_space_treatment != WS_PRESERVE) {
        drop_space(&g, NULL);
    }
    p->empty = !makes_line(p);
    if (p->empty && p->nnotes > 0) {
        unsupported(l, p->notes[0].note->box->node, true);
    }
    return p;
}

struct para *para_of(struct layout *l, struct box *box, bool resumed)
{
    bool made = box->para != NULL;
    if (!made) {
        box->para = gather(l, box);
    }
    struct para *p = box->para;
    bool forgotten = made && !p->kept && p->epoch + 1 < l->epoch;
    if (!p->empty && (!made || forgotten)) {
        shape(l, p, made && resumed);
    }
    return p;
}
