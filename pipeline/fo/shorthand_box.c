/* Shorthands of the four edges: margin, padding, border and its parts (XSL 1.1, 7.31). */
#include "fo/custom.h"
#include "fo/words.h"

#include <string.h>

/* One to four values, for top, right, bottom, left, as in CSS. */
static bool four_sides(struct refine *r, const int property[4], const char *value)
{
    static const int source[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    char words[4][FO_WORD_SIZE];
    int n = 0;

    while (n < 4 && fo_next_word(&value, words[n], sizeof words[n]))
        n++;
    if (n == 0 || strspn(value, " \t\r\n") != strlen(value))
        return false;
    for (int i = 0; i < 4; i++)
        refine_set(r, property[i], COMPONENT_NONE, words[source[n - 1][i]]);
    return true;
}

#define FOUR_SIDES(function, top, right, bottom, left)                                             \
    bool function(struct refine *r, const struct fo_property *p, enum fo_component component,      \
                  const char *value)                                                               \
    {                                                                                              \
        static const int sides[4] = {PROP_##top, PROP_##right, PROP_##bottom, PROP_##left};        \
        (void)p;                                                                                   \
        return component == COMPONENT_NONE && four_sides(r, sides, value);                         \
    }

FOUR_SIDES(fo_expand_margin, margin_top, margin_right, margin_bottom, margin_left)
FOUR_SIDES(fo_expand_padding, padding_top, padding_right, padding_bottom, padding_left)
FOUR_SIDES(fo_expand_border_color, border_top_color, border_right_color, border_bottom_color,
           border_left_color)
FOUR_SIDES(fo_expand_border_style, border_top_style, border_right_style, border_bottom_style,
           border_left_style)
FOUR_SIDES(fo_expand_border_width, border_top_width, border_right_width, border_bottom_width,
           border_left_width)

/* Which part of a border a word is. */
static int border_part(const char *word, const int part[3])
{
    int32_t value;

    if (fo_word_find(fo_words_border_style, word, &value))
        return part[0];
    if (fo_word_find(fo_words_border_width, word, &value) || strchr("0123456789.-(", *word))
        return part[1];
    return part[2];
}

/* Style, width and colour in any order; what is left out becomes initial. */
static bool one_border(struct refine *r, uint8_t side, const char *value)
{
    static const int parts[4][3] = {
        {PROP_border_top_style, PROP_border_top_width, PROP_border_top_color},
        {PROP_border_right_style, PROP_border_right_width, PROP_border_right_color},
        {PROP_border_bottom_style, PROP_border_bottom_width, PROP_border_bottom_color},
        {PROP_border_left_style, PROP_border_left_width, PROP_border_left_color}};
    const int *part = parts[side - SIDE_TOP];
    enum fo_edge edge = refine_edge(r, side);
    char word[FO_WORD_SIZE];

    r->box_used = true;
    r->box.border[edge] = fo_initial_box.border[edge];
    r->border_colour_given &= (uint8_t) ~(1u << edge);
    if (strcmp(value, "inherit") == 0) {
        for (int i = 0; i < 3; i++)
            refine_set(r, part[i], COMPONENT_NONE, value);
        return true;
    }
    while (fo_next_word(&value, word, sizeof word))
        refine_set(r, border_part(word, part), COMPONENT_NONE, word);
    return strspn(value, " \t\r\n") == strlen(value);
}

bool fo_expand_border(struct refine *r, const struct fo_property *p, enum fo_component component,
                      const char *value)
{
    bool ok = component == COMPONENT_NONE;

    (void)p;
    for (int side = SIDE_TOP; side <= SIDE_LEFT; side++)
        ok = one_border(r, (uint8_t)side, value) && ok;
    return ok;
}

bool fo_expand_border_edge(struct refine *r, const struct fo_property *p,
                           enum fo_component component, const char *value)
{
    return component == COMPONENT_NONE && one_border(r, p->arg, value);
}
