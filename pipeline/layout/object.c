/* Objects that stand in a line: leaders, graphics, form fields, numbers of pages. */
#include "layout/code.h"
#include "layout/field.h"
#include "layout/gather.h"
#include "layout/image.h"
#include "layout/number.h"

#include <string.h>

void gather_object(struct gather *g, struct inl *inl)
{
    struct text_item *item = gather_item(g, TEXT_OBJECT, inl);
    item->width = inl->width;
    g->after_space = false;
    g->line_start = false;
}

void gather_leader(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = gather_inl(g, INL_LEADER, node);
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
    struct inl *inl = gather_inl(g, INL_GRAPHIC, node);
    const struct fo_border *b = node->box->border;
    struct graphic_size size = graphic_size(node, picture, g->ref_width);
    inl->picture = picture;
    inl->edge_start = b[EDGE_START].width + fo_resolve(&node->box->padding[EDGE_START], 0);
    inl->edge_end = b[EDGE_END].width + fo_resolve(&node->box->padding[EDGE_END], 0);
    inl->width = size.w + inl->edge_start + inl->edge_end;
    inl->height = size.h;
    inl->content_w = size.content_w;
    inl->content_h = size.content_h;
    inl->ascent = inl->height + b[EDGE_BEFORE].width + b[EDGE_AFTER].width +
                  fo_resolve(&node->box->padding[EDGE_BEFORE], 0) +
                  fo_resolve(&node->box->padding[EDGE_AFTER], 0);
    inl->descent = 0;
    gather_shift(g, inl);
    gather_object(g, inl);
}

void gather_graphic(struct gather *g, const struct fo_node *node)
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
    struct inl *inl = gather_inl(g, INL_FIELD, node);
    field_measure(g->l, inl, g->ref_width);
    g->p->has_leader |= inl->stretch > 0;
    gather_object(g, inl);
}

void gather_foreign(struct gather *g, const struct fo_node *node)
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
    struct text_item *item = gather_item(g, TEXT_CHARS, inl);
    inl->kind = INL_TEXT;
    item->utf8 = text;
    item->len = strlen(text);
    g->after_space = false;
    g->line_start = false;
}

/* In static content the page is known; elsewhere a line may still move to another page, so that
 * its number is filled in when it is painted, and citations when all pages are there. */
void gather_number(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = gather_inl(g, INL_NUMBER, node);
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
