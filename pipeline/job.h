/* The job: from a case file to its documents. job.c is the flow of the whole program. */
#ifndef JOB_H
#define JOB_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "page/page.h"
#include "read/read.h"

#include <stdbool.h>
#include <stddef.h>

struct school_register; /* read/register.h */
struct job_document;
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
    bool draft;           /* translations of any state, marked as drafts */
    bool html;            /* web pages in the place of PDF */
    bool fillable;        /* with form fields */
    const char *password; /* PDFs are encrypted; NULL: they are not */
    const char *words;    /* of the office, for the spelling; NULL: none */
    bool no_spelling;     /* free text is checked without dictionaries */
    bool fix;             /* check: write the case with certain changes made to out */
    const struct school_register *schools; /* NULL: addresses are those of the case */
    /* Where a mailing's documents go instead of files; NULL: files. false after a report. */
    bool (*deliver)(void *user, const struct job_document *document, struct diag *diag);
    /* How many remarks the free text of a mailing's case got. */
    void (*proofread)(void *user, size_t remarks);
    void *user;
};

/* A document that is ready. All lives only as long as the call that hands it over. */
struct job_document {
    const char *name; /* of the file, without its ending */
    const char *kind, *class, *lang;
    int recipient, pages;
    const void *pdf;
    size_t len;
    struct page_doc *tree; /* what the PDF shows; NULL: a web page. The receiver may add to it. */
};

/* Where the documents of a case go. */
struct job_addresses {
    const char *const *kinds; /* in the order in which they are made */
    size_t nkinds;
    int recipients;
    char (*postcodes)[6]; /* [recipients + 1], 1-based; digits, or "" */
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
void job_make(struct press *p, const struct job *asked, struct diag *diag);
void job_check(struct press *p, const struct job *asked, struct diag *diag);
/* As job_make, in a mailing: documents go to job->deliver. false: the case or one of its
 * recipients is protected, so that the whole case is left out; then what diag got is not to be
 * shown, because it names the file. */
bool job_mail(struct press *p, const struct job *job, struct diag *diag);
/* A document that job_mail delivered before, to job->deliver again: no rule is applied and nothing
 * searched, so whoever gets it has to see that it is the same. false after a report. */
bool job_again(struct press *p, const struct job *job, const char *kind, int recipient,
               struct diag *diag);
/* In arena a. false after a report. */
bool job_addresses(struct press *p, const struct job *job, struct arena *a,
                   struct job_addresses *addresses, struct diag *diag);
/* What the stage made, for every recipient asked for. */
void job_trace(struct press *p, const struct job *job, enum job_stage stage, struct buf *out,
               struct diag *diag);
/* Whether documents can be put where job->out says; false after a report. */
bool job_folder_usable(const struct job *job, struct diag *diag);
struct transform_job;
struct transform_separator;
/* A separator sheet of a bundle, to deliver as job_again does. */
bool job_separator(struct press *p, const struct job *job, const struct transform_separator *s,
                   struct diag *diag);
/* One office paper of a source that is not one case, into a file. name: for messages. */
void job_sheet(struct press *p, const struct job *job, const struct transform_job *t,
               const char *name, const char *path, struct diag *diag);
/* A document without a case. */
void job_blank(struct press *p, const struct job *job, struct diag *diag);
/* An XSL-FO file: the PDF is written to job->out, or STAGE_TREE or STAGE_PAGE dumped into out. */
void job_format(struct press *p, const struct job *job, enum job_stage stage, struct buf *out,
                struct diag *diag);

#endif
