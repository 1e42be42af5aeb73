/* Axes and node tests of location paths: from node to node in libxml2's trees. */
#include "transform/path_axis.h"

#include <libxml/tree.h>
#include <string.h>

/* More than any document of ours needs, less than would hurt. */
static const long most_work = 200000000;

/* ---- tests --------------------------------------------------------------------------------- */

static bool same(const char *a, const xmlChar *b)
{
    return a == (const char *)b || (b && *a == (char)*b && strcmp(a, (const char *)b) == 0);
}

static bool in_namespace(const char *href, const xmlNs *ns)
{
    return href ? ns && same(href, ns->href) : !ns;
}

static bool is_named(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE;
}

bool path_test(const struct step *s, const xmlNode *node)
{
    bool named = is_named(node);

    switch (s->test) {
    case TEST_NAME:
        return named && same(s->name, node->name) && in_namespace(s->href, node->ns);
    case TEST_NAMESPACE:
        return named && in_namespace(s->href, node->ns);
    case TEST_ANY:
        return named;
    case TEST_TEXT:
        return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    case TEST_COMMENT:
        return node->type == XML_COMMENT_NODE;
    case TEST_NODE:
        return true;
    }
    return false;
}

/* ---- axes ---------------------------------------------------------------------------------- */

/* Attributes have text below them, which is no child in XPath. */
static xmlNodePtr first_child(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE ||
                   node->type == XML_DOCUMENT_FRAG_NODE
               ? node->children
               : NULL;
}

static xmlNodePtr next_below(xmlNodePtr node, const xmlNode *top)
{
    xmlNodePtr below = first_child(node);

    if (below)
        return below;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

static bool is_above(const xmlNode *node, const xmlNode *below)
{
    while (below && below != node)
        below = below->parent;
    return below == node;
}

/* The one before in document order that does not hold start. */
static xmlNodePtr before(xmlNodePtr at, const xmlNode *start)
{
    if (at->type != XML_ATTRIBUTE_NODE && at->prev) {
        for (at = at->prev; first_child(at); at = at->last)
            ;
        return at;
    }
    at = at->parent;
    return at && is_above(at, start) ? before(at, start) : at;
}

xmlNodePtr path_axis_first(enum axis axis, xmlNodePtr node)
{
    switch (axis) {
    case AXIS_CHILD:
    case AXIS_DESCENDANT:
        return first_child(node);
    case AXIS_ATTRIBUTE:
        return node->type == XML_ELEMENT_NODE ? (xmlNodePtr)node->properties : NULL;
    case AXIS_SELF:
    case AXIS_DESCENDANT_OR_SELF:
    case AXIS_ANCESTOR_OR_SELF:
        return node;
    case AXIS_PARENT:
    case AXIS_ANCESTOR:
        return node->parent;
    case AXIS_FOLLOWING_SIBLING:
        return node->type == XML_ATTRIBUTE_NODE ? NULL : node->next;
    case AXIS_PRECEDING_SIBLING:
        return node->type == XML_ATTRIBUTE_NODE ? NULL : node->prev;
    case AXIS_PRECEDING:
        return before(node, node);
    }
    return NULL;
}

xmlNodePtr path_axis_next(enum axis axis, xmlNodePtr at, const xmlNode *top)
{
    switch (axis) {
    case AXIS_CHILD:
    case AXIS_ATTRIBUTE:
    case AXIS_FOLLOWING_SIBLING:
        return at->next;
    case AXIS_DESCENDANT:
    case AXIS_DESCENDANT_OR_SELF:
        return next_below(at, top);
    case AXIS_ANCESTOR:
    case AXIS_ANCESTOR_OR_SELF:
        return at->parent;
    case AXIS_PRECEDING_SIBLING:
        return at->prev;
    case AXIS_PRECEDING:
        return before(at, top);
    default:
        return NULL;
    }
}

bool path_budget(struct machine *m)
{
    if (++m->work > most_work)
        m->stopped = true;
    return !m->stopped;
}

static xmlNodePtr named_sibling(const struct step *s, xmlNodePtr at, long *passed)
{
    for (; at; at = at->next, ++*passed)
        if (is_named(at) && same(s->name, at->name) && in_namespace(s->href, at->ns))
            return at;
    return NULL;
}

xmlNodePtr path_axis_match(struct machine *m, const struct step *s, xmlNodePtr at,
                           const xmlNode *top)
{
    bool forward = s->axis == AXIS_CHILD || s->axis == AXIS_ATTRIBUTE;
    long passed = 0;

    if (forward && s->test == TEST_NAME)
        at = named_sibling(s, at, &passed);
    else
        while (at && !path_test(s, at)) {
            at = forward ? at->next : path_axis_next(s->axis, at, top);
            passed++;
        }
    m->work += passed;
    return path_budget(m) ? at : NULL;
}
