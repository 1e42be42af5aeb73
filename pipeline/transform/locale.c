/* Dates, times, plurals and lists in the words of a language, by ICU. */
#include "transform/locale.h"

#include "base/arena.h"

#include <libxml/tree.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/ulistformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

enum { FORMS = 5, TIME_FORM = 4, LONGEST = 512 };
static const char *const forms[FORMS] = {"long", "weekday", "monthyear", "dayname", "time"};

/* What a date or time came to: in a mailing the same few come again and again. */
struct shown {
    double milliseconds;
    char text[64]; /* "": nothing yet */
};
enum { SHOWN = 16, USUAL_LIST = 500 };

struct locale {
    xmlNodePtr node;
    bool rtl;
    const char *lang, *icu;
    const char *patterns[FORMS], *from, *range;
    UDateFormat *formats[FORMS]; /* NULL: not opened yet */
    struct shown shown[FORMS][SHOWN];
    UPluralRules *plurals;
    UListFormatter *list;
};

struct locales {
    struct arena *arena;
    struct locale *items;
    size_t n, cap;
};

/* ---- the data ------------------------------------------------------------------------------ */

static const char *attribute(struct arena *a, xmlNodePtr node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    const char *copy = value ? arena_strdup(a, (const char *)value) : NULL;

    xmlFree(value);
    return copy;
}

static const char *content(struct arena *a, xmlNodePtr node)
{
    xmlChar *value = xmlNodeGetContent(node);
    const char *copy = arena_strdup(a, value ? (const char *)value : "");

    xmlFree(value);
    return copy;
}

static void read_child(struct arena *a, struct locale *l, xmlNodePtr node)
{
    const char *name = (const char *)node->name, *form;

    if (strcmp(name, "from") == 0)
        l->from = content(a, node);
    else if (strcmp(name, "range") == 0)
        l->range = content(a, node);
    else if (strcmp(name, "time") == 0)
        l->patterns[TIME_FORM] = content(a, node);
    else if ((form = attribute(a, node, "form")) != NULL)
        for (int i = 0; i < TIME_FORM; i++)
            if (strcmp(forms[i], form) == 0)
                l->patterns[i] = content(a, node);
}

/* false: something is missing. */
static bool read_locale(struct arena *a, struct locale *l, xmlNodePtr node)
{
    xmlChar *direction = xmlGetNoNsProp(node, (const xmlChar *)"direction");

    l->node = node;
    l->rtl = direction && strcmp((const char *)direction, "rtl") == 0;
    xmlFree(direction);
    l->lang = attribute(a, node, "lang");
    l->icu = attribute(a, node, "icu");
    for (xmlNodePtr child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            read_child(a, l, child);
    for (int i = 0; i < FORMS; i++)
        if (!l->patterns[i])
            return false;
    return l->lang && l->icu && l->from && l->range;
}

struct locales *locales_new(struct _xmlDoc *doc, const char *file, struct diag *diag)
{
    struct arena *a = arena_new();
    struct locales *l = arena_new_of(a, struct locales);
    xmlNodePtr root = xmlDocGetRootElement(doc);
    bool good = true;

    l->arena = a;
    for (xmlNodePtr node = root ? root->children : NULL; node && good; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            good = read_locale(a, arena_push(a, l->items, l->n, l->cap), node);
    if (good && l->n)
        return l;
    diag_error(diag, EXIT_SYSTEM, diag_at(file, 0), NULL, "språkens mönster är inte fullständiga",
               "the patterns of the languages are not complete");
    locales_free(l);
    return NULL;
}

void locales_free(struct locales *l)
{
    if (!l)
        return;
    for (size_t i = 0; i < l->n; i++) {
        for (int form = 0; form < FORMS; form++)
            if (l->items[i].formats[form])
                udat_close(l->items[i].formats[form]);
        if (l->items[i].plurals)
            uplrules_close(l->items[i].plurals);
        if (l->items[i].list)
            ulistfmt_close(l->items[i].list);
    }
    arena_free(l->arena);
}

struct locale *locale_find(struct locales *l, const char *lang)
{
    for (size_t i = 0; i < l->n; i++)
        if (strcmp(l->items[i].lang, lang) == 0)
            return &l->items[i];
    return NULL;
}

struct locale *locale_at(struct locales *l, size_t i)
{
    return i < l->n ? &l->items[i] : NULL;
}

struct locale *locale_first(struct locales *l)
{
    return l->items;
}

const char *locale_lang(const struct locale *l)
{
    return l->lang;
}

struct _xmlNode *locale_node(const struct locale *l)
{
    return l->node;
}

bool locale_rtl(const struct locale *l)
{
    return l->rtl;
}

/* ---- ICU ----------------------------------------------------------------------------------- */

static bool add_utf16(struct buf *out, const UChar *s, int32_t len)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0;

    buf_reserve(out, (size_t)len * 3);
    u_strToUTF8(out->data + out->len, (int32_t)(out->cap - out->len), &n, s, len, &status);
    if (U_FAILURE(status))
        return false;
    out->len += (size_t)n;
    out->data[out->len] = '\0';
    return true;
}

static UDateFormat *format_of(struct locale *l, int form)
{
    static const UChar utc[] = {'U', 'T', 'C', 0};
    UChar pattern[LONGEST];
    UErrorCode status = U_ZERO_ERROR;

    if (l->formats[form])
        return l->formats[form];
    u_strFromUTF8(pattern, LONGEST, NULL, l->patterns[form], -1, &status);
    l->formats[form] = udat_open(UDAT_PATTERN, UDAT_PATTERN, l->icu, utc, -1, pattern, -1, &status);
    return U_SUCCESS(status) ? l->formats[form] : NULL;
}

static bool format_anew(struct locale *l, int form, double milliseconds, struct buf *out)
{
    UDateFormat *f = format_of(l, form);
    UChar text[LONGEST];
    UErrorCode status = U_ZERO_ERROR;
    int32_t n;

    if (!f)
        return false;
    n = udat_format(f, milliseconds, text, LONGEST, NULL, &status);
    return U_SUCCESS(status) && n <= LONGEST && add_utf16(out, text, n);
}

/* milliseconds: whole minutes. */
static bool format(struct locale *l, int form, double milliseconds, struct buf *out)
{
    int64_t minutes = (int64_t)(milliseconds / 60000);
    struct shown *s = &l->shown[form][(uint64_t)(minutes + minutes / 1440) % SHOWN];
    size_t before = out->len;

    if (*s->text && s->milliseconds == milliseconds) {
        buf_str(out, s->text);
        return true;
    }
    if (!format_anew(l, form, milliseconds, out))
        return false;
    if (out->len - before < sizeof s->text) {
        memcpy(s->text, out->data + before, out->len - before + 1);
        s->milliseconds = milliseconds;
    }
    return true;
}

bool locale_date(struct locale *l, struct date d, const char *form, struct buf *out)
{
    char iso[11];

    if (strcmp(form, "short") == 0) {
        date_print(d, iso);
        buf_printf(out, locale_rtl(l) ? "\u2066%s\u2069" : "%s", iso);
        return true;
    }
    for (int i = 0; i < TIME_FORM; i++)
        if (strcmp(forms[i], form) == 0)
            return format(l, i, (double)date_number(d) * 86400000.0, out);
    return false;
}

bool locale_time(struct locale *l, int hour, int minute, struct buf *out)
{
    return format(l, TIME_FORM, (hour * 60.0 + minute) * 60000.0, out);
}

void locale_time_range(struct locale *l, const char *start, const char *end, struct buf *out)
{
    for (const char *s = end ? l->range : l->from; *s; s++)
        if (strncmp(s, "{0}", 3) == 0)
            buf_str(out, start), s += 2;
        else if (end && strncmp(s, "{1}", 3) == 0)
            buf_str(out, end), s += 2;
        else
            buf_char(out, *s);
}

bool locale_plural(struct locale *l, double n, struct buf *out)
{
    UChar keyword[32];
    UErrorCode status = U_ZERO_ERROR;
    int32_t len;

    if (!l->plurals)
        l->plurals = uplrules_open(l->icu, &status);
    if (U_FAILURE(status))
        return false;
    len = uplrules_select(l->plurals, n, keyword, 32, &status);
    return U_SUCCESS(status) && add_utf16(out, keyword, len);
}

/* The items as UTF-16, in one arena; false: one of them is not UTF-8 or too long. */
static bool items_utf16(struct arena *a, const char *const *items, size_t n, const UChar **to,
                        int32_t *lengths)
{
    for (size_t i = 0; i < n; i++) {
        size_t room = strlen(items[i]) + 1;
        UErrorCode status = U_ZERO_ERROR;
        UChar *s;

        if (room > INT_MAX)
            return false;
        s = arena_array(a, UChar, room);
        u_strFromUTF8(s, (int32_t)room, &lengths[i], items[i], -1, &status);
        if (U_FAILURE(status))
            return false;
        to[i] = s;
    }
    return true;
}

static bool format_list(struct locale *l, struct arena *a, const char *const *items, int32_t n,
                        struct buf *out)
{
    const UChar **texts = arena_array(a, const UChar *, (size_t)n);
    int32_t *lengths = arena_array(a, int32_t, (size_t)n), need;
    UErrorCode status = U_ZERO_ERROR;
    UChar *text = arena_array(a, UChar, USUAL_LIST + 1);

    if (!items_utf16(a, items, (size_t)n, texts, lengths))
        return false;
    need = ulistfmt_format(l->list, texts, lengths, n, text, USUAL_LIST + 1, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        text = arena_array(a, UChar, (size_t)need + 1);
        ulistfmt_format(l->list, texts, lengths, n, text, need + 1, &status);
    }
    return U_SUCCESS(status) && add_utf16(out, text, need);
}

bool locale_list(struct locale *l, const char *const *items, size_t n, struct buf *out)
{
    UErrorCode status = U_ZERO_ERROR;
    struct arena *a;
    bool done;

    if (n == 0)
        return true;
    if (!l->list)
        l->list = ulistfmt_open(l->icu, &status);
    if (U_FAILURE(status) || n > INT_MAX)
        return false;
    a = arena_new();
    done = format_list(l, a, items, (int32_t)n, out);
    arena_free(a);
    return done;
}
