/* Private to the scans: a search of one document's texts. */
#ifndef CHECK_SEARCH_H
#define CHECK_SEARCH_H

#include "check/scan.h"
#include "check/secret.h"

struct scan {
    struct fold *fold;
    struct folded text, around, turned, strings, data; /* kept from document to document */
    struct case_values *values; /* of the last document's case; NULL: none yet, or closed */
    bool keeps;                 /* they are kept for the next one */
};

struct search {
    struct scan *scan;
    const struct scan_job *job;
    struct secrets *secrets;
    struct scan_place *place;
    int excuses; /* how many sorts of what is no secret have been forgotten */
    bool found;
};

struct search search_begin(struct scan *s, const struct scan_job *job, struct scan_place *place);
/* Searches a text for what has at least `least` units: in bytes that are no text, short ones stand
 * by chance. */
void search_in(struct search *s, const struct folded *text, size_t least);
enum scan_result search_end(struct search *s);

enum { LEAST_IN_TEXT = 4, LEAST_IN_DATA = 8 };

/* Appends a piece of text, and what it says with %xx and references (&amp; &#229;) resolved. */
void search_add(const struct search *s, struct folded *to, const char *utf8, size_t n);
/* The same for markup, and once more without tags. */
void search_add_markup(const struct search *s, struct folded *to, const char *utf8, size_t n);

#endif
