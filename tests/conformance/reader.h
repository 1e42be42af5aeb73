/* What the parts of the structure reader share: the file, its pages and elements, and its faults.
 * The reader knows nothing of the writer: it follows what is in the file, both ways. */
#ifndef CONFORMANCE_READER_H
#define CONFORMANCE_READER_H

#include <qpdf/qpdf-c.h>

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A font that a page uses, with the codes that were shown. */
struct font_use {
    int object;
    qpdf_oh dict;
    bool two_bytes; /* Type 0, Identity-H */
    uint8_t used[65536 / 8];
};

/* A page: its marked-content sequences, and who says to own them. */
struct page_use {
    qpdf_oh dict;
    int object;
    int struct_parents;  /* -1: none */
    int nmcids;          /* the highest one + 1 */
    uint8_t *in_content; /* [nmcids] 1: the content has it */
    int *owner;          /* [nmcids] object number of the element that holds it, 0: none */
    int nannotations;
    int *annotations; /* object numbers */
    int *holder;      /* [nannotations] object number of the element with the OBJR, 0: none */
};

struct reader {
    qpdf_data q;
    const char *file;
    int faults;
    struct page_use *pages;
    int npages;
    struct font_use **fonts;
    int nfonts;
    int nobjects;     /* the highest number + 1 */
    uint8_t *reached; /* [nobjects] 1: an element reached from the root */
    int heading;      /* level of the last heading, 0: none yet */
    char **ids;
    int nids;
};

static void fault(struct reader *r, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void fault(struct reader *r, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    printf("%s: ", r->file);
    vprintf(fmt, args);
    putchar('\n');
    va_end(args);
    r->faults++;
}

static void *grown(void *p, size_t n, size_t size)
{
    p = realloc(p, n * size);
    if (!p) {
        fputs("structure: out of memory\n", stderr);
        exit(4);
    }
    return p;
}

/* ---- short names for qpdf's object functions ---------------------------------------------------
 */

static qpdf_oh key(struct reader *r, qpdf_oh dict, const char *name)
{
    if (qpdf_oh_is_stream(r->q, dict))
        dict = qpdf_oh_get_dict(r->q, dict);
    return qpdf_oh_is_dictionary(r->q, dict) ? qpdf_oh_get_key(r->q, dict, name)
                                             : qpdf_oh_new_null(r->q);
}

static bool has(struct reader *r, qpdf_oh dict, const char *name)
{
    return !qpdf_oh_is_null(r->q, key(r, dict, name));
}

static int number_of(struct reader *r, qpdf_oh oh)
{
    return qpdf_oh_is_indirect(r->q, oh) ? qpdf_oh_get_object_id(r->q, oh) : 0;
}

static int int_key(struct reader *r, qpdf_oh dict, const char *name, int otherwise)
{
    qpdf_oh v = key(r, dict, name);
    return qpdf_oh_is_integer(r->q, v) ? qpdf_oh_get_int_value_as_int(r->q, v) : otherwise;
}

/* The name in a key without its solidus, copied into out; "" if there is none. */
static const char *name_key(struct reader *r, qpdf_oh dict, const char *name, char out[128])
{
    qpdf_oh v = key(r, dict, name);
    const char *s = qpdf_oh_is_name(r->q, v) ? qpdf_oh_get_name(r->q, v) : "/";
    snprintf(out, 128, "%s", s + 1);
    return out;
}

static bool is_true(struct reader *r, qpdf_oh v)
{
    return qpdf_oh_is_bool(r->q, v) && qpdf_oh_get_bool_value(r->q, v);
}

/* A text string that is not empty. */
static bool has_text(struct reader *r, qpdf_oh dict, const char *name)
{
    qpdf_oh v = key(r, dict, name);
    return qpdf_oh_is_string(r->q, v) && *qpdf_oh_get_utf8_value(r->q, v);
}

/* The decoded bytes of a stream, zero-terminated, to be freed; NULL: it cannot be decoded. */
static unsigned char *stream_bytes(struct reader *r, qpdf_oh stream, size_t *n)
{
    unsigned char *raw = NULL;
    QPDF_BOOL filtered = QPDF_FALSE;
    if (!qpdf_oh_is_stream(r->q, stream) ||
        (qpdf_oh_get_stream_data(r->q, stream, qpdf_dl_generalized, &filtered, &raw, n) &
         QPDF_ERRORS))
        return NULL;
    unsigned char *bytes = grown(NULL, *n + 1, 1);
    if (*n)
        memcpy(bytes, raw, *n);
    bytes[*n] = 0;
    free(raw);
    return bytes;
}

static struct page_use *page_of(struct reader *r, int object)
{
    for (int i = 0; i < r->npages; i++)
        if (r->pages[i].object == object)
            return &r->pages[i];
    return NULL;
}

#endif
