/* The stages behind `duform format` on bytes in memory, for the fuzzers. */
#ifndef FUZZ_FORMAT_H
#define FUZZ_FORMAT_H

#include "fo/fo.h"
#include "formatter.h"
#include "fuzz.h"
#include "press.h"
#include "read/read.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static const struct read_limits fuzz_limits = {1 << 16, 300, 5000, false};

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
    char path[64];
    int fd = fuzz_file(xml, len, path);
    struct fo_doc *fo = formatter_read(p, path, "fuzz.fo", "/nowhere", &fuzz_limits, d);

    close(fd);
    return fo;
}

/* As `duform format` does: the tree is built while the file is read, and pages are written while
 * the document is laid out. */
static inline void fuzz_format(const char *xml, size_t len)
{
    struct press *p = fuzz_press();
    struct diag *d = fuzz_diag();
    struct buf pdf = BUF_INIT;
    struct fo_doc *fo = fuzz_tree(p, xml, len, d);

    if (fo)
        formatter_stream(p, fo, &pdf, d);
    buf_free(&pdf);
    fo_free(fo);
    arena_reset(p->fo);
    arena_reset(p->page);
    diag_free(d);
}

#endif
