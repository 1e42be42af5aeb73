/* The parts of a document that a file of its own and a bundle have in common. */
#ifndef WRITE_DOCUMENT_H
#define WRITE_DOCUMENT_H

#include "write/writer.h"

/* Pages, structure, pictures, links and, but in a bundle, fonts. o->failed after a report. */
void document_write_content(struct pdf_out *o);
/* Catalog with metadata, output intent and outline. preferences: more of the viewer preferences. */
void document_write_catalog(struct pdf_out *o, const char *preferences);

#endif
