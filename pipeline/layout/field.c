/* Form fields: their size in a line, and their widgets (ISO 32000-1, 12.7). */
#include "layout/field.h"

#include <string.h>

/* ---- what it is ---------------------------------------------------------------------------- */

const struct fo_field *field_of(const struct fo_node *node)
{
    return node->kind == FO_INSTREAM_FOREIGN_OBJECT && node->u.foreign ? node->u.foreign->field
                                                                       : NULL;
}

/* Unknown words are text: the field is lost to nobody. */
static enum page_field_kind kind_of(const struct fo_field *f)
{
    static const char *const words[] = {"text",  "multiline", "date",  "tick",
                                        "radio", "choice",    "hidden"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(f->kind, words[i]) == 0) {
            return (enum page_field_kind)i;
        }
    }
    return FIELD_TEXT;
}

static bool is_box(enum page_field_kind kind)
{
    return kind == FIELD_TICK || kind == FIELD_RADIO;
}

/* ---- extent -------------------------------------------------------------------------------- */

static mpt length_of(const struct fo_length *length, mpt reference, mpt otherwise)
{
    return length->is_auto ? otherwise : fo_resolve(length, reference);
}

void field_measure(struct layout *l, struct inl *inl, mpt ref_width)
{
    enum { TALLEST = 430000 }; /* more does not fit on a page with the words above it */
    const struct fo_field *f = field_of(inl->node);
    const struct fo_box_props *b = inl->node->box;
    const struct style *s = inl->style;
    enum page_field_kind kind = kind_of(f);
    mpt h = is_box(kind) ? s->text.size : s->text.size * 17 / 10;
    h = length_of(&b->content_height, 0, h);
    inl->width = length_of(&b->content_width, ref_width, is_box(kind) ? h : ref_width);
    if (inl->width > ref_width && ref_width > 0) {
        inl->width = ref_width;
    }
    if (f->grow > 0) {
        inl->stretch = (mpt)f->grow * MPT_PER_PT;
        inl->grow = ref_width > inl->width ? ref_width - inl->width : inl->stretch;
    }
    if (kind == FIELD_MULTILINE) {
        mpt needed = field_needs(l, inl, inl->width);
        needed = needed > TALLEST ? TALLEST : needed;
        inl->height = h > needed ? h : needed;
        inl->ascent = h > s->line_height ? s->line_height : h; /* the first line's baseline */
    } else {
        inl->height = h;
        inl->ascent = (h + s->ascent - s->descent) / 2;
    }
    inl->descent = inl->height - inl->ascent;
}

/* ---- items --------------------------------------------------------------------------------- */

static void set_options(struct layout *l, struct page_field *field, const struct fo_field *f)
{
    struct page_option **end = &field->options;
    for (const struct fo_option *o = f->options; o; o = o->next) {
        *end = arena_new_of(l->arena, struct page_option);
        (*end)->value = o->value;
        (*end)->label = o->label;
        end = &(*end)->next;
    }
}

static struct page_item *new_field(struct layout *l, const struct fo_field *f)
{
    struct page_item *item = page_item_new(l->doc, ITEM_FIELD);
    struct page_field *field = &item->u.field;
    field->kind = kind_of(f);
    field->name = arena_strdup(l->arena, f->name);
    field->tooltip = arena_strdup(l->arena, f->tooltip);
    field->group = arena_strdup(l->arena, f->group);
    field->value = arena_strdup(l->arena, f->value);
    field->on = *f->on ? arena_strdup(l->arena, f->on) : "Yes";
    field->lang = *f->lang ? arena_strdup(l->arena, f->lang) : NULL;
    field->required = f->required;
    set_options(l, field, f);
    return item;
}

void field_hide(struct layout *l, const struct fo_field *f)
{
    struct page_item **end = &l->doc->hidden_fields;
    while (*end) {
        end = &(*end)->next;
    }
    *end = new_field(l, f);
}

static void said_static(const struct painter *p, const struct fo_node *node)
{
    diag_warn(p->l->diag, place_of(p->l, node), NULL,
              "ett formulärfält i sidhuvud, sidfot eller annan artefakt kan inte fyllas i",
              "a form field in static content or another artifact cannot be filled in");
}

void paint_field(struct painter *p, struct inl *inl, struct rect at, struct page_elem *elem)
{
    struct layout *l = p->l;
    const struct fo_node *node = inl->node;
    paint_background(p, node, at);
    paint_borders(p, node->box->border, at, is_rtl(node), true, true, node->box->radius);
    if (!elem) {
        if (!l->window.counting) {
            said_static(p, node);
        }
        return;
    }
    struct page_item *item = new_field(l, field_of(node));
    struct page_field *field = &item->u.field;
    struct rect r = on_page(p, at);
    field->x = r.x;
    field->y = r.y;
    field->w = r.w;
    field->h = r.h;
    field->size = inl->style->text.size;
    field->rtl = field_is_rtl(inl);
    struct arena *items = l->items;
    l->items = l->doc->items = l->arena; /* it is written when all pages are */
    field->appearance = field_look(l, inl, r.w, r.h);
    l->items = l->doc->items = items;
    field->elem = elem;
    if (!elem->about->alt && field->kind == FIELD_RADIO) {
        page_elem_about(l->doc, elem)->alt =
            field->tooltip; /* that of the group would not tell one button from another */
    }
    l->doc->form_font = l->doc->form_font ? l->doc->form_font : inl->style->font;
    page_item_append(l->page, item);
    page_elem_append_object(l->doc, elem, item);
}
