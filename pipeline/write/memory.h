/* libharu's memory: the arena of the document in hand. */
#ifndef WRITE_MEMORY_H
#define WRITE_MEMORY_H

#include "base/arena.h"

#include <hpdf.h>

/* A libharu document whose memory is all in arena: it is dropped with the arena, never freed.
 * NULL: libharu could not start. */
HPDF_Doc memory_new_document(struct arena *arena);
void memory_forget(void); /* after the document: nothing more may be allocated */

#endif
