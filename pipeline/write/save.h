/* The file: streams, object streams, cross-reference stream. */
#ifndef WRITE_SAVE_H
#define WRITE_SAVE_H

#include "write/writer.h"

/* An entry of the cross-reference stream: free, at an offset, or in an object stream. */
struct pdf_place {
    uint8_t type;
    uint8_t index;  /* in its object stream */
    uint64_t where; /* offset, or number of the object stream */
};

/* The objects of one document, as they stand in a file. */
struct pdf_part {
    struct buf *out;          /* where they are appended */
    uint64_t offset;          /* in the file, of what out began with */
    unsigned first, n;        /* numbers: first ... n - 1, object streams among them */
    struct pdf_place *places; /* [n - first] */
    struct pdf_place *late;   /* [o->nlate] */
    HPDF_MD5_CTX *md5;
};

extern const char save_header[]; /* the first lines of a file */

/* Appends the file to out. false after a report. */
bool save_document(struct pdf_out *o, struct buf *out);
/* Appends the objects only, and fills in the rest of the part. false after a report. */
bool save_objects(struct pdf_out *o, struct pdf_part *part);
/* A stream that is not one of libharu's objects, with the part's next number. */
void save_raw_stream(struct pdf_part *part, const char *keys, const void *bytes, size_t n);

/* xref.c. Rows as differences from the row above, which is kept in above. */
enum { XREF_COLUMNS = 6 };
void xref_put_row(const struct pdf_place *place, uint8_t row[XREF_COLUMNS]);
void xref_put_difference(const uint8_t row[XREF_COLUMNS], uint8_t above[XREF_COLUMNS],
                         struct buf *out);
/* The cross-reference stream of compressed rows, the trailer and the end. Closes part->md5. */
void xref_put(struct pdf_out *o, struct pdf_part *part, const struct buf *rows);

#endif
