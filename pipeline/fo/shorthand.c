/* Shorthands other than those of the four edges (XSL 1.1, 7.31). */
#include "fo/custom.h"
#include "fo/words.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Length of the word at s: white space in brackets or quotes belongs to it. */
static size_t word_length(const char *s)
{
    size_t n = 0;
    int open = 0;
    char quote = 0;

    for (; s[n] && (quote || open > 0 || !is_space(s[n])); n++) {
        if (quote)
            quote = s[n] == quote ? 0 : quote;
        else if (s[n] == '"' || s[n] == '\'')
            quote = s[n];
        else
            open += s[n] == '(' ? 1 : s[n] == ')' ? -1 : 0;
    }
    return n;
}

bool fo_next_word(const char **s, char *word, size_t size)
{
    size_t len;

    while (is_space(**s))
        (*s)++;
    len = word_length(*s);
    if (len == 0 || len >= size)
        return false;
    memcpy(word, *s, len);
    word[len] = '\0';
    *s += len;
    return true;
}

static void set(struct refine *r, int property, const char *value)
{
    refine_set(r, property, COMPONENT_NONE, value);
}

/* What a word of the background shorthand is of. */
static int background_part(const char *word)
{
    int32_t value;

    if (fo_word_find(fo_words_background_repeat, word, &value))
        return PROP_background_repeat;
    if (strncmp(word, "url(", 4) == 0 || strcmp(word, "none") == 0)
        return PROP_background_image;
    if (strcmp(word, "scroll") == 0 || strcmp(word, "fixed") == 0)
        return PROP_background_attachment;
    if (strchr("0123456789-.", *word) || strcmp(word, "left") == 0 || strcmp(word, "right") == 0 ||
        strcmp(word, "top") == 0 || strcmp(word, "bottom") == 0 || strcmp(word, "center") == 0)
        return PROP_background_position;
    return PROP_background_color;
}

/* What of the background is not supported: other places than the corner, fixed pictures. */
static bool has_no_place(const char *word)
{
    int part = background_part(word);

    return (part == PROP_background_position && strcmp(word, "0%") != 0 &&
            strcmp(word, "left") != 0 && strcmp(word, "top") != 0) ||
           strcmp(word, "fixed") == 0;
}

bool fo_expand_background(struct refine *r, const struct fo_property *p,
                          enum fo_component component, const char *value)
{
    char word[FO_WORD_SIZE];

    (void)p;
    r->box_used = true;
    r->box.background = fo_initial_box.background;
    r->box.background_image = NULL;
    r->box.background_repeat = 0;
    if (strcmp(value, "inherit") == 0) {
        set(r, PROP_background_color, value);
        set(r, PROP_background_image, value);
        set(r, PROP_background_repeat, value);
        return component == COMPONENT_NONE;
    }
    while (fo_next_word(&value, word, sizeof word)) {
        set(r, background_part(word), word);
        if (!has_no_place(word))
            continue;
        r->remarked = true;
        diag_warn(r->diag, refine_place(r), NULL, "egenskapen %s stöds inte",
                  "property %s is not supported", fo_properties[background_part(word)].name);
    }
    return component == COMPONENT_NONE && strspn(value, " \t\r\n") == strlen(value);
}

bool fo_expand_border_spacing(struct refine *r, const struct fo_property *p,
                              enum fo_component component, const char *value)
{
    char word[FO_WORD_SIZE];

    (void)p;
    if (component != COMPONENT_NONE || !fo_next_word(&value, word, sizeof word))
        return false;
    set(r, PROP_border_separation, word);
    if (fo_next_word(&value, word, sizeof word))
        refine_set(r, PROP_border_separation, COMPONENT_BLOCK, word);
    return true;
}

/* The words before the size: style, variant, weight. */
static bool font_part(struct refine *r, const char *word)
{
    int32_t value;

    if (strcmp(word, "normal") == 0)
        return true;
    if (fo_word_find(fo_words_font_style, word, &value))
        r->text.font_italic = value;
    else if (fo_word_find(fo_words_font_variant, word, &value))
        r->text.small_caps = value;
    else if (fo_word_find(fo_words_font_weight, word, &value) || strcmp(word, "bolder") == 0 ||
             strcmp(word, "lighter") == 0)
        set(r, PROP_font_weight, word);
    else
        return false;
    return true;
}

/* A size, perhaps with "/line-height" behind it, with or without white space. */
static void font_size_and_line_height(struct refine *r, char *word, const char **rest)
{
    char height[FO_WORD_SIZE] = "", *slash = strchr(word, '/');

    if (slash) {
        memcpy(height, slash + 1, strlen(slash + 1) + 1);
        *slash = '\0';
    } else {
        while (is_space(**rest))
            (*rest)++;
        if (**rest == '/') {
            (*rest)++;
            fo_next_word(rest, height, sizeof height);
        }
    }
    set(r, PROP_font_size, word);
    if (height[0])
        set(r, PROP_line_height, height);
    else if (slash && fo_next_word(rest, height, sizeof height))
        set(r, PROP_line_height, height);
}

static bool has_more(const char *s)
{
    return s[strspn(s, " \t\r\n")] != '\0';
}

bool fo_expand_font(struct refine *r, const struct fo_property *p, enum fo_component component,
                    const char *value)
{
    struct fo_text_props before = r->text;
    char word[FO_WORD_SIZE];

    (void)p;
    if (strcmp(value, "inherit") == 0)
        return true;
    r->text.font_italic = r->text.small_caps = false;
    r->text.font_weight = 400;
    r->text.line_height_kind = LINE_HEIGHT_NORMAL;
    do {
        if (!fo_next_word(&value, word, sizeof word)) {
            r->text = before; /* no size and no family, or a system font */
            return false;
        }
    } while (font_part(r, word) || !has_more(value));
    font_size_and_line_height(r, word, &value);
    set(r, PROP_font_family, value);
    return component == COMPONENT_NONE;
}

static bool page_break(struct refine *r, int break_property, int keep_property, const char *value)
{
    static const char *const values[][2] = {{"auto", "auto"},
                                            {"always", "page"},
                                            {"left", "even-page"},
                                            {"right", "odd-page"},
                                            {"inherit", "inherit"}};

    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (strcmp(value, values[i][0]) == 0) {
            set(r, break_property, values[i][1]);
            return true;
        }
    }
    if (strcmp(value, "avoid") != 0)
        return false;
    set(r, keep_property, "always");
    return true;
}

bool fo_expand_page_break_after(struct refine *r, const struct fo_property *p,
                                enum fo_component component, const char *value)
{
    (void)p;
    return component == COMPONENT_NONE &&
           page_break(r, PROP_break_after, PROP_keep_with_next, value);
}

bool fo_expand_page_break_before(struct refine *r, const struct fo_property *p,
                                 enum fo_component component, const char *value)
{
    (void)p;
    return component == COMPONENT_NONE &&
           page_break(r, PROP_break_before, PROP_keep_with_previous, value);
}

bool fo_expand_page_break_inside(struct refine *r, const struct fo_property *p,
                                 enum fo_component component, const char *value)
{
    (void)p;
    if (component != COMPONENT_NONE)
        return false;
    if (strcmp(value, "inherit") == 0)
        return true;
    if (strcmp(value, "avoid") == 0)
        set(r, PROP_keep_together, "always");
    else if (strcmp(value, "auto") == 0)
        set(r, PROP_keep_together, "auto");
    else
        return false;
    return true;
}

bool fo_expand_position(struct refine *r, const struct fo_property *p, enum fo_component component,
                        const char *value)
{
    (void)p;
    if (component != COMPONENT_NONE)
        return false;
    if (strcmp(value, "static") == 0 || strcmp(value, "relative") == 0 ||
        strcmp(value, "inherit") == 0)
        set(r, PROP_relative_position, value);
    else if (strcmp(value, "absolute") == 0 || strcmp(value, "fixed") == 0)
        set(r, PROP_absolute_position, value);
    else
        return false;
    return true;
}

/* One or two lengths, or the sheet the right way up or turned: that sheet is A4. */
bool fo_expand_size(struct refine *r, const struct fo_property *p, enum fo_component component,
                    const char *value)
{
    char width[FO_WORD_SIZE], height[FO_WORD_SIZE];
    bool landscape = strcmp(value, "landscape") == 0;

    (void)p;
    if (component != COMPONENT_NONE)
        return false;
    if (landscape || strcmp(value, "portrait") == 0 || strcmp(value, "auto") == 0) {
        set(r, PROP_page_width, landscape ? "297mm" : "210mm");
        set(r, PROP_page_height, landscape ? "210mm" : "297mm");
        return true;
    }
    if (!fo_next_word(&value, width, sizeof width))
        return false;
    set(r, PROP_page_width, width);
    set(r, PROP_page_height, fo_next_word(&value, height, sizeof height) ? height : width);
    return true;
}

bool fo_expand_vertical_align(struct refine *r, const struct fo_property *p,
                              enum fo_component component, const char *value)
{
    int32_t word;

    (void)p;
    r->box_used = true;
    if (component != COMPONENT_NONE)
        return false;
    if (strcmp(value, "inherit") == 0)
        r->box.vertical_align = r->parent->box->vertical_align;
    else if (fo_word_find(fo_words_vertical_align, value, &word))
        r->box.vertical_align = (enum fo_baseline)word;
    else
        set(r, PROP_baseline_shift, value);
    r->depends = true;
    return true;
}

bool fo_expand_white_space(struct refine *r, const struct fo_property *p,
                           enum fo_component component, const char *value)
{
    static const char *const parts[][5] = {
        /* value, linefeeds, collapse, treatment, wrap */
        {"normal", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "wrap"},
        {"nowrap", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "no-wrap"},
        {"pre", "preserve", "false", "preserve", "no-wrap"},
    };

    (void)p;
    if (strcmp(value, "inherit") == 0)
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strcmp(parts[i][0], value) != 0)
            continue;
        set(r, PROP_linefeed_treatment, parts[i][1]);
        set(r, PROP_white_space_collapse, parts[i][2]);
        set(r, PROP_white_space_treatment, parts[i][3]);
        set(r, PROP_wrap_option, parts[i][4]);
        return component == COMPONENT_NONE;
    }
    return false;
}
