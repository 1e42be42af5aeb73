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

/* The operand of a TJ operator while it grows: glyphs of one font, size and colour on one baseline.
 * Positions are in mpt/1000, that is 1/1000 of the font size times the size in mpt, so nothing is
 * lost while advances and widths are added up. */
struct text_run {
    const struct pdf_font *font;
    mpt size;
    mpt x, y;       /* where it began; y upwards */
    int64_t pen;    /* where the operator has got to, from x */
    int64_t wanted; /* where the next glyph's origin is to be, from x */
    mpt rise;
    bool open;          /* its bracket is */
    uint8_t codes[512]; /* character codes that are not written yet */
    size_t ncodes;      /* [bytes] */
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
    struct page_mark *mark; /* NULL: an artifact */
    enum page_artifact artifact;
    /* the text object that is open */
    bool in_text;
    mpt text_x, text_y; /* start of its current line */
    mpt line;
    struct text_run run;
    struct waiting_mark *waiting;
    size_t nwaiting, waiting_cap;
    const struct group_frame *group; /* NULL: outside of groups */
};

/* page_content.c: all pages, and what they refer to. */
/* One page, or all that are not written yet. */
void content_write_page(struct pdf_out *o, int index);
void content_write_pages(struct pdf_out *o);

/* text_content.c */
void content_text(struct content *c, const struct page_text *text);
void content_end_text(struct content *c);

/* paint.c */
void content_fill_colour(struct content *c, struct page_colour colour);
bool content_same_colour(struct page_colour a, struct page_colour b);
void content_rule(struct content *c, const struct page_rule *rule);
void content_rectangle(struct content *c, const struct page_rectangle *r);
void content_path(struct content *c, const struct page_path *path);
void content_image(struct content *c, const struct page_image *image);
/* Paints an item of those kinds; ends a text object before anything that is no text. */
void content_item(struct content *c, const struct page_item *item);

/* annotations.c */
void content_annotation(struct content *c, const struct page_item *item);

#endif
