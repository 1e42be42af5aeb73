/* The scan of a finished PDF, read back by qpdf. Every string, name and stream of every object is
 * searched, reachable or not; the text of pages and forms through the fonts' ToUnicode maps; and
 * the bytes of the file as they are. */
#include "check/search.h"

#include "base/utf8.h"
#include "base/wipe.h"
#include "check/content.h"
#include "check/lexer.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

/* A font that has been met: by object number. */
struct met_font {
    int object;
    const struct cmap *map;
};

struct back {
    struct search *search;
    qpdf_data pdf;
    struct arena *arena;
    struct met_font *fonts;
    size_t nfonts, cap;
    qpdf_oh resources; /* of the stream that is read */
    struct shown shown;
    bool broken; /* something could not be read */
};

/* ---- streams --------------------------------------------------------------------------------- */

/* The decoded data of a stream; qpdf's own allocation, to be freed. NULL: not readable. */
static char *stream_data(struct back *b, qpdf_oh stream, size_t *n)
{
    unsigned char *data = NULL;
    QPDF_BOOL filtered;

    *n = 0;
    if (qpdf_oh_get_stream_data(b->pdf, stream, qpdf_dl_all, &filtered, &data, n) >= QPDF_ERRORS) {
        b->broken = true;
        return NULL;
    }
    return (char *)data;
}

/* ---- the text of pages and forms ------------------------------------------------------------- */

static const struct cmap *read_map(struct back *b, qpdf_oh font)
{
    qpdf_oh map = qpdf_oh_get_key_if_dict(b->pdf, font, "/ToUnicode");
    const struct cmap *read = NULL;
    size_t n;
    char *data;

    if (!qpdf_oh_is_stream(b->pdf, map))
        return NULL;
    data = stream_data(b, map, &n);
    if (data)
        read = cmap_read(b->arena, data, n);
    wipe_free(data);
    return read;
}

static const struct cmap *font_map(void *user, const char *name)
{
    struct back *b = user;
    const char *key = arena_printf(b->arena, "/%s", name);
    qpdf_oh fonts = qpdf_oh_get_key_if_dict(b->pdf, b->resources, "/Font");
    qpdf_oh font = qpdf_oh_get_key_if_dict(b->pdf, fonts, key);
    int object = qpdf_oh_get_object_id(b->pdf, font);
    const struct cmap *map;

    for (size_t i = 0; i < b->nfonts && object; i++)
        if (b->fonts[i].object == object)
            return b->fonts[i].map;
    map = read_map(b, font);
    *arena_push(b->arena, b->fonts, b->nfonts, b->cap) = (struct met_font){object, map};
    return map;
}

static void read_page(struct back *b, int n)
{
    qpdf_oh page = qpdf_get_page_n(b->pdf, (size_t)n);
    unsigned char *data = NULL;
    size_t length = 0;

    b->resources = qpdf_oh_get_key(b->pdf, page, "/Resources");
    fold_break(b->shown.around);
    if (qpdf_oh_get_page_content_data(b->pdf, page, &data, &length) >= QPDF_ERRORS)
        b->broken = true;
    else if (data)
        content_read(&b->shown, (char *)data, length, font_map, b);
    wipe_free(data);
}

/* ---- all objects ----------------------------------------------------------------------------- */

static bool printable(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] < 0x20 && !strchr("\t\n\r", s[i]))
            return false;
    return true;
}

/* Text where it can be text, else data. */
static void add_bytes(struct back *b, const char *bytes, size_t n)
{
    const struct search *s = b->search;
    struct buf text = BUF_INIT;

    lexer_text_string(bytes, n, &text);
    if (text.len && printable(text.data, text.len)) {
        search_add(s, &s->scan->strings, text.data, text.len);
    } else if (text.len) {
        fold_break(&s->scan->data);
        fold_add(s->scan->fold, &s->scan->data, text.data, text.len);
    }
    buf_free(&text);
}

static void add_tokens(struct back *b, const char *syntax)
{
    struct lexer l;
    enum token t;

    lexer_open(&l, syntax, strlen(syntax));
    while ((t = lexer_next(&l)) != TOKEN_END)
        if ((t == TOKEN_STRING || t == TOKEN_NAME) && l.text.len)
            add_bytes(b, l.text.data, l.text.len);
    lexer_close(&l);
}

static bool is_kind(struct back *b, qpdf_oh dictionary, const char *key, const char *name)
{
    return qpdf_oh_is_name_and_equals(b->pdf, qpdf_oh_get_key(b->pdf, dictionary, key), name);
}

static void add_stream(struct back *b, qpdf_oh stream, qpdf_oh dictionary)
{
    const struct search *s = b->search;
    size_t n;
    char *data = stream_data(b, stream, &n);

    if (!data)
        return;
    if ((is_kind(b, dictionary, "/Type", "/Metadata") ||
         is_kind(b, dictionary, "/Type", "/EmbeddedFile")) &&
        utf8_valid(data, n))
        search_add_markup(s, &s->scan->strings, data, n);
    if (is_kind(b, dictionary, "/Subtype", "/Form")) {
        b->resources = qpdf_oh_get_key(b->pdf, dictionary, "/Resources");
        content_read(&b->shown, data, n, font_map, b);
    }
    fold_break(&s->scan->data);
    fold_add(s->scan->fold, &s->scan->data, data, n);
    wipe_free(data);
}

static void add_object(struct back *b, qpdf_oh object)
{
    if (qpdf_oh_is_stream(b->pdf, object)) {
        qpdf_oh dictionary = qpdf_oh_get_dict(b->pdf, object);

        add_tokens(b, qpdf_oh_unparse_resolved(b->pdf, dictionary));
        add_stream(b, object, dictionary);
    } else {
        add_tokens(b, qpdf_oh_unparse_resolved(b->pdf, object));
    }
}

static void add_objects(struct back *b)
{
    qpdf_oh trailer = qpdf_get_trailer(b->pdf);
    int size = qpdf_oh_get_int_value_as_int(b->pdf, qpdf_oh_get_key(b->pdf, trailer, "/Size"));

    add_tokens(b, qpdf_oh_unparse_resolved(b->pdf, trailer));
    for (int i = 1; i < size; i++) {
        add_object(b, qpdf_get_object_by_id(b->pdf, i, 0));
        if (i % 64 == 0)
            qpdf_oh_release_all(b->pdf);
    }
}

/* ---- the file -------------------------------------------------------------------------------- */

static void read_back(struct back *b, const char *pdf, size_t n)
{
    struct scan *scan = b->search->scan;
    int pages;

    qpdf_silence_errors(b->pdf);
    qpdf_set_suppress_warnings(b->pdf, QPDF_TRUE);
    if (qpdf_read_memory(b->pdf, "", pdf, n, NULL) >= QPDF_ERRORS ||
        (pages = qpdf_get_num_pages(b->pdf)) < 1) {
        b->broken = true;
        return;
    }
    qpdf_push_inherited_attributes_to_page(b->pdf);
    for (int i = 0; i < pages; i++)
        read_page(b, i);
    add_objects(b);
    fold_break(&scan->data);
    fold_add(scan->fold, &scan->data, pdf, n);
}

/* Lines turned around are searched only where a script runs from the right: elsewhere what is found
 * in them is nothing that anybody reads. */
static void search_all(struct search *s)
{
    struct scan *scan = s->scan;

    search_in(s, &scan->text, LEAST_IN_TEXT);
    search_in(s, &scan->around, LEAST_IN_TEXT);
    search_in(s, &scan->strings, LEAST_IN_TEXT);
    search_in(s, &scan->data, LEAST_IN_DATA);
    if (scan->turned.rtl)
        search_in(s, &scan->turned, LEAST_IN_TEXT);
}

enum scan_result scan_pdf(struct scan *s, const struct scan_job *job, const void *pdf, size_t n,
                          struct scan_place *place)
{
    struct search search = search_begin(s, job, place);
    struct back b = {.search = &search,
                     .pdf = qpdf_init(),
                     .arena = arena_new(),
                     .shown = {s->fold, &s->text, &s->turned, &s->around}};

    folded_clear(&s->text);
    folded_clear(&s->around);
    folded_clear(&s->turned);
    folded_clear(&s->strings);
    folded_clear(&s->data);
    read_back(&b, pdf, n);
    search_all(&search);
    while (qpdf_has_error(b.pdf)) /* else it would be printed */
        qpdf_get_error(b.pdf);
    qpdf_cleanup(&b.pdf);
    arena_free(b.arena);
    return search_end(&search) == SCAN_FOUND ? SCAN_FOUND : b.broken ? SCAN_UNREADABLE : SCAN_CLEAN;
}
