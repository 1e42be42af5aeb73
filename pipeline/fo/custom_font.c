/* Values of font, line and language properties. */
#include "fo/custom.h"

#include "base/utf8.h"
#include "fo/expression.h"
#include "fo/words.h"

#include <string.h>

/* ---- font ---------------------------------------------------------------------------------- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Copies one family name up to a comma to out: quotes off, white space single. */
static const char *copy_family(const char *s, char **out)
{
    char quote = 0, *to = *out;

    for (; *s && (quote || *s != ','); s++) {
        if (quote ? *s == quote : *s == '"' || *s == '\'')
            quote = quote ? 0 : *s;
        else if (!is_space(*s))
            *to++ = *s;
        else if (to > *out && to[-1] != ' ')
            *to++ = ' ';
    }
    while (to > *out && to[-1] == ' ')
        to--;
    *out = to;
    return s;
}

bool fo_set_font_family(struct refine *r, const struct fo_property *p, enum fo_component component,
                        const char *value)
{
    char *list = arena_alloc(r->arena, strlen(value) + 2), *to = list;

    (void)p;
    while (*value) {
        char *start = to;

        value = copy_family(value, &to);
        if (to > start)
            *to++ = ',';
        if (*value == ',')
            value++;
    }
    if (to == list || component != COMPONENT_NONE)
        return false;
    to[-1] = '\0';
    if (strcmp(list, r->text.font_family) != 0)
        r->text.font_family = list;
    return true;
}

/* Percentages and em are of the parent's size; larger and smaller are a step of 1.2 from it. */
bool fo_set_font_size(struct refine *r, const struct fo_property *p, enum fo_component component,
                      const char *value)
{
    mpt parent = r->parent->text->font_size;
    struct fo_number n;
    int32_t word;

    (void)p;
    if (component != COMPONENT_NONE)
        return false;
    if (fo_word_find(fo_words_font_size, value, &word)) {
        r->text.font_size = word;
    } else if (strcmp(value, "larger") == 0) {
        r->text.font_size = fo_round(parent * 12, 10);
    } else if (strcmp(value, "smaller") == 0) {
        r->text.font_size = fo_round(parent * 10, 12);
    } else {
        if (!fo_expression(r, value, parent, &n) || n.power != 1 || n.proportion || n.abs < 0 ||
            n.pct < 0 || n.pct > 100000 * FO_ONE || n.abs > 100000 * FO_ONE)
            return false;
        r->text.font_size = fo_round(n.pct / 1000 * parent, 100000) + fo_number_mpt(&n);
    }
    if (r->text.font_size > 100000 * MPT_PER_PT)
        r->text.font_size = 100000 * MPT_PER_PT;
    return true;
}

bool fo_set_font_weight(struct refine *r, const struct fo_property *p, enum fo_component component,
                        const char *value)
{
    int parent = r->parent->text->font_weight;
    int32_t word;

    (void)p;
    if (strcmp(value, "bolder") == 0)
        word = parent < 400 ? 400 : parent < 600 ? 700 : 900;
    else if (strcmp(value, "lighter") == 0)
        word = parent > 700 ? 700 : parent > 500 ? 400 : 100;
    else if (!fo_word_find(fo_words_font_weight, value, &word))
        return false;
    r->text.font_weight = word;
    return component == COMPONENT_NONE;
}

/* A number is a factor that children inherit as such; a percentage becomes a length here. Of a
 * space only the optimum counts. */
bool fo_set_line_height(struct refine *r, const struct fo_property *p, enum fo_component component,
                        const char *value)
{
    struct fo_number n;

    (void)p;
    if (component == COMPONENT_CONDITIONALITY || component == COMPONENT_PRECEDENCE ||
        component == COMPONENT_MINIMUM || component == COMPONENT_MAXIMUM)
        return true;
    if (component != COMPONENT_NONE && component != COMPONENT_OPTIMUM)
        return false;
    if (strcmp(value, "normal") == 0) {
        r->text.line_height_kind = LINE_HEIGHT_NORMAL;
        return true;
    }
    if (!fo_expression(r, value, r->text.font_size, &n) || n.proportion || n.abs < 0 || n.pct < 0 ||
        n.abs > 100000 * FO_ONE || n.pct > 100000 * FO_ONE)
        return false;
    if (n.power == 0) {
        r->text.line_height_kind = LINE_HEIGHT_FACTOR;
        r->text.line_height_factor = (int32_t)fo_round(n.abs, 1000);
        return true;
    }
    r->text.line_height_kind = LINE_HEIGHT_LENGTH;
    r->text.line_height = fo_round(n.pct / 1000 * r->text.font_size, 100000) + fo_number_mpt(&n);
    return true;
}

bool fo_set_hyphenation_character(struct refine *r, const struct fo_property *p,
                                  enum fo_component component, const char *value)
{
    const char *end = value + strlen(value);

    (void)p;
    if (component != COMPONENT_NONE || value == end)
        return false;
    r->text.hyphenation_character = utf8_next(&value, end);
    return value == end;
}

/* ---- language: xml:lang, or its parts ------------------------------------------------------ */

struct tag {
    char part[3][16]; /* language, script, country */
};
enum { LANGUAGE, SCRIPT, COUNTRY };

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Which part a subtag behind the first is: four letters are a script, two letters or three digits
 * a country (BCP 47). */
static int kind_of_subtag(const char *s, size_t len)
{
    if (len == 4 && is_letter(*s))
        return SCRIPT;
    if ((len == 2 && is_letter(*s)) || (len == 3 && !is_letter(*s)))
        return COUNTRY;
    return -1;
}

static void split_tag(const char *lang, struct tag *tag)
{
    bool first = true;

    memset(tag, 0, sizeof *tag);
    while (lang && *lang) {
        size_t len = strcspn(lang, "-");
        int kind = first ? LANGUAGE : kind_of_subtag(lang, len);

        if (kind >= 0 && len < sizeof tag->part[kind])
            memcpy(tag->part[kind], lang, len);
        first = false;
        lang += len;
        lang += *lang == '-';
    }
}

static void put_lang(struct refine *r, const char *lang)
{
    if (lang && r->text.lang && strcmp(lang, r->text.lang) == 0)
        return;
    r->text.lang = lang ? arena_strdup(r->arena, lang) : NULL;
}

static bool set_part(struct refine *r, int kind, const char *none, const char *value)
{
    struct tag tag;
    char lang[64];
    size_t n = 0, len = strlen(value);

    if (len == 0 || len >= sizeof tag.part[kind] ||
        strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") != len)
        return false;
    split_tag(r->text.lang, &tag);
    memset(tag.part[kind], 0, sizeof tag.part[kind]);
    if (strcmp(value, none) != 0 && strcmp(value, "none") != 0)
        memcpy(tag.part[kind], value, len);
    for (int i = LANGUAGE; i <= COUNTRY && tag.part[LANGUAGE][0]; i++) {
        size_t part = strlen(tag.part[i]);

        if (part == 0)
            continue;
        if (n > 0)
            lang[n++] = '-';
        memcpy(lang + n, tag.part[i], part);
        n += part;
    }
    lang[n] = '\0';
    put_lang(r, n ? lang : NULL);
    return true;
}

/* A country or script without a language says nothing, so both are read after the language. */
bool fo_set_country(struct refine *r, const struct fo_property *p, enum fo_component component,
                    const char *value)
{
    (void)p;
    return component == COMPONENT_NONE && set_part(r, COUNTRY, "none", value);
}

bool fo_set_language(struct refine *r, const struct fo_property *p, enum fo_component component,
                     const char *value)
{
    (void)p;
    return component == COMPONENT_NONE && set_part(r, LANGUAGE, "none", value);
}

bool fo_set_script(struct refine *r, const struct fo_property *p, enum fo_component component,
                   const char *value)
{
    (void)p;
    return component == COMPONENT_NONE && set_part(r, SCRIPT, "auto", value);
}

bool fo_set_xml_lang(struct refine *r, const struct fo_property *p, enum fo_component component,
                     const char *value)
{
    (void)p;
    if (component != COMPONENT_NONE || strlen(value) > 60 ||
        strspn(value, "-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") !=
            strlen(value))
        return false;
    put_lang(r, *value ? value : NULL);
    return true;
}
