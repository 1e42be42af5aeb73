/* Proof-reading a dossier. Where a register of schools added something to the case, which stands in
 * no file, the file is parsed once more: remarks are told by their place in it. */
#include "proof.h"

#include "base/file.h"
#include "check/check.h"

#include <stdio.h>
#include <string.h>

/* lenient: documents are made in any case, so that a missing dictionary is no error. */
static struct checker *checker_of(struct press *p, const struct job *job, bool lenient,
                                  struct diag *diag)
{
    struct check_settings settings = {p->home, job->words, !job->no_spelling, lenient};

    return press_checker(p, &settings, diag);
}

/* What is to be checked; doc is NULL after a report. */
static struct check_source source_of(const struct job *job, const struct dossier *d,
                                     struct diag *diag)
{
    struct check_source s = {d->file, d->doc, d->bytes.data, d->bytes.len};

    if (job->schools)
        s.doc = read_xml_memory(s.data, s.len, d->file, &job->limits, diag);
    return s;
}

static void source_free(struct check_source *s, const struct dossier *d)
{
    if (s->doc != d->doc)
        transform_doc_free(s->doc);
}

/* NULL after a report. whole: with what may have been meant. */
static struct remarks *proof(struct press *p, const struct job *job, const struct dossier *d,
                             bool whole, struct diag *diag)
{
    struct checker *checker = checker_of(p, job, !whole, diag);
    struct check_source source = source_of(job, d, diag);
    struct remarks *remarks =
        checker && source.doc ? check_case(checker, &source, whole, diag) : NULL;

    source_free(&source, d);
    return remarks;
}

void proof_report(struct press *p, const struct job *job, const struct dossier *d,
                  struct diag *diag)
{
    struct remarks *remarks = proof(p, job, d, true, diag);

    if (remarks)
        remarks_report(remarks, diag);
    remarks_free(remarks);
}

void proof_summary(struct press *p, const struct job *job, const struct dossier *d,
                   struct diag *diag)
{
    struct remarks *remarks = proof(p, job, d, false, diag);

    if (remarks)
        remarks_summary(remarks, diag);
    remarks_free(remarks);
}

size_t proof_count(struct press *p, const struct job *job, const struct dossier *d,
                   struct diag *diag)
{
    struct remarks *remarks = proof(p, job, d, false, diag);
    size_t n = remarks ? remarks_count(remarks) : 0;

    remarks_free(remarks);
    return n;
}

void proof_warm(struct press *p, const struct job *job, struct diag *diag)
{
    struct checker *checker = checker_of(p, job, true, diag);

    if (checker)
        checker_warm(checker, diag);
}

/* The diff, where no words of a protected person may stand. */
static void show(const struct job *job, const struct check_source *source,
                 const struct buf *changes, int changed, struct diag *diag)
{
    if (changed == 1)
        diag_note(diag, diag_at(source->file, 0), "DU-FIX", "1 rad ändrad", "1 line changed");
    else
        diag_note(diag, diag_at(source->file, 0), "DU-FIX", "%d rader ändrade", "%d lines changed",
                  changed);
    if (changed && strcmp(job->out, "-") != 0 && !check_is_protected(source->doc)) {
        printf("--- %s\n+++ %s\n", source->file, job->out);
        fwrite(changes->data, 1, changes->len, stdout);
    }
}

void proof_fix(struct press *p, const struct job *job, const struct dossier *d, struct diag *diag)
{
    struct checker *checker = checker_of(p, job, false, diag);
    struct check_source source = source_of(job, d, diag);
    struct buf out = BUF_INIT, changes = BUF_INIT;
    int changed = checker && source.doc ? check_fix(checker, &source, &out, &changes, diag) : -1;

    if (changed >= 0 && file_write_whole(job->out, out.data, out.len, diag))
        show(job, &source, &changes, changed, diag);
    buf_free(&out);
    buf_free(&changes);
    source_free(&source, d);
}
