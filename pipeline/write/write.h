/* The writer: from the page tree to tagged PDF/UA-1 + PDF/A-2a on libharu. It decides nothing. */
#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H

#include "base/buf.h"
#include "base/diag.h"
#include "page/page.h"

/* Caches that survive documents: font subsets by glyph set, image and ICC streams, the compressor.
 * One per thread or process; the fonts of all its documents come from one text engine. */
struct pdf_writer;
struct pdf_writer *pdf_writer_new(void);
void pdf_writer_free(struct pdf_writer *w);

/* Appends the whole PDF to out. The same page tree gives the same bytes. false after a report, with
 * out as it was. Without a title or a language the file is written, but no PDF/UA: a warning. */
bool pdf_write(struct pdf_writer *w, const struct page_doc *doc, struct buf *out,
               struct diag *diag);

/* A document whose pages come while it is laid out, so that their items need not stay: begin, some
 * of its pages, each once and in any order, and the end, which writes all others. Pages that come
 * are those of a document that has more pages than one node of the page tree. */
struct pdf_out;
struct pdf_out *pdf_begin(struct pdf_writer *w, struct diag *diag);
void pdf_put_page(struct pdf_out *o, const struct page_doc *doc, int index);
bool pdf_end(struct pdf_out *o, const struct page_doc *doc, struct buf *out); /* as pdf_write */
void pdf_cancel(struct pdf_out *o); /* in place of the end */

/* Many documents in one file: fonts and pictures once, one structure tree with a Part for each,
 * without their bookmarks and page labels. It is written as the documents come; of each the memory
 * keeps some twenty bytes. What is put in order, in the same order, gives the same bytes. */
struct pdf_bundle;
struct pdf_bundle_options {
    const char *title, *lang; /* of the whole file */
    bool duplex;              /* the file asks for both sides of the paper */
    /* Takes the next bytes of the file; false on failure, with errno. */
    bool (*put)(void *user, const void *bytes, size_t n);
    void *user;
};
/* Never NULL: a failure is told, and makes all that follows fail. options must outlive it. */
struct pdf_bundle *pdf_bundle_open(struct pdf_writer *w, const struct pdf_bundle_options *options,
                                   struct diag *diag);
/* Each false after a report; then the file is of no use. */
bool pdf_bundle_add(struct pdf_bundle *b, const struct page_doc *doc, struct diag *diag);
bool pdf_bundle_end(struct pdf_bundle *b, struct diag *diag);
int pdf_bundle_pages(const struct pdf_bundle *b);
void pdf_bundle_free(struct pdf_bundle *b);

#endif
