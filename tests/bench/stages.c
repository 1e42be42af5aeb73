/* How long each stage of a letter takes when all is warm, as in a mailing.
 * stages KIND FILE.xml...: makes the letters of that kind to all recipients of the cases, twice,
 * and prints for each stage of the second round its ms a letter and its share. Times are those of
 * the processor, so that other work on the machine disturbs less. */
#include "dossier.h"
#include "fo/build.h"
#include "inspect.h"
#include "layout/layout.h"
#include "page/page.h"
#include "write/write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { READ, ASSESS, VIEW, DOCUMENT, PAGE, TREE, LAYOUT, WRITE, SCAN, RELEASE, STAGES };
static const char *const names[STAGES] = {"read", "assess", "view",  "document", "page",
                                          "tree", "layout", "write", "scan",     "release"};

struct bench {
    struct press *press;
    struct diag *diag;
    double ms[STAGES], last;
    size_t letters, pages, bytes;
};

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void lap(struct bench *b, int stage)
{
    double t = now();

    b->ms[stage] += t - b->last;
    b->last = t;
}

static void drop(void *user, const struct diag_message *m)
{
    (void)user, (void)m;
}

/* One letter; what a stage does not give, the next ones do not take. */
static void letter(struct bench *b, struct dossier *d)
{
    struct transform_job t = d->transform;
    struct press *p = b->press;
    struct _xmlDoc *view, *document = NULL, *fo_xml = NULL;
    struct fo_doc *fo = NULL;
    struct page_doc *pages = NULL;
    struct buf pdf = BUF_INIT;
    const char *lang = "sv";

    view = transform_view(p->transform, &t, b->diag);
    lap(b, VIEW);
    if (view && !transform_is_empty(view)) {
        lang = transform_view_lang(p->transform, view);
        t.style = transform_view_style(p->transform, view);
        document = transform_document(p->transform, &t, view, b->diag);
    }
    lap(b, DOCUMENT);
    if (document) {
        t.style = transform_view_style(p->transform, document);
        fo_xml = transform_page(p->transform, &t, document, b->diag);
    }
    lap(b, PAGE);
    if (fo_xml)
        fo = fo_build_known(fo_xml, "bench", p->images, p->fo_known, p->fo, b->diag);
    lap(b, TREE);
    if (fo)
        pages = layout_pages(fo, p->text, p->page, b->diag);
    lap(b, LAYOUT);
    if (pages && pdf_write(press_writer(p), pages, &pdf, b->diag)) {
        b->letters++;
        b->pages += (size_t)pages->npages;
        b->bytes += pdf.len;
    }
    lap(b, WRITE);
    if (pages)
        inspect_document(p, d, lang, pages, &pdf, b->diag);
    lap(b, SCAN);
    transform_doc_free(view);
    transform_doc_free(document);
    transform_doc_free(fo_xml);
    buf_free(&pdf);
    arena_reset(p->fo);
    arena_reset(p->page);
    lap(b, RELEASE);
}

static void run_case(struct bench *b, const char *file, const char *kind)
{
    struct job job = {.file = file,
                      .kinds = &kind,
                      .nkinds = 1,
                      .lang = "",
                      .with = "",
                      .style = "",
                      .limits = read_limits_default};
    struct dossier d;
    bool good;

    b->last = now();
    good = dossier_open(&d, b->press, &job, b->diag);
    lap(b, READ);
    good = good && dossier_assess(&d, b->press, &job, kind, NULL, b->diag);
    lap(b, ASSESS);
    for (int n = 0; good && n <= d.recipients && !d.refused; n++) {
        d.transform.recipient = n;
        if (!d.refused_to[n])
            letter(b, &d);
    }
    dossier_close(&d);
    lap(b, RELEASE);
}

static void report(const struct bench *b)
{
    double all = 0;

    for (int i = 0; i < STAGES; i++)
        all += b->ms[i];
    for (int i = 0; i < STAGES; i++)
        printf("%-9s %7.3f ms a letter %5.1f %%\n", names[i], b->ms[i] / (double)b->letters,
               100 * b->ms[i] / all);
    printf("%-9s %7.3f ms a letter, %.0f letters/s; %zu letters, %.2f pages, %.1f KB each\n", "all",
           all / (double)b->letters, (double)b->letters * 1e3 / all, b->letters,
           (double)b->pages / (double)b->letters, (double)b->bytes / (double)b->letters / 1e3);
}

int main(int argc, char **argv)
{
    struct bench b = {.diag = diag_new(DIAG_EN)};

    diag_listen(b.diag, drop, NULL);
    b.press = press_new(b.diag);
    if (argc < 3 || !b.press || !press_text(b.press, b.diag) || !press_writer(b.press)) {
        fprintf(stderr, "usage: stages KIND FILE.xml...\n");
        return EXIT_USAGE;
    }
    for (int round = 0; round < 2; round++) {
        memset(b.ms, 0, sizeof b.ms);
        b.letters = b.pages = b.bytes = 0;
        for (int i = 2; i < argc; i++)
            run_case(&b, argv[i], argv[1]);
    }
    if (b.letters)
        report(&b);
    press_free(b.press);
    diag_free(b.diag);
    return b.letters ? 0 : EXIT_SYSTEM;
}
