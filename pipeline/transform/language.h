/* Translations as XLIFF 1.2: what a translator gets, what comes back, and how far it has come.
 *
 * States (attribute state of a target): new and needs-* are not to be printed; translated;
 * signed-off is reviewed; final. Who did it stands in notes of the unit, or of the header of its
 * file: <note from="translator">CODE</note>, <note from="reviser">CODE</note>. final needs both,
 * and two different codes. */
#ifndef TRANSFORM_LANGUAGE_H
#define TRANSFORM_LANGUAGE_H

#include "base/diag.h"
#include "transform/transform.h"

#include <stdbool.h>

struct _xmlDoc;

/* Where a unit of a template stands in a language. */
enum language_state {
    LANGUAGE_MISSING,    /* nothing, or marked as new */
    LANGUAGE_STALE,      /* the Swedish has changed since, or it is marked as needing work */
    LANGUAGE_TRANSLATED, /* by one person */
    LANGUAGE_REVIEWED,   /* signed-off */
    LANGUAGE_FINAL,      /* by two different people */
    LANGUAGE_STATES
};

/* The units of all templates that persons read, with what lang/LANG.xlf has of each. The caller
 * frees with transform_doc_free. NULL after a report (EXIT_USAGE: no such language). */
struct _xmlDoc *language_export(struct transform *t, const char *lang, struct diag *diag);

/* Checks what came back; each fault is one line with its unit. On success the whole of the
 * language: the units of doc, and of lang/LANG.xlf those that doc does not hold. *lang is set to
 * the language, owned by the engine. NULL after reports (EXIT_INPUT). */
struct _xmlDoc *language_import(struct transform *t, struct _xmlDoc *doc, const char *file,
                                const char **lang, struct diag *diag);

/* Reports faults of lang/LANG.xlf as it is kept, and warns where it lacks a term of the glossary.
 */
void language_check(struct transform *t, const char *lang, struct diag *diag);
/* Calls each for the name of every language that has translations. */
void language_each(struct transform *t, void (*each)(void *user, const char *lang), void *user);

/* Units with words of one kind or edition of a kind (KIND.easy). */
struct language_count {
    const char *lang, *kind;
    size_t units, in[LANGUAGE_STATES];
};
/* Calls each for every language but Swedish and every kind. false after a report. */
bool language_status(struct transform *t, void (*each)(void *user, const struct language_count *c),
                     void *user, struct diag *diag);

/* XLIFF as text, without indentation inside of what is translated. */
void language_print(struct _xmlDoc *doc, struct buf *out);

#endif
