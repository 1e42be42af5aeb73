/* The commands: what a command line asks for, and one function for each command. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* A command line, taken apart. NULL or 0: not given. */
struct options {
    struct arena *arena;
    const char *operand; /* the file, the kind or the command; NULL: none */
    const char *second;  /* what the operand is done with; NULL: none */
    const char *output, *language, *with, *style, *date, *region, *stage, *format, *dump;
    const char *into;
    const char *encrypt; /* where the password comes from (password.h) */
    const char **kinds;
    size_t nkinds, kinds_cap;
    const char *decision, *reason; /* on a protected case */
    int *to, *guardians;
    size_t nto, to_cap, nguardians, guardians_cap;
    size_t max_size;
    const char **operands; /* all of them, for a command that takes many */
    size_t noperands, operands_cap;
    int jobs, shard, shards, time_limit /* [s] */, memory_limit /* [MiB] */;
    const char *report, *schools;
    const char *merge, *index; /* of a print bundle */
    int split_at;              /* [sheets], 0: not */
    bool duplex, separators, sheet_marks;
    bool collect;
    const char *words;
    bool no_spelling, spelling, fix;
    bool quiet, help, draft, html, fillable;
};

enum { OPTIONS_MANY = '+' }; /* among the letters: the command takes many operands */
struct command {
    const char *name;
    const char *options; /* letters of the options that it takes, see options.c; 2: two operands */
    bool takes_operand, needs_operand;
    const char *synopsis;
    const char *sv, *en; /* what it does, one line */
    void (*run)(const struct options *o, struct diag *diag);
};

extern const struct command commands[]; /* ended by one without a name */
const struct command *command_find(const char *name);

/* Takes apart the arguments behind the command's name. false after a report (EXIT_USAGE). */
bool options_parse(const struct command *c, int argc, char **argv, struct options *o,
                   struct diag *diag);
/* The language of messages: the last --messages among the arguments, else the locale's. */
enum diag_language options_language(int argc, char **argv);
/* Reports a wrong use (EXIT_USAGE). */
void usage_error(struct diag *diag, const char *sv, const char *en, const char *about);

struct job;
struct press;
/* A copy of the value of --reason, which is wiped from the arguments. */
const char *decision_take_reason(struct arena *a, char *argument);
/* What was decided on a protected case, into job. false after a report. */
bool decision_read(const struct options *o, struct job *job, struct diag *diag);
/* What all commands on cases have in common; defaults filled in. false after a report. */
bool options_job(const struct options *o, struct press *p, struct job *job, struct diag *diag);

void command_make(const struct options *o, struct diag *diag);
void command_check(const struct options *o, struct diag *diag);
void command_batch(const struct options *o, struct diag *diag);
void command_blank(const struct options *o, struct diag *diag);
void command_format(const struct options *o, struct diag *diag);
void command_trace(const struct options *o, struct diag *diag);
void command_read(const struct options *o, struct diag *diag);
void command_language(const struct options *o, struct diag *diag);
void command_help(const struct options *o, struct diag *diag);

#endif
