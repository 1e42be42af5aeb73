/* One file of a print bundle: its letters are made again and written one after another. */
#include "command/batch_bundle.h"

#include "base/file.h"
#include "command/batch_journal.h"
#include "transform/transform.h"
#include "write/write.h"

#include <signal.h>
#include <string.h>
#include <time.h>

struct printing {
    struct bundle *b;
    struct pdf_bundle *pdf;
    struct letter *letter; /* that is wanted; NULL: a separator sheet */
    size_t sheet;          /* sheets before it in the file */
    bool last;             /* of its envelope */
};

/* Each begins on the front of a sheet. */
static void fill_sheet(struct page_doc *doc)
{
    if (doc->npages % 2)
        page_add(doc, doc->last->width, doc->last->height);
}

/* The letter must be the very one that was made, inspected and entered into the journal. */
static bool is_the_letter(const struct printing *p, const struct job_document *d)
{
    uint8_t digest[SIPHASH_BYTES];

    siphash(journal_key(p->b->m->journal), d->pdf, d->len, digest);
    return memcmp(digest, p->letter->digest, sizeof digest) == 0;
}

static bool on_document(void *user, const struct job_document *d, struct diag *diag)
{
    struct printing *p = user;
    bool duplex = p->b->o->duplex;

    if (p->letter && !is_the_letter(p, d)) {
        diag_error(diag, EXIT_SYSTEM, diag_at(bundle_file(p->b, p->letter), 0), NULL,
                   "brevet blir inte längre som det gjordes: ge samma kommando igen",
                   "the letter is no longer as it was made: give the same command again");
        return false;
    }
    if (p->letter && p->b->o->sheet_marks)
        bundle_mark(d->tree, duplex, p->sheet, p->last);
    if (duplex)
        fill_sheet(d->tree);
    return pdf_bundle_add(p->pdf, d->tree, diag);
}

/* Messages of rules were given when the letter was made; only what stops the printing is new. */
static void on_message(void *user, const struct diag_message *message)
{
    struct printing *p = user;

    if (message->severity == DIAG_ERROR)
        diag_error(p->b->m->diag, EXIT_SYSTEM, message->place, NULL, "%s", "%s", message->text);
}

static struct job job_for(struct printing *p)
{
    struct job job = p->b->m->job;

    job.deliver = on_document;
    job.user = p;
    return job;
}

static bool separate(struct printing *p, struct diag *diag, const struct bundle_part *part,
                     size_t i)
{
    const struct bundle *b = p->b;
    char area[AREA_DIGITS + 1] = {0};
    struct transform_separator s = {.area = area, .letters = bundle_area(b, part, i)};
    struct job job = job_for(p);

    memcpy(area, b->letters[i].postcode, AREA_DIGITS);
    s.first = i + 1;
    s.last = i + s.letters;
    for (size_t k = i; k < i + s.letters; k++)
        s.sheets += bundle_sheets(b->o, b->letters[k].pages);
    p->letter = NULL;
    if (!job_separator(b->m->press, &job, &s, diag))
        return false;
    p->sheet++;
    return true;
}

static bool print_letter(struct printing *p, struct diag *diag, const struct bundle_part *part,
                         size_t i)
{
    struct bundle *b = p->b;
    struct letter *l = &b->letters[i];
    struct job job = job_for(p);

    job.file = b->m->cases[l->number].path;
    p->letter = l;
    p->last = i + 1 == part->first + part->n || !bundle_same_envelope(b, l, l + 1);
    l->first_page = pdf_bundle_pages(p->pdf) + 1;
    if (!job_again(b->m->press, &job, l->kind, l->recipient, diag))
        return false;
    p->sheet += bundle_sheets(b->o, l->pages);
    return true;
}

/* ---- being stopped -------------------------------------------------------------------------- */

static void block_signals(sigset_t *set, sigset_t *before)
{
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGHUP);
    sigprocmask(SIG_BLOCK, set, before);
}

static bool is_stopped(struct mailing *m, const sigset_t *set)
{
    const struct timespec no_time = {0, 0};

    if (sigtimedwait(set, NULL, &no_time) < 0)
        return false;
    m->stop = true;
    m->stopped_by = diag_lang(m->diag) == DIAG_SV ? "avbrutet" : "interrupted";
    return true;
}

/* ---- the file ------------------------------------------------------------------------------- */

static bool print_letters(struct printing *p, const struct bundle_part *part, size_t *printed)
{
    struct mailing *m = p->b->m;
    struct diag *diag = diag_new(diag_lang(m->diag));
    struct progress progress;
    sigset_t set, before;
    bool good = true;

    diag_listen(diag, on_message, p);
    progress_start(&progress, m);
    block_signals(&set, &before);
    for (size_t i = part->first; i < part->first + part->n && good; i++) {
        bool begins = i == part->first || strncmp(p->b->letters[i].postcode,
                                                  p->b->letters[i - 1].postcode, AREA_DIGITS) != 0;

        good = !is_stopped(m, &set) &&
               (!begins || !p->b->o->separators || separate(p, diag, part, i)) &&
               print_letter(p, diag, part, i);
        progress_print(&progress, m, ++*printed, p->b->nletters);
    }
    progress_clear(&progress);
    good = good && pdf_bundle_end(p->pdf, diag);
    sigprocmask(SIG_SETMASK, &before, NULL);
    diag_free(diag);
    return good;
}

bool bundle_print(struct bundle *b, struct bundle_part *part, size_t *printed)
{
    struct mailing *m = b->m;
    struct file_stream *file = file_stream_open(part->path, m->diag);
    struct pdf_bundle_options options = {.title = "Utskick",
                                         .lang = "sv",
                                         .duplex = b->o->duplex,
                                         .put = file_stream_put,
                                         .user = file};
    struct printing p = {.b = b};
    bool good;

    if (!file)
        return false;
    p.pdf = pdf_bundle_open(press_writer(m->press), &options, m->diag);
    good = print_letters(&p, part, printed);
    pdf_bundle_free(p.pdf);
    return file_stream_close(file, good, m->diag) && good;
}
