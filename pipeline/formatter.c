/* Joins reading, layout and writing so that a long document is never in memory as a whole. */
#include "formatter.h"

#include "fo/build.h"
#include "layout/layout.h"
#include "press.h"
#include "read/read.h"
#include "write/write.h"

struct fo_doc *formatter_read(struct press *p, const char *path, const char *name,
                              const char *folder, const struct read_limits *limits,
                              struct diag *diag)
{
    struct fo_parts *parts = fo_parts_new(name, folder, p->fo_known, p->fo, diag);
    const struct read_visitor visitor = {fo_parts_open, fo_parts_text, fo_parts_close, parts};
    bool good = read_xml_parts(path, limits, &visitor, diag);
    struct fo_doc *fo = fo_parts_finish(parts);

    if (good)
        return fo;
    fo_free(fo);
    return NULL;
}

struct streaming {
    struct pdf_writer *writer;
    struct pdf_out *out;
    struct diag *diag;
};

static void take_page(void *user, const struct page_doc *doc, int index)
{
    struct streaming *s = user;

    pdf_put_page(s->out, doc, index);
}

static void begin_again(void *user)
{
    struct streaming *s = user;

    pdf_cancel(s->out);
    s->out = pdf_begin(s->writer, s->diag);
}

struct page_doc *formatter_stream(struct press *p, struct fo_doc *fo, struct buf *pdf,
                                  struct diag *diag)
{
    struct text_engine *text = press_text(p, diag);
    struct pdf_writer *writer = press_writer(p);
    struct streaming to = {writer, text ? pdf_begin(writer, diag) : NULL, diag};
    struct page_sink sink = {take_page, begin_again, &to};
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct page_doc *pages;

    if (!text)
        return NULL;
    pages = layout_stream(fo, text, p->page, &sink, diag);
    if (pages && diag_count(diag, DIAG_ERROR) == errors)
        return pdf_end(to.out, pages, pdf) ? pages : NULL;
    pdf_cancel(to.out);
    return NULL;
}
