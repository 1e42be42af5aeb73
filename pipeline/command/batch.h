/* A mailing (duform batch): the documents of many cases by several processes, with a journal.
 *
 * The parent lists the cases, gives them to workers by number, and keeps the journal. A worker
 * makes a case's documents into temporary files and reports them. Every so often the parent syncs
 * the folder once, gives the files their names, and enters them into the journal, in this order:
 * what the journal has is on the disk, and what it has not is made again with the same bytes. */
#ifndef COMMAND_BATCH_H
#define COMMAND_BATCH_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/siphash.h"
#include "job.h"
#include "press.h"
#include "read/read.h"

#include <stdint.h>

struct options;
struct journal;

enum case_state {
    CASE_TO_DO,
    CASE_DONE_BEFORE, /* the journal has it, unchanged */
    CASE_ELSEWHERE,   /* another machine's share */
    CASE_BAD,         /* unreadable, or its reference is another's */
    CASE_HANDLED
};

/* A case of the mailing. Its position, counted from 1, is its place in the list plus 1. */
struct batch_case {
    const char *path;
    char ref[READ_REFERENCE];
    uint8_t digest[SIPHASH_BYTES]; /* of the file and of all that its documents depend on */
    enum case_state state;
    bool tried; /* a worker was lost over it */
};

struct tally {
    size_t made, pages, sheets, unchanged; /* documents, pages, sheets of two sides, documents */
    size_t cases, handled;                 /* to do in this run, and how many of them are */
    size_t refused, failed;                /* cases */
    size_t remarks, remarked;              /* on free text; cases that got some */
    size_t bundled, bundled_sheets;        /* letters in print bundles, and their sheets */
    size_t bundles, office;                /* their files, and documents that are not in them */
    struct rule_count {
        const char *rule;
        size_t n;
        struct rule_count *next;
    } * rules; /* sorted by id */
};

struct mailing {
    struct arena *arena; /* what lives as long as the mailing */
    struct press *press;
    struct job job;
    struct diag *diag;
    const char *out;     /* the folder */
    int folder;          /* its descriptor */
    int workers;         /* processes */
    int64_t time_limit;  /* of a case [ms] */
    size_t memory_limit; /* of a worker [bytes] */
    int shard, shards;   /* 1-based */
    uint8_t key[SIPHASH_BYTES];
    struct batch_case *cases;
    size_t ncases, cap;
    struct journal *journal;
    struct tally tally;
    bool quiet;
    bool stop; /* the system failed or the user wants to: no more cases are given out */
    const char *stopped_by; /* NULL, or why, for the last message */
};

int64_t batch_now(void); /* [ms], monotonic */
/* Temporary file number n of the documents of a case. */
const char *batch_temporary(struct arena *a, const char *folder, size_t number, int n);

/* batch_inputs.c: the cases, in the order of the arguments and by name within a folder. */
bool inputs_list(struct mailing *m, const char *const *operands, size_t n);
/* Reads each, finds its reference and digest, and what is to do. */
void inputs_plan(struct mailing *m);
/* A digest of options and of the program's own data, which documents depend on. */
void inputs_settings(const struct mailing *m, const struct options *o,
                     uint8_t digest[SIPHASH_BYTES]);
int inputs_shard(const char *ref, int shards); /* 1-based; depends on nothing else */

/* batch_worker.c: loads all that documents need; then, in a child: serves until its input ends. */
bool worker_warm(struct mailing *m);
void worker_run(struct mailing *m, int in, int out) __attribute__((noreturn));

/* batch_pool.c: hands out all cases to do; those lost once more, one at a time. */
void pool_run(struct mailing *m);

/* batch_ledger.c: what workers report, until it is on the disk and in the journal. */
struct ledger;
struct ledger *ledger_new(struct mailing *m);
void ledger_free(struct ledger *l);
/* One report, zero-terminated lines; prints its messages. */
void ledger_enter(struct ledger *l, size_t number, char *report);
size_t ledger_waiting(const struct ledger *l); /* documents */
void ledger_commit(struct ledger *l);
void ledger_discard(struct mailing *m, size_t number); /* temporary files of a lost case */
void ledger_clean(struct mailing *m);                  /* of a run that was killed */

/* batch_progress.c */
struct progress {
    bool terminal, quiet;
    int64_t start, last;
    size_t handled_last;
};
void progress_start(struct progress *p, const struct mailing *m);
void progress_show(struct progress *p, const struct mailing *m, bool now);
void progress_clear(const struct progress *p); /* before another line is printed */
/* Of the letters of a bundle that are printed. */
void progress_print(struct progress *p, const struct mailing *m, size_t printed, size_t all);
void tally_rule(struct mailing *m, const char *rule);
void tally_remarks(struct mailing *m, int remarks);
void tally_print(const struct mailing *m, int64_t elapsed);

/* batch_bundle.c: the letters of the mailing as files to print (--merge), unless they are there. */
void bundle_run(struct mailing *m, const struct options *o);

/* batch_collect.c: joins the journals of several folders. */
void collect(const char *const *folders, size_t n, const char *report, bool quiet,
             struct diag *diag);

#endif
