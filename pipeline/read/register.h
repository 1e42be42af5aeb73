/* The register of school units: who a letter to a school goes to, looked up by the unit's code.
 *
 * A table as text with a header line: semicolons, commas or tabs between, quotes around, in UTF-8
 * or Latin-1. Columns are known by the names of the national register's (Skolenhetskod,
 * Skolenhetsnamn, Utdelningsadress or Besöksadress, Postnummer, Postort, Status); others are
 * passed over. A unit that is not active counts as closed. */
#ifndef READ_REGISTER_H
#define READ_REGISTER_H

#include "base/diag.h"

#include <stdbool.h>

struct _xmlDoc;
struct school_register;

/* NULL after a report (EXIT_INPUT). */
struct school_register *register_load(const char *path, struct diag *diag);
void register_free(struct school_register *r); /* NULL is allowed */

/* A unit; what the register does not say is "". */
struct school_unit {
    const char *code, *name, *street, *postcode, *town;
    bool closed;
};
const struct school_unit *register_unit(const struct school_register *r, const char *code);

enum register_fault { REGISTER_MISSING, REGISTER_CLOSED };

/* Gives each party of a case that has a school unit's code the name and the address that the
 * register has; the letter is opened by the head where the case names no function. fault is called
 * for each party whose unit is missing or closed: recipient (1-based; 0: gets no letters) and line
 * of the party. */
void register_fill(const struct school_register *r, struct _xmlDoc *doc,
                   void (*fault)(void *user, enum register_fault fault, int recipient, int line),
                   void *user);

#endif
