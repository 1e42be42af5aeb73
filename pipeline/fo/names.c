/* Finds properties by attribute name, fast where a name comes again, and reports those that there
 * are not. */
#include "fo/names.h"

#include <stdio.h>
#include <string.h>

static const char *const uris[] = {
    [VOCABULARY_FO] = "http://www.w3.org/1999/XSL/Format",
    [VOCABULARY_XML] = "http://www.w3.org/XML/1998/namespace",
    [VOCABULARY_FOX] = "http://xmlgraphics.apache.org/fop/extensions",
    [VOCABULARY_DUFORM] = "urn:duform:fo:1",
};

enum fo_vocabulary fo_vocabulary_of(const char *uri)
{
    if (!uri)
        return VOCABULARY_NONE;
    for (int v = VOCABULARY_FO; v < VOCABULARY_OTHER; v++)
        if (strcmp(uris[v], uri) == 0)
            return (enum fo_vocabulary)v;
    return VOCABULARY_OTHER;
}

const char *fo_vocabulary_prefix(enum fo_vocabulary v)
{
    static const char *const prefixes[] = {"", "fo:", "xml:", "fox:", "df:", ""};

    return prefixes[v];
}

/* The row of a name with its vocabulary's prefix, as in the table. */
static int find(enum fo_vocabulary vocabulary, const char *name, enum fo_component *component)
{
    char full[80];

    if (vocabulary == VOCABULARY_NONE)
        return fo_property_find_compound(name, component);
    if (vocabulary == VOCABULARY_FO || strlen(name) > 60) /* properties have no namespace */
        return PROP_UNKNOWN;
    snprintf(full, sizeof full, "%s%s", fo_vocabulary_prefix(vocabulary), name);
    return fo_property_find_compound(full, component);
}

static const struct fo_name_slot *look_up(struct fo_names *names, enum fo_vocabulary vocabulary,
                                          const char *name)
{
    size_t i = ((uintptr_t)name >> 3 ^ (uintptr_t)name >> 11) & (NAME_SLOTS - 1);
    struct fo_name_slot *slot = &names->slots[i];
    enum fo_component component = COMPONENT_NONE;

    if (slot->name != name || slot->vocabulary != vocabulary) {
        slot->name = name;
        slot->vocabulary = (uint8_t)vocabulary;
        slot->property = (int16_t)find(vocabulary, name, &component);
        slot->component = (uint8_t)component;
        if (slot->property != PROP_UNKNOWN)
            slot->order = refine_order(slot->property, component);
    }
    return slot;
}

/* Once for each name, as long as there is room to remember it. */
static void warn_unknown(struct fo_names *names, enum fo_vocabulary vocabulary, const char *name,
                         struct diag *diag, struct diag_place place)
{
    for (int i = 0; i < names->nunknown; i++)
        if (names->unknown[i].vocabulary == vocabulary && strcmp(names->unknown[i].name, name) == 0)
            return;
    if (names->nunknown < UNKNOWN_NAMES)
        names->unknown[names->nunknown++] = (struct fo_unknown_name){name, vocabulary};
    diag_warn(diag, place, NULL, "egenskapen %s%s finns inte i XSL-FO",
              "there is no property %s%s in XSL-FO", fo_vocabulary_prefix(vocabulary), name);
}

static void warn_unsupported(struct fo_names *names, int property, const char *value,
                             struct diag *diag, struct diag_place place)
{
    const struct fo_property *p = &fo_properties[property];

    if (p->support != SUPPORT_NONE || names->warned[property] ||
        (p->harmless && strcmp(p->harmless, value) == 0))
        return;
    names->warned[property] = 1;
    diag_warn(diag, place, NULL, "egenskapen %s stöds inte", "property %s is not supported",
              p->name);
}

bool fo_names_resolve(struct fo_names *names, enum fo_vocabulary vocabulary, const char *name,
                      const char *value, struct diag *diag, struct diag_place place,
                      struct fo_attr *attr)
{
    const struct fo_name_slot *slot = look_up(names, vocabulary, name);

    if (slot->property == PROP_UNKNOWN || slot->component == COMPONENT_UNKNOWN) {
        /* attributes of other namespaces are somebody else's; xml:space and xml:id are XML's */
        if (vocabulary != VOCABULARY_OTHER && vocabulary != VOCABULARY_XML)
            warn_unknown(names, vocabulary, name, diag, place);
        return false;
    }
    if (fo_properties[slot->property].type == TYPE_NONE) {
        warn_unsupported(names, slot->property, value, diag, place);
        return false;
    }
    *attr = (struct fo_attr){slot->property, slot->component, slot->order, value};
    return true;
}
