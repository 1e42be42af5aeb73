/* Property values as text. */
#include "fo/show.h"

#include "base/quote.h"
#include "fo/words.h"

#include <string.h>

void fo_show_mpt(mpt v, struct buf *out)
{
    long long n = v < 0 ? -(long long)v : (long long)v;

    buf_printf(out, "%s%lld", v < 0 ? "-" : "", n / MPT_PER_PT);
    if (n % MPT_PER_PT == 0)
        return;
    buf_printf(out, ".%03lld", n % MPT_PER_PT);
    while (out->data[out->len - 1] == '0')
        out->data[--out->len] = '\0';
}

static void show_thousandths(int32_t v, const char *unit, struct buf *out)
{
    fo_show_mpt(v, out);
    buf_str(out, unit);
}

void fo_show_length(const struct fo_length *l, struct buf *out)
{
    size_t start = out->len;

    if (l->is_auto) {
        buf_str(out, "auto");
        return;
    }
    if (l->pct)
        show_thousandths(l->pct, "%", out);
    if (l->proportion) {
        if (out->len > start)
            buf_char(out, '+');
        show_thousandths(l->proportion, "*", out);
    }
    if (l->abs == 0 && out->len > start)
        return;
    if (out->len > start && l->abs >= 0)
        buf_char(out, '+');
    fo_show_mpt(l->abs, out);
}

void fo_show_colour(const struct fo_colour *c, struct buf *out)
{
    static const char *const names[] = {"transparent", "gray", "rgb", "cmyk"};
    static const int components[] = {0, 1, 3, 4};
    int space = c->space & 3;

    buf_str(out, names[space]);
    for (int i = 0; i < components[space]; i++)
        buf_printf(out, "%c%d", i ? ',' : ':', c->v[i]);
}

static void show_range(const struct fo_range *r, struct buf *out)
{
    struct buf part[3] = {BUF_INIT, BUF_INIT, BUF_INIT};

    fo_show_length(&r->min, &part[0]);
    fo_show_length(&r->opt, &part[1]);
    fo_show_length(&r->max, &part[2]);
    if (strcmp(part[0].data, part[1].data) == 0 && strcmp(part[1].data, part[2].data) == 0)
        buf_str(out, part[0].data);
    else
        buf_printf(out, "%s/%s/%s", part[0].data, part[1].data, part[2].data);
    for (int i = 0; i < 3; i++)
        buf_free(&part[i]);
}

static void show_space(const struct fo_space *s, struct buf *out)
{
    struct fo_range lengths = {s->min, s->opt, s->max};

    show_range(&lengths, out);
    if (s->precedence == FO_FORCE)
        buf_str(out, ",force");
    else if (s->precedence)
        buf_printf(out, ",precedence:%d", s->precedence);
    if (s->retain)
        buf_str(out, ",retain");
}

static void show_strength(const char *name, int32_t v, struct buf *out)
{
    if (v == FO_KEEP_ALWAYS)
        buf_printf(out, "%salways", name);
    else if (v == FO_KEEP_AUTO)
        buf_printf(out, "%sauto", name);
    else
        buf_printf(out, "%s%d", name, (int)v);
}

static void show_keep(const struct fo_keep *k, struct buf *out)
{
    if (k->line == k->column && k->column == k->page) {
        show_strength("", k->line, out);
        return;
    }
    if (k->line != FO_KEEP_AUTO)
        show_strength("line:", k->line, out);
    if (k->column != FO_KEEP_AUTO)
        show_strength(k->line ? ",column:" : "column:", k->column, out);
    if (k->page != FO_KEEP_AUTO)
        show_strength(k->line || k->column ? ",page:" : "page:", k->page, out);
}

static void show_line_height(const struct fo_text_props *t, struct buf *out)
{
    if (t->line_height_kind == LINE_HEIGHT_NORMAL)
        buf_str(out, "normal");
    else if (t->line_height_kind == LINE_HEIGHT_FACTOR)
        show_thousandths(t->line_height_factor, "*", out);
    else
        fo_show_mpt(t->line_height, out);
}

static void show_decoration(int bits, struct buf *out)
{
    static const char *const names[] = {"underline",    "overline",    "line-through",
                                        "no-underline", "no-overline", "no-line-through"};
    const char *comma = "";

    for (int i = 0; i < 6; i++) {
        if (bits & 1 << i) {
            buf_printf(out, "%s%s", comma, names[i]);
            comma = ",";
        }
    }
    if (!*comma)
        buf_str(out, "none");
}

static void show_content_size(const struct fo_length *l, bool to_fit,
                              const struct fo_box_props *box, struct buf *out)
{
    if (to_fit)
        buf_str(out, box->scale_down_only ? "scale-down-to-fit"
                     : box->scale_up_only ? "scale-up-to-fit"
                                          : "scale-to-fit");
    else
        fo_show_length(l, out);
}

static void show_str(const char *s, struct buf *out)
{
    if (s)
        quote_string(out, s, strlen(s));
    else
        buf_str(out, "none");
}

static void show_int(const struct fo_property *p, const void *field, struct buf *out)
{
    int32_t v = 0;
    const char *word;

    if (p->size == 1)
        v = *(const uint8_t *)field;
    else
        memcpy(&v, field, sizeof v);
    word = fo_word_of(p->words, v);
    if (word)
        buf_str(out, word);
    else
        buf_printf(out, "%d", (int)v);
}

static void show_custom(const struct fo_property *p, const struct fo_text_props *text,
                        const struct fo_box_props *box, struct buf *out)
{
    switch (p - fo_properties) {
    case PROP_alignment_baseline:
        buf_str(out, fo_word_of(fo_words_vertical_align, (int32_t)box->vertical_align));
        break;
    case PROP_font_size:
        fo_show_mpt(text->font_size, out);
        break;
    case PROP_font_family:
        show_str(text->font_family, out);
        break;
    case PROP_font_weight:
        buf_printf(out, "%d", text->font_weight);
        break;
    case PROP_line_height:
        show_line_height(text, out);
        break;
    case PROP_start_indent:
        fo_show_length(&text->start_indent, out);
        break;
    case PROP_end_indent:
        fo_show_length(&text->end_indent, out);
        break;
    case PROP_xml_lang:
        buf_str(out, text->lang ? text->lang : "none");
        break;
    case PROP_border_separation:
        fo_show_mpt(text->border_separation_ip, out);
        buf_char(out, ',');
        fo_show_mpt(text->border_separation_bp, out);
        break;
    case PROP_hyphenation_character:
        buf_printf(out, "U+%04X", (unsigned)text->hyphenation_character);
        break;
    case PROP_baseline_shift:
        fo_show_length(&box->baseline_shift, out);
        break;
    case PROP_text_align:
        show_int(p, &text->text_align, out);
        break;
    case PROP_text_align_last:
        show_int(p, &text->text_align_last, out);
        break;
    case PROP_text_decoration:
        show_decoration(box->decoration, out);
        break;
    case PROP_content_width:
        show_content_size(&box->content_width, box->scale_to_fit_width, box, out);
        break;
    case PROP_content_height:
        show_content_size(&box->content_height, box->scale_to_fit_height, box, out);
        break;
    case PROP_role:
        show_str(box->role, out);
        break;
    default:
        break;
    }
}

static void show_border(const struct fo_property *p, const struct fo_border *b, struct buf *out)
{
    if (p->type == TYPE_BORDER_STYLE) {
        buf_str(out, fo_word_of(fo_words_border_style, (int32_t)b->style));
    } else if (b->style == BORDER_NONE || b->style == BORDER_HIDDEN) {
        return;
    } else if (p->type == TYPE_BORDER_WIDTH) {
        fo_show_mpt(b->width, out);
        buf_str(out, b->retain ? ",retain" : "");
    } else {
        fo_show_colour(&b->colour, out);
    }
}

static void show_edge(const struct fo_property *p, const void *field,
                      const struct fo_box_props *box, struct buf *out)
{
    if (p->type == TYPE_PADDING) {
        fo_show_length((const struct fo_length *)field + p->arg, out);
        buf_str(out, box->padding_retain[p->arg] ? ",retain" : "");
    } else {
        show_border(p, (const struct fo_border *)field + p->arg, out);
    }
}

void fo_show_property(const struct fo_property *p, const struct fo_text_props *text,
                      const struct fo_box_props *box, struct buf *out)
{
    const void *field =
        (p->where == WHERE_TEXT ? (const char *)text : (const char *)box) + p->offset;

    if (p - fo_properties == PROP_alignment_baseline) { /* shows vertical-align too */
        show_custom(p, text, box, out);
        return;
    }
    switch (p->type) {
    case TYPE_KEYWORD:
    case TYPE_INTEGER:
        show_int(p, field, out);
        break;
    case TYPE_MPT:
        fo_show_mpt(*(const mpt *)field, out);
        break;
    case TYPE_LENGTH:
        fo_show_length(field, out);
        break;
    case TYPE_COLOUR:
        fo_show_colour(field, out);
        break;
    case TYPE_STRING:
    case TYPE_URI:
        show_str(*(const char *const *)field, out);
        break;
    case TYPE_RANGE:
        show_range(field, out);
        break;
    case TYPE_SPACE:
        show_space(field, out);
        break;
    case TYPE_KEEP:
        show_keep(field, out);
        break;
    case TYPE_PADDING:
    case TYPE_BORDER_STYLE:
    case TYPE_BORDER_WIDTH:
    case TYPE_BORDER_COLOUR:
        show_edge(p, field, box, out);
        break;
    default:
        show_custom(p, text, box, out);
        break;
    }
}
