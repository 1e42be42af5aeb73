/* Filling: each slot's value goes where its path says. */
#include "intake/fill.h"

#include "intake/paragraphs.h"
#include "intake/value.h"

#include <libxml/tree.h>
#include <string.h>

/* ---- elements ------------------------------------------------------------------------------- */

static bool is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static xmlNode *nth(const xmlNode *parent, const char *name, int index)
{
    for (xmlNode *n = parent->children; n; n = n->next)
        if (is(n, name) && --index == 0)
            return n;
    return NULL;
}

/* The element that a slot means; NULL: there is none. */
static xmlNode *element_of(const xmlNode *parent, const struct slot *k)
{
    if (!k->key)
        return nth(parent, k->name, k->index);
    for (xmlNode *n = parent->children; n; n = n->next) {
        xmlChar *value = is(n, k->name) ? xmlGetNoNsProp(n, BAD_CAST k->key) : NULL;
        bool same = value && strcmp((char *)value, k->key_value) == 0;

        xmlFree(value);
        if (same)
            return n;
    }
    return NULL;
}

/* A new element where the schema's sequence has it: before the first that comes later there. */
static xmlNode *insert(xmlNode *parent, const struct slot *k)
{
    const struct model_type *type = k->parent->type;
    xmlNode *element = xmlNewDocNode(parent->doc, parent->ns, BAD_CAST k->name, NULL);

    if (k->key)
        xmlSetProp(element, BAD_CAST k->key, BAD_CAST k->key_value);
    for (xmlNode *n = parent->children; n; n = n->next) {
        const struct model_part *p =
            n->type == XML_ELEMENT_NODE ? model_part(type, (const char *)n->name, false) : NULL;

        if (p && p->order > k->part->order)
            return xmlAddPrevSibling(n, element);
    }
    return xmlAddChild(parent, element);
}

static bool is_empty(const xmlNode *n)
{
    if (n->properties)
        return false;
    for (const xmlNode *k = n->children; k; k = k->next)
        if (k->type == XML_ELEMENT_NODE || !xmlIsBlankNode(k))
            return false;
    return true;
}

static void drop(xmlNode *n)
{
    xmlUnlinkNode(n);
    xmlFreeNode(n);
}

/* ---- values --------------------------------------------------------------------------------- */

/* Something that somebody filled in: neither what the form says by itself nor an empty box. */
static bool is_filled(struct slots *s, const struct slot *k)
{
    const char *v = value_of_slot(s->arena, k);

    return *v && !k->field->fixed && !(k->field->button && strcmp(v, "no") == 0);
}

static bool has_element_fields(const struct slot *k)
{
    for (const struct slot *below = k->first; below; below = below->next)
        if (!below->part->attribute)
            return true;
    return false;
}

static bool any_filled(struct slots *s, const struct slot *k)
{
    bool skip_attributes = s->guess && has_element_fields(k);

    if (k->field && !k->locked && is_filled(s, k))
        return true;
    for (const struct slot *below = k->first; below; below = below->next)
        if (!(below->part->attribute && skip_attributes) && any_filled(s, below))
            return true;
    return false;
}

/* A part of the form that leaves nothing to fill in, and says something: the form itself says it.
 */
static bool all_fixed(const struct slot *k, bool *says)
{
    if (k->field && (!k->field->fixed || k->locked))
        return false;
    *says |= k->field && *k->field->value;
    for (const struct slot *below = k->first; below; below = below->next)
        if (!all_fixed(below, says))
            return false;
    return true;
}

static bool is_wanted(struct slots *s, const struct slot *k)
{
    bool says = false;

    if (any_filled(s, k) || (all_fixed(k, &says) && says))
        return true;
    for (const struct slot *below = k->first; below && k->part->required; below = below->next)
        if (!below->part->attribute && is_wanted(s, below))
            return true;
    return false;
}

static const char *copy(struct slots *s, xmlChar *text)
{
    const char *line = text ? value_line(s->arena, (const char *)text) : NULL;

    xmlFree(text);
    return line;
}

/* Whether the value goes in; says so in the slot where it does not. */
static bool may_change(struct slot *k, const char *value, bool removable)
{
    if (k->locked)
        k->state = *value || k->old ? SLOT_LOCKED : SLOT_GOOD;
    else if (!*value && k->old && !removable)
        k->state = SLOT_MISSING;
    else if (!*value && k->old && k->field->fixed)
        return false;
    else
        return true;
    return false;
}

static void fill_attribute(struct slots *s, struct slot *k, xmlNode *element)
{
    const char *v = value_of_slot(s->arena, k);

    k->node = element;
    k->old = copy(s, xmlGetNoNsProp(element, BAD_CAST k->name));
    if (strcmp(v, "no") == 0 && k->field->button && !k->old && !k->part->required)
        return;
    if ((k->old && strcmp(k->old, v) == 0) || (!*v && !k->old) ||
        !may_change(k, v, !k->part->required))
        return;
    if (*v) {
        xmlSetProp(element, BAD_CAST k->name, BAD_CAST v);
    } else {
        xmlUnsetProp(element, BAD_CAST k->name);
        k->state = SLOT_CLEARED;
    }
}

static void set_text(xmlNode *n, const char *text)
{
    while (n->children)
        drop(n->children);
    if (text && *text)
        xmlAddChild(n, xmlNewDocText(n->doc, BAD_CAST text));
}

static void put_name(xmlNode *element, const char *name, const char *text, size_t n)
{
    xmlNode *k = n ? xmlNewChild(element, element->ns, BAD_CAST name, NULL) : NULL;

    if (k)
        xmlAddChild(k, xmlNewDocTextLen(k->doc, BAD_CAST text, (int)n));
}

/* A name on one line: the last word is the family name. */
static void set_name(xmlNode *element, const char *name)
{
    const char *last = strrchr(name, ' ');

    while (element->children)
        drop(element->children);
    put_name(element, "given", name, last ? (size_t)(last - name) : strlen(name));
    if (last)
        put_name(element, "family", last + 1, strlen(last + 1));
}

static bool is_name(const struct slot *k)
{
    return k->type && strcmp(k->type->name, "Name") == 0;
}

static void set_value(struct slots *s, struct slot *k, const char *value)
{
    if (k->type && k->type->mixed)
        paragraphs_set(s->arena, k->node, value);
    else if (is_name(k))
        set_name(k->node, value);
    else
        set_text(k->node, value);
}

/* What an element says, one paragraph a line, or one line; names by their parts. */
static const char *text_of(struct slots *s, const struct slot *k)
{
    if (k->type && (k->type->mixed || is_name(k)))
        return paragraphs_of(s->arena, k->node, is_name(k));
    return copy(s, xmlNodeGetContent(k->node));
}

static void fill_text(struct slots *s, struct slot *k)
{
    const char *v = value_of_slot(s->arena, k), *was = text_of(s, k);
    bool holds_text = !k->type || k->type->value || k->type->mixed || is_name(k);

    if (k->type && k->type->mixed)
        v = paragraphs_clean(s->arena, v);
    k->old = was && *was ? was : NULL;
    if (k->type && k->type->mixed && paragraphs_same(s->arena, k->node, v))
        return;
    if (!holds_text) {
        k->state = *v ? SLOT_WRONG : SLOT_GOOD;
        return;
    }
    if (strcmp(was ? was : "", v) == 0 || !may_change(k, v, !k->part->required))
        return;
    k->state = *v ? SLOT_GOOD : SLOT_CLEARED;
    set_value(s, k, v);
    if (!*v && !k->node->properties) {
        drop(k->node);
        k->node = NULL;
    }
}

/* ---- the tree ------------------------------------------------------------------------------- */

static void fill_below(struct slots *s, struct slot *parent, xmlNode *element);

/* A box for one of several elements: it is there when the box is ticked. */
static void fill_choice(struct slot *k, xmlNode *parent)
{
    bool on = strcmp(k->field->value, "Yes") == 0 || strcmp(k->field->value, "yes") == 0;

    if (on == (k->node != NULL))
        return;
    if (k->locked) {
        k->state = SLOT_LOCKED;
    } else if (on) {
        k->node = insert(parent, k);
    } else if (!k->field->fixed) {
        drop(k->node);
        k->node = NULL;
        k->state = SLOT_CLEARED;
    }
}

static void fill_element(struct slots *s, struct slot *k, xmlNode *parent)
{
    bool was_there;

    k->node = element_of(parent, k);
    if (k->key && k->field) {
        fill_choice(k, parent);
        return;
    }
    was_there = k->node != NULL;
    if (!k->node && is_wanted(s, k))
        k->node = insert(parent, k);
    if (!k->node)
        return;
    if (k->field)
        fill_text(s, k);
    if (k->node)
        fill_below(s, k, k->node);
    if (k->node && k->first && !k->part->required && was_there && is_empty(k->node)) {
        drop(k->node);
        k->node = NULL;
    }
}

/* From the last row to the first, so that a row that goes does not move those that follow; then the
 * new ones in their order. */
static void fill_below(struct slots *s, struct slot *parent, xmlNode *element)
{
    struct slot *rows[1024];
    size_t n = 0;

    for (struct slot *k = parent->first; k; k = k->next) {
        if (k->part->attribute)
            fill_attribute(s, k, element);
        else if (element_of(element, k) && n < 1024)
            rows[n++] = k;
    }
    for (size_t i = n; i-- > 0;)
        fill_element(s, rows[i], element);
    for (struct slot *k = parent->first; k; k = k->next)
        if (!k->part->attribute && !k->node && k->state != SLOT_CLEARED)
            fill_element(s, k, element);
}

void fill_case(struct slots *s, struct _xmlDoc *doc)
{
    s->root->node = xmlDocGetRootElement(doc);
    fill_below(s, s->root, s->root->node);
}

void fill_undo(struct slots *s, struct slot *k)
{
    if (k->part->attribute && k->old) {
        xmlSetProp(k->node, BAD_CAST k->name, BAD_CAST k->old);
    } else if (k->part->attribute) {
        xmlUnsetProp(k->node, BAD_CAST k->name);
    } else if (k->old || k->first) {
        set_value(s, k, k->old ? k->old : "");
    } else {
        drop(k->node);
        k->node = NULL;
    }
}
