/* The journal of a mailing: a SQLite file in its folder, without personal data. */
#ifndef COMMAND_BATCH_JOURNAL_H
#define COMMAND_BATCH_JOURNAL_H

#include "base/diag.h"
#include "base/siphash.h"

#include <stdbool.h>
#include <stdint.h>

#define JOURNAL_NAME "duform-journal.sqlite"

struct journal;

/* Opens the journal of a folder for this process alone, made anew if there is none. NULL after a
 * report. */
struct journal *journal_open(const char *folder, struct diag *diag);
/* To read only, while nobody writes. NULL after a report. */
struct journal *journal_read(const char *folder, struct diag *diag);
void journal_close(struct journal *j); /* NULL is allowed */
/* The secret that digests are keyed with. */
const uint8_t *journal_key(const struct journal *j);

/* What the journal is asked to keep; strings are borrowed. All return false after a report. */
struct journal_document {
    const char *ref, *kind, *lang, *class;
    const char *file; /* its name in the folder */
    int recipient, pages;
    uint8_t digest[SIPHASH_BYTES];
};
struct journal_case {
    const char *ref;
    uint8_t digest[SIPHASH_BYTES];
    int status; /* exit status of the case; -1: planned */
    int documents, milliseconds;
    int remarks; /* on the free text */
};
bool journal_begin(struct journal *j);
bool journal_commit(struct journal *j);
bool journal_shard(struct journal *j, int shard, int shards);
bool journal_put_case(struct journal *j, const struct journal_case *c);
bool journal_put_document(struct journal *j, const struct journal_document *d);
bool journal_put_refusal(struct journal *j, const char *ref, const char *rule);
/* Forgets documents, refusals and case of a reference. */
bool journal_forget(struct journal *j, const char *ref);
/* Marks a reference as seen in this run; false: it was seen before. */
bool journal_first_sight(struct journal *j, const char *ref);

/* A digest of the print bundle that was made last; all 0: none. */
bool journal_put_bundle(struct journal *j, const uint8_t digest[SIPHASH_BYTES]);

/* What it has. The strings live only during the call. */
bool journal_find_case(struct journal *j, const char *ref, struct journal_case *c);
void journal_each_document(struct journal *j, const char *ref, /* NULL: of all cases */
                           void (*each)(void *user, const struct journal_document *d), void *user);
void journal_each_case(struct journal *j, void (*each)(void *user, const struct journal_case *c),
                       void *user);
void journal_each_refusal(struct journal *j, const char *ref, /* NULL: of all cases */
                          void (*each)(void *user, const char *ref, const char *rule), void *user);
bool journal_find_bundle(struct journal *j, uint8_t digest[SIPHASH_BYTES]); /* false: none */
void journal_find_shard(struct journal *j, int *shard, int *shards);

/* batch_report.c: FILE.json or FILE.csv, with references only. */
bool report_write(struct journal *const *journals, size_t n, const char *path, struct diag *diag);

#endif
