/* Painting: from fragments to page items, with marks and structure elements. */
#ifndef LAYOUT_PAINT_H
#define LAYOUT_PAINT_H

#include "layout/fragment.h"
#include "layout/para.h"

struct table_cell;

struct transform { /* quarter turns: x' = a x + c y + e, y' = b x + d y + f */
    int a, b, c, d;
    mpt e, f;
};

struct painter {
    struct layout *l;
    struct page_group *group; /* NULL: the page itself */
    struct transform to_page;
    struct page_mark *mark; /* of the last item; NULL after an artifact */
    struct page_elem *elem; /* in which content lies that no box of the flow holds */
    bool artifact;
    enum page_artifact artifact_kind;
    mpt ref_x, ref_y; /* reference area, for what is placed out of the flow */
};

struct rect {
    mpt x, y, w, h;
};

void paint_frag(struct painter *p, struct frag *frag, mpt ref_x, mpt y);
/* Appends an item as content of elem, or (NULL) as an artifact. */
void put_content(struct painter *p, struct page_item *item, struct page_elem *elem);
void put_artifact(struct painter *p, struct page_item *item, enum page_artifact kind);
struct rect on_page(const struct painter *p, struct rect r);
/* Turns the painter by quarters, for what lies in r: what comes is a group. Gives the rectangle in
 * the new coordinates, r itself where nothing is turned. */
struct rect paint_turned(struct painter *p, int orientation, struct rect r);
/* A painter of what is to be seen in r only; *group: the item that all of it lies in. */
struct painter paint_clipped(struct painter *p, struct rect r, struct page_item **group);
/* Reports what sticks out of its area by so much. */
void say_overflow(struct layout *l, const struct fo_node *node, mpt by);

/* decor.c: of a box or a part of it; an edge at a break is left out unless it is retained */
void paint_background(struct painter *p, const struct fo_node *node, struct rect r);
void paint_borders(struct painter *p, const struct fo_border border[4], struct rect r, bool rtl,
                   bool starts, bool ends, mpt radius);
/* mitre.c; false: square corners do */
bool paint_mitred(struct painter *p, const struct fo_border border[4], struct rect r, bool rtl);
struct fo_colour border_shade(struct fo_colour c, bool dark);
void paint_grid(struct painter *p, const struct frag *grid, mpt x, mpt y);
void paint_line(struct painter *p, const struct fo_border *b, struct rect r, bool horizontal);
struct page_colour colour_of(struct fo_colour c);

/* paint_line.c */
void paint_lines(struct painter *p, struct frag *frag, mpt x, mpt y);

/* paint_graphic.c: r is the border rectangle; alone: nothing else stands in the line */
struct page_item *paint_graphic(struct painter *p, struct inl *inl, struct rect r, bool alone,
                                struct page_elem *elem);

/* inline_container.c: r is the border rectangle */
void paint_inline_container(struct painter *p, struct inl *inl, struct rect r,
                            struct page_elem *elem);

/* leader.c: not appended yet; NULL: nothing is to be seen */
struct page_item *leader_item(struct layout *l, const struct inl *inl, mpt x, mpt y, mpt w,
                              bool rtl);

/* link.c */
void paint_links(struct painter *p, const struct line *line, mpt x, mpt base);
void paint_block_link(struct painter *p, struct box *box, struct rect r);

/* structure.c: elements; NULL is an artifact */
struct page_elem *elem_of_box(struct painter *p, struct box *box);
struct page_elem *elem_of_inl(struct painter *p, struct inl *inl, struct page_elem *block);
/* Where on its page a figure is seen. */
void elem_covers(struct painter *p, struct page_elem *elem, struct rect r);
/* A row's and a cell's element, made in any case (also when it stays empty). */
struct page_elem *elem_of_cell(struct painter *p, struct box *table, struct table_cell *cell);
void elem_of_gaps(struct painter *p, struct box *table, unsigned row);

#endif
