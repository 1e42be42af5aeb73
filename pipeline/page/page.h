/* The page tree: all pages, decided to the last coordinate. The contract between layout and writer.
 *
 * Coordinates are mpt from the upper left corner of the page, y downwards. Items are painted in
 * order. An item belongs to a mark (a piece of content of one structure element on one page) or is
 * an artifact. The structure tree stands beside the pages (ISO 32000-1, 14.7 and 14.8). */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/font.h"
#include "base/len.h"

#include <stdbool.h>

/* Colours keep the space that they were given in (PDF/A: black stays DeviceGray). */
enum page_colour_space { COLOUR_NONE, COLOUR_GRAY, COLOUR_RGB, COLOUR_CMYK };
struct page_colour {
    uint8_t space; /* enum page_colour_space; COLOUR_NONE: transparent */
    uint8_t v[4];  /* 0..255 */
};

/* ---- structure ---------------------------------------------------------------------------- */

struct page_elem;
struct pdf_sequence;

enum page_kid_kind { KID_ELEM, KID_MARK, KID_OBJECT };
struct page_kid { /* child of an element, in logical order */
    enum page_kid_kind kind;
    union {
        struct page_elem *elem;
        struct page_mark *mark;
        struct page_item *object; /* a link or field annotation: becomes an OBJR */
    } u;
    struct page_kid *next;
};

/* The content that one element has on one page, without another element's content between. */
struct page_mark {
    struct page_kid kid; /* of elem */
    struct page_elem *elem;
    int page;                       /* 0-based */
    struct pdf_sequence *sequences; /* the writer's, while it writes; NULL else */
};

enum page_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPE_BOTH };
enum page_placement { PLACEMENT_NONE, PLACEMENT_BLOCK, PLACEMENT_INLINE };

/* What few elements have. */
struct page_about {
    const char *alt;            /* NULL: none */
    const char *actual_text;    /* NULL: none */
    const char *title;          /* NULL: none */
    const char *list_numbering; /* L: None Disc Circle Square Decimal …; NULL: none */
    mpt bbox[4];                /* Figure: x0 y0 x1 y1 on its page */
    bool has_bbox;
};

/* Of a long document all elements stay until its end, so they are small. */
struct page_elem {
    const char *role; /* standard structure type: Document Part Sect H1..H6 P L LI Lbl LBody Table
                         THead TBody TFoot TR TH TD Span Link Note Figure Form Quote Caption … */
    const char *lang; /* BCP 47, NULL: as the parent */
    const char *id;   /* the FO's id, NULL: none */
    const struct page_about *about; /* never NULL; page_elem_about gives one to write to */
    struct page_elem *parent;
    struct page_kid *first, *last;
    uint16_t col_span, row_span; /* TH, TD; 0 means 1 */
    uint8_t scope;               /* enum page_scope: TH */
    uint8_t placement;           /* enum page_placement: Figure, Formula, Form, Note */
    /* the writer's, while it writes */
    bool kept, has_id; /* it is in the file; it is the first with its id */
    unsigned number;
    struct page_elem *next; /* in the order of numbers */
};

/* ---- items: a closed list ------------------------------------------------------------------ */

enum page_item_kind {
    ITEM_GROUP,     /* clips and/or transforms its children */
    ITEM_TEXT,      /* glyphs of one font, size and colour on one baseline */
    ITEM_RULE,      /* a straight line */
    ITEM_RECTANGLE, /* filled */
    ITEM_PATH,      /* filled and/or stroked outline */
    ITEM_IMAGE,
    ITEM_LINK, /* annotation: paints nothing */
    ITEM_FIELD /* widget of a form field: paints nothing on the page itself */
};

struct page_text {
    const struct font *font;
    mpt size;
    mpt x, y; /* origin of the first glyph, on the baseline */
    struct page_colour colour;
    const char *text;     /* UTF-8 in logical order, what the glyphs' text offsets refer to */
    struct glyph *glyphs; /* visual order, left to right */
    size_t nglyphs;
    bool rtl; /* the run's direction */
    mpt line; /* number of the line in its paragraph, for dumps and the split of marks */
};

enum page_stroke { STROKE_SOLID, STROKE_DASHED, STROKE_DOTTED, STROKE_DOUBLE };
struct page_rule {
    mpt x0, y0, x1, y1; /* centre line */
    mpt width;
    enum page_stroke stroke;
    struct page_colour colour;
};

struct page_rectangle {
    mpt x, y, w, h;
    struct page_colour fill;
};

enum page_segment_kind {
    SEG_MOVE,
    SEG_LINE,
    SEG_CURVE,
    SEG_CLOSE,
    SEG_RECTANGLE /* a closed subpath of its own: two opposite corners, upper left first */
};
struct page_segment {
    enum page_segment_kind kind;
    mpt x[3], y[3];
};
struct page_path {
    struct page_segment *segments;
    size_t n;
    struct page_colour fill, stroke;
    mpt width;
    bool even_odd;
    enum page_stroke style;
};

/* Decoded or passed through picture, shared by all items that show it. */
enum page_image_encoding { IMAGE_RAW, IMAGE_JPEG };
struct page_image_data {
    enum page_image_encoding encoding;
    unsigned width, height; /* pixels */
    unsigned components;    /* 1 gray, 3 RGB, 4 CMYK */
    unsigned bits;          /* 8 */
    const uint8_t *data;    /* IMAGE_RAW: rows of components; IMAGE_JPEG: the file */
    size_t len;
    const uint8_t *alpha; /* width * height bytes, NULL: opaque */
    const uint8_t *icc;   /* profile, NULL: none */
    size_t icc_len;
    bool invert; /* Adobe CMYK JPEG */
    unsigned id; /* distinct per picture in one document */
};
struct page_image {
    const struct page_image_data *image;
    mpt x, y, w, h;
};

struct page_link {
    mpt x, y, w, h;
    const char *uri;        /* NULL: internal */
    const char *dest;       /* id of the destination, NULL: external */
    const char *contents;   /* what the link is, for /Contents; never NULL */
    struct page_elem *elem; /* the Link element, which holds a KID_OBJECT for this item */
};

/* Form fields (ISO 32000-1, 12.7), as they are written into a file and read again from it.
 *
 * A field's full name is the path of what it holds in the case file, from its root element, without
 * prefixes: case/plan[1]/goal[2]/text, case/need/@noticed. Steps that may be repeated there have
 * their number, from 1; a step without one means [1]. Names have no full stops, so the tree of
 * fields is flat. What the case file has no place for is named duform/KIND/WORD.
 * Values, whatever the document's language:
 *   FIELD_TEXT       one line
 *   FIELD_MULTILINE  a paragraph a line (one p each in the case), divided by line feeds
 *   FIELD_DATE       a text field; written as 2026-03-09, read also as 9.3.2026 or 9/3 2026
 *   FIELD_TICK       a check box; on-state Yes, else Off. For an attribute yes or no: yes when on.
 *                    A path that ends in [@code='x']: there is such an element when on
 *   FIELD_RADIO      all items of one name are one group; a state is the value of the case's list,
 *                    or of the element (reason/@code); nothing chosen: Off
 *   FIELD_CHOICE     a list to choose from; export values are those of the case's list
 * A person's name is two fields, …/name/given and …/name/family.
 * Fields without a widget are read-only. Those named by a path hold what the form takes as given:
 * keys (@id, @party, @of, @meeting) and the like; an element of which only such values are there
 * was not filled in. Numbers of elements may have gaps. The others say what the form is:
 * duform/reference (not on a blank), duform/kind, duform/language, and duform/version, which is
 * FORM_VERSION. */
#define FORM_VERSION "1"
enum page_field_kind {
    FIELD_TEXT,
    FIELD_MULTILINE,
    FIELD_DATE,
    FIELD_TICK,
    FIELD_RADIO,
    FIELD_CHOICE,
    FIELD_HIDDEN /* name and value only, in page_doc.hidden_fields */
};
struct page_option {
    const char *value, *label;
    struct page_option *next;
};
struct page_field {
    mpt x, y, w, h;
    enum page_field_kind kind;
    const char *name, *tooltip;
    const char *group;           /* FIELD_RADIO: the tooltip of all of them; "": the first one's */
    const char *value;           /* what is filled in; "": nothing. FIELD_TICK: "Yes" or "" */
    const char *on;              /* FIELD_TICK, FIELD_RADIO: this item's on-state */
    struct page_option *options; /* FIELD_CHOICE */
    const char *lang;            /* of the value, NULL: the document's */
    mpt size;                    /* of what is typed */
    bool required, rtl;
    /* What is seen of the value: texts, rules, rectangles and paths in the field's own coordinates
     * (from its upper left corner). For FIELD_TICK and FIELD_RADIO: when it is on. */
    struct page_item *appearance;
    struct page_elem *elem; /* the Form element, which holds a KID_OBJECT for this item */
};

/* A point (x, y) of the children is painted at (ax + cy + e, bx + dy + f), y downwards as on the
 * page. The clip rectangle is in the coordinates outside of the matrix. Groups nest at most
 * PAGE_DEPTH_MAX deep, and structure elements too. */
#define PAGE_MATRIX_ONE 10000
#define PAGE_DEPTH_MAX 1000
struct page_group {
    struct page_item *first, *last;
    bool clip;
    mpt clip_x, clip_y, clip_w, clip_h;
    int32_t a, b, c, d; /* matrix [1/10000]; page_item_new makes it the identity */
    mpt e, f;
};

enum page_artifact {
    ARTIFACT_LAYOUT,
    ARTIFACT_PAGE,
    ARTIFACT_PAGINATION,
    ARTIFACT_HEADER,
    ARTIFACT_FOOTER,
    ARTIFACT_BACKGROUND
};

struct page_item {
    enum page_item_kind kind;
    struct page_mark *mark; /* NULL: an artifact */
    enum page_artifact artifact;
    struct page_item *next;
    union {
        struct page_group group;
        struct page_text text;
        struct page_rule rule;
        struct page_rectangle rectangle;
        struct page_path path;
        struct page_image image;
        struct page_link link;
        struct page_field field;
    } u;
};

/* ---- the document -------------------------------------------------------------------------- */

struct page {
    mpt width, height;
    struct page_item *first, *last;
    const char *label; /* formatted page number */
    struct page *next;
};

struct page_dest { /* an FO id that something refers to, or all ids */
    const char *id;
    int page;
    mpt x, y;
    struct page_elem *elem;
    struct page_dest *next;
};

struct page_bookmark {
    const char *title;
    const char *dest;
    bool open;
    struct page_bookmark *first, *last, *next;
};

struct page_doc {
    struct arena *arena; /* owns all of it */
    struct arena *items; /* … but for the items of the page at work, links and fields apart */
    const char *title;   /* neutral; never NULL when written */
    const char *lang;    /* BCP 47 of the document; never NULL */
    struct page *first, *last;
    int npages;
    struct page_elem *root; /* role Document */
    struct page_dest *dests;
    struct page_bookmark *bookmarks; /* first of the top level */
    struct page_item *hidden_fields; /* FIELD_HIDDEN, linked by next */
    const struct font *form_font;    /* what is typed into fields; NULL: there are none */
    bool rtl;                        /* ViewerPreferences /Direction /R2L */
};

struct page_doc *page_doc_new(struct arena *arena);
struct page *page_add(struct page_doc *doc, mpt width, mpt height);
struct page_item *page_item_new(struct page_doc *doc,
                                enum page_item_kind kind); /* not yet on a page */
void page_item_append(struct page *page, struct page_item *item);
void page_group_append(struct page_group *group, struct page_item *item);
struct page_elem *page_elem_new(struct page_doc *doc, const char *role); /* without parent */
/* The element's own, made when it is first asked for. */
struct page_about *page_elem_about(struct page_doc *doc, struct page_elem *elem);
void page_elem_append(struct page_doc *doc, struct page_elem *parent, struct page_elem *child);
/* A new piece of content of elem on page; appended to elem's kids. */
struct page_mark *page_mark_new(struct page_doc *doc, struct page_elem *elem, int page);
void page_elem_append_object(struct page_doc *doc, struct page_elem *elem,
                             struct page_item *object);
/* Moves an item and all below it. */
void page_item_move(struct page_item *item, mpt dx, mpt dy);
/* Whether the group's matrix is another than the identity. */
bool page_group_transforms(const struct page_group *group);

/* Text dump: a page a block, an item a line (pt with three decimals), then the structure tree with
 * its text. Deterministic, made to be diffed. */
void page_dump(const struct page_doc *doc, struct buf *out);
/* The text of an item in logical order, as the dump shows it. */
const char *page_text_of(const struct page_item *item, struct arena *arena);

#endif
