/* Check: what staff wrote in a case, read before it is printed. Spelling, du-form, plain words,
 * goals that can be followed up, and personal data where they do not belong.
 *
 * A checker holds the rules (lang/sv-rules.xml, lang/texts.xml) and the dictionaries; it is for one
 * thread. What it finds in a case are remarks in the order of the file. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct _xmlDoc;
struct checker;
struct remarks;

struct check_settings {
    const char *home;  /* data folder */
    const char *words; /* file with words of the office, one a line; NULL: none */
    bool spelling;     /* false: only the other checks */
    bool lenient;      /* without a dictionary the other checks are made, after a warning */
};

/* NULL after a report (EXIT_SYSTEM: data of ours; EXIT_INPUT: the file of words). */
struct checker *checker_new(const struct check_settings *settings, struct diag *diag);
void checker_free(struct checker *c); /* NULL is allowed */
/* Loads the Swedish dictionary now, for processes that will share it. */
void checker_warm(struct checker *c, struct diag *diag);

/* A case as it was read, and the bytes that it was read from: places are told in those. */
struct check_source {
    const char *file; /* for messages */
    struct _xmlDoc *doc;
    const char *data;
    size_t len;
};

/* Checks the free text. suggest: also look for words that may have been meant. NULL after a report
 * (EXIT_SYSTEM: a dictionary is missing, with the package that has it). */
struct remarks *check_case(struct checker *c, const struct check_source *source, bool suggest,
                           struct diag *diag);
void remarks_free(struct remarks *r); /* NULL is allowed */
size_t remarks_count(const struct remarks *r);

/* Reports each remark as a warning or note, with the words around it unless the case is protected.
 */
void remarks_report(const struct remarks *all, struct diag *diag);
/* Reports only how many there are, as one note. */
void remarks_summary(const struct remarks *all, struct diag *diag);

/* The case with the certain changes made in its free text (Unicode normalisation, runs of spaces,
 * hyphen between times), in out; what changed as lines of a diff in changes. Returns how many lines
 * changed; -1 after a report (EXIT_INPUT: the file is not UTF-8). */
int check_fix(struct checker *c, const struct check_source *source, struct buf *out,
              struct buf *changes, struct diag *diag);
/* Whether the person or a party has protected personal data: nothing of the texts may be shown. */
bool check_is_protected(const struct _xmlDoc *doc);

#endif
