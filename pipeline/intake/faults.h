/* What is missing or wrong in a filled-in form, by the form's own labels. */
#ifndef INTAKE_FAULTS_H
#define INTAKE_FAULTS_H

#include "base/diag.h"
#include "intake/slots.h"
#include "read/read.h"

struct _xmlDoc;

/* Checks the case that was filled: values that the schema does not allow are taken out again, what
 * is missing is found. relaxed: the schema that requires nothing. All of it is reported, in the
 * order of the form, and never a value. true: the case is valid and whole. */
bool faults_find(struct slots *s, const struct form *form, struct _xmlDoc *doc,
                 struct read_schema *schema, struct read_schema *relaxed, const char *file,
                 struct diag *diag);

#endif
