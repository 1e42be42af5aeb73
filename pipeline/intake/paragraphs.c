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

/* Without the controls U+202A…U+202E and U+2066…U+2069, which no form holds. */
static const char *undirected(struct arena *a, const char *s)
{
    char *out = arena_strdup(a, s), *to = out;

    while (*s) {
        const unsigned char *u = (const unsigned char *)s;
        bool control = u[0] == 0xE2 && ((u[1] == 0x80 && u[2] >= 0xAA && u[2] <= 0xAE) ||
                                        (u[1] == 0x81 && u[2] >= 0xA6 && u[2] <= 0xA9));

        if (control)
            s += 3;
        else
            *to++ = *s++;
    }
    *to = '\0';
    return out;
}

static bool has_paragraphs(const xmlNode *element)
{
    for (const xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            return true;
    return false;
}

bool paragraphs_same(struct arena *a, const xmlNode *element, const char *lines)
{
    const char *was = paragraphs_clean(a, undirected(a, paragraphs_of(a, element, false)));
    const char *now = paragraphs_clean(a, undirected(a, lines));

    return strcmp(was, now) == 0 ||
           (!has_paragraphs(element) && strcmp(value_line(a, was), value_line(a, now)) == 0);
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
