/* Layout: from the FO tree to the page tree (XSL 1.1, section 4: the area model). */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "base/diag.h"
#include "fo/fo.h"
#include "page/page.h"
#include "text/text.h"

/* Lays out all page sequences. Overfull lines and blocks are warnings; returns NULL after an error.
 * arena owns the result and the scratch memory. The FO tree must outlive the page tree. */
struct page_doc *layout_pages(const struct fo_doc *fo, struct text_engine *text,
                              struct arena *arena, struct diag *diag);

/* Who takes pages while a long document is laid out. */
struct page_sink {
    /* The page is final; its items are forgotten after the call. Pages come in order. */
    void (*take)(void *user, const struct page_doc *doc, int index);
    /* All that was taken is void: the pages of another tree come, from the first on. */
    void (*restart)(void *user);
    void *user;
};
/* … so that memory does not grow with the items of all pages: each page goes to the sink. */
struct page_doc *layout_stream(const struct fo_doc *fo, struct text_engine *text,
                               struct arena *arena, const struct page_sink *sink,
                               struct diag *diag);

#endif
