/* The glossary: Swedish words that stand for a term, and the parts of words that a translation must
 * then hold. Both are compared without capitals, vowel signs and joiners, so that a term is found
 * however it is pointed. */
#include "transform/glossary.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

enum { TATWEEL = 0x640, ZWNJ = 0x200C };

struct term {
    const char *name;     /* Swedish, for messages */
    const char *use;      /* in the language, for messages */
    const char **sources; /* patterns of words: "samordnad* plan*" */
    const char **uses;    /* parts of words, folded */
    size_t nsources, nuses;
};

struct terms {
    struct term *items;
    size_t n, cap;
};

/* ---- text ----------------------------------------------------------------------------------- */

static const char *fold(struct arena *a, const char *s)
{
    const char *end = s + strlen(s), *copy;
    struct buf out = BUF_INIT;

    while (s < end) {
        uint32_t c = utf8_next(&s, end);
        char bytes[4];

        if (c == TATWEEL || c == ZWNJ || u_charType((UChar32)c) == U_NON_SPACING_MARK)
            continue;
        buf_add(&out, bytes,
                utf8_put(bytes, (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT)));
    }
    copy = arena_strdup(a, out.data ? out.data : "");
    buf_free(&out);
    return copy;
}

/* The alternatives of an attribute, folded: those between bars. */
static const char **alternatives(struct arena *a, const char *list, size_t *n)
{
    const char **items = NULL;
    size_t cap = 0;

    *n = 0;
    for (const char *s = list; *s;) {
        size_t len = strcspn(s, "|");

        if (len)
            *arena_push(a, items, *n, cap) = fold(a, arena_strndup(a, s, len));
        s += len + (s[len] == '|');
    }
    return items;
}

/* The words of folded text, each with one space before and behind it. */
static const char *spaced_words(struct arena *a, const char *folded)
{
    const char *s = folded, *end = folded + strlen(folded), *copy;
    struct buf out = BUF_INIT;
    bool open = false;

    buf_char(&out, ' ');
    while (s < end) {
        const char *from = s;
        uint32_t c = utf8_next(&s, end);
        bool letter = c == '-' || u_isalnum((UChar32)c);

        if (letter)
            buf_add(&out, from, (size_t)(s - from));
        else if (open)
            buf_char(&out, ' ');
        open = letter;
    }
    buf_char(&out, ' ');
    copy = arena_strdup(a, out.data);
    buf_free(&out);
    return copy;
}

/* Whether a pattern stands at the start of spaced words: its words in a row, * for any ending. */
static bool starts(const char *words, const char *pattern)
{
    for (; *pattern; pattern++) {
        if (*pattern == '*')
            words += strcspn(words, " ");
        else if (*pattern != *words++)
            return false;
    }
    return *words == ' ';
}

static bool found(const char *words, const char *pattern)
{
    for (const char *at = words; (at = strchr(at, ' ')) != NULL && at[1]; at++)
        if (starts(at + 1, pattern))
            return true;
    return false;
}

/* ---- terms ---------------------------------------------------------------------------------- */

static bool is(xmlNodePtr node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static void add_term(struct arena *a, struct terms *t, xmlNodePtr term, xmlNodePtr use)
{
    struct term *new = arena_push(a, t->items, t->n, t->cap);
    const char *match = xliff_attribute(a, use, "match");

    *new = (struct term){.name = xliff_attribute(a, term, "sv"), .use = xliff_words(a, use)};
    new->sources = alternatives(a, xliff_attribute(a, term, "match"), &new->nsources);
    new->uses = alternatives(a, *match ? match : new->use, &new->nuses);
}

static struct terms terms_of(struct arena *a, xmlDocPtr doc, const char *lang)
{
    xmlNodePtr root = doc ? xmlDocGetRootElement(doc) : NULL;
    struct terms t = {NULL, 0, 0};

    for (xmlNodePtr term = root ? root->children : NULL; term; term = term->next)
        for (xmlNodePtr use = term->children; use; use = use->next)
            if (is(use, "use") && strcmp(xliff_attribute(a, use, "lang"), lang) == 0)
                add_term(a, &t, term, use);
    return t;
}

static bool in_source(const struct term *t, const char *words)
{
    for (size_t i = 0; i < t->nsources; i++)
        if (found(words, t->sources[i]))
            return true;
    return false;
}

static bool in_target(const struct term *t, const char *folded)
{
    for (size_t i = 0; i < t->nuses; i++)
        if (strstr(folded, t->uses[i]))
            return true;
    return false;
}

static void check_unit(struct arena *a, const struct terms *terms, const struct xliff_unit *u,
                       const char *file, struct diag *diag)
{
    const char *words = spaced_words(a, fold(a, u->words));
    const char *target = fold(a, xliff_words(a, u->target));

    for (size_t i = 0; i < terms->n; i++) {
        const struct term *t = &terms->items[i];

        if (in_source(t, words) && !in_target(t, target))
            diag_warn(diag, diag_at(file, u->line), u->id, "ordlistan: ”%s” heter ”%s”",
                      "glossary: \"%s\" is \"%s\"", t->name, t->use);
    }
}

void glossary_check(xmlDocPtr doc, const char *lang, const struct xliff *x, const char *file,
                    struct diag *diag)
{
    struct arena *a = arena_new();
    struct terms terms = terms_of(a, doc, lang);

    for (size_t i = 0; terms.n && i < x->n; i++)
        if (x->units[i].translated)
            check_unit(a, &terms, &x->units[i], file, diag);
    arena_free(a);
}
