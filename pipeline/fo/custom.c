/* Values of box properties with a syntax of their own. */
#include "fo/custom.h"

#include "fo/words.h"

#include <string.h>

/* A word sets the baseline, a length or percentage of the line height moves away from it. */
bool fo_set_baseline_shift(struct refine *r, const struct fo_property *p,
                           enum fo_component component, const char *value)
{
    int32_t word;

    r->box_used = true;
    if (component != COMPONENT_NONE)
        return false;
    if (!fo_word_find(fo_words_baseline_shift, value, &word))
        return fo_read_length(r, value, refine_field(r, p));
    r->box.vertical_align = (enum fo_baseline)word;
    r->box.baseline_shift = (struct fo_length){0};
    return true;
}

bool fo_set_border_separation(struct refine *r, const struct fo_property *p,
                              enum fo_component component, const char *value)
{
    mpt v;

    (void)p;
    if (!fo_read_mpt(r, value, &v))
        return false;
    if (component == COMPONENT_NONE || component == COMPONENT_INLINE)
        r->text.border_separation_ip = v;
    if (component == COMPONENT_NONE || component == COMPONENT_BLOCK)
        r->text.border_separation_bp = v;
    return component == COMPONENT_NONE || component == COMPONENT_INLINE ||
           component == COMPONENT_BLOCK;
}

/* auto, a length or percentage, or one of the three ways to scale to the viewport. */
static bool content_size(struct refine *r, const char *value, struct fo_length *size, bool *to_fit)
{
    *to_fit = true;
    r->box_used = true;
    if (strcmp(value, "scale-to-fit") == 0)
        return true;
    if (strcmp(value, "scale-down-to-fit") == 0)
        return r->box.scale_down_only = true;
    if (strcmp(value, "scale-up-to-fit") == 0)
        return r->box.scale_up_only = true;
    *to_fit = false;
    if (strcmp(value, "auto") != 0)
        return fo_read_length(r, value, size);
    size->is_auto = true;
    return true;
}

bool fo_set_content_height(struct refine *r, const struct fo_property *p,
                           enum fo_component component, const char *value)
{
    (void)p;
    return component == COMPONENT_NONE &&
           content_size(r, value, &r->box.content_height, &r->box.scale_to_fit_height);
}

bool fo_set_content_width(struct refine *r, const struct fo_property *p,
                          enum fo_component component, const char *value)
{
    (void)p;
    return component == COMPONENT_NONE &&
           content_size(r, value, &r->box.content_width, &r->box.scale_to_fit_width);
}

bool fo_set_indent(struct refine *r, const struct fo_property *p, enum fo_component component,
                   const char *value)
{
    struct fo_length l = {0};

    if (component != COMPONENT_NONE ||
        (strcmp(value, "auto") != 0 && (!fo_read_length(r, value, &l) || l.proportion)))
        return false;
    *(struct fo_length *)refine_field(r, p) = l;
    return true;
}

bool fo_set_role(struct refine *r, const struct fo_property *p, enum fo_component component,
                 const char *value)
{
    (void)p;
    r->box_used = true;
    if (!*value || strcmp(value, "none") == 0)
        r->box.role = NULL;
    else if (strcmp(value, "Artifact") == 0) /* as PDF 2.0 names it */
        r->box.role = "artifact";
    else
        r->box.role = arena_strdup(r->arena, value);
    if (strcmp(value, "TH") == 0)
        r->box.header_cell = true;
    return component == COMPONENT_NONE;
}

/* left and right are the sides of the page, as their names say and as other formatters have it; the
 * specification has them mean start and end. */
bool fo_set_text_align(struct refine *r, const struct fo_property *p, enum fo_component component,
                       const char *value)
{
    bool rtl = r->text.writing_mode == MODE_RL_TB;
    int32_t word;

    if (component != COMPONENT_NONE || !fo_word_find(p->words, value, &word))
        return false;
    if (word == WORD_LEFT || word == WORD_RIGHT)
        word = (word == WORD_LEFT) == rtl ? ALIGN_END : ALIGN_START;
    fo_store_int(refine_field(r, p), p->size, word);
    return true;
}

bool fo_set_text_decoration(struct refine *r, const struct fo_property *p,
                            enum fo_component component, const char *value)
{
    static const struct fo_word lines[] = {{"none", 0},
                                           {"underline", DECORATION_UNDERLINE},
                                           {"overline", DECORATION_OVERLINE},
                                           {"line-through", DECORATION_THROUGH},
                                           {"no-underline", DECORATION_NO_UNDERLINE},
                                           {"no-overline", DECORATION_NO_OVERLINE},
                                           {"no-line-through", DECORATION_NO_THROUGH},
                                           {NULL, 0}};
    char word[FO_WORD_SIZE];
    int32_t line, all = 0;

    (void)p;
    while (fo_next_word(&value, word, sizeof word)) {
        if (!fo_word_find(lines, word, &line))
            return false;
        all |= line;
    }
    r->box_used = true;
    r->box.decoration = (uint8_t)all;
    return component == COMPONENT_NONE;
}
