/* Builds the FO tree from the events of a walk over an XML document; knows no XML library. */
#ifndef FO_TREE_H
#define FO_TREE_H

#include "fo/cache.h"
#include "fo/elements.h"
#include "fo/names.h"
#include "fo/refine.h"

enum { FO_DEPTH_MAX = 1000 };

/* An open object. */
struct fo_open {
    struct fo_frame frame; /* first: frames of parents are levels */
    struct fo_open *child; /* kept for the next object at this depth */
    struct fo_attr *attrs;
    size_t nattrs, attrs_cap;
    char *room; /* for values of attributes */
    size_t room_size;
    struct fo_content content;
    struct fo_node *node; /* where the children go; NULL outside of page sequences */
    struct arena *arena;  /* of its nodes */
    bool in_flow;
    struct fo_bookmark *bookmark;
    bool lasts; /* its text properties are those of struct fo_known */
    int line, depth;
    int next_column;        /* of a table */
    struct fo_cells *cells; /* of a table; NULL: not needed yet */
};

/* A page master that was named before it was seen. */
struct fo_named_choice {
    struct fo_master_choice *choice;
    const char *master;
    int line;
};
/* Who shows the markers of a class: their properties come from there. */
struct fo_retrieve {
    const char *marker_class;
    const struct fo_text_props *text;
    const struct fo_box_props *box;
};

struct fo_tree {
    struct fo_doc *doc;
    struct arena *arena;
    struct diag *diag;
    struct refine refine;
    struct fo_cache *cache;
    struct fo_known *known; /* NULL: nothing is kept for other documents */
    struct fo_names names;
    struct fo_frame outermost;
    struct fo_open *top; /* the innermost open object, NULL: none */
    struct fo_open *first_level;
    struct fo_open *next; /* the object whose attributes are being added */
    const struct fo_own *own;
    struct buf text; /* character data that is not yet a node */
    int text_line;
    bool failed, has_meta_title;
    uint8_t element_warned[ELEMENT_COUNT];

    /* where the next one goes */
    struct fo_page_master **next_master;
    struct fo_sequence_master **next_sequence_master;
    struct fo_subsequence **next_subsequence;
    struct fo_master_choice **next_choice;
    struct fo_node *last_sequence;
    struct fo_bookmark *last_bookmark; /* of the outermost */
    struct fo_page_master *master;     /* the open one */

    const char **ids; /* a hash table, nids of id_places are taken */
    size_t nids, id_places;
    struct fo_named_choice *choices;
    size_t nchoices, choices_cap;
    struct fo_retrieve *retrieves;
    size_t nretrieves, retrieves_cap;
};

/* known: may be NULL. */
struct fo_tree *fo_tree_new(const char *file, const char *base_dir, struct fo_known *known,
                            struct arena *arena, struct diag *diag);

/* Values of attributes live only as long as their objects are open. */
void fo_tree_passing(struct fo_tree *t);
/* Flows get an arena of their own, which fo_free frees. */
void fo_tree_divide(struct fo_tree *t);

/* An object: begin, its attributes, enter. enter returns false when the object and all that is in
 * it are to be skipped, and is then not followed by a close. */
void fo_tree_begin(struct fo_tree *t, const struct fo_element *element, int line);
void fo_tree_attr(struct fo_tree *t, enum fo_vocabulary vocabulary, const char *name,
                  const char *value);
bool fo_tree_enter(struct fo_tree *t);
/* Room for n bytes that stays as long as the object that has begun is open. */
char *fo_tree_room(struct fo_tree *t, size_t n);
void fo_tree_close(struct fo_tree *t);

void fo_tree_text(struct fo_tree *t, const char *s, size_t len, int line);
/* An element that is none of XSL-FO's. */
void fo_tree_unknown(struct fo_tree *t, enum fo_vocabulary vocabulary, const char *name, int line);
/* The content of an instream-foreign-object, which is open. The text is copied; the rest lives in
 * the arena of the tree. */
void fo_tree_foreign(struct fo_tree *t, const struct fo_foreign *content);
void fo_tree_meta_title(struct fo_tree *t, const char *title);
/* The document, or NULL after an error. */
struct fo_doc *fo_tree_finish(struct fo_tree *t);

/* ---- parts of it (nodes.c, cells.c, characters.c, masters.c, bookmarks.c)
 * --------------------------- */

/* Enters an object of a kind; false: skip it. */
bool fo_enter_node(struct fo_tree *t, struct fo_open *level);
bool fo_enter_master(struct fo_tree *t, struct fo_open *level);
bool fo_enter_bookmark(struct fo_tree *t, struct fo_open *level);
void fo_close_bookmark(struct fo_tree *t, const struct fo_open *level);
void fo_node_append(struct fo_node *parent, struct fo_node *node);
/* Character data of the open object. next: what follows (IS_ bits), 0: the object's end. */
void fo_add_text(struct fo_tree *t, uint64_t next);
/* All masters are there: what refers to them is set. */
void fo_join_masters(struct fo_tree *t);

/* Before the properties of a part, row or cell of a table are read: finds the cell's column. */
void fo_cells_enter(struct fo_tree *t, const struct fo_open *level);
/* A column was declared. */
void fo_cells_column(struct fo_tree *t, struct fo_open *level, const struct fo_node *column);

/* False, with a warning, if another object has this id. */
bool fo_ids_add(struct fo_tree *t, const char *id, int line);
/* A required attribute: reports when it is missing. */
bool fo_require(struct fo_tree *t, const struct fo_open *level, const char *value,
                enum fo_property_id property);
struct diag_place fo_tree_place(const struct fo_tree *t, int line);

#endif
