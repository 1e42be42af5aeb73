/* What may go wrong with a text between its export and its return: lost values, numbers and
 * addresses, broken markup, controls that turn the direction, and states that were not earned. */
#include "transform/xliff.h"

#include "base/utf8.h"
#include "transform/plural.h"

#include <string.h>

struct checking {
    struct arena *arena;
    const char *file;
    struct diag *diag;
    struct locale *locale;
    const struct xliff *all;
    const struct xliff_unit *unit;
    bool good;
};

static void fault(struct checking *c, const char *sv, const char *en)
{
    diag_error(c->diag, EXIT_INPUT, diag_at(c->file, c->unit->line), c->unit->id, "%s", "%s",
               diag_lang(c->diag) == DIAG_SV ? sv : en);
    c->good = false;
}

/* ---- inline elements ------------------------------------------------------------------------ */

struct marks {
    const char **items; /* "x 1", "g 2" */
    size_t n, cap;
    bool unknown; /* an element that is neither, or nested too deep */
};

static void collect_marks(struct arena *a, xmlNodePtr node, int depth, struct marks *m)
{
    for (xmlNodePtr n = node ? node->children : NULL; n; n = n->next) {
        bool x = xliff_is(n, "x"), g = xliff_is(n, "g");

        if (n->type != XML_ELEMENT_NODE)
            continue;
        if ((!x && !g) || depth > 8) {
            m->unknown = true;
            continue;
        }
        *arena_push(a, m->items, m->n, m->cap) =
            arena_printf(a, "%c %s", x ? 'x' : 'g', xliff_attribute(a, n, "id"));
        collect_marks(a, n, depth + 1, m);
    }
}

static size_t count(char *const *items, size_t n, const char *item)
{
    size_t found = 0;

    for (size_t i = 0; i < n; i++)
        found += strcmp(items[i], item) == 0;
    return found;
}

static bool same_marks(const struct marks *a, const struct marks *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (count((char *const *)a->items, a->n, a->items[i]) !=
            count((char *const *)b->items, b->n, a->items[i]))
            return false;
    return true;
}

/* The form of a unit with a count: the end of its id. PLURAL_FORMS: none that we know. */
static int form_of(const struct xliff_unit *u)
{
    const char *end = strrchr(u->id, '.');
    int i = 0;

    while (i < PLURAL_FORMS && !(end && strcmp(end + 1, plural_name(i)) == 0))
        i++;
    return i;
}

/* Takes out of the source's marks the count that the translation says in a word: "two months" has
 * a word of its own in some languages. */
static void forgive_count(struct checking *c, struct marks *source, const struct marks *target)
{
    int form = form_of(c->unit);

    if (!c->unit->plurals || form == PLURAL_FORMS || !plural_single(c->locale, form))
        return;
    for (xmlNodePtr n = c->unit->source->children; n; n = n->next) {
        const char *mark;

        if (!xliff_is(n, "x") || strcmp(xliff_attribute(c->arena, n, "ctype"), "x-count") != 0)
            continue;
        mark = arena_printf(c->arena, "x %s", xliff_attribute(c->arena, n, "id"));
        for (size_t i = 0; i < source->n; i++)
            if (strcmp(source->items[i], mark) == 0 &&
                !count((char *const *)target->items, target->n, mark))
                source->items[i] = source->items[--source->n];
    }
}

static void check_marks(struct checking *c)
{
    struct marks source = {NULL, 0, 0, false}, target = {NULL, 0, 0, false};

    collect_marks(c->arena, c->unit->source, 0, &source);
    collect_marks(c->arena, c->unit->target, 0, &target);
    forgive_count(c, &source, &target);
    if (target.unknown)
        fault(c, "i översättningen står annan märkning än x och g",
              "the translation holds other markup than x and g");
    else if (!same_marks(&source, &target))
        fault(c, "översättningen har inte samma infogade värden som källan",
              "the translation does not hold the same inserted values as the source");
}

/* ---- characters ----------------------------------------------------------------------------- */

static bool turns_direction(uint32_t ch)
{
    return (ch >= 0x202A && ch <= 0x202E) || (ch >= 0x2066 && ch <= 0x2069) || ch == 0x200E ||
           ch == 0x200F || ch == 0x061C;
}

static bool other_digit(uint32_t ch)
{
    return (ch >= 0x0660 && ch <= 0x0669) || (ch >= 0x06F0 && ch <= 0x06F9);
}

/* The words alone, without inline elements. */
static const char *text_of(struct checking *c, xmlNodePtr node)
{
    xmlChar *text = xmlNodeGetContent(node);
    const char *copy = arena_strdup(c->arena, text ? (const char *)text : "");

    xmlFree(text);
    return copy;
}

static void check_characters(struct checking *c, const char *source, const char *target)
{
    const char *s = target, *end = target + strlen(target);
    bool turns = false, digits = false;

    while (s < end) {
        uint32_t ch = utf8_next(&s, end);

        turns = turns || turns_direction(ch);
        digits = digits || other_digit(ch);
    }
    if (turns)
        fault(c, "tecken som styr skrivriktningen får inte stå i översättningen",
              "characters that control direction may not stand in the translation");
    if (digits)
        fault(c, "siffror skrivs 0–9, som i svenska brev",
              "digits are written 0-9, as in Swedish letters");
    if (strpbrk(target, "{}<>") && !strpbrk(source, "{}<>"))
        fault(c, "märkning har blivit text i översättningen",
              "markup has become text in the translation");
}

/* ---- numbers and addresses ------------------------------------------------------------------ */

/* Whether each stretch of source that begin finds also stands in target. */
static bool all_kept(struct arena *a, const char *source, const char *target,
                     size_t (*length)(const char *s))
{
    for (const char *s = source; *s;) {
        size_t n = length(s);

        if (!n) {
            s++;
            continue;
        }
        const char *piece = arena_strndup(a, s, n), *at = strstr(target, piece);

        /* a number must stand alone: 12 is not kept by 2012 */
        while (at && ((at > target && length(at - 1) > 0) || length(at) != n))
            at = strstr(at + 1, piece);
        if (!at)
            return false;
        s += n;
    }
    return true;
}

static size_t number_at(const char *s)
{
    return strspn(s, "0123456789");
}

static size_t address_at(const char *s)
{
    bool starts = strncmp(s, "http://", 7) == 0 || strncmp(s, "https://", 8) == 0 ||
                  strncmp(s, "www.", 4) == 0;
    size_t n = starts ? strcspn(s, " \t\r\n<>\"()") : 0;

    while (n && strchr(".,;:", s[n - 1])) /* the end of a sentence is not the address's */
        n--;
    return n;
}

static void check_kept(struct checking *c, const char *source, const char *target)
{
    if (!all_kept(c->arena, source, target, number_at))
        fault(c, "ett tal i källan saknas i översättningen",
              "a number of the source is missing in the translation");
    if (!all_kept(c->arena, source, target, address_at))
        fault(c, "en webbadress i källan saknas i översättningen",
              "a web address of the source is missing in the translation");
}

/* ---- states --------------------------------------------------------------------------------- */

static void check_state(struct checking *c)
{
    const struct xliff_unit *u = c->unit;
    bool done = strcmp(u->state, "translated") == 0 || strcmp(u->state, "signed-off") == 0 ||
                strcmp(u->state, "final") == 0;

    if (!xliff_state_known(u->state))
        fault(c, "okänt läge", "unknown state");
    if (done && !u->translated)
        fault(c, "översättningen är tom", "the translation is empty");
    if (strcmp(u->state, "final") == 0 && (!*u->translator || !*u->reviser))
        fault(
            c,
            "slutlig kräver översättare och granskare, i note from=\"translator\" och \"reviser\"",
            "final needs a translator and a reviser, in note from=\"translator\" and \"reviser\"");
    else if (strcmp(u->state, "final") == 0 && strcmp(u->translator, u->reviser) == 0)
        fault(c, "slutlig kräver två olika personer", "final needs two different people");
}

/* ---- plural forms --------------------------------------------------------------------------- */

static const struct xliff_unit *form_unit(const struct checking *c, xmlNodePtr group, int form)
{
    for (size_t i = 0; i < c->all->n; i++)
        if (c->all->units[i].plurals == group && form_of(&c->all->units[i]) == form)
            return &c->all->units[i];
    return NULL;
}

/* All forms that the language has, or none: said once, at the first of them that is there. */
static void check_forms(struct checking *c)
{
    xmlNodePtr group = c->unit->plurals;
    int translated = 0, first = PLURAL_FORMS;
    struct buf missing = BUF_INIT;

    for (int i = 0; i < PLURAL_FORMS; i++) {
        const struct xliff_unit *u = form_unit(c, group, i);

        if (u && first == PLURAL_FORMS)
            first = i;
        if (!plural_used(c->locale, i))
            continue;
        if (u && u->translated)
            translated++;
        else
            buf_printf(&missing, "%s%s", missing.len ? ", " : "", plural_name(i));
    }
    if (translated && missing.len && form_of(c->unit) == first)
        fault(c, arena_printf(c->arena, "flertalsformer saknas: %s", missing.data),
              arena_printf(c->arena, "plural forms are missing: %s", missing.data));
    buf_free(&missing);
}

static void check_unit(struct checking *c)
{
    const struct xliff_unit *u = c->unit;

    if (!*u->id || !u->source) {
        fault(c, "en enhet med id och källa väntades",
              "a unit with an id and a source was expected");
        return;
    }
    check_state(c);
    if (u->plurals)
        check_forms(c);
    if (u->translated) {
        const char *source = text_of(c, u->source), *target = text_of(c, u->target);

        check_marks(c);
        check_characters(c, source, target);
        check_kept(c, source, target);
    }
}

bool xliff_check(const struct xliff *x, struct locale *l, const char *file, struct diag *diag)
{
    struct checking c = {
        .arena = arena_new(), .file = file, .diag = diag, .locale = l, .all = x, .good = true};

    for (size_t i = 0; i < x->n; i++) {
        c.unit = &x->units[i];
        check_unit(&c);
        if (xliff_find(x, c.unit->id) != c.unit)
            fault(&c, "enheten finns två gånger", "the unit stands there twice");
    }
    arena_free(c.arena);
    return c.good;
}
