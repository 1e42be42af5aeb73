/* The content stream of a page while it is being written. */
#ifndef WRITE_CONTENT_H
#define WRITE_CONTENT_H

#include "write/writer.h"

/* What the graphics state holds now, so that only changes are written. */
struct paint_state {
    struct page_colour fill, stroke;
    mpt line_width;
    enum page_stroke line_style;
    const struct pdf_font *font;
    mpt size;
};

/* A combining mark that waits for the end of its line. */
struct waiting_mark {
    const struct pdf_font *font;
    mpt size, x, y; /* y upwards */
    struct page_colour colour;
    uint16_t cid;
};

/* The groups around an item, the inner one first. */
struct group_frame {
    const struct page_group *group;
    const struct group_frame *outer;
    int depth;
};

struct content {
    struct pdf_out *o;
    struct pdf_page *page;
    struct buf *b;
    struct paint_state now;
    mpt height; /* of the page: y upwards is height - y */
    /* the marked-content sequence that is open */
    bool open;
    const struct page_mark *mark; /* NULL: an artifact */
    enum page_artifact artifact;
    /* the text object that is open */
    bool in_text;
    mpt text_x, text_y; /* start of its current line */
    mpt line;
    struct waiting_mark *waiting;
    size_t nwaiting, waiting_cap;
    const struct group_frame *group; /* NULL: outside of groups */
};

/* page_content.c: all pages, and what they refer to. */
void content_write_pages(struct pdf_out *o);

/* text_content.c */
void content_text(struct content *c, const struct page_text *text);
void content_end_text(struct content *c);

/* paint.c */
void content_fill_colour(struct content *c, struct page_colour colour);
void content_rule(struct content *c, const struct page_rule *rule);
void content_rectangle(struct content *c, const struct page_rectangle *r);
void content_path(struct content *c, const struct page_path *path);
void content_image(struct content *c, const struct page_image *image);

/* annotations.c */
void content_annotation(struct content *c, const struct page_item *item);

#endif
