/* The words that keyword properties know, and the values that they stand for. */
#include "fo/words.h"

#include <string.h>

/* Where two words have one value, the first is the one that a dump shows. */
#define WORDS(name, ...) const struct fo_word fo_words_##name[] = {__VA_ARGS__, {NULL, 0}}

WORDS(absolute_position, {"auto", POSITION_AUTO}, {"absolute", POSITION_ABSOLUTE},
      {"fixed", POSITION_FIXED}, {"relative", POSITION_RELATIVE});
WORDS(relative_position, {"static", POSITION_AUTO}, {"relative", POSITION_RELATIVE});
WORDS(alignment_baseline, {"auto", BASELINE_AUTO}, {"baseline", BASELINE_BASELINE},
      {"before-edge", BASELINE_TOP}, {"text-before-edge", BASELINE_TEXT_TOP},
      {"middle", BASELINE_MIDDLE}, {"central", BASELINE_MIDDLE}, {"after-edge", BASELINE_BOTTOM},
      {"text-after-edge", BASELINE_TEXT_BOTTOM}, {"alphabetic", BASELINE_BASELINE});
WORDS(vertical_align, {"auto", BASELINE_AUTO}, {"baseline", BASELINE_BASELINE},
      {"sub", BASELINE_SUB}, {"super", BASELINE_SUPER}, {"top", BASELINE_TOP},
      {"middle", BASELINE_MIDDLE}, {"bottom", BASELINE_BOTTOM}, {"text-top", BASELINE_TEXT_TOP},
      {"text-bottom", BASELINE_TEXT_BOTTOM});
WORDS(baseline_shift, {"baseline", BASELINE_AUTO}, {"sub", BASELINE_SUB},
      {"super", BASELINE_SUPER});
WORDS(auto, {"auto", 0});
WORDS(none, {"none", 0});
WORDS(normal, {"normal", 0});
WORDS(off, {"off", 1}, {"auto", 0}, {"on", 0});
WORDS(boolean, {"true", 1}, {"false", 0});
WORDS(no_limit, {"no-limit", -1});
WORDS(background_repeat, {"repeat", 0}, {"repeat-x", 1}, {"repeat-y", 2}, {"no-repeat", 3});
WORDS(blank, {"any", PAGE_BLANK_ANY}, {"blank", PAGE_BLANK}, {"not-blank", PAGE_NOT_BLANK});
WORDS(odd_even, {"any", PAGE_ODD_EVEN_ANY}, {"odd", PAGE_ODD}, {"even", PAGE_EVEN});
WORDS(page_position, {"any", PAGE_POSITION_ANY}, {"first", PAGE_POSITION_FIRST},
      {"last", PAGE_POSITION_LAST}, {"rest", PAGE_POSITION_REST}, {"only", PAGE_POSITION_ONLY});
WORDS(page_extent, {"auto", 0}, {"indefinite", 0});
WORDS(page_number, {"auto", 0}, {"auto-odd", -1}, {"auto-even", -2});
WORDS(force_page_count, {"auto", 0}, {"even", 1}, {"odd", 2}, {"end-on-even", 3}, {"end-on-odd", 4},
      {"no-force", 5});
WORDS(border_collapse, {"collapse", 1}, {"separate", 0}, {"collapse-with-precedence", 1});
WORDS(border_style, {"none", BORDER_NONE}, {"hidden", BORDER_HIDDEN}, {"dotted", BORDER_DOTTED},
      {"dashed", BORDER_DASHED}, {"solid", BORDER_SOLID}, {"double", BORDER_DOUBLE},
      {"groove", BORDER_GROOVE}, {"ridge", BORDER_RIDGE}, {"inset", BORDER_INSET},
      {"outset", BORDER_OUTSET});
WORDS(rule_style, {"none", BORDER_NONE}, {"dotted", BORDER_DOTTED}, {"dashed", BORDER_DASHED},
      {"solid", BORDER_SOLID}, {"double", BORDER_DOUBLE}, {"groove", BORDER_GROOVE},
      {"ridge", BORDER_RIDGE});
WORDS(border_width, {"thin", 500}, {"medium", 1000}, {"thick", 2000}); /* [mpt] */
WORDS(conditionality, {"retain", 1}, {"discard", 0});
WORDS(precedence, {"force", FO_FORCE});
WORDS(keep, {"auto", FO_KEEP_AUTO}, {"always", FO_KEEP_ALWAYS});
WORDS(break, {"auto", FO_BREAK_AUTO}, {"column", FO_BREAK_COLUMN}, {"page", FO_BREAK_PAGE},
      {"even-page", FO_BREAK_EVEN}, {"odd-page", FO_BREAK_ODD});
WORDS(caption_side, {"before", EDGE_BEFORE}, {"after", EDGE_AFTER}, {"start", EDGE_START},
      {"end", EDGE_END}, {"top", EDGE_BEFORE}, {"bottom", EDGE_AFTER}, {"left", EDGE_START},
      {"right", EDGE_END});
WORDS(clear, {"none", 0}, {"start", 1}, {"end", 2}, {"both", 3}, {"left", 4}, {"right", 5},
      {"inside", 6}, {"outside", 7});
WORDS(float, {"none", 0}, {"start", 1}, {"end", 2}, {"before", 3}, {"left", 4}, {"right", 5},
      {"inside", 6}, {"outside", 7});
WORDS(direction, {"ltr", DIRECTION_LTR}, {"rtl", DIRECTION_RTL});
WORDS(unicode_bidi, {"normal", BIDI_NORMAL}, {"embed", BIDI_EMBED},
      {"bidi-override", BIDI_OVERRIDE}, {"isolate", BIDI_ISOLATE});
WORDS(display_align, {"auto", DISPLAY_AUTO}, {"before", DISPLAY_BEFORE}, {"center", DISPLAY_CENTER},
      {"after", DISPLAY_AFTER});
WORDS(relative_align, {"before", 0}, {"baseline", 1});
WORDS(font_style, {"normal", 0}, {"italic", 1}, {"oblique", 1}, {"backslant", 1});
WORDS(font_variant, {"normal", 0}, {"small-caps", 1});
WORDS(font_weight, {"normal", 400}, {"bold", 700}, {"100", 100}, {"200", 200}, {"300", 300},
      {"400", 400}, {"500", 500}, {"600", 600}, {"700", 700}, {"800", 800}, {"900", 900});
/* Sizes [mpt]: 12 pt is medium, a step is 1.2 (7.9.4). */
WORDS(font_size, {"xx-small", 6944}, {"x-small", 8333}, {"small", 10000}, {"medium", 12000},
      {"large", 14400}, {"x-large", 17280}, {"xx-large", 20736});
WORDS(font_metrics, {"use-font-metrics", 0});
WORDS(leader_alignment, {"none", 0}, {"reference-area", 1}, {"page", 1});
WORDS(leader_pattern, {"space", LEADER_SPACE}, {"rule", LEADER_RULE}, {"dots", LEADER_DOTS},
      {"use-content", LEADER_USE_CONTENT});
WORDS(line_stacking, {"max-height", 0}, {"font-height", 1}, {"line-height", 0});
WORDS(linefeed, {"treat-as-space", 0}, {"preserve", 1}, {"ignore", 2},
      {"treat-as-zero-width-space", 3});
WORDS(white_space_treatment, {"ignore-if-surrounding-linefeed", 0}, {"ignore", 1}, {"preserve", 2},
      {"ignore-if-before-linefeed", 3}, {"ignore-if-after-linefeed", 4});
WORDS(wrap_option, {"wrap", 1}, {"no-wrap", 0});
WORDS(overflow, {"auto", OVERFLOW_AUTO}, {"visible", OVERFLOW_VISIBLE}, {"hidden", OVERFLOW_HIDDEN},
      {"error-if-overflow", OVERFLOW_ERROR}, {"scroll", OVERFLOW_AUTO}, {"repeat", OVERFLOW_AUTO});
WORDS(reference_orientation, {"0", 0}, {"90", 90}, {"180", 180}, {"270", 270}, {"-90", 270},
      {"-180", 180}, {"-270", 90});
WORDS(retrieve_boundary, {"page-sequence", RETRIEVE_PAGE_SEQUENCE}, {"page", RETRIEVE_PAGE},
      {"document", RETRIEVE_DOCUMENT});
WORDS(retrieve_position, {"first-starting-within-page", RETRIEVE_FIRST_STARTING},
      {"first-including-carryover", RETRIEVE_FIRST_CARRYOVER},
      {"last-starting-within-page", RETRIEVE_LAST_STARTING},
      {"last-ending-within-page", RETRIEVE_LAST_ENDING});
WORDS(scaling, {"uniform", 0}, {"non-uniform", 1});
WORDS(scope, {"none", 0}, {"column", 1}, {"row", 2}, {"both", 3}, {"Column", 1}, {"Row", 2},
      {"Both", 3});
WORDS(span, {"none", 0}, {"all", 1});
WORDS(starting_state, {"show", 1}, {"hide", 0});
WORDS(table_layout, {"auto", 0}, {"fixed", 1});
WORDS(text_align, {"start", ALIGN_START}, {"end", ALIGN_END}, {"center", ALIGN_CENTER},
      {"justify", ALIGN_JUSTIFY}, {"inside", ALIGN_INSIDE}, {"outside", ALIGN_OUTSIDE},
      {"left", WORD_LEFT}, {"right", WORD_RIGHT});
WORDS(text_align_last, {"relative", ALIGN_RELATIVE}, {"start", ALIGN_START}, {"end", ALIGN_END},
      {"center", ALIGN_CENTER}, {"justify", ALIGN_JUSTIFY}, {"inside", ALIGN_INSIDE},
      {"outside", ALIGN_OUTSIDE}, {"left", WORD_LEFT}, {"right", WORD_RIGHT});
WORDS(text_transform, {"none", TRANSFORM_NONE}, {"uppercase", TRANSFORM_UPPERCASE},
      {"lowercase", TRANSFORM_LOWERCASE}, {"capitalize", TRANSFORM_CAPITALIZE});
WORDS(visibility, {"visible", 0}, {"hidden", 1}, {"collapse", 1});
WORDS(writing_mode, {"lr-tb", MODE_LR_TB}, {"rl-tb", MODE_RL_TB}, {"lr", MODE_LR_TB},
      {"rl", MODE_RL_TB});

bool fo_word_find(const struct fo_word *words, const char *s, int32_t *value)
{
    for (; words && words->word; words++) {
        if (strcmp(words->word, s) == 0) {
            *value = words->value;
            return true;
        }
    }
    return false;
}

const char *fo_word_of(const struct fo_word *words, int32_t value)
{
    for (; words && words->word; words++)
        if (words->value == value)
            return words->word;
    return NULL;
}
