/* Collects what elements of other namespaces say: form fields and codes as text, and the title. */
#include "fo/foreign.h"

#define DUBLIN_CORE "http://purl.org/dc/elements/1.1/"
#define FIELDS "urn:duform:fo:1"

enum { MOST_GROWN = 1000 };

static bool is(const struct sax_element *e, const char *uri, const char *name)
{
    return e->uri && strcmp(e->uri, uri) == 0 && strcmp(e->name, name) == 0;
}

/* ---- form fields --------------------------------------------------------------------------- */

static const char *attribute(const struct foreign *f, const struct sax_element *e, const char *name)
{
    for (size_t i = 0; i < e->nattributes; i++) {
        const struct sax_attribute *a = &e->attributes[i];

        if (!a->uri && strcmp(a->name, name) == 0)
            return arena_strndup(f->arena, a->value, a->len);
    }
    return "";
}

static struct fo_field *new_field(struct foreign *f, const struct sax_element *e)
{
    struct fo_field *field = arena_new_of(f->arena, struct fo_field);

    field->kind = attribute(f, e, "kind");
    field->name = attribute(f, e, "name");
    field->tooltip = attribute(f, e, "tooltip");
    field->group = attribute(f, e, "group");
    field->on = attribute(f, e, "on");
    field->lang = attribute(f, e, "lang");
    field->value = "";
    f->next_option = &field->options;
    field->required = strcmp(attribute(f, e, "required"), "yes") == 0;
    for (const char *s = attribute(f, e, "grow");
         *s >= '0' && *s <= '9' && field->grow < MOST_GROWN; s++)
        field->grow = field->grow * 10 + (*s - '0');
    return field;
}

static void open_piece(struct foreign *f)
{
    f->piece_depth = f->depth;
    buf_clear(&f->piece);
}

/* A value or an option, which stand right in the field. */
static void open_in_field(struct foreign *f, const struct sax_element *e)
{
    bool is_option = is(e, FIELDS, "option");

    if (f->depth != 2 || !(is_option || is(e, FIELDS, "value")))
        return;
    open_piece(f);
    f->option = is_option ? arena_new_of(f->arena, struct fo_option) : NULL;
    if (!is_option)
        return;
    f->option->value = attribute(f, e, "value");
    *f->next_option = f->option;
    f->next_option = &f->option->next;
}

/* The characters as they stand: line feeds divide the paragraphs of a value. */
static void close_in_field(struct foreign *f)
{
    const char *content = arena_strndup(f->arena, f->piece.data ? f->piece.data : "", f->piece.len);

    if (f->option)
        f->option->label = content;
    else
        f->field->value = content;
}

/* ---- the title ----------------------------------------------------------------------------- */

/* All text of it, white space single: rdf:Alt with one rdf:li, or the text alone. */
static void close_title(struct foreign *f)
{
    struct buf title = BUF_INIT;

    for (size_t i = 0; i < f->piece.len; i++) {
        bool space = strchr(" \t\r\n", f->piece.data[i]) != NULL;

        if (!space || (title.len > 0 && title.data[title.len - 1] != ' '))
            buf_char(&title, space ? ' ' : f->piece.data[i]);
    }
    while (title.len > 0 && title.data[title.len - 1] == ' ')
        title.data[--title.len] = '\0';
    if (title.len > 0)
        fo_tree_meta_title(f->tree, title.data);
    buf_free(&title);
}

/* ---- events -------------------------------------------------------------------------------- */

bool foreign_begin(struct foreign *f, const struct sax_element *e)
{
    const struct fo_open *top = f->tree->top;
    enum fo_element_id in = top ? top->frame.element->id : ELEMENT_root;

    if (in != ELEMENT_instream_foreign_object && in != ELEMENT_declarations)
        return false;
    f->is_title = in == ELEMENT_declarations;
    f->seen_title = false;
    f->field = NULL;
    buf_clear(&f->text);
    if (!f->is_title) {
        f->object.namespace_uri = e->uri ? arena_strdup(f->arena, e->uri) : "";
        f->object.name = arena_strdup(f->arena, e->name);
        f->field = is(e, FIELDS, "field") ? new_field(f, e) : NULL;
    }
    foreign_open(f, e);
    return true;
}

void foreign_open(struct foreign *f, const struct sax_element *e)
{
    f->depth++;
    if (f->is_title && !f->seen_title && is(e, DUBLIN_CORE, "title")) {
        f->seen_title = true;
        open_piece(f);
    } else if (f->field) {
        open_in_field(f, e);
    }
}

void foreign_text(struct foreign *f, const char *s, size_t len)
{
    if (!f->is_title)
        buf_add(&f->text, s, len);
    if (f->piece_depth)
        buf_add(&f->piece, s, len);
}

void foreign_close(struct foreign *f)
{
    if (f->depth == f->piece_depth) {
        f->piece_depth = 0;
        if (f->is_title)
            close_title(f);
        else
            close_in_field(f);
    }
    if (--f->depth > 0 || f->is_title)
        return;
    f->object.text = f->text.data ? f->text.data : "";
    f->object.field = f->field;
    fo_tree_foreign(f->tree, &f->object);
}

void foreign_free(struct foreign *f)
{
    buf_free(&f->piece);
    buf_free(&f->text);
}
