/* XFDF: the fields of a form in XML (ISO 19444-1). */
#ifndef INTAKE_XFDF_H
#define INTAKE_XFDF_H

#include "base/diag.h"
#include "intake/form.h"

/* The fields of a file that is read as safely as a case. Links to a PDF in it are not followed;
 * labels are not in it, so that fields are named by their names. false after a report. */
bool form_read_xfdf(struct form *f, const char *data, size_t n, const char *name,
                    struct diag *diag);

#endif
