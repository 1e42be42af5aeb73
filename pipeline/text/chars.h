/* What the text stage knows of single characters beyond ICU. */
#ifndef TEXT_CHARS_H
#define TEXT_CHARS_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CHAR_SOFT_HYPHEN = 0xAD,
    CHAR_NBSP = 0xA0,
    CHAR_ZWNJ = 0x200C,
    CHAR_NB_HYPHEN = 0x2011,
    CHAR_LINE_SEPARATOR = 0x2028,
    CHAR_OBJECT = 0xFFFC
};

/* Has neither glyph nor text of its own: bidi controls, soft hyphen, word joiner, zero-width space,
 * line ends, control codes. (The joiners U+200C and U+200D have text.) */
bool chars_dropped(uint32_t c);
/* A dropped character that may stand inside a word without ending it for shaping. */
bool chars_inside_word(uint32_t c);
/* Needs no glyph in a font: joiners and variation selectors besides the dropped ones. */
bool chars_ignorable(uint32_t c);
/* Makes text run right to left, or is a control that does: without one bidi need not run. */
bool chars_right_to_left(uint32_t c);
/* The character that stands in the copied text for c: a no-break hyphen becomes the hyphen that
 * people search for, a no-break space a space. */
uint32_t chars_copied(uint32_t c);

static inline bool chars_is_space(uint32_t c)
{
    return c == ' ' || c == CHAR_NBSP;
}

#endif
