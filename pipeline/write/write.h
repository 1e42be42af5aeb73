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

#endif
