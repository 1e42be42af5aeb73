/* The press: the engines that all documents of a run share, each opened when first needed. */
#ifndef PRESS_H
#define PRESS_H

#include "base/arena.h"
#include "base/diag.h"

struct press {
    struct arena *names;     /* paths; lives as long as the press */
    struct arena *fo, *page; /* one document's trees: reset for each */
    const char *home;        /* data folder */
    const char *images;      /* where the URLs of pictures in documents start */
    struct transform *transform;
    struct read_schema *schema; /* of case files */
    struct fo_known *fo_known;  /* what the styles come to */
    struct text_engine *text;
    struct pdf_writer *writer;
    struct scan *scan;
    struct checker *checker; /* of free text */
    bool in_case;            /* between press_open_case and press_close_case */
};

struct press *press_new(struct diag *diag); /* NULL after a report */
void press_free(struct press *p);

/* Around the letters of one case: what they have in common is kept between the two, and then wiped.
 * They may be called any number of times. */
void press_open_case(struct press *p);
void press_close_case(struct press *p);

/* NULL after a report. */
struct read_schema *press_schema(struct press *p, struct diag *diag);
struct text_engine *press_text(struct press *p, struct diag *diag);
struct pdf_writer *press_writer(struct press *p);
struct scan *press_scan(struct press *p, struct diag *diag);
struct check_settings;
/* The settings of the first call hold; its strings are copied, the data folder is the press's. */
struct checker *press_checker(struct press *p, const struct check_settings *settings,
                              struct diag *diag);

#endif
