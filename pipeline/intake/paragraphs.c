/* Free text as paragraphs. */
#include "intake/paragraphs.h"

#include "intake/value.h"

#include <libxml/tree.h>
#include <string.h>

/* Adds a piece, cleaned, behind a divider. */
static void add(struct arena *a, struct buf *out, const char *piece, size_t n, char divider)
{
    const char *line = value_line(a, arena_strndup(a, piece, n));

    if (!*line)
        return;
    if (out->len)
        buf_char(out, divider);
    buf_str(out, line);
}

/* The length of text before a blank line, which *next stands behind. */
static size_t until_blank_line(const char *text, const char **next)
{
    for (const char *p = text; *p; p++) {
        const char *q = p + 1 + strspn(p + 1, " \t\r");

        if (*p == '\n' && *q == '\n') {
            *next = q + 1;
            return (size_t)(p - text);
        }
    }
    *next = text + strlen(text);
    return strlen(text);
}

static void add_text(struct arena *a, struct buf *out, const xmlNode *n, char divider)
{
    xmlChar *text = xmlNodeGetContent(n);
    const char *p = text ? (const char *)text : "", *next;

    for (; *p; p = next) {
        size_t length = until_blank_line(p, &next);

        add(a, out, p, length, divider);
    }
    xmlFree(text);
}

const char *paragraphs_of(struct arena *a, const xmlNode *element, bool words)
{
    char divider = words ? ' ' : '\n';
    struct buf out = BUF_INIT;
    bool any = false;
    const char *copy;

    for (const xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE) {
            xmlChar *text = xmlNodeGetContent(n);

            add(a, &out, (const char *)text, strlen((const char *)text), divider);
            xmlFree(text);
            any = true;
        }
    if (!any)
        add_text(a, &out, element, divider);
    copy = arena_strdup(a, out.data ? out.data : "");
    buf_free(&out);
    return copy;
}

const char *paragraphs_clean(struct arena *a, const char *lines)
{
    struct buf out = BUF_INIT;
    const char *copy;

    while (*lines) {
        size_t n = strcspn(lines, "\n");

        add(a, &out, lines, n, '\n');
        lines += n + (lines[n] == '\n');
    }
    copy = arena_strdup(a, out.data ? out.data : "");
    buf_free(&out);
    return copy;
}

void paragraphs_set(struct arena *a, xmlNode *element, const char *lines)
{
    const char *clean = paragraphs_clean(a, lines);
    bool several = strchr(clean, '\n') != NULL;

    while (element->children) {
        xmlNode *n = element->children;

        xmlUnlinkNode(n);
        xmlFreeNode(n);
    }
    while (*clean) {
        size_t n = strcspn(clean, "\n");
        xmlNode *to = several ? xmlNewChild(element, element->ns, BAD_CAST "p", NULL) : element;

        xmlAddChild(to, xmlNewDocTextLen(element->doc, BAD_CAST clean, (int)n));
        clean += n + (clean[n] == '\n');
    }
}
