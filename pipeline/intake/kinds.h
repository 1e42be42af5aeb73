/* Which part of a case a form of a kind may change. */
#ifndef INTAKE_KINDS_H
#define INTAKE_KINDS_H

#include "intake/slots.h"

struct intake_kind {
    const char *name;
    const char *part; /* path below the case without numbers; "": all of it */
    bool makes_case;  /* needs no case to join */
    bool anonymous;   /* bears no reference; each form is a row of its own */
};

const struct intake_kind *intake_kind(const char *name); /* NULL: no form of that kind is read */
/* Whether a field's place belongs to the part. */
bool intake_kind_owns(const struct intake_kind *kind, const struct slot *slot);

#endif
