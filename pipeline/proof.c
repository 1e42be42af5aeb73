/* Proof-reading a dossier. The case is parsed once more: what a register of schools added to it
 * stands in no file, and remarks are told by their place in the file. */
#include "proof.h"

#include "base/file.h"
#include "check/check.h"

#include <stdio.h>
#include <string.h>

static struct checker *open_checker(struct press *p, const struct job *job, struct diag *diag)
{
    struct check_settings settings = {p->home, job->words, !job->no_spelling};

    return checker_new(&settings, diag);
}

/* What is to be checked; doc is NULL after a report. */
static struct check_source source_of(const struct job *job, const struct dossier *d,
                                     struct diag *diag)
{
    struct check_source s = {d->file, NULL, d->bytes.data, d->bytes.len};

    s.doc = read_xml_memory(s.data, s.len, d->file, &job->limits, diag);
    return s;
}

static void proof(struct press *p, const struct job *job, const struct dossier *d, bool whole,
                  struct diag *diag)
{
    struct checker *checker = open_checker(p, job, diag);
    struct check_source source = source_of(job, d, diag);
    struct remarks *remarks =
        checker && source.doc ? check_case(checker, &source, whole, diag) : NULL;

    if (remarks && whole)
        remarks_report(remarks, diag);
    else if (remarks)
        remarks_summary(remarks, diag);
    remarks_free(remarks);
    transform_doc_free(source.doc);
    checker_free(checker);
}

void proof_report(struct press *p, const struct job *job, const struct dossier *d,
                  struct diag *diag)
{
    proof(p, job, d, true, diag);
}

void proof_summary(struct press *p, const struct job *job, const struct dossier *d,
                   struct diag *diag)
{
    proof(p, job, d, false, diag);
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
    struct checker *checker = open_checker(p, job, diag);
    struct check_source source = source_of(job, d, diag);
    struct buf out = BUF_INIT, changes = BUF_INIT;
    int changed = checker && source.doc ? check_fix(checker, &source, &out, &changes, diag) : -1;

    if (changed >= 0 && file_write_whole(job->out, out.data, out.len, diag))
        show(job, &source, &changes, changed, diag);
    buf_free(&out);
    buf_free(&changes);
    transform_doc_free(source.doc);
    checker_free(checker);
}
