/* Page numbers and citations: formats, ids and their pages, and lines that wait for a number. */
#include "layout/number.h"

#include "layout/fragment.h"
#include "layout/paint.h"
#include "layout/window.h"

#include <string.h>

/* ---- formats (XSL 1.1, 7.26; XSLT 1.0, 7.7.1) ----------------------------------------------- */

static const char *roman(struct arena *arena, long n, bool upper)
{
    static const struct {
        int value;
        const char *text;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    char out[64];
    size_t len = 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        for (; n >= steps[i].value; n -= steps[i].value) {
            for (const char *s = steps[i].text; *s && len < sizeof out - 1; s++) {
                out[len++] = upper ? (char)(*s - 'a' + 'A') : *s;
            }
        }
    }
    return arena_strndup(arena, out, len);
}

static const char *letters(struct arena *arena, long n, char first)
{
    char out[16];
    size_t at = sizeof out;
    for (; n > 0 && at > 0; n = (n - 1) / 26) {
        out[--at] = (char)(first + (n - 1) % 26);
    }
    return arena_strndup(arena, out + at, sizeof out - at);
}

const char *number_format(struct arena *arena, const char *format, long number)
{
    size_t n = format ? strlen(format) : 0;
    char last = n > 0 ? format[n - 1] : '1';
    if (number > 0 && number < 4000 && (last == 'i' || last == 'I')) {
        return roman(arena, number, last == 'I');
    }
    if (number > 0 && (last == 'a' || last == 'A')) {
        return letters(arena, number, last);
    }
    int width = n > 1 && strspn(format, "0") == n - 1 && n < 20 ? (int)n : 1;
    return arena_printf(arena, "%0*ld", width, number);
}

/* ---- ids ----------------------------------------------------------------------------------- */

static size_t hash(const char *s)
{
    size_t h = 14695981039346656037U; /* FNV-1a */
    for (; *s; s++) {
        h = (h ^ (unsigned char)*s) * 1099511628211U;
    }
    return h;
}

static void grow_ids(struct layout *l)
{
    struct id_table old = l->ids;
    l->ids.size = old.size ? old.size * 2 : 64;
    l->ids.slots = arena_array(l->arena, struct id_entry *, l->ids.size);
    for (size_t i = 0; i < old.size; i++) {
        for (struct id_entry *e = old.slots[i], *next; e; e = next) {
            struct id_entry **slot = &l->ids.slots[hash(e->id) & (l->ids.size - 1)];
            next = e->next;
            e->next = *slot;
            *slot = e;
        }
    }
}

static struct id_entry *find_in(const struct id_table *ids, const char *id)
{
    if (ids->size == 0) {
        return NULL;
    }
    struct id_entry *e = ids->slots[hash(id) & (ids->size - 1)];
    while (e && strcmp(e->id, id) != 0) {
        e = e->next;
    }
    return e;
}

struct id_entry *id_find(const struct layout *l, const char *id)
{
    return find_in(&l->ids, id);
}

static void add_dest(struct layout *l, const char *id, mpt x, mpt y, struct page_elem *elem)
{
    struct page_dest *d = arena_new_of(l->arena, struct page_dest);
    *d = (struct page_dest){.id = id, .page = l->page_index, .x = x, .y = y, .elem = elem};
    if (l->last_dest) {
        l->last_dest->next = d;
    } else {
        l->doc->dests = d;
    }
    l->last_dest = d;
}

void id_place(struct layout *l, const char *id, mpt x, mpt y, struct page_elem *elem)
{
    struct id_entry *e = id_find(l, id);
    if (!e) {
        if (l->ids.used * 2 >= l->ids.size) {
            grow_ids(l);
        }
        e = arena_new_of(l->arena, struct id_entry); /* a second run reads it */
        e->id = id;
        e->first_page = l->page_index;
        e->first_label = l->label;
        struct id_entry **slot = &l->ids.slots[hash(id) & (l->ids.size - 1)];
        e->next = *slot;
        *slot = e;
        l->ids.used++;
        if (!l->window.counting) {
            add_dest(l, id, x, y, elem);
        }
    }
    e->last_page = l->page_index;
    e->last_label = l->label;
}

const char *citation_text(struct layout *l, const struct fo_node *node, bool final)
{
    const struct id_table *ids = final && l->known ? l->known : &l->ids;
    const struct id_entry *e = node->u.ref_id ? find_in(ids, node->u.ref_id) : NULL;
    if (node->kind == FO_PAGE_NUMBER_CITATION) {
        return e ? e->first_label : NULL;
    }
    return e && final ? e->last_label : NULL;
}

/* ---- lines that wait ----------------------------------------------------------------------- */

mpt number_width(struct layout *l, const struct style *style, const char *text)
{
    (void)l;
    mpt w = 0;
    for (const unsigned char *s = (const unsigned char *)text; *s; s++) {
        w += style->text.size *
             style->font->ops->advance(style->font, style->font->ops->glyph(style->font, *s)) /
             1000;
    }
    return w;
}

struct waiting_line *wait_for_numbers(struct layout *l, struct line *line, mpt x, mpt y)
{
    bool any = false;
    for (size_t i = 0; i < line->text.n; i++) {
        const struct inl *inl = inl_of(&line->text.pieces[i]);
        any |= inl && inl->kind == INL_NUMBER;
    }
    if (!any) {
        return NULL;
    }
    struct arena *arena = line->para->arena;
    struct waiting_line *w = arena_new_of(arena, struct waiting_line);
    *w = (struct waiting_line){
        .line = line, .x = x, .y = y, .page_label = l->label, .next = l->waiting};
    w->items = arena_array(arena, struct page_item *, line->text.n);
    l->waiting = w;
    window_page_waits(l);
    return w;
}

static const char *text_of_number(struct layout *l, const struct waiting_line *w,
                                  const struct fo_node *node)
{
    if (node->kind == FO_PAGE_NUMBER) {
        return w->page_label;
    }
    const char *text = citation_text(l, node, true);
    if (text) {
        return text;
    }
    diag_warn(l->diag, place_of(l, node), NULL, "id \"%s\", som %s hänvisar till, finns inte",
              "the id \"%s\" that %s refers to does not exist",
              node->u.ref_id ? node->u.ref_id : "", fo_kind_name(node->kind));
    return "??";
}

/* Shapes the number by itself; the first piece of it is all that numbers consist of. */
static void fill_number(struct layout *l, struct waiting_line *w, size_t i)
{
    struct inl *inl = inl_of(&w->line->text.pieces[i]);
    struct text_item *item = arena_new_of(l->now, struct text_item);
    struct text_line text = {0};
    size_t n;
    *item = (struct text_item){.kind = TEXT_CHARS, .style = &inl->style->text};
    item->utf8 = text_of_number(l, w, inl->node);
    item->len = strlen(item->utf8);
    struct text_para *p =
        text_para_new(l->now, l->text, item, 1, TEXT_LTR, l->diag, place_of(l, inl->node));
    const struct text_break *breaks = text_para_breaks(p, &n);
    text_para_line(p, l->items, NULL, &breaks[n - 1], 0, &text);
    w->line->natural += text.width - inl->width;
    inl->width = text.width;
    if (text.n > 0 && w->items[i]) {
        struct page_text *t = &w->items[i]->u.text;
        t->font = text.pieces[0].font;
        t->text = text.pieces[0].text;
        t->glyphs = text.pieces[0].glyphs;
        t->nglyphs = text.pieces[0].nglyphs;
    }
}

static void refit_piece(struct layout *l, struct waiting_line *w, size_t i, mpt was)
{
    struct page_item *item = w->items[i];
    const struct text_piece *piece = &w->line->text.pieces[i];
    const struct inl *inl = inl_of(piece);
    if (!item) {
        return;
    }
    page_item_move(item, w->line->at[i] - was, 0);
    if (inl->kind == INL_LEADER) {
        struct page_item *again = leader_item(l, inl, w->x + w->line->at[i], w->y - inl->shift,
                                              w->line->wide[i], is_rtl(inl->node));
        if (again) {
            item->u = again->u;
        }
    } else if (inl->kind == INL_TEXT && item->u.text.nglyphs == piece->nglyphs) {
        item->u.text.glyphs = piece->glyphs; /* spaces of justified lines have changed */
    }
}

static void set_again(struct layout *l, struct waiting_line *w)
{
    struct line *line = w->line;
    size_t n = line->text.n;
    mpt *was = line->at;
    for (size_t i = 0; i < n; i++) {
        const struct inl *inl = inl_of(&line->text.pieces[i]);
        if (inl && inl->kind == INL_NUMBER) {
            fill_number(l, w, i);
        }
    }
    line->set = false;
    line_set(l, line);
    for (size_t i = 0; i < n && i < line->text.n; i++) {
        refit_piece(l, w, i, was[i]);
    }
}

void resolve_known(struct layout *l, struct waiting_line *w)
{
    if (l->known && w) {
        set_again(l, w);
        l->waiting = w->next;
    }
}

void resolve_numbers(struct layout *l)
{
    for (struct waiting_line *w = l->waiting; w; w = w->next) {
        set_again(l, w);
    }
    l->waiting = NULL;
}
