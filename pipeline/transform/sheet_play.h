/* Private to the compiled stylesheet: what its runner's files share. */
#ifndef TRANSFORM_SHEET_PLAY_H
#define TRANSFORM_SHEET_PLAY_H

#include "transform/grove.h"
#include "transform/sheet_code.h"

/* One run. The machine is first: what a path gets is a pointer to it. */
struct play {
    struct machine m;
    struct sheet *sheet;
    struct run *run;
    struct grove out;
    struct value *globals;
    char *known;           /* of each global: unknown, being evaluated, known */
    struct value *top;     /* of the stack of local variables */
    struct value *highest; /* that it has been */
    int depth;             /* of templates in one another */
};
enum { UNKNOWN, BEING_EVALUATED, KNOWN };

/* Values of with-param, evaluated where they stand. */
struct passed {
    const char *name;
    struct value value;
    struct passed *next;
};

/* Ends the run; at is told, unless it is known already where. */
void play_stop(struct play *p, const struct place *at);
/* sheet_play.c */
void play_body(struct play *p, const struct focus *f, const struct code *body);
/* Of a variable or parameter: its selection, else what its body makes, else "". */
struct value play_value(struct play *p, const struct focus *f, const struct path *select,
                        const struct code *body);
struct passed *play_pass(struct play *p, const struct focus *f, const struct with *with);
void play_template(struct play *p, const struct focus *f, const struct template *t,
                   const struct passed *passed);
/* The template that the node of f gets. */
void play_apply(struct play *p, const struct focus *f, const char *mode,
                const struct passed *passed);
/* sheet_sort.c */
void play_sort(const struct focus *f, const struct sort *sort, struct nodes *set);

#endif
