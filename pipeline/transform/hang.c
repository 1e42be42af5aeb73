/* What a file has of each unit, hung on a skeleton that has the units alone. */
#include "transform/xliff.h"

#include <string.h>

enum { DEEPEST = 32 };

void xliff_share_namespace(xmlNodePtr node, xmlNsPtr ns, int depth)
{
    for (; node && depth < DEEPEST; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (node->ns && strcmp((const char *)node->ns->href, XLIFF_NS) == 0)
            node->ns = ns;
        xliff_share_namespace(node->children, ns, depth + 1); /* before its namespace goes */
        if (node->nsDef && !node->nsDef->next &&
            strcmp((const char *)node->nsDef->href, XLIFF_NS) == 0) {
            xmlFreeNsList(node->nsDef);
            node->nsDef = NULL;
        }
    }
}

static xmlNodePtr element(xmlNodePtr parent, const char *name)
{
    xmlNodePtr node = xmlNewDocNode(parent->doc, parent->ns, (const xmlChar *)name, NULL);

    xmlAddChild(parent, xmlNewText((const xmlChar *)"  "));
    xmlAddChild(parent, node);
    xmlAddChild(parent, xmlNewText((const xmlChar *)"\n      "));
    return node;
}

static void set(xmlNodePtr node, const char *name, const char *value)
{
    xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

static void set_lang(xmlNodePtr node, const char *lang)
{
    xmlNodeSetLang(node, (const xmlChar *)lang);
}

/* Copies what stands in an element, without its attributes. */
static void copy_content(xmlNodePtr to, xmlNodePtr from)
{
    xmlNodePtr copy = from && from->children ? xmlDocCopyNodeList(to->doc, from->children) : NULL;

    if (copy)
        xmlAddChildList(to, copy);
    xliff_share_namespace(to->children, to->ns, 0);
    xmlReconciliateNs(to->doc, to);
}

static void copy_alternative(xmlNodePtr unit, xmlNodePtr source, xmlNodePtr target,
                             const char *lang)
{
    xmlNodePtr alternative = element(unit, "alt-trans");
    xmlNodePtr old;

    old = xmlNewChild(alternative, alternative->ns, (const xmlChar *)"source", NULL);
    set_lang(old, "sv");
    copy_content(old, source);
    old = xmlNewChild(alternative, alternative->ns, (const xmlChar *)"target", NULL);
    set_lang(old, lang);
    copy_content(old, target);
}

static void add_note(xmlNodePtr unit, const char *from, const char *text)
{
    xmlNodePtr note = element(unit, "note");

    set(note, "from", from);
    xmlNodeAddContent(note, (const xmlChar *)text);
}

/* Some tools write our own note a second time, without saying whose it is. */
static bool is_ours(struct arena *a, xmlNodePtr unit, xmlNodePtr note)
{
    xmlNodePtr ours = xliff_child(unit, "note");

    return ours && strcmp(xliff_words(a, ours), xliff_words(a, note)) == 0;
}

/* Notes of people; who signed is written for each unit, for a file may hold the work of several. */
static void copy_notes(struct arena *a, xmlNodePtr unit, const struct xliff_unit *old)
{
    xmlNodePtr note = xliff_child(old->node, "note");

    for (; note; note = xliff_next(note->next, "note")) {
        const char *from = xliff_attribute(a, note, "from");

        if (strcmp(from, "duform") != 0 && strcmp(from, "translator") != 0 &&
            strcmp(from, "reviser") != 0 && !is_ours(a, unit, note))
            add_note(unit, from, xliff_words(a, note));
    }
    if (*old->translator)
        add_note(unit, "translator", old->translator);
    if (*old->reviser)
        add_note(unit, "reviser", old->reviser);
}

static xmlNodePtr add_target(const struct xliff_unit *unit, const char *state, const char *lang)
{
    xmlNodePtr target =
        xmlNewDocNode(unit->node->doc, unit->node->ns, (const xmlChar *)"target", NULL);
    xmlNodePtr space = xmlNewText((const xmlChar *)"\n        ");

    xmlAddNextSibling(unit->source, target);
    xmlAddNextSibling(unit->source, space);
    set_lang(target, lang);
    set(target, "state", state);
    return target;
}

static bool is_current(const struct xliff_unit *unit, const struct xliff_unit *old)
{
    return old && old->translated && strcmp(old->words, unit->words) == 0;
}

/* Gives a unit of the skeleton what old has of it. */
static void hang(struct arena *a, const struct xliff_unit *unit, const struct xliff_unit *old,
                 const char *lang)
{
    xmlNodePtr former = old ? xliff_child(old->node, "alt-trans") : NULL;

    if (is_current(unit, old)) {
        copy_content(add_target(unit, *old->state ? old->state : "translated", lang), old->target);
        copy_notes(a, unit->node, old);
    } else if (old && old->translated) {
        add_target(unit, "needs-translation", lang);
        copy_alternative(unit->node, old->source, old->target, lang);
    } else if (former) {
        add_target(unit, "needs-translation", lang);
        copy_alternative(unit->node, xliff_child(former, "source"), xliff_child(former, "target"),
                         lang);
    } else {
        add_target(unit, "new", lang);
    }
}

void xliff_hang(struct arena *a, xmlDocPtr all, const struct xliff *came, const struct xliff *kept,
                const char *lang)
{
    struct xliff units = xliff_units(a, all);

    for (size_t i = 0; i < units.n; i++) {
        const struct xliff_unit *unit = &units.units[i];
        const struct xliff_unit *old = xliff_find(came, unit->id);

        if (!old || !old->translated ||
            (!is_current(unit, old) && is_current(unit, xliff_find(kept, unit->id))))
            old = xliff_find(kept, unit->id) ? xliff_find(kept, unit->id) : old;
        hang(a, unit, old, lang);
    }
}
