/* The print bundle of a mailing (--merge): its letters, their order, and the files they go into. */
#ifndef COMMAND_BATCH_BUNDLE_H
#define COMMAND_BATCH_BUNDLE_H

#include "command/batch.h"
#include "command/command.h"

/* A document of the mailing that is sent to somebody. All letters of a mailing are in memory at
 * once, and so they are small. */
struct letter {
    const char *kind, *lang;
    uint8_t digest[SIPHASH_BYTES];
    uint32_t number; /* of the case */
    uint32_t file;   /* bundle_file */
    int recipient, pages;
    int first_page; /* in its file, 1-based; once it is written */
    uint16_t order; /* of the kind within the envelope */
    char postcode[6];
};

/* What is printed into one file. Letters to one recipient of one case, which go into one envelope,
 * are never in two. */
struct bundle_part {
    size_t first, n; /* letters */
    size_t sheets;
    const char *path;
};

struct bundle {
    struct mailing *m;
    const struct options *o;
    struct letter *letters; /* in the order of the mailing; heap */
    size_t nletters, cap;
    struct buf files;   /* their names, each zero-terminated */
    const char **words; /* kinds and languages, one of each */
    size_t nwords, words_cap;
    struct bundle_part *parts;
    size_t nparts, parts_cap;
    size_t office; /* documents that are sent to nobody */
    const char *index;
};

const char *bundle_file(const struct bundle *b, const struct letter *l); /* its own, when made */
bool bundle_same_envelope(const struct bundle *b, const struct letter *x, const struct letter *y);
size_t bundle_sheets(const struct options *o, int pages);
/* Letters from i on that have the same area of post codes, within the part. */
size_t bundle_area(const struct bundle *b, const struct bundle_part *part, size_t i);
enum { AREA_DIGITS = 2 };

/* batch_print.c: writes one part. false after a report, with nothing left of it. */
bool bundle_print(struct bundle *b, struct bundle_part *part, size_t *printed);
/* batch_marks.c: the marks that an inserting machine reads, on the front of each sheet of a letter.
 * sheet: number of the letter's first in its file; last: the envelope's last letter. */
void bundle_mark(struct page_doc *doc, bool duplex, size_t sheet, bool last);
/* batch_index.c: where each letter stands, as CSV or, of a name that ends so, as JSON. */
bool bundle_write_index(const struct bundle *b);

#endif
