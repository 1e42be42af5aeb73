/* Reading the rules of free text, and looking words up in them. */
#include "check/rules.h"

#include "read/read.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

static const char *const list_names[LIST_COUNT] = {
    "abbreviations", "acronyms",   "person",  "pronouns", "possessives", "others",
    "verbs",         "before-man", "active",  "passive",  "jargon",      "vague",
    "open",          "measures",   "streets", "units",
};

static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0)
            return a->children ? (const char *)a->children->content : "";
    return "";
}

static bool is(const char *value, const char *word)
{
    return strcmp(value, word) == 0;
}

/* ---- forms ---------------------------------------------------------------------------------- */

static void sorted_in(struct phrase **at, struct phrase *p)
{
    while (*at && (*at)->nrest >= p->nrest)
        at = &(*at)->next;
    p->next = *at;
    *at = p;
}

/* Enters one form, of one word or several. */
static void enter(struct rules *r, enum list list, const struct entry *entry, char *form,
                  struct arena *a)
{
    char *state, *word = strtok_r(form, " \n\t", &state);
    struct phrase *p = arena_new_of(a, struct phrase);
    size_t cap = 2;
    const char **rest = arena_array(a, const char *, cap);
    struct phrase **first;

    if (!word)
        return;
    first = (struct phrase **)table_enter(&r->first[list], text_lower(word, a));
    p->entry = entry;
    while ((word = strtok_r(NULL, " \n\t", &state)))
        *arena_push(a, rest, p->nrest, cap) = text_lower(word, a);
    p->rest = rest;
    sorted_in(first, p);
}

/* "insats, -en, -er": each form. An ending alone, as of streets, stands in a list of its own. */
static void enter_forms(struct rules *r, enum list list, const struct entry *entry,
                        const char *forms, struct arena *a)
{
    char *copy = arena_strdup(a, forms), *state, *base = NULL;

    for (char *form = strtok_r(copy, ",", &state); form; form = strtok_r(NULL, ",", &state)) {
        form += strspn(form, " \n\t");
        form[strcspn(form, "\n\t")] = '\0';
        for (size_t n = strlen(form); n && form[n - 1] == ' ';)
            form[--n] = '\0';
        if (*form == '-' && base)
            enter(r, list, entry, arena_printf(a, "%s%s", base, form + 1), a);
        else if (*form == '-' && list == LIST_STREETS)
            *arena_push(a, r->streets, r->nstreets, r->streets_cap) = form + 1;
        else if (*form == '-')
            *arena_push(a, r->other_ends, r->nother_ends, r->other_ends_cap) = form + 1;
        else
            enter(r, list, entry, arena_strdup(a, base = form), a);
    }
}

static void read_list(struct rules *r, enum list list, const xmlNode *parent, struct arena *a)
{
    for (const xmlNode *node = parent->children; node; node = node->next) {
        struct entry *entry;

        if (node->type != XML_ELEMENT_NODE)
            continue;
        entry = arena_new_of(a, struct entry);
        entry->use = arena_strdup(a, attribute(node, "use"));
        entry->only = is(attribute(node, "only"), "easy")    ? ENTRY_EASY
                      : is(attribute(node, "only"), "child") ? ENTRY_CHILD
                                                             : 0;
        enter_forms(r, list, entry, attribute(node, "forms"), a);
    }
}

static void read_limits_of(struct limits *l, const xmlNode *node)
{
    const struct {
        const char *name;
        int *value;
    } all[] = {{"sentence", &l->sentence},
               {"sentence-easy", &l->sentence_easy},
               {"lix", &l->lix},
               {"lix-high", &l->lix_high},
               {"lix-easy", &l->lix_easy},
               {"lix-easy-high", &l->lix_easy_high},
               {"lix-words", &l->lix_words}};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i].value = (int)strtol(attribute(node, all[i].name), NULL, 10);
}

static void read_section(struct rules *r, const xmlNode *node, struct arena *a)
{
    if (is((const char *)node->name, "limits"))
        read_limits_of(&r->limits, node);
    for (int i = 0; i < LIST_COUNT; i++)
        if (is((const char *)node->name, list_names[i]))
            read_list(r, (enum list)i, node, a);
}

/* ---- kinds of text and dictionaries --------------------------------------------------------- */

static void read_field(struct rules *r, const xmlNode *node, struct arena *a)
{
    struct field *f = arena_new_of(a, struct field);
    const char *readers = attribute(node, "readers"), *role = attribute(node, "role");

    f->readers = is(readers, "others")   ? READERS_OTHERS
                 : is(readers, "person") ? READERS_PERSON
                                         : READERS_STAFF;
    f->role = is(role, "goal") ? ROLE_GOAL : is(role, "action") ? ROLE_ACTION : ROLE_TEXT;
    f->du = is(attribute(node, "du"), "yes");
    f->plain = is(attribute(node, "plain"), "yes");
    f->quoted = is(attribute(node, "own-words"), "yes");
    f->contacts = is(attribute(node, "contacts"), "yes");
    *table_enter(&r->fields, attribute(node, "path")) = f;
}

static void read_dictionary(struct rules *r, const xmlNode *node, struct arena *a)
{
    struct dictionary *d = arena_push(a, r->dictionaries, r->ndictionaries, r->dictionaries_cap);

    d->lang = arena_strdup(a, attribute(node, "lang"));
    d->engine = arena_strdup(a, attribute(node, "engine"));
    d->file = arena_strdup(a, attribute(node, "file"));
    d->package = arena_strdup(a, attribute(node, "package"));
    d->optional = is(attribute(node, "optional"), "yes");
}

static void read_text_entry(struct rules *r, const xmlNode *node, struct arena *a)
{
    if (is((const char *)node->name, "text"))
        read_field(r, node, a);
    else if (is((const char *)node->name, "dictionary"))
        read_dictionary(r, node, a);
}

/* ---- files ---------------------------------------------------------------------------------- */

static bool read_file(struct rules *r, const char *home, const char *name, const char *root,
                      void (*each)(struct rules *, const xmlNode *, struct arena *),
                      struct arena *a, struct diag *diag)
{
    const char *path = arena_printf(a, "%s/%s", home, name);
    xmlDocPtr doc = read_xml(path, &read_limits_default, diag);
    bool good = doc && read_root_is(doc, "urn:duform:rules:1", root, path, diag);

    if (good)
        for (xmlNodePtr node = xmlDocGetRootElement(doc)->children; node; node = node->next)
            if (node->type == XML_ELEMENT_NODE)
                each(r, node, a);
    xmlFreeDoc(doc);
    if (!good)
        diag_error(diag, EXIT_SYSTEM, diag_at(path, 0), NULL, "reglerna för fritext kan inte läsas",
                   "the rules of free text cannot be read");
    return good;
}

struct rules *rules_read(const char *home, struct arena *a, struct diag *diag)
{
    struct rules *r = arena_new_of(a, struct rules);

    for (int i = 0; i < LIST_COUNT; i++)
        table_init(&r->first[i], a);
    table_init(&r->fields, a);
    return read_file(r, home, "lang/sv-rules.xml", "rules", read_section, a, diag) &&
                   read_file(r, home, "lang/texts.xml", "texts", read_text_entry, a, diag)
               ? r
               : NULL;
}

const struct dictionary *rules_dictionary(const struct rules *r, const char *lang)
{
    for (size_t i = 0; i < r->ndictionaries; i++)
        if (is(r->dictionaries[i].lang, lang))
            return &r->dictionaries[i];
    return NULL;
}

/* ---- looking up ----------------------------------------------------------------------------- */

static bool follows(const struct phrase *p, const struct text *t, size_t i)
{
    for (size_t k = 0; k < p->nrest; k++)
        if (i + 1 + k >= t->nwords || t->words[i + 1 + k].sentence != t->words[i].sentence ||
            !is(t->words[i + 1 + k].low, p->rest[k]))
            return false;
    return true;
}

const struct entry *rules_match(const struct rules *r, enum list list, const struct text *t,
                                size_t i, size_t *n)
{
    void **found = table_find(&r->first[list], t->words[i].low);

    for (const struct phrase *p = found ? *found : NULL; p; p = p->next)
        if (follows(p, t, i)) {
            *n = p->nrest + 1;
            return p->entry;
        }
    return NULL;
}

bool rules_has(const struct rules *r, enum list list, const char *low)
{
    void **found = table_find(&r->first[list], low);

    for (const struct phrase *p = found ? *found : NULL; p; p = p->next)
        if (p->nrest == 0)
            return true;
    return false;
}
