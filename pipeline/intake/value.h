/* What people write, as the case format has it. */
#ifndef INTAKE_VALUE_H
#define INTAKE_VALUE_H

#include "base/diag.h"
#include "intake/slots.h"

/* The value of a slot's field in the form that its type asks for, in the arena: dates also as
 * 9.3.2026 or 9/3 2026, with digits of any of our scripts; ticks as yes and no (no only where
 * said); lines without blanks around. "": nothing. What cannot be understood stays as it is. */
const char *value_of_slot(struct arena *a, const struct slot *slot);
/* s with each run of white space as one blank, none at the ends. */
const char *value_line(struct arena *a, const char *s);
/* What a value has to be, in words for who fills in the form; NULL: as the schema says it. */
const char *value_wanted(const struct slot *slot, enum diag_language lang);
/* The type of a slot's text, "" if it has none. */
const char *value_type(const struct slot *slot);

#endif
