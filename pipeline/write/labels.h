/* Page labels (ISO 32000-1, 12.4.2). */
#ifndef WRITE_LABELS_H
#define WRITE_LABELS_H

#include "write/writer.h"

/* /PageLabels<<…>>, or nothing where the labels are 1, 2, 3 …, which is what readers assume. */
void labels_put(const struct page_doc *doc, struct buf *out);

#endif
