/* The words that keyword properties know. */
#ifndef FO_WORDS_H
#define FO_WORDS_H

#include "fo/properties.h"

/* Values of words that the writing mode decides. */
enum { WORD_LEFT = 100, WORD_RIGHT };

extern const struct fo_word fo_words_absolute_position[], fo_words_alignment_baseline[],
    fo_words_background_repeat[], fo_words_baseline_shift[], fo_words_blank[], fo_words_boolean[],
    fo_words_border_collapse[], fo_words_border_style[], fo_words_border_width[], fo_words_break[],
    fo_words_caption_side[], fo_words_clear[], fo_words_direction[], fo_words_display_align[],
    fo_words_float[], fo_words_font_metrics[], fo_words_font_size[], fo_words_font_style[],
    fo_words_font_variant[], fo_words_font_weight[], fo_words_force_page_count[], fo_words_keep[],
    fo_words_leader_alignment[], fo_words_leader_pattern[], fo_words_line_stacking[],
    fo_words_linefeed[], fo_words_no_limit[], fo_words_none[], fo_words_normal[],
    fo_words_odd_even[], fo_words_off[], fo_words_overflow[], fo_words_page_extent[],
    fo_words_page_number[], fo_words_page_position[], fo_words_precedence[],
    fo_words_reference_orientation[], fo_words_relative_align[], fo_words_relative_position[],
    fo_words_conditionality[], fo_words_retrieve_boundary[], fo_words_retrieve_position[],
    fo_words_rule_style[], fo_words_scaling[], fo_words_scope[], fo_words_span[],
    fo_words_starting_state[], fo_words_table_layout[], fo_words_text_align[],
    fo_words_text_align_last[], fo_words_text_transform[], fo_words_unicode_bidi[],
    fo_words_vertical_align[], fo_words_visibility[], fo_words_white_space_treatment[],
    fo_words_wrap_option[], fo_words_writing_mode[], fo_words_auto[];

#endif
