/* The stages behind `duform format` on bytes in memory, for the fuzzers. */
#ifndef FUZZ_FORMATTER_H
#define FUZZ_FORMATTER_H

#include "fo/build.h"
#include "fuzz.h"
#include "layout/layout.h"
#include "press.h"
#include "read/read.h"
#include "transform/transform.h"
#include "write/write.h"

static const struct read_limits fuzz_limits = {1 << 16, 300, 5000};

/* Fonts are read once, and their caches live on as in a mailing. */
static inline struct press *fuzz_press(void)
{
    static struct press *p;

    if (!p) {
        struct diag *d = fuzz_diag();
        p = press_new(d);
        if (!p || !press_text(p, d) || !press_writer(p))
            __builtin_trap();
        diag_free(d);
    }
    return p;
}

struct fuzz_stream {
    struct pdf_writer *writer;
    struct pdf_out *out;
    struct diag *diag;
};

static void fuzz_take(void *user, const struct page_doc *doc, int index)
{
    struct fuzz_stream *to = user;

    pdf_put_page(to->out, doc, index);
}

static void fuzz_restart(void *user)
{
    struct fuzz_stream *to = user;

    pdf_cancel(to->out);
    to->out = pdf_begin(to->writer, to->diag);
}

/* As `duform format` does: pages are written while the document is laid out. */
static inline void fuzz_format(const char *xml, size_t len)
{
    struct press *p = fuzz_press();
    struct diag *d = fuzz_diag();
    struct buf pdf = BUF_INIT;
    struct _xmlDoc *doc = read_xml_memory(xml, len, "fuzz.fo", &fuzz_limits, d);
    struct fo_doc *fo = doc ? fo_build(doc, "fuzz.fo", "/nowhere", p->fo, d) : NULL;
    struct fuzz_stream to = {p->writer, pdf_begin(p->writer, d), d};
    struct page_sink sink = {fuzz_take, fuzz_restart, &to};
    struct page_doc *pages = fo ? layout_stream(fo, p->text, p->page, &sink, d) : NULL;

    if (pages)
        pdf_end(to.out, pages, &pdf);
    else
        pdf_cancel(to.out);
    buf_free(&pdf);
    fo_free(fo);
    transform_doc_free(doc);
    arena_reset(p->fo);
    arena_reset(p->page);
    diag_free(d);
}

#endif
