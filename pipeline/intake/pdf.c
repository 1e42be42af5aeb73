/* The fields of a PDF's form, by qpdf (ISO 32000-1, 12.7). What comes back from outside may be
 * made to do harm: a file that is damaged, encrypted, or holds anything that acts is refused as a
 * whole, for none of our forms does. */
#include "intake/form.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

enum { READ_ONLY = 1 << 0, REQUIRED = 1 << 1, RADIO = 1 << 15, NEST = 100 };

/* What a field has from those above it. */
struct inherited {
    const char *name; /* full name so far, "" above the first */
    const char *type; /* /Tx …, NULL: not said */
    const char *label;
    qpdf_oh value; /* 0: none */
    int flags;
    bool has_value;
};

struct reading {
    struct form *form;
    struct arena *arena;
    qpdf_data q;
    int objects;        /* highest number */
    unsigned char *met; /* [objects + 1] fields that were seen */
    size_t nodes;
    enum form_fault fault;
};

static bool fail(struct reading *r, enum form_fault fault)
{
    if (r->fault == FORM_GOOD)
        r->fault = fault;
    return false;
}

/* ---- what acts ------------------------------------------------------------------------------ */

static bool is_name(struct reading *r, qpdf_oh o, const char *name)
{
    return qpdf_oh_is_name_and_equals(r->q, o, name);
}

static bool acts(struct reading *r, qpdf_oh dictionary)
{
    static const char *const kinds[] = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData",
                                        "/GoToE",      "/GoToR",  "/Rendition",  "/RichMedia",
                                        "/Movie",      "/Sound",  "/ResetForm",  "/Thread"};
    static const char *const keys[] = {"/JS", "/XFA", "/EmbeddedFiles", "/EF", "/AA"};
    qpdf_oh kind = qpdf_oh_get_key(r->q, dictionary, "/S");

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (qpdf_oh_has_key(r->q, dictionary, keys[i]))
            return true;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is_name(r, kind, kinds[i]) ||
            is_name(r, qpdf_oh_get_key(r->q, dictionary, "/Subtype"), kinds[i]))
            return true;
    return false;
}

static bool harmless(struct reading *r, qpdf_oh o, int depth);

/* What stands in the place of another object is looked at there. */
static bool harmless_part(struct reading *r, qpdf_oh part, int depth)
{
    bool good = qpdf_oh_is_indirect(r->q, part) || qpdf_oh_is_scalar(r->q, part) ||
                harmless(r, part, depth + 1);

    qpdf_oh_release(r->q, part);
    return good;
}

static bool harmless_array(struct reading *r, qpdf_oh array, int depth)
{
    int n = qpdf_oh_get_array_n_items(r->q, array);
    bool good = true;

    for (int i = 0; i < n && good; i++)
        good = harmless_part(r, qpdf_oh_get_array_item(r->q, array, i), depth);
    return good;
}

static bool harmless_dictionary(struct reading *r, qpdf_oh dictionary, int depth)
{
    struct arena *names = arena_new();
    const char **keys = NULL;
    size_t n = 0, cap = 0;
    bool good = !acts(r, dictionary) || fail(r, FORM_SCRIPT);

    qpdf_oh_begin_dict_key_iter(r->q, dictionary); /* qpdf has one iterator only */
    while (good && qpdf_oh_dict_more_keys(r->q))
        *arena_push(names, keys, n, cap) = arena_strdup(names, qpdf_oh_dict_next_key(r->q));
    for (size_t i = 0; i < n && good; i++)
        good = harmless_part(r, qpdf_oh_get_key(r->q, dictionary, keys[i]), depth);
    arena_free(names);
    return good;
}

static bool harmless(struct reading *r, qpdf_oh o, int depth)
{
    if (depth > NEST)
        return fail(r, FORM_TOO_LARGE);
    if (qpdf_oh_is_stream(r->q, o))
        o = qpdf_oh_get_dict(r->q, o);
    if (qpdf_oh_is_array(r->q, o))
        return harmless_array(r, o, depth);
    return !qpdf_oh_is_dictionary(r->q, o) || harmless_dictionary(r, o, depth);
}

static bool all_harmless(struct reading *r)
{
    for (int i = 1; i <= r->objects; i++) {
        if (!harmless(r, qpdf_get_object_by_id(r->q, i, 0), 0))
            return false;
        if (i % 64 == 0)
            qpdf_oh_release_all(r->q);
    }
    qpdf_oh_release_all(r->q);
    return true;
}

/* ---- values --------------------------------------------------------------------------------- */

/* A text string in UTF-8, in the arena; NULL: it holds a zero, or is none. */
static const char *text_of(struct reading *r, qpdf_oh o)
{
    size_t n = 0;
    const char *s;

    if (!qpdf_oh_is_string(r->q, o))
        return NULL;
    s = qpdf_oh_get_binary_utf8_value(r->q, o, &n);
    if (!s || n > FORM_VALUE || memchr(s, '\0', n))
        return NULL;
    return arena_strndup(r->arena, s, n);
}

/* The name of a state, without its slash. */
static const char *state_of(struct reading *r, qpdf_oh o)
{
    const char *s = qpdf_oh_is_name(r->q, o) ? qpdf_oh_get_name(r->q, o) : "/";

    return strcmp(s, "/Off") == 0 ? "" : arena_strdup(r->arena, s + 1);
}

/* NULL after a fault. A list that takes several choices gives its only one. */
static const char *value_of(struct reading *r, const struct inherited *f)
{
    qpdf_oh v = f->value;
    const char *text;

    if (!f->has_value || qpdf_oh_is_null(r->q, v))
        return "";
    if (qpdf_oh_is_array(r->q, v) && qpdf_oh_get_array_n_items(r->q, v) == 1)
        v = qpdf_oh_get_array_item(r->q, v, 0);
    if (strcmp(f->type, "/Btn") == 0 && qpdf_oh_is_name(r->q, v))
        return state_of(r, v);
    text = strcmp(f->type, "/Btn") == 0 ? NULL : text_of(r, v);
    if (!text)
        fail(r, FORM_TYPE);
    return text;
}

/* ---- the tree of fields --------------------------------------------------------------------- */

/* Each field stands once in the tree; one that is written within another has no number. */
static bool enter(struct reading *r, qpdf_oh field, int depth)
{
    int id = qpdf_oh_get_object_id(r->q, field);

    if (depth > FORM_DEPTH || ++r->nodes > 4 * FORM_FIELDS)
        return fail(r, FORM_TOO_LARGE);
    if (!qpdf_oh_is_dictionary(r->q, field))
        return fail(r, FORM_TYPE);
    if (id > 0 && id <= r->objects && r->met[id]++)
        return fail(r, FORM_CYCLE);
    return true;
}

static bool read_own(struct reading *r, qpdf_oh field, struct inherited *f)
{
    qpdf_oh name = qpdf_oh_get_key(r->q, field, "/T"), type = qpdf_oh_get_key(r->q, field, "/FT");
    qpdf_oh label = qpdf_oh_get_key(r->q, field, "/TU"), flags;
    const char *own;

    if (qpdf_oh_has_key(r->q, field, "/T")) {
        own = text_of(r, name);
        if (!own)
            return fail(r, FORM_TYPE);
        f->name = *f->name ? arena_printf(r->arena, "%s.%s", f->name, own) : own;
        if (strlen(f->name) > FORM_NAME)
            return fail(r, FORM_TOO_LARGE);
    }
    if (qpdf_oh_is_name(r->q, type))
        f->type = arena_strdup(r->arena, qpdf_oh_get_name(r->q, type));
    if (qpdf_oh_is_string(r->q, label) && (own = text_of(r, label)) != NULL)
        f->label = own;
    flags = qpdf_oh_get_key(r->q, field, "/Ff");
    if (qpdf_oh_is_integer(r->q, flags))
        f->flags = qpdf_oh_get_int_value_as_int(r->q, flags);
    if (qpdf_oh_has_key(r->q, field, "/V")) {
        f->value = qpdf_oh_get_key(r->q, field, "/V");
        f->has_value = true;
    }
    return true;
}

/* The label of a group may stand on its first button alone. */
static const char *label_of(struct reading *r, const struct inherited *f, qpdf_oh kids)
{
    qpdf_oh first, label;

    if (f->label || !qpdf_oh_is_array(r->q, kids) || qpdf_oh_get_array_n_items(r->q, kids) < 1)
        return f->label;
    first = qpdf_oh_get_array_item(r->q, kids, 0);
    label = qpdf_oh_get_key_if_dict(r->q, first, "/TU");
    return text_of(r, label);
}

static bool add(struct reading *r, const struct inherited *f, qpdf_oh kids)
{
    struct form_field field = {.name = f->name,
                               .label = label_of(r, f, kids),
                               .required = f->flags & REQUIRED,
                               .fixed = f->flags & READ_ONLY,
                               .button = strcmp(f->type, "/Btn") == 0 && !(f->flags & RADIO)};
    enum form_fault fault;

    if (strcmp(f->type, "/Sig") == 0)
        return true;
    field.value = value_of(r, f);
    if (!field.value)
        return false;
    fault = form_add(r->form, &field);
    return fault == FORM_GOOD || fail(r, fault);
}

static bool read_field(struct reading *r, qpdf_oh field, const struct inherited *above, int depth);

static bool read_kids(struct reading *r, qpdf_oh kids, const struct inherited *f, int depth)
{
    int n = qpdf_oh_get_array_n_items(r->q, kids);

    for (int i = 0; i < n; i++)
        if (!read_field(r, qpdf_oh_get_array_item(r->q, kids, i), f, depth + 1))
            return false;
    return true;
}

/* Kids with a name are fields; those without are widgets of this one. */
static bool has_fields(struct reading *r, qpdf_oh kids)
{
    int n = qpdf_oh_is_array(r->q, kids) ? qpdf_oh_get_array_n_items(r->q, kids) : 0;

    for (int i = 0; i < n; i++)
        if (qpdf_oh_has_key(r->q, qpdf_oh_get_array_item(r->q, kids, i), "/T"))
            return true;
    return false;
}

static bool read_field(struct reading *r, qpdf_oh field, const struct inherited *above, int depth)
{
    struct inherited f = *above;
    qpdf_oh kids;

    if (!enter(r, field, depth) || !read_own(r, field, &f))
        return false;
    kids = qpdf_oh_get_key(r->q, field, "/Kids");
    if (qpdf_oh_has_key(r->q, field, "/Kids") && !qpdf_oh_is_array(r->q, kids))
        return fail(r, FORM_TYPE);
    if (has_fields(r, kids))
        return read_kids(r, kids, &f, depth);
    if (!f.type || !*f.name)
        return fail(r, FORM_TYPE);
    return add(r, &f, kids);
}

static bool read_form(struct reading *r)
{
    qpdf_oh form = qpdf_oh_get_key(r->q, qpdf_get_root(r->q), "/AcroForm");
    qpdf_oh fields = qpdf_oh_get_key_if_dict(r->q, form, "/Fields");
    struct inherited none = {.name = ""};

    if (!qpdf_oh_is_array(r->q, fields) || qpdf_oh_get_array_n_items(r->q, fields) < 1)
        return fail(r, FORM_NO_FIELDS);
    return read_kids(r, fields, &none, 0);
}

/* ---- the file ------------------------------------------------------------------------------- */

static bool open_file(struct reading *r, const char *pdf, size_t n)
{
    qpdf_oh size;

    qpdf_silence_errors(r->q);
    qpdf_set_suppress_warnings(r->q, QPDF_TRUE);
    qpdf_set_attempt_recovery(r->q, QPDF_FALSE);
    if (qpdf_read_memory(r->q, "", pdf, n, NULL) >= QPDF_ERRORS)
        return fail(r, qpdf_has_error(r->q) &&
                               qpdf_get_error_code(r->q, qpdf_get_error(r->q)) == qpdf_e_password
                           ? FORM_ENCRYPTED
                           : FORM_DAMAGED);
    if (qpdf_is_encrypted(r->q))
        return fail(r, FORM_ENCRYPTED);
    size = qpdf_oh_get_key(r->q, qpdf_get_trailer(r->q), "/Size");
    r->objects = qpdf_oh_is_integer(r->q, size) ? qpdf_oh_get_int_value_as_int(r->q, size) : 0;
    if (r->objects < 1 || r->objects > FORM_OBJECTS)
        return fail(r, FORM_TOO_LARGE);
    r->met = arena_alloc(r->arena, (size_t)r->objects + 1);
    return true;
}

enum form_fault form_read_pdf(struct form *f, const char *pdf, size_t n)
{
    struct reading r = {.form = f, .arena = arena_new(), .q = qpdf_init()};

    if (open_file(&r, pdf, n) && all_harmless(&r))
        read_form(&r);
    if (qpdf_has_error(r.q))
        fail(&r, FORM_DAMAGED);
    while (qpdf_has_error(r.q)) /* else it would be printed */
        qpdf_get_error(r.q);
    qpdf_cleanup(&r.q);
    arena_free(r.arena);
    return r.fault;
}
