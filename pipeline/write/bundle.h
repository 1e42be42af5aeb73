/* A bundle while it is being written: what its end needs of the documents before.
 *
 * Of a document that is written, the bundle keeps some twenty bytes, as references in the lists
 * below; where its objects stand goes to a file of its own (rows.h). So memory hardly grows. */
#ifndef WRITE_BUNDLE_H
#define WRITE_BUNDLE_H

#include "write/rows.h"
#include "write/structure.h"
#include "write/writer.h"

enum { BUNDLE_IMAGES = 64 };

/* A node of the page tree, over the nodes of so many documents. */
struct bundle_group {
    unsigned number;
    int documents, pages;
    struct buf kids;
    struct bundle_group *next;
};

struct pdf_bundle {
    struct pdf_writer *w;
    struct arena *arena;
    const struct pdf_bundle_options *options;
    struct pdf_fonts fonts;
    struct buf out;  /* of the document in hand */
    uint64_t offset; /* bytes handed over */
    unsigned next;   /* object number */
    unsigned documents;
    int pages, keys; /* of the parent tree */
    HPDF_MD5_CTX md5;
    struct rows *rows;
    struct bundle_group *groups, *last_group;
    struct role_list roles;
    struct buf elements, ids, parents; /* references: roots, leaves of the two trees */
    struct shared_image {
        uint8_t key[16];
        unsigned number;
    } images[BUNDLE_IMAGES];
    size_t nimages;
    unsigned cmyk; /* number of the profile, 0: not yet written */
    bool failed;   /* reported already */
};

void bundle_put_kid(struct buf *list, unsigned number); /* " N 0 R" */

#endif
