/* The table of objects: what there is and what may stand in what (XSL 1.1, section 6). */
#ifndef FO_ELEMENTS_H
#define FO_ELEMENTS_H

#include "fo/fo.h"

enum fo_element_id {
#define E(id, ...) ELEMENT_##id,
#include "fo/elements.def"
#undef E
    ELEMENT_COUNT
};

/* What an object is in the content of its parent: one bit each. */
#define IS_TEXT (UINT64_C(1) << 0)
#define IS_BLOCK (UINT64_C(1) << 1)
#define IS_INLINE (UINT64_C(1) << 2)
#define IS_NEUTRAL (UINT64_C(1) << 3)
#define IS_FLOAT (UINT64_C(1) << 4)
#define IS_MARKER (UINT64_C(1) << 5)
#define IS_ANYWHERE (UINT64_C(1) << 6) /* what is not supported is skipped where it stands */
#define IS_ROOT (UINT64_C(1) << 7)
#define IS_MASTER_SET (UINT64_C(1) << 8)
#define IS_DECLARATIONS (UINT64_C(1) << 9)
#define IS_BOOKMARK_TREE (UINT64_C(1) << 10)
#define IS_BOOKMARK (UINT64_C(1) << 11)
#define IS_BOOKMARK_TITLE (UINT64_C(1) << 12)
#define IS_SEQUENCE (UINT64_C(1) << 13)
#define IS_MASTER (UINT64_C(1) << 14)
#define IS_SUBSEQUENCE (UINT64_C(1) << 15)
#define IS_CONDITION (UINT64_C(1) << 16)
#define IS_REGION_BODY (UINT64_C(1) << 17)
#define IS_REGION_BEFORE (UINT64_C(1) << 18)
#define IS_REGION_AFTER (UINT64_C(1) << 19)
#define IS_REGION_START (UINT64_C(1) << 20)
#define IS_REGION_END (UINT64_C(1) << 21)
#define IS_TITLE (UINT64_C(1) << 22)
#define IS_STATIC (UINT64_C(1) << 23)
#define IS_FLOW (UINT64_C(1) << 24)
#define IS_FOOTNOTE_BODY (UINT64_C(1) << 25)
#define IS_LIST_ITEM (UINT64_C(1) << 26)
#define IS_LIST_LABEL (UINT64_C(1) << 27)
#define IS_LIST_BODY (UINT64_C(1) << 28)
#define IS_TABLE_CAPTION (UINT64_C(1) << 29)
#define IS_TABLE (UINT64_C(1) << 30)
#define IS_TABLE_COLUMN (UINT64_C(1) << 31)
#define IS_TABLE_HEADER (UINT64_C(1) << 32)
#define IS_TABLE_FOOTER (UINT64_C(1) << 33)
#define IS_TABLE_BODY (UINT64_C(1) << 34)
#define IS_TABLE_ROW (UINT64_C(1) << 35)
#define IS_TABLE_CELL (UINT64_C(1) << 36)
#define IS_CAPTIONED_TABLE (UINT64_C(1) << 37)

/* How margins, spaces and indents apply (XSL 1.1, 5.3.2). */
enum fo_element_level {
    LEVEL_NONE,
    LEVEL_INLINE,
    LEVEL_BLOCK,
    LEVEL_REFERENCE, /* a block or inline that makes a reference area */
    LEVEL_REGION     /* a page or region: margins stay margins */
};

struct fo_element {
    const char *name, *section;
    uint64_t is;
    enum fo_element_id id;
    uint8_t support; /* enum fo_support of fo/properties.h */
    uint8_t level;   /* enum fo_element_level */
};

/* A part of a content model: children of the mask. A model ends with mask 0. */
struct fo_step {
    uint64_t mask;
    bool required; /* its absence is an error */
    bool many;
    bool expected;    /* its absence is a warning */
    const char *what; /* for the message that it is missing */
};

/* Where in its content an object is; children come in the order of the steps. */
struct fo_content {
    const struct fo_step *steps;
    uint64_t only; /* for wrappers: what their parent allows; else all bits */
    uint32_t seen; /* bits by step */
    int at;
};

extern const struct fo_element fo_elements[ELEMENT_COUNT];
const struct fo_element *fo_element_find(const char *name); /* NULL if there is none */

enum fo_verdict { CHILD_FITS, CHILD_OUT_OF_ORDER, CHILD_NOT_ALLOWED, CHILD_TOO_MANY };

void fo_content_begin(struct fo_content *c, const struct fo_element *e,
                      const struct fo_content *parent);
enum fo_verdict fo_content_child(struct fo_content *c, uint64_t is);
/* Text that is more than white space. */
bool fo_content_allows(const struct fo_content *c, uint64_t is);
/* The first step from *i on that is missing; *i moves on. NULL: none. */
const struct fo_step *fo_content_missing(const struct fo_content *c, int *i);

#endif
