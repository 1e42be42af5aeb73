/* A dossier: a case that may be worked with, and what the rules say of it. */
#ifndef DOSSIER_H
#define DOSSIER_H

#include "base/arena.h"
#include "base/buf.h"
#include "job.h"
#include "press.h"
#include "read/register.h"
#include "transform/transform.h"

/* A party whose school unit the register of schools does not have, or no longer has. */
struct school_fault {
    enum register_fault fault;
    int recipient, line;
    struct school_fault *next;
};

/* Read, valid, of a known region. */
struct dossier {
    struct arena *arena;
    struct press *press;
    struct buf bytes; /* of the file */
    struct _xmlDoc *doc;
    const char *file;               /* for messages */
    const char *ref;                /* safe in a file name */
    struct transform_job transform; /* kind and recipient change */
    bool is_case;                   /* whatever else is wrong with it */
    struct school_fault *schools;
    int recipients;
    bool refused;     /* by an error that concerns all */
    bool *refused_to; /* [recipients + 1], 1-based */
};

/* false after a report. dossier_close is due in both cases. */
bool dossier_open(struct dossier *d, struct press *p, const struct job *job, struct diag *diag);
void dossier_close(struct dossier *d);

/* Whether the job asks for documents to this recipient. */
bool dossier_asked_for(const struct job *job, int recipient);
/* Sets the kind that is made next, and its date. */
void dossier_choose(struct dossier *d, const struct job *job, const char *kind);
/* Applies the rules to the documents of one kind: reports, and sets what is refused. findings: the
 * result, for a trace; NULL if not wanted. false after a report: they could not be applied. */
bool dossier_assess(struct dossier *d, struct press *p, const struct job *job, const char *kind,
                    struct _xmlDoc **findings, struct diag *diag);

#endif
