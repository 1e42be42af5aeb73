/* The intake: a filled-in form becomes a case, or joins one. */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include "base/buf.h"
#include "base/diag.h"
#include "read/read.h"

#include <stdbool.h>

struct intake_job {
    const char *file; /* for messages */
    const char *data; /* PDF or XFDF */
    size_t len;
    const char *region;  /* of a new case whose form says none */
    const char *schemas; /* folder of case.xsd */
    struct read_schema *schema;
    struct _xmlDoc *into; /* a valid case that the form joins; NULL: a new one */
    const char *into_file;
};

/* Appends the case as XML to out: where something is missing or wrong, what is right, marked as a
 * draft. Faults are reported by the labels of the form, without values. false: nothing is in out.
 * job->into is changed. */
bool intake_read(const struct intake_job *job, struct buf *out, struct diag *diag);

#endif
