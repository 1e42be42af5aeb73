/* The structure tree and its way back from pages (ISO 32000-1, 14.7). */
#ifndef WRITE_STRUCTURE_H
#define WRITE_STRUCTURE_H

#include "write/writer.h"

/* After the pages: elements, their order, and which element owns which sequence. */
void structure_write(struct pdf_out *o);
/* The keys of an element, when the file is saved: what its marks refer to is forgotten then. */
void structure_put_element(struct pdf_out *o, const struct page_elem *e, struct buf *out);
/* The identifier of an element as the file has it: a bundle's documents each have their own. */
void structure_put_id(const struct pdf_out *o, const struct page_elem *e, struct buf *out);

struct role_list {
    const char **v;
    size_t n, cap;
};
void roles_put_map(const struct role_list *roles, struct buf *out); /* /RoleMap, or nothing */

/* attributes.c: language, texts, identifier and attributes of an element. */
void attributes_put(struct pdf_out *o, const struct page_elem *e, int page, struct buf *out);

/* roles.c */
bool role_is_standard(const char *role);
/* The standard type that a role of another name is read as. */
const char *role_standard(const char *role);

/* parent_tree.c: /ParentTree and /ParentTreeNextKey of the structure root; gives annotations their
 * keys. Fails when content or an annotation belongs to no element. */
void parent_tree_put(struct pdf_out *o, struct buf *out);
/* The same tree's leaves alone, as objects of their own: references to them. */
void parent_tree_put_leaves(struct pdf_out *o, struct buf *out);
/* The annotation's key in the parent tree. */
int parent_tree_key(const struct pdf_out *o, const struct pdf_annotation *a);

#endif
