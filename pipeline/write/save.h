/* The file: streams, object streams, cross-reference stream. */
#ifndef WRITE_SAVE_H
#define WRITE_SAVE_H

#include "write/writer.h"

/* Appends the file to out. false after a report. */
bool save_document(struct pdf_out *o, struct buf *out);

#endif
