/* Builds the FO tree from a parsed XSL-FO document. */
#ifndef FO_BUILD_H
#define FO_BUILD_H

#include "base/sax.h"
#include "fo/fo.h"

struct _xmlDoc; /* libxml2's xmlDoc: only fo/walk.c looks inside */

/* Refines the whole document. What is not known or not supported becomes a warning that names the
 * element or property and its line; content of unknown elements of other namespaces is skipped.
 * Returns NULL after an error (no fo:root, nesting over the cap, unknown master, missing regions …;
 * EXIT_INPUT). file: name for messages. base_dir: for relative URLs. The xmlDoc is not needed
 * afterwards. */
struct fo_doc *fo_build(struct _xmlDoc *xml, const char *file, const char *base_dir,
                        struct arena *arena, struct diag *diag);

/* The same from a document that is being read: its elements and text in their order, those of other
 * namespaces too. The tree of a long document does not lie beside its source then. */
struct fo_known;
struct fo_parts;
struct fo_parts *fo_parts_new(const char *file, const char *base_dir, struct fo_known *known,
                              struct arena *arena, struct diag *diag);
void fo_parts_open(void *parts, const struct sax_element *e);
void fo_parts_text(void *parts, const char *s, size_t len, int line);
void fo_parts_close(void *parts);
/* NULL after an error. fo_free is due, and layout may call fo_forget_before. */
struct fo_doc *fo_parts_finish(struct fo_parts *parts);

/* As fo_build; what attributes came to is kept for the documents that follow. The tree points into
 * known, which must live as long as the tree; the next build may forget what it holds. */
struct fo_known *fo_known_new(void);
void fo_known_free(struct fo_known *known); /* NULL is allowed */
struct fo_doc *fo_build_known(struct _xmlDoc *xml, const char *file, const char *base_dir,
                              struct fo_known *known, struct arena *arena, struct diag *diag);

#endif
