/* The stages behind `duform format` on bytes in memory, for the fuzzers. */
#ifndef FUZZ_FORMATTER_H
#define FUZZ_FORMATTER_H

#include "fo/build.h"
#include "fuzz.h"
#include "layout/layout.h"
#include "press.h"
#include "read/read.h"
#include "write/write.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

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

struct fuzz_out {
    struct pdf_writer *writer;
    struct pdf_out *out;
    struct diag *diag;
};

static void fuzz_take(void *user, const struct page_doc *doc, int index)
{
    struct fuzz_out *o = user;

    pdf_put_page(o->out, doc, index);
}

static void fuzz_restart(void *user)
{
    struct fuzz_out *o = user;

    pdf_cancel(o->out);
    o->out = pdf_begin(o->writer, o->diag);
}

/* A file that holds these bytes, in path. */
static inline int fuzz_file(const char *bytes, size_t len, char path[64])
{
    int fd = memfd_create("fuzz", MFD_CLOEXEC);

    if (fd < 0 || write(fd, bytes, len) != (ssize_t)len)
        __builtin_trap();
    snprintf(path, 64, "/proc/self/fd/%d", fd);
    return fd;
}

static inline struct fo_doc *fuzz_tree(struct press *p, const char *xml, size_t len, struct diag *d)
{
    struct fo_parts *parts = fo_parts_new("fuzz.fo", "/nowhere", NULL, p->fo, d);
    const struct read_visitor visitor = {fo_parts_open, fo_parts_text, fo_parts_close, parts};
    char path[64];
    int fd = fuzz_file(xml, len, path);
    bool good = read_xml_parts(path, &fuzz_limits, &visitor, d);
    struct fo_doc *fo = fo_parts_finish(parts);

    close(fd);
    if (good)
        return fo;
    fo_free(fo);
    return NULL;
}

/* As `duform format` does: the tree is built while the file is read, and pages are written while
 * the document is laid out. */
static inline void fuzz_format(const char *xml, size_t len)
{
    struct press *p = fuzz_press();
    struct diag *d = fuzz_diag();
    struct buf pdf = BUF_INIT;
    struct fo_doc *fo = fuzz_tree(p, xml, len, d);
    struct fuzz_out to = {p->writer, pdf_begin(p->writer, d), d};
    struct page_sink sink = {fuzz_take, fuzz_restart, &to};
    struct page_doc *pages = fo ? layout_stream(fo, p->text, p->page, &sink, d) : NULL;

    if (pages)
        pdf_end(to.out, pages, &pdf);
    else
        pdf_cancel(to.out);
    buf_free(&pdf);
    fo_free(fo);
    arena_reset(p->fo);
    arena_reset(p->page);
    diag_free(d);
}

#endif
