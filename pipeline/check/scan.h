/* The scan: a finished document is searched for every value of the case that it may not hold,
 * before its file appears.
 *
 * Of protected persons the PDF is read back, with another library than the one that wrote it. For
 * ordinary cases the page tree is searched, which holds every text that the writer puts into the
 * file; that it finds the same is tested. */
#ifndef CHECK_SCAN_H
#define CHECK_SCAN_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct _xmlDoc;
struct page_doc;

struct scan;                 /* tables; one per process (or thread) */
struct scan *scan_new(void); /* NULL: ICU's data is missing */
void scan_free(struct scan *s);
/* Begins (on) or ends the documents of a case: between the two, its values are collected once, and
 * it may neither change nor go. What was collected before is wiped. At first nothing is kept. */
void scan_keep(struct scan *s, bool on);

/* Texts that a document holds without being told by the case. */
enum scan_words {
    WORDS_OF_TEMPLATE, /* fixed texts of the kind */
    WORDS_OF_REGION    /* what the profile has printed on papers of this sort */
};

/* A document: what it is made of and for whom. All is borrowed. */
struct scan_job {
    const struct _xmlDoc *source; /* the case */
    const char *kind;
    int recipient; /* 1-based, as transform counts them; 0: the office */
    bool strict;   /* the person or this recipient is protected */
    /* Asked for only when something was found: a value that stands in these is no secret. */
    void (*words)(void *user, enum scan_words which, struct buf *out);
    void *user;
};

enum scan_result {
    SCAN_CLEAN,
    SCAN_FOUND,
    SCAN_UNREADABLE /* the file could not be read back */
};
/* Where the value that was found stands in the case; never the value. */
struct scan_place {
    const char *element; /* its name; lives as long as the case */
    int line;
};

enum scan_result scan_pages(struct scan *s, const struct scan_job *job, const struct page_doc *doc,
                            struct scan_place *place);
enum scan_result scan_pdf(struct scan *s, const struct scan_job *job, const void *pdf, size_t n,
                          struct scan_place *place);
/* Text, XML or HTML: as it stands, with its references resolved, and without its tags. */
enum scan_result scan_text(struct scan *s, const struct scan_job *job, const char *utf8, size_t n,
                           struct scan_place *place);

#endif
