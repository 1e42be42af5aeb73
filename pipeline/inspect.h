/* The inspection of what was made, before it leaves the program: it may tell its reader nothing
 * that the reader may not know. */
#ifndef INSPECT_H
#define INSPECT_H

#include "dossier.h"
#include "page/page.h"

/* Each false after a report, which names the place in the case and never the value: then the
 * document must not be delivered. lang: the document's language. */
bool inspect_document(struct press *p, const struct dossier *d, const char *lang,
                      const struct page_doc *pages, const struct buf *pdf, struct diag *diag);
/* Text, XML or HTML. */
bool inspect_text(struct press *p, const struct dossier *d, const char *lang, const char *text,
                  size_t len, struct diag *diag);

#endif
