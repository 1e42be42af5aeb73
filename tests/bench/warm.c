/* How long each stage of `duform format` takes when fonts and caches are warm, as in a mailing.
 * warm SECONDS FILE.fo...: a line a file: file, ms a round (read into the FO tree, layout, write,
 * all), pages, bytes, ms of stock libharu for the same content (floor.h). Times are those of the
 * processor, so that other work on the machine disturbs less. */
#include "floor.h"

#include "fo/fo.h"
#include "formatter.h"
#include "layout/layout.h"
#include "press.h"
#include "read/read.h"
#include "write/write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { READ, LAYOUT, WRITE, STAGES, FLOOR = STAGES, TIMES };

struct bench {
    struct press *press;
    struct diag *diag;
    double ms[TIMES];
    int pages;
    size_t bytes;
};

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void drop(void *user, enum diag_severity severity, const char *text)
{
    (void)user, (void)severity, (void)text;
}

static void format(struct bench *b, const char *file, const char *folder)
{
    struct buf pdf = BUF_INIT;
    double t[STAGES + 1] = {now()};
    struct fo_doc *fo = formatter_read(b->press, file, file, folder, &read_limits_fo, b->diag);
    struct page_doc *pages;

    t[1] = now();
    pages = fo ? layout_pages(fo, b->press->text, b->press->page, b->diag) : NULL;
    t[2] = now();
    if (!pages || !pdf_write(b->press->writer, pages, &pdf, b->diag)) {
        fprintf(stderr, "%s: not formatted\n", file);
        exit(EXIT_INPUT);
    }
    t[3] = now();
    for (int i = 0; i < STAGES; i++)
        b->ms[i] += t[i + 1] - t[i];
    if (floor_write(pages, b->press->page) == 0)
        fprintf(stderr, "%s: libharu does not write it\n", file);
    b->ms[FLOOR] += now() - t[3];
    b->pages = pages->npages;
    b->bytes = pdf.len;
    buf_free(&pdf);
    fo_free(fo);
    arena_reset(b->press->fo);
    arena_reset(b->press->page);
}

static void measure(struct bench *b, const char *file, double seconds)
{
    const char *slash = strrchr(file, '/');
    const char *folder = slash ? arena_strndup(b->press->names, file, (size_t)(slash - file)) : ".";
    double end, all = 0;
    int rounds = 0;

    for (int i = 0; i < 3; i++)
        format(b, file, folder);
    memset(b->ms, 0, sizeof b->ms);
    for (end = now() + seconds * 1e3; now() < end || !rounds; rounds++)
        format(b, file, folder);
    printf("%s", file);
    for (int i = 0; i < STAGES; i++) {
        printf("\t%.4f", b->ms[i] / rounds);
        all += b->ms[i] / rounds;
    }
    printf("\t%.4f\t%d\t%zu\t%.4f\n", all, b->pages, b->bytes, b->ms[FLOOR] / rounds);
}

int main(int argc, char **argv)
{
    struct bench b = {.diag = diag_new(DIAG_EN)};

    diag_divert(b.diag, drop, NULL);
    b.press = press_new(b.diag);
    if (argc < 3 || !b.press || !press_text(b.press, b.diag) || !press_writer(b.press)) {
        fprintf(stderr, "usage: warm SECONDS FILE.fo...\n");
        return EXIT_USAGE;
    }
    for (int i = 2; i < argc; i++)
        measure(&b, argv[i], strtod(argv[1], NULL));
    press_free(b.press);
    diag_free(b.diag);
    return 0;
}
