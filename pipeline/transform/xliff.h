/* Private to transform: units of XLIFF 1.2. */
#ifndef TRANSFORM_XLIFF_H
#define TRANSFORM_XLIFF_H

#include "base/arena.h"
#include "base/buf.h"
#include "transform/language.h"
#include "transform/locale.h"

#include <libxml/tree.h>

#define XLIFF_NS "urn:oasis:names:tc:xliff:document:1.2"
#define XLIFF_PLURALS "x-gettext-plurals" /* restype of a group: the forms of one text */

struct xliff_unit {
    xmlNodePtr node, source, target; /* target: NULL if there is none */
    const char *id, *state;          /* "" if absent */
    const char *words;               /* canonical source, see xliff_words */
    const char *translator, *reviser;
    int line;
    bool translated;          /* the target holds something */
    xmlNodePtr file, plurals; /* the group of the forms of one unit; NULL: no such group */
};

struct xliff {
    struct xliff_unit *units;
    size_t n, cap;
};

/* The units of a document, in order. The strings live in arena a, the nodes in doc. */
struct xliff xliff_units(struct arena *a, xmlDocPtr doc);
const struct xliff_unit *xliff_find(const struct xliff *x, const char *id); /* NULL: none */
/* What a source or target says: words with single spaces, {n} for x, {n<…>n} for g. Two units say
 * the same if these are equal; compile.xsl compares in the same way. */
const char *xliff_words(struct arena *a, xmlNodePtr node);
/* Whether canonical words hold anything in a language: not only values, digits and punctuation. */
bool xliff_has_words(const char *words);
bool xliff_state_known(const char *state);
/* How far a unit has come, its source being the template's words. */
enum language_state xliff_state(const struct xliff_unit *u, const char *words);
xmlNodePtr xliff_child(xmlNodePtr node, const char *name); /* NULL: none */
xmlNodePtr xliff_next(xmlNodePtr node, const char *name);  /* from node on */
bool xliff_is(const xmlNode *node, const char *name);
const char *xliff_attribute(struct arena *a, xmlNodePtr node, const char *name); /* "" if absent */

/* Hangs the translations of a file that came back, else those kept, on the units of all. */
void xliff_hang(struct arena *a, xmlDocPtr all, const struct xliff *came, const struct xliff *kept,
                const char *lang);
/* Nodes that were copied from another document of XLIFF, and all below them, take ns, so that it is
 * not declared again on each. Call with depth 0. */
void xliff_share_namespace(xmlNodePtr node, xmlNsPtr ns, int depth);

/* Reports every fault of the translated units of a file in language l. false: there was one. */
bool xliff_check(const struct xliff *x, struct locale *l, const char *file, struct diag *diag);

#endif
