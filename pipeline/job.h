/* The job: from a case file to its documents. job.c is the flow of the whole program. */
#ifndef JOB_H
#define JOB_H

#include "base/buf.h"
#include "base/diag.h"
#include "read/read.h"

#include <stdbool.h>
#include <stddef.h>

struct press; /* press.h: the engines that documents share */

/* What is asked for. All is borrowed. */
struct job {
    const char *file; /* "-": standard input */
    const char *const *kinds;
    size_t nkinds;
    const int *to; /* recipients, 1-based; none: all */
    size_t nto;
    const char *lang, *with, *style;
    const char *date; /* NULL: when the letters are sent, as the case says */
    const char *region;
    const char *decision, *reason; /* on a protected case; "" if there is none */
    const int *guardians;          /* recipients: guardians of a protected child who get letters */
    size_t nguardians;
    struct read_limits limits;
    const char *out; /* a folder, a file, or "-" */
    bool quiet;
};

/* The stages in order, as `duform trace` names them. */
enum job_stage {
    STAGE_ASSESS,
    STAGE_VIEW,
    STAGE_DOCUMENT,
    STAGE_FO,
    STAGE_TREE,
    STAGE_PAGE,
    STAGE_PDF
};

/* Each reports to diag; its status says how it went. */
void job_make(struct press *p, const struct job *job, struct diag *diag);
void job_check(struct press *p, const struct job *job, struct diag *diag);
/* What the stage made, for every recipient asked for. */
void job_trace(struct press *p, const struct job *job, enum job_stage stage, struct buf *out,
               struct diag *diag);
/* A document without a case. */
void job_blank(struct press *p, const struct job *job, struct diag *diag);
/* An XSL-FO file: the PDF is written to job->out, or STAGE_TREE or STAGE_PAGE dumped into out. */
void job_format(struct press *p, const struct job *job, enum job_stage stage, struct buf *out,
                struct diag *diag);

#endif
