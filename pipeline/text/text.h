/* Text: from styled characters to glyphs on lines. Bidi and line breaks after ICU, shapes after
 * HarfBuzz.
 *
 * The layout stage hands over a paragraph as items in logical order; it gets back the paragraph
 * shaped once, asks for break opportunities and widths, and takes out lines. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/font.h"
#include "base/len.h"

#include <stdbool.h>

/* Fonts, dictionaries and caches. One per process (or thread); documents share it. */
struct text_engine;

/* fonts_xml: path of fonts/fonts.xml (family → script → file and package). NULL is returned when it
 * cannot be used (reported, EXIT_SYSTEM). Faces are mapped when first needed. */
struct text_engine *text_engine_new(const char *fonts_xml, struct diag *diag);
void text_engine_free(struct text_engine *e);
/* Begins (on) or ends the letters of a case: between the two, paragraphs that come again are taken
 * over as they are. Wipes what was kept before; no paragraph, line or page tree with text of it may
 * be in use any more. At first nothing is kept. */
void text_keep(struct text_engine *e, bool on);

enum text_direction { TEXT_LTR, TEXT_RTL };

/* Character properties of an item; compared by value for font and shape caching. */
struct text_style {
    const char *family; /* as given, comma-separated preference list */
    mpt size;
    int weight; /* 100..900 */
    bool italic;
    const char *lang;                 /* BCP 47, NULL: unknown */
    mpt letter_spacing, word_spacing; /* 0: normal */
    bool no_kerning, no_ligatures;
    bool hyphenate; /* dictionary hyphenation in lang (where there is a dictionary) */
    int hyphenate_before,
        hyphenate_after; /* fewest characters before and after a hyphen; 0: the language's */
    bool nowrap;         /* no breaks inside (wrap-option="no-wrap") */
};

enum text_item_kind {
    TEXT_CHARS,  /* characters */
    TEXT_OBJECT, /* a box of given width (image, leader, inline box edge): U+FFFC to bidi and breaks
                  */
    TEXT_EDGE,  /* start or end of an inline box with padding/border: width, no break opportunity of
                   its own */
    TEXT_BREAK, /* a forced line break (U+2028) */
    TEXT_CONTROL /* a bidi control: U+202A-202E, U+2066-2069, no width */
};

struct text_item {
    enum text_item_kind kind;
    const struct text_style *style; /* TEXT_CHARS; for objects the style around them */
    const char *utf8;               /* TEXT_CHARS: not terminated */
    size_t len;
    mpt width;        /* TEXT_OBJECT, TEXT_EDGE */
    uint32_t control; /* TEXT_CONTROL: the code point */
    bool closes;      /* TEXT_EDGE: the box's end (no break before it), else its start (none after)
                       */
    void *user;       /* the layout's own, given back with each piece */
};

struct text_para;

/* Shapes a paragraph. base: its direction (from writing-mode, never from the first letter).
 * Characters that no font has are reported once per font family and code point (warning;
 * EXIT_SYSTEM error when a needed font file is absent) and shown as the missing-glyph box of the
 * first font… they make the result unfit for PDF/UA, so the report is an error of status
 * EXIT_INPUT. White space has been treated before (XSL-FO 7.17): what comes is set as it is. Items
 * and their text must live as long as the paragraph. arena owns the result, unless text_keep does.
 */
struct text_para *text_para_new(struct arena *arena, struct text_engine *e,
                                const struct text_item *items, size_t n, enum text_direction base,
                                struct diag *diag, struct diag_place place);

/* A place where a line may end. Positions are offsets in code units of the paragraph's own text;
 * only their order and equality mean something to the layout. */
enum text_break_kind {
    BREAK_ALLOWED,
    BREAK_HYPHEN,
    BREAK_FORCED,
    BREAK_END,
    BREAK_EMERGENCY /* inside a word, between two clusters: only of text_para_breaks_anywhere */
};
struct text_break {
    uint32_t pos; /* the next line starts here */
    enum text_break_kind kind;
    mpt width; /* sum of advances from the paragraph's start to here, trailing spaces included [mpt]
                */
    mpt trailing;        /* of which is white space that vanishes when the line ends here */
    mpt hyphen;          /* width that a hyphen adds when the line ends here */
    uint32_t spaces;     /* stretchable spaces from the paragraph's start to here, trailing ones not
                            counted */
    uint32_t spaces_all; /* … trailing ones counted */
    mpt space_width;     /* sum of the widths of the spaces in spaces_all */
};

/* All opportunities in order, the last one BREAK_END. n ≥ 1. Owned by the paragraph. */
const struct text_break *text_para_breaks(struct text_para *p, size_t *n);
/* These and one between any two clusters of a word, for text that no line can hold otherwise (the
 * emergency breaks of UAX #14, section 3). A new list in arena, which replaces that of
 * text_para_breaks; breaks of the list before stay valid for text_para_line. */
const struct text_break *text_para_breaks_anywhere(struct text_para *p, struct arena *arena,
                                                   size_t *n, struct diag *diag);

/* Where an item begins, in the terms of struct text_break.pos. */
uint32_t text_para_item_pos(const struct text_para *p, size_t item);

/* A piece of a line in visual order: glyphs of one item, font and level; or an object or edge. */
struct text_piece {
    const struct text_item *item;
    const struct font *font; /* NULL for objects and edges */
    mpt x;                   /* from the line's left edge */
    mpt width;
    struct glyph *glyphs; /* visual order */
    size_t nglyphs;
    const char *text; /* what the glyphs' text offsets refer to, zero-terminated */
    uint8_t level;    /* bidi level; odd: right to left */
    uint32_t logical; /* logical position, to order tags */
    bool first, last; /* this piece holds the item's first/last character */
};

struct text_line {
    struct text_piece *pieces;
    size_t n;
    mpt width; /* sum of the pieces */
};

/* The line from break from (NULL: the paragraph's start) to break to: reordered (UAX #9 L1, L2),
 * spaces at its end dropped, hyphen inserted. extra is spread over the stretchable spaces
 * (justified text; may be negative). arena owns the pieces; their glyphs and texts are not to be
 * written to, since other letters may share them. */
void text_para_line(struct text_para *p, struct arena *arena, const struct text_break *from,
                    const struct text_break *to, mpt extra, struct text_line *line);

/* The face that sets most of a style's text, for line heights, leaders and underlines; never NULL
 * after text_engine_new succeeded (reports when the font is missing). */
const struct font *text_font(struct text_engine *e, const struct text_style *style,
                             struct diag *diag);

/* Nominal ascent and descent of a style [mpt], both positive, from the first font of the family. */
void text_extent(struct text_engine *e, const struct text_style *style, struct diag *diag,
                 mpt *ascent, mpt *descent);

/* A QR symbol (ISO/IEC 18004), error correction H. */
struct text_symbol {
    unsigned width;            /* modules, without the quiet zone */
    const unsigned char *dark; /* width * width, by rows: 1 dark */
};
enum { SYMBOL_LONGEST = 200 /* bytes */ };

/* The symbol of a text; NULL where it is empty or too long. arena owns it, unless text_keep does.
 */
const struct text_symbol *text_symbol(struct text_engine *e, const char *text, struct arena *arena);

#endif
