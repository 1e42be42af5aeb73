/* Extension functions of words, lists and personal numbers. */
#include "transform/call.h"
#include "transform/number.h"
#include "transform/plural.h"

#include <string.h>

static void f_plural(xmlXPathParserContextPtr xpath, int nargs)
{
    struct buf out = BUF_INIT;
    struct call c;

    if (!call_begin(&c, xpath, nargs, 2))
        return;
    if (locale_plural(call_locale(&c, 1), call_number(&c, 0), &out))
        call_push(&c, out.data);
    else
        call_stop(&c);
    buf_free(&out);
}

/* The forms that counts take in a language, with spaces between. */
static void f_plural_forms(xmlXPathParserContextPtr xpath, int nargs)
{
    struct buf out = BUF_INIT;
    struct call c;

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    for (int i = 0; i < PLURAL_FORMS; i++)
        if (plural_used(call_locale(&c, 0), i))
            buf_printf(&out, "%s%s", out.len ? " " : "", plural_name(i));
    call_push_buf(&c, &out);
}

static void f_plural_examples(xmlXPathParserContextPtr xpath, int nargs)
{
    struct buf out = BUF_INIT;
    struct call c;

    if (!call_begin(&c, xpath, nargs, 2))
        return;
    for (int i = 0; i < PLURAL_FORMS; i++)
        if (strcmp(plural_name(i), call_text(&c, 0)) == 0)
            plural_examples(call_locale(&c, 1), i, &out);
    call_push_buf(&c, &out);
}

static void split_items(struct arena *a, const char *s, const char ***items, size_t *n)
{
    size_t cap = 0;

    while (*s) {
        size_t len = strcspn(s, "\n");

        *arena_push(a, *items, *n, cap) = arena_strndup(a, s, len);
        s += len + (s[len] != '\0');
    }
}

static void items_of_nodes(struct arena *a, xmlNodeSetPtr set, const char ***items, size_t *n)
{
    size_t cap = 0;

    xmlXPathNodeSetSort(set);
    for (int i = 0; set && i < set->nodeNr; i++) {
        xmlChar *value = xmlXPathCastNodeToString(set->nodeTab[i]);

        *arena_push(a, *items, *n, cap) = arena_strdup(a, value ? (const char *)value : "");
        xmlFree(value);
    }
}

/* Where words run right to left, each item keeps its own direction: a reference to a Swedish law is
 * not torn apart by the word that joins it to the next (UAX #9, 2.4.2). */
static void isolate_items(struct arena *a, const char **items, size_t n)
{
    for (size_t i = 0; i < n; i++)
        items[i] = arena_printf(a, "\u2068%s\u2069", items[i]);
}

static void f_list(xmlXPathParserContextPtr xpath, int nargs)
{
    struct arena *a;
    struct buf out = BUF_INIT;
    const char **items = NULL;
    size_t n = 0;
    xmlChar *lang;
    xmlXPathObjectPtr value;
    struct call c;

    if (nargs != 2) {
        xmlXPathErr(xpath, XPATH_INVALID_ARITY);
        return;
    }
    lang = xmlXPathPopString(xpath);
    value = valuePop(xpath);
    call_begin(&c, xpath, 0, 0);
    c.arg[0] = lang;
    c.n = 1;
    a = arena_new();
    if (value && value->type == XPATH_NODESET) {
        items_of_nodes(a, value->nodesetval, &items, &n);
    } else if (value) {
        xmlChar *s = xmlXPathCastToString(value);

        split_items(a, s ? (const char *)s : "", &items, &n);
        xmlFree(s);
    }
    xmlXPathFreeObject(value);
    if (locale_rtl(call_locale(&c, 0)))
        isolate_items(a, items, n);
    if (locale_list(call_locale(&c, 0), items, n, &out))
        call_push_buf(&c, &out);
    else
        call_stop(&c);
    buf_free(&out);
    arena_free(a);
}

static void f_isolate(xmlXPathParserContextPtr xpath, int nargs)
{
    struct buf out = BUF_INIT;
    struct call c;

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    if (*call_text(&c, 0))
        buf_printf(&out, "\u2066%s\u2069", call_text(&c, 0));
    call_push_buf(&c, &out);
}

static void f_nobreak(xmlXPathParserContextPtr xpath, int nargs)
{
    struct buf out = BUF_INIT;
    struct call c;

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    for (const char *s = call_text(&c, 0); *s; s++)
        if (*s == ' ' || *s == '\n' || *s == '\t')
            buf_str(&out, "\u00A0");
        else if (*s == '-')
            buf_str(&out, "\u2011");
        else if (strncmp(s, "\u2013", 3) == 0)
            buf_str(&out, "\u2013\u2060"), s += strncmp(s + 3, "\u2060", 3) == 0 ? 5 : 2;
        else
            buf_char(&out, *s);
    call_push_buf(&c, &out);
}

static void f_longest_word(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;
    int longest = 0, n = 0;

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    for (const char *s = call_text(&c, 0); *s; s++) {
        n = strchr(" \t\n-/", *s) ? 0 : n + (((unsigned char)*s & 0xC0) != 0x80);
        longest = n > longest ? n : longest;
    }
    call_push_number(&c, longest);
}

static enum number_verdict read_number(const struct call *c, struct number *n)
{
    struct date today = {1, 1, 1};

    date_parse(c->run->job->today, &today);
    return number_read(call_text(c, 0), today, n);
}

static bool is_number(enum number_verdict v)
{
    return v == NUMBER_OK || v == NUMBER_BAD_CHECK;
}

static void f_number(xmlXPathParserContextPtr xpath, int nargs)
{
    struct number n;
    struct call c;

    if (call_begin(&c, xpath, nargs, 1))
        call_push(&c, number_verdict_name(read_number(&c, &n)));
}

static void f_number_display(xmlXPathParserContextPtr xpath, int nargs)
{
    struct number n;
    struct call c;

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    if (is_number(read_number(&c, &n)))
        call_push(&c, n.display);
    else
        call_push(&c, call_text(&c, 0));
}

static void f_number_date(xmlXPathParserContextPtr xpath, int nargs)
{
    struct number n;
    struct call c;
    char iso[11] = "";

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    if (is_number(read_number(&c, &n)))
        date_print(n.birth, iso);
    call_push(&c, iso);
}

static void f_number_kind(xmlXPathParserContextPtr xpath, int nargs)
{
    struct number n;
    struct call c;

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    if (is_number(read_number(&c, &n)))
        call_push(&c, n.coordination ? "coordination" : "personal");
    else
        call_push(&c, "");
}

const struct function functions_of_text[] = {
    {"plural", f_plural, NULL},
    {"plural-forms", f_plural_forms, NULL},
    {"plural-examples", f_plural_examples, NULL},
    {"list", f_list, NULL},
    {"isolate", f_isolate, NULL},
    {"nobreak", f_nobreak, NULL},
    {"longest-word", f_longest_word, NULL},
    {"personal-number", f_number, NULL},
    {"personal-number-display", f_number_display, NULL},
    {"personal-number-date", f_number_date, NULL},
    {"personal-number-kind", f_number_kind, NULL},
    {NULL, NULL, NULL},
};
