/* The FO tree: XSL-FO 1.1 objects with refined, computed properties. The contract between fo and
 * layout.
 *
 * Property values are those after refinement (XSL 1.1, section 5): shorthands expanded,
 * corresponding properties mapped to before/after/start/end with the writing mode, inheritance
 * done, expressions evaluated as far as they do not depend on the layout (percentages stay). */
#ifndef FO_FO_H
#define FO_FO_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/len.h"

#include <stdbool.h>

/* ---- values -------------------------------------------------------------------------------- */

/* A length that may hold a part relative to the layout: abs + pct/100000 of the reference length,
 * + units of proportional-column-width(). */
struct fo_length {
    mpt abs;
    int32_t pct;        /* [1/1000 %] */
    int32_t proportion; /* [1/1000 unit], table columns only */
    bool is_auto;
};

/* <length-range>, XSL 1.1 section 5.11 */
struct fo_range {
    struct fo_length min, opt, max; /* max.is_auto: unbounded; min.is_auto: 0 */
};

/* <space>, XSL 1.1 section 4.3: space specifier */
struct fo_space {
    struct fo_length min, opt, max;
    int precedence; /* FO_FORCE: force */
    bool retain;    /* .conditionality = retain */
};
#define FO_FORCE INT32_MAX

struct fo_colour {
    uint8_t space; /* same values as enum page_colour_space: 0 transparent, 1 gray, 2 RGB, 3 CMYK */
    uint8_t v[4];
};

enum fo_border_style {
    BORDER_NONE,
    BORDER_HIDDEN,
    BORDER_DOTTED,
    BORDER_DASHED,
    BORDER_SOLID,
    BORDER_DOUBLE,
    BORDER_GROOVE,
    BORDER_RIDGE,
    BORDER_INSET,
    BORDER_OUTSET
};
struct fo_border {
    enum fo_border_style style;
    mpt width;   /* 0 when style is none or hidden */
    bool retain; /* width.conditionality */
    struct fo_colour colour;
};

enum fo_edge { EDGE_BEFORE, EDGE_AFTER, EDGE_START, EDGE_END };

/* Keeps, XSL 1.1 section 7.20: FO_KEEP_AUTO, a strength 1..n, FO_KEEP_ALWAYS */
#define FO_KEEP_AUTO 0
#define FO_KEEP_ALWAYS INT32_MAX
struct fo_keep {
    int32_t line, column, page;
};

enum fo_break { FO_BREAK_AUTO, FO_BREAK_COLUMN, FO_BREAK_PAGE, FO_BREAK_EVEN, FO_BREAK_ODD };
enum fo_align {
    ALIGN_START,
    ALIGN_END,
    ALIGN_CENTER,
    ALIGN_JUSTIFY,
    ALIGN_INSIDE,
    ALIGN_OUTSIDE,
    ALIGN_RELATIVE
};
enum fo_display_align { DISPLAY_AUTO, DISPLAY_BEFORE, DISPLAY_CENTER, DISPLAY_AFTER };
enum fo_writing_mode { MODE_LR_TB, MODE_RL_TB };
enum fo_position { POSITION_AUTO, POSITION_RELATIVE, POSITION_ABSOLUTE, POSITION_FIXED };
enum fo_overflow { OVERFLOW_AUTO, OVERFLOW_VISIBLE, OVERFLOW_HIDDEN, OVERFLOW_ERROR };
enum fo_leader { LEADER_SPACE, LEADER_RULE, LEADER_DOTS, LEADER_USE_CONTENT };
enum fo_baseline {
    BASELINE_AUTO,
    BASELINE_BASELINE,
    BASELINE_SUB,
    BASELINE_SUPER,
    BASELINE_TOP,
    BASELINE_MIDDLE,
    BASELINE_BOTTOM,
    BASELINE_TEXT_TOP,
    BASELINE_TEXT_BOTTOM
};
enum fo_transform {
    TRANSFORM_NONE,
    TRANSFORM_UPPERCASE,
    TRANSFORM_LOWERCASE,
    TRANSFORM_CAPITALIZE
};
enum { DECORATION_UNDERLINE = 1, DECORATION_OVERLINE = 2, DECORATION_THROUGH = 4 };
/* The bits of text-decoration="no-underline" …: what the parents began ends here. */
enum { DECORATION_NO_UNDERLINE = 8, DECORATION_NO_OVERLINE = 16, DECORATION_NO_THROUGH = 32 };
enum fo_retrieve_position {
    RETRIEVE_FIRST_STARTING,
    RETRIEVE_FIRST_CARRYOVER,
    RETRIEVE_LAST_STARTING,
    RETRIEVE_LAST_ENDING
};
enum fo_retrieve_boundary { RETRIEVE_PAGE_SEQUENCE, RETRIEVE_PAGE, RETRIEVE_DOCUMENT };
enum fo_line_height_kind { LINE_HEIGHT_NORMAL, LINE_HEIGHT_FACTOR, LINE_HEIGHT_LENGTH };

/* ---- properties ---------------------------------------------------------------------------- */

/* Inherited properties; nodes share one struct as long as nothing changes. */
struct fo_text_props {
    const char *font_family; /* comma-separated, unquoted names */
    mpt font_size;
    int font_weight; /* 100..900 */
    bool font_italic;
    bool small_caps;
    enum fo_line_height_kind line_height_kind;
    int32_t line_height_factor; /* [1/1000] */
    mpt line_height;            /* LINE_HEIGHT_LENGTH */
    struct fo_colour colour;
    enum fo_align text_align, text_align_last; /* last: ALIGN_RELATIVE as the specification says */
    struct fo_length text_indent, start_indent, end_indent, last_line_end_indent;
    mpt letter_spacing, word_spacing;
    enum fo_transform text_transform;
    int least_space;  /* what spaces may shrink to [%]; 100: they do not */
    const char *lang; /* BCP 47 from xml:lang, or language + country + script; NULL: none */
    enum fo_writing_mode writing_mode;
    int reference_orientation; /* 0 90 180 270 */
    int widows, orphans;
    struct fo_keep keep_together;
    bool hyphenate;
    uint32_t hyphenation_character;
    int hyphenation_push,
        hyphenation_remain; /* -push-character-count, -remain-character-count; 0: as the language */
    int hyphenation_ladder; /* 0: no limit */
    bool wrap;              /* wrap-option */
    bool white_space_collapse;
    uint8_t linefeed_treatment;    /* 0 treat-as-space, 1 preserve, 2 ignore, 3
                                      treat-as-zero-width-space */
    uint8_t white_space_treatment; /* 0 ignore-if-surrounding-linefeed, 1 ignore, 2 preserve, 3
                                      ignore-if-before-, 4 ignore-if-after-linefeed */
    enum fo_leader leader_pattern;
    struct fo_range leader_length;
    enum fo_border_style rule_style;
    mpt rule_thickness;
    struct fo_length leader_pattern_width; /* is_auto: use-font-metrics */
    bool leader_align_reference_area;
    bool border_collapse; /* border-collapse != separate */
    mpt border_separation_ip, border_separation_bp;
    enum fo_display_align display_align;
    bool relative_align_baseline;
    bool hidden; /* visibility */
    struct fo_length provisional_distance, provisional_separation;
    uint8_t caption_side; /* enum fo_edge */
    bool line_stacking_font_height;
    bool kerning_off, ligatures_off; /* extensions */
};

/* Not inherited: box, position, breaks and accessibility. Nodes without any share a default. */
struct fo_box_props {
    struct fo_space space_before, space_after; /* blocks */
    struct fo_space space_start, space_end;    /* inlines */
    struct fo_border border[4];                /* by enum fo_edge */
    struct fo_length padding[4];
    mpt radius;                   /* fox:border-radius */
    const char *background_image; /* NULL: none */
    struct fo_colour background;
    bool padding_retain[4];
    uint8_t background_repeat; /* 0 repeat 1 x 2 y 3 none */
    uint8_t decoration;        /* text-decoration, bits */
    bool span_all;
    struct fo_keep keep_with_next, keep_with_previous;
    enum fo_break break_before, break_after;
    /* inline- and block-progression-dimension. width and height become them by the object's own
     * writing mode alone: in a container that is turned, ipd runs along its lines all the same. */
    struct fo_range ipd, bpd;
    struct fo_length top, right, bottom, left; /* is_auto allowed */
    struct fo_length baseline_shift;           /* positive: up */
    enum fo_position position;
    enum fo_overflow overflow;
    enum fo_baseline vertical_align;
    int columns_spanned, rows_spanned; /* ≥ 1 */
    int column_number;                 /* 0: not given */
    bool starts_row, ends_row;
    bool omit_header_at_break, omit_footer_at_break;
    bool table_layout_fixed;
    uint8_t clear, floating;
    bool non_uniform;                               /* scaling */
    struct fo_length content_width, content_height; /* graphics; is_auto: natural */
    bool scale_to_fit_width, scale_to_fit_height, scale_down_only, scale_up_only;
    bool header_cell; /* role="TH" */
    uint8_t scope;    /* df:scope: 0 none 1 column 2 row 3 both */
    /* accessibility: role and the extensions */
    const char *role;           /* NULL: by kind; "artifact": none */
    const char *alt;            /* fox:alt-text */
    const char *actual_text;    /* df:actual-text */
    const char *list_numbering; /* df:list-numbering */
};

/* ---- nodes --------------------------------------------------------------------------------- */

enum fo_kind {
    FO_PAGE_SEQUENCE,
    FO_TITLE,
    FO_STATIC_CONTENT,
    FO_FLOW,
    FO_BLOCK,
    FO_BLOCK_CONTAINER,
    FO_WRAPPER,
    FO_TABLE_AND_CAPTION,
    FO_TABLE_CAPTION,
    FO_TABLE,
    FO_TABLE_COLUMN,
    FO_TABLE_HEADER,
    FO_TABLE_FOOTER,
    FO_TABLE_BODY,
    FO_TABLE_ROW,
    FO_TABLE_CELL,
    FO_LIST_BLOCK,
    FO_LIST_ITEM,
    FO_LIST_ITEM_LABEL,
    FO_LIST_ITEM_BODY,
    FO_TEXT,
    FO_INLINE,
    FO_INLINE_CONTAINER,
    FO_BIDI_OVERRIDE,
    FO_LEADER,
    FO_PAGE_NUMBER,
    FO_PAGE_NUMBER_CITATION,
    FO_PAGE_NUMBER_CITATION_LAST,
    FO_EXTERNAL_GRAPHIC,
    FO_INSTREAM_FOREIGN_OBJECT,
    FO_BASIC_LINK,
    FO_FOOTNOTE,
    FO_FOOTNOTE_BODY,
    FO_FLOAT,
    FO_MARKER,
    FO_RETRIEVE_MARKER
};

/* A form field, our own extension: <df:field kind="" name="" tooltip="" …> in the namespace
 * urn:duform:fo:1, with <df:value>, and <df:option value="">label</df:option>s. What the parts mean
 * is said in page/page.h; "" where they are left out. */
struct fo_option {
    const char *value, *label;
    struct fo_option *next;
};
struct fo_field {
    const char *kind; /* text multiline date tick radio choice hidden */
    const char *name, *tooltip, *group, *on, *value, *lang;
    bool required;
    int grow; /* share in what is left of the line, 0: as wide as content-width says */
    struct fo_option *options;
};

/* The content of an instream-foreign-object, for those that can read it. */
struct fo_foreign {
    const char *namespace_uri;    /* of the outermost element, "": none */
    const char *name;             /* its local name */
    const char *text;             /* its character data */
    const struct fo_field *field; /* NULL: something else */
};

struct fo_page_sequence {
    const char *master;       /* master-reference */
    int initial_page_number;  /* 0: auto; -1 auto-odd; -2 auto-even */
    uint8_t force_page_count; /* 0 auto 1 even 2 odd 3 end-on-even 4 end-on-odd 5 no-force */
    const char *format;       /* "1", "i", "A" … */
};

struct fo_table_column {
    int number;             /* column-number, ≥ 1 */
    int repeated;           /* number-columns-repeated */
    struct fo_length width; /* is_auto: from the table's layout */
};

/* Of a long document there are many of these. */
struct fo_node {
    enum fo_kind kind;
    int line; /* in the FO file */
    struct fo_node *parent, *first, *last, *next;
    const struct fo_text_props *text;
    const struct fo_box_props *box;
    const char *id; /* NULL: none */
    union {
        struct { /* FO_TEXT (fo:character becomes one too): white space not yet treated */
            const char *utf8;
            size_t len;
        } chars;
        const char *ref_id; /* citations: id referred to */
        const char *src;    /* external-graphic: the URL without url() and quotes */
        struct {            /* basic-link; one is set */
            const char *internal, *external;
        } link;
        struct { /* static-content, flow */
            const char *flow_name;
        } flow;
        const struct fo_page_sequence *sequence; /* page-sequence */
        const struct fo_table_column *column;    /* table-column */
        struct {                                 /* bidi-override */
            bool rtl, override; /* direction, unicode-bidi: bidi-override (else embed) */
            bool isolate;       /* extension: unicode-bidi="isolate" */
        } bidi;
        const struct fo_foreign *foreign; /* instream-foreign-object */
        const char *marker_class;         /* marker */
        struct {                          /* retrieve-marker */
            const char *marker_class;
            uint8_t position; /* enum fo_retrieve_position */
            uint8_t boundary; /* enum fo_retrieve_boundary */
        } retrieve;
    } u;
};

/* ---- page masters -------------------------------------------------------------------------- */

enum fo_region { REGION_BODY, REGION_BEFORE, REGION_AFTER, REGION_START, REGION_END, REGION_COUNT };
struct fo_region_spec {
    bool present;
    const char *name;        /* region-name, defaulted to xsl-region-… */
    struct fo_length extent; /* not for the body */
    bool precedence;
    struct fo_length margin[4]; /* body only: top right bottom left */
    int columns;
    struct fo_length column_gap;
    int reference_orientation;        /* given to the region itself; the page is turned besides */
    const struct fo_text_props *text; /* writing mode, display-align */
    const struct fo_box_props *box;
};

struct fo_page_master {
    const char *name;
    mpt width, height;
    struct fo_length margin[4]; /* top right bottom left */
    enum fo_writing_mode writing_mode;
    int reference_orientation;
    struct fo_region_spec region[REGION_COUNT];
    int line;
    struct fo_page_master *next;
};

enum fo_page_position {
    PAGE_POSITION_ANY,
    PAGE_POSITION_FIRST,
    PAGE_POSITION_LAST,
    PAGE_POSITION_REST,
    PAGE_POSITION_ONLY
};
enum fo_odd_even { PAGE_ODD_EVEN_ANY, PAGE_ODD, PAGE_EVEN };
enum fo_blank { PAGE_BLANK_ANY, PAGE_BLANK, PAGE_NOT_BLANK };
struct fo_master_choice { /* conditional-page-master-reference, or the single reference of the
                             others */
    const struct fo_page_master *master;
    enum fo_page_position position;
    enum fo_odd_even odd_even;
    enum fo_blank blank;
    struct fo_master_choice *next;
};
struct fo_subsequence { /* single-, repeatable- and repeatable-page-master-alternatives */
    struct fo_master_choice *choices;
    int maximum_repeats; /* -1: no limit */
    struct fo_subsequence *next;
};
struct fo_sequence_master {
    const char *name;
    struct fo_subsequence *first;
    struct fo_sequence_master *next;
};

struct fo_bookmark {
    const char *title;
    const char *internal, *external;
    bool open;
    struct fo_bookmark *first, *last, *next;
};

struct fo_doc {
    struct arena *arena;  /* owns all of it */
    struct arena *flows;  /* … but for most of what lies in flows; NULL: that as well */
    bool cites;           /* a flow shows page numbers, or something cites pages */
    bool marks;           /* there are markers */
    const char *file;     /* for messages */
    const char *base_dir; /* relative URLs start here */
    const char *title;    /* dc:title in fo:declarations' XMP, else fo:title, else NULL */
    const char *lang;     /* xml:lang of fo:root, NULL: none */
    enum fo_writing_mode writing_mode; /* of fo:root */
    struct fo_page_master *masters;
    struct fo_sequence_master *sequences;
    struct fo_node *first_sequence; /* page sequences, by next */
    struct fo_bookmark *bookmarks;
};

/* Master by name: exactly one of the two results is not NULL, or both are NULL (unknown). */
const struct fo_page_master *fo_page_master(const struct fo_doc *doc, const char *name);
const struct fo_sequence_master *fo_sequence_master(const struct fo_doc *doc, const char *name);

/* Nothing in flows before from is asked for any more, but what from lies in. */
void fo_forget_before(const struct fo_doc *doc, const struct fo_node *from);
/* Frees what the arena does not own; NULL is allowed. */
void fo_free(struct fo_doc *doc);

/* The value of a length for a reference length, auto counted as 0. */
mpt fo_resolve(const struct fo_length *l, mpt reference);

/* Text dump: a node a line, indented, with the properties that differ from the parent's. */
void fo_dump(const struct fo_doc *doc, struct buf *out);
const char *fo_kind_name(enum fo_kind kind); /* "fo:block" */

#endif
