/* Properties with a syntax of their own: one function each, named in properties.def.
 *
 * A fo_set_ function reads one value into the object that is being refined and returns false when
 * it is not a value of the property. A fo_expand_ function hands the parts of a shorthand to the
 * properties that they are of (XSL 1.1, 7.31). */
#ifndef FO_CUSTOM_H
#define FO_CUSTOM_H

#include "fo/refine.h"

#define SETTER(name)                                                                               \
    bool name(struct refine *r, const struct fo_property *p, enum fo_component component,          \
              const char *value)

/* custom.c */
SETTER(fo_set_baseline_shift);
SETTER(fo_set_border_separation);
SETTER(fo_set_content_height);
SETTER(fo_set_content_width);
SETTER(fo_set_indent);
SETTER(fo_set_role);
SETTER(fo_set_text_align);
SETTER(fo_set_text_decoration);

/* custom_font.c */
SETTER(fo_set_country);
SETTER(fo_set_font_family);
SETTER(fo_set_font_size);
SETTER(fo_set_font_weight);
SETTER(fo_set_hyphenation_character);
SETTER(fo_set_language);
SETTER(fo_set_line_height);
SETTER(fo_set_script);
SETTER(fo_set_xml_lang);

/* shorthand.c */
SETTER(fo_expand_background);
SETTER(fo_expand_border_spacing);
SETTER(fo_expand_font);
SETTER(fo_expand_page_break_after);
SETTER(fo_expand_page_break_before);
SETTER(fo_expand_page_break_inside);
SETTER(fo_expand_position);
SETTER(fo_expand_size);
SETTER(fo_expand_vertical_align);
SETTER(fo_expand_white_space);

/* shorthand_box.c */
SETTER(fo_expand_border);
SETTER(fo_expand_border_color);
SETTER(fo_expand_border_edge);
SETTER(fo_expand_border_style);
SETTER(fo_expand_border_width);
SETTER(fo_expand_margin);
SETTER(fo_expand_padding);

/* The next word of a list of values, brackets and quotes kept together, at most size - 1 bytes;
 * false at the end or when it does not fit. */
bool fo_next_word(const char **s, char *word, size_t size);
enum { FO_WORD_SIZE = 512 };

#endif
