/* Form fields and their widgets (ISO 32000-1, 12.7 and 12.5.6.19).
 *
 * A field with one widget is one dictionary. Radio buttons are widgets below a dictionary of their
 * group. Every widget has an appearance stream that shows its value, set with the fonts of the
 * document, so that nothing is left to viewers (NeedAppearances is not used: PDF/A forbids it);
 * what is typed later is set by the viewer in the form's own font. */
#include "write/fields.h"

#include "write/object.h"
#include "write/put.h"
#include "write/structure.h"

#include <stdlib.h>
#include <string.h>

static bool is_button(const struct page_field *f)
{
    return f->kind == FIELD_TICK || f->kind == FIELD_RADIO;
}

/* ---- appearance --------------------------------------------------------------------------------
 */

static void paint_look(struct content *c, const struct page_item *item)
{
    for (; item; item = item->next)
        content_item(c, item);
    content_end_text(c);
}

static struct pdf_object *write_look(struct pdf_out *o, const struct buf *painted, mpt w, mpt h)
{
    struct pdf_object *obj = object_new(o);
    struct buf keys = BUF_INIT;
    buf_str(&keys, "/Type/XObject/Subtype/Form/BBox[0 0");
    put_mpts(&keys, (const mpt[]){w, h}, 2);
    buf_str(&keys, "]/Resources ");
    put_ref(&keys, o->resources->number);
    object_set_stream(o, obj, keys.data, painted->data ? painted->data : "", painted->len);
    buf_free(&keys);
    return obj;
}

/* The variable text of a field stands between /Tx BMC and EMC (12.7.3.3). */
static struct pdf_object *look_of(struct content *outer, const struct page_field *f)
{
    const struct page_colour black = {COLOUR_GRAY, {0}};
    struct buf painted = BUF_INIT;
    struct content c = {.o = outer->o, .page = outer->page, .b = &painted, .height = f->h};
    c.now = (struct paint_state){black, black, 1 * MPT_PER_PT, STROKE_SOLID, NULL, 0};
    buf_str(&painted, is_button(f) ? "q\n" : "/Tx BMC\nq\n");
    put_mpts(&painted, (const mpt[]){0, 0, f->w, f->h}, 4);
    buf_str(&painted, " re W n\n");
    paint_look(&c, f->appearance);
    buf_str(&painted, is_button(f) ? "Q\n" : "Q\nEMC\n");
    struct pdf_object *obj = write_look(outer->o, &painted, f->w, f->h);
    buf_free(&painted);
    return obj;
}

/* ---- the form's fields -------------------------------------------------------------------------
 */

static struct pdf_field *add_field(struct pdf_out *o, const struct page_field *f,
                                   struct pdf_object *object)
{
    struct pdf_field *field = arena_new_of(o->arena, struct pdf_field);
    field->field = f;
    field->object = object;
    if (o->last_field)
        o->last_field->next = field;
    else
        o->fields = field;
    o->last_field = field;
    return field;
}

static struct pdf_field *group_of(struct pdf_out *o, const struct page_field *f)
{
    for (struct pdf_field *g = o->fields; g; g = g->next)
        if (g->field->kind == FIELD_RADIO && strcmp(g->field->name, f->name) == 0)
            return g;
    return add_field(o, f, object_new(o));
}

void fields_add(struct content *c, struct pdf_annotation *a)
{
    struct pdf_out *o = c->o;
    const struct page_field *f = &a->item->u.field;
    struct buf nothing = BUF_INIT;
    if (!o->resources)
        o->resources = object_new(o);
    if (is_button(f) && !o->no_look)
        o->no_look = write_look(o, &nothing, MPT_PER_PT, MPT_PER_PT);
    a->look = look_of(c, f);
    if (f->kind == FIELD_RADIO)
        a->group = group_of(o, f);
    else
        add_field(o, f, a->object)->widget = a;
}

struct named {
    const char *name;
};

static int by_name(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    return strcmp(x->name, y->name);
}

/* Two fields of one name would be one field with two values. */
static void check_names(struct pdf_out *o)
{
    struct named *all = NULL;
    size_t n = 0, cap = 0;
    for (struct pdf_field *f = o->fields; f; f = f->next)
        *arena_push(o->arena, all, n, cap) = (struct named){f->field->name};
    if (n)
        qsort(all, n, sizeof *all, by_name);
    for (size_t i = 1; i < n; i++)
        if (strcmp(all[i].name, all[i - 1].name) == 0)
            pdf_fail(o, EXIT_INPUT, "två formulärfält har samma namn",
                     "two form fields have the same name");
}

/* ---- dictionaries ------------------------------------------------------------------------------
 */

static int flags_of(const struct page_field *f)
{
    enum { READ_ONLY = 1, REQUIRED = 1 << 1, MULTILINE = 1 << 12 };
    enum { RADIO = 1 << 15, COMBO = 1 << 17 };
    static const int own[] = {[FIELD_MULTILINE] = MULTILINE,
                              [FIELD_RADIO] = RADIO,
                              [FIELD_CHOICE] = COMBO,
                              [FIELD_HIDDEN] = READ_ONLY};
    return own[f->kind] | (f->required ? REQUIRED : 0);
}

static void put_options(const struct page_field *f, struct buf *b)
{
    buf_str(b, "/Opt[");
    for (const struct page_option *option = f->options; option; option = option->next) {
        buf_char(b, '[');
        put_text_string(b, option->value);
        put_text_string(b, option->label);
        buf_char(b, ']');
    }
    buf_char(b, ']');
}

/* Size and colour of typed text; it begins at the right where that is the field's direction. */
static void put_typing(const struct page_field *f, struct buf *b)
{
    buf_str(b, "/DA(/Form ");
    put_mpt(b, f->size);
    buf_str(b, " Tf 0 g)");
    if (f->rtl)
        buf_str(b, "/Q 2");
}

static void put_value(const struct page_field *f, struct buf *b)
{
    if (is_button(f)) {
        buf_str(b, "/V");
        put_name(b, *f->value ? f->value : "Off");
    } else if (*f->value) {
        buf_str(b, "/V");
        put_text_string(b, f->value);
    }
}

/* What belongs to the field, not to its widget. */
static void put_field(const struct page_field *f, struct buf *b)
{
    static const char *const types[] = {
        [FIELD_TEXT] = "/Tx",  [FIELD_MULTILINE] = "/Tx", [FIELD_DATE] = "/Tx",
        [FIELD_TICK] = "/Btn", [FIELD_RADIO] = "/Btn",    [FIELD_CHOICE] = "/Ch",
        [FIELD_HIDDEN] = "/Tx"};
    buf_str(b, "/FT");
    buf_str(b, types[f->kind]);
    buf_str(b, "/T");
    put_text_string(b, f->name);
    buf_str(b, "/TU");
    put_text_string(b, f->kind == FIELD_RADIO && *f->group ? f->group : f->tooltip);
    int flags = flags_of(f);
    if (flags)
        buf_printf(b, "/Ff %d", flags);
    put_value(f, b);
    if (f->kind == FIELD_CHOICE)
        put_options(f, b);
    if (!is_button(f) && f->kind != FIELD_HIDDEN)
        put_typing(f, b);
}

static void put_looks(const struct pdf_out *o, const struct pdf_annotation *a, struct buf *b)
{
    const struct page_field *f = &a->item->u.field;
    if (!is_button(f)) {
        buf_str(b, "/AP<</N ");
        put_ref(b, a->look->number);
        buf_str(b, ">>");
        return;
    }
    buf_str(b, "/AS");
    put_name(b, strcmp(f->value, f->on) == 0 ? f->on : "Off");
    buf_str(b, "/AP<</N<<");
    put_name(b, f->on);
    buf_char(b, ' ');
    put_ref(b, a->look->number);
    buf_str(b, "/Off ");
    put_ref(b, o->no_look->number);
    buf_str(b, ">>>>");
}

void fields_write_widget(struct pdf_out *o, const struct pdf_annotation *a)
{
    const struct page_field *f = &a->item->u.field;
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, "/Type/Annot/Subtype/Widget/Rect[");
    put_mpts(b, a->rect, 4);
    buf_str(b, "]/F 4/P "); /* F: Print */
    put_ref(b, a->page->number);
    buf_str(b, "/StructParent ");
    put_int(b, parent_tree_key(o, a));
    put_looks(o, a, b);
    if (is_button(f)) /* what a viewer that paints it anew takes: ZapfDingbats' cross or disc */
        buf_str(b, f->kind == FIELD_TICK ? "/MK<</CA(8)>>" : "/MK<</CA(l)>>");
    if (a->group) {
        buf_str(b, "/Parent ");
        put_ref(b, a->group->object->number);
        buf_str(b, "/TU");
        put_text_string(b, f->tooltip);
    } else {
        put_field(f, b);
    }
    object_set_body(o, a->object, b);
}

static void write_group(struct pdf_out *o, const struct pdf_field *group)
{
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    put_field(group->field, b);
    buf_str(b, "/Kids[");
    for (int i = 0; i < o->doc->npages; i++)
        for (const struct pdf_annotation *a = o->pages[i]->annotations; a; a = a->next)
            if (a->group == group) {
                buf_char(b, ' ');
                put_ref(b, a->object->number);
            }
    buf_char(b, ']');
    object_set_body(o, group->object, b);
}

static void write_hidden(struct pdf_out *o, const struct page_field *f)
{
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    put_field(f, b);
    object_set_body(o, add_field(o, f, object_new(o))->object, b);
}

void fields_write(struct pdf_out *o)
{
    for (const struct pdf_field *f = o->fields; f; f = f->next)
        if (f->field->kind == FIELD_RADIO)
            write_group(o, f);
    for (const struct page_item *item = o->doc->hidden_fields; item; item = item->next)
        write_hidden(o, &item->u.field);
    check_names(o);
    if (o->doc->form_font)
        o->form_font = form_font_write(o, o->doc->form_font);
}

void fields_put_form(struct pdf_out *o, struct buf *out)
{
    if (!o->fields)
        return;
    buf_str(out, "/AcroForm<</Fields[");
    for (const struct pdf_field *f = o->fields; f; f = f->next) {
        buf_char(out, ' ');
        put_ref(out, f->object->number);
    }
    buf_char(out, ']');
    if (o->form_font) {
        buf_str(out, "/DA(/Form 11 Tf 0 g)/DR<</Font<</Form ");
        put_ref(out, o->form_font->number);
        buf_str(out, ">>>>");
    }
    buf_str(out, ">>");
}
