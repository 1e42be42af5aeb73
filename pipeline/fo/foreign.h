/* Elements of other namespaces: what an instream-foreign-object holds, and the document's title. */
#ifndef FO_FOREIGN_H
#define FO_FOREIGN_H

#include "base/sax.h"
#include "fo/tree.h"

struct foreign {
    struct fo_tree *tree;
    struct arena *arena;
    int depth;       /* open elements; 0: there is none to deal with */
    bool is_title;   /* they are metadata, in which a title is looked for; else an object */
    int piece_depth; /* of the title, or of a value or option of a field; 0: it is not open */
    struct buf piece;
    struct fo_foreign object;
    struct buf text; /* of the object */
    struct fo_field *field;
    struct fo_option **next_option; /* where it goes */
    struct fo_option *option;       /* whose label is open, NULL: a value is */
    bool seen_title;
};

/* Takes an element where XSL-FO lets others stand; false: nothing is said of it there, and nothing
 * of what it holds is wanted. After true its content is due, up to the close that leaves depth 0.
 */
bool foreign_begin(struct foreign *f, const struct sax_element *e);
void foreign_open(struct foreign *f, const struct sax_element *e);
void foreign_text(struct foreign *f, const char *s, size_t len);
void foreign_close(struct foreign *f);
void foreign_free(struct foreign *f);

#endif
