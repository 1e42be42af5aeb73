/* Looking things up in the FO tree. */
#include "fo/fo.h"

#include <string.h>

const struct fo_page_master *fo_page_master(const struct fo_doc *doc, const char *name)
{
    for (const struct fo_page_master *m = doc->masters; m; m = m->next)
        if (strcmp(m->name, name) == 0)
            return m;
    return NULL;
}

const struct fo_sequence_master *fo_sequence_master(const struct fo_doc *doc, const char *name)
{
    for (const struct fo_sequence_master *m = doc->sequences; m; m = m->next)
        if (strcmp(m->name, name) == 0)
            return m;
    return NULL;
}

/* As many ancestors as a node can have. */
enum { DEEPEST = 1001 };

void fo_forget_before(const struct fo_doc *doc, const struct fo_node *from)
{
    const void *above[DEEPEST];
    size_t n = 0;

    for (const struct fo_node *up = from->parent; up && n < DEEPEST; up = up->parent)
        above[n++] = up;
    if (doc->flows)
        arena_drop_before(doc->flows, from, above, n);
}

void fo_free(struct fo_doc *doc)
{
    if (doc)
        arena_free(doc->flows);
}

mpt fo_resolve(const struct fo_length *l, mpt reference)
{
    mpt part, half = 50000;

    if (l->is_auto)
        return 0;
    if (l->pct == 0)
        return l->abs;
    if (__builtin_mul_overflow(reference, (mpt)l->pct, &part) || part > MPT_MAX || part < -MPT_MAX)
        return l->abs;
    return l->abs + (part + (part < 0 ? -half : half)) / 100000;
}

const char *fo_kind_name(enum fo_kind kind)
{
    static const char *const names[] = {
        [FO_PAGE_SEQUENCE] = "fo:page-sequence",
        [FO_TITLE] = "fo:title",
        [FO_STATIC_CONTENT] = "fo:static-content",
        [FO_FLOW] = "fo:flow",
        [FO_BLOCK] = "fo:block",
        [FO_BLOCK_CONTAINER] = "fo:block-container",
        [FO_WRAPPER] = "fo:wrapper",
        [FO_TABLE_AND_CAPTION] = "fo:table-and-caption",
        [FO_TABLE_CAPTION] = "fo:table-caption",
        [FO_TABLE] = "fo:table",
        [FO_TABLE_COLUMN] = "fo:table-column",
        [FO_TABLE_HEADER] = "fo:table-header",
        [FO_TABLE_FOOTER] = "fo:table-footer",
        [FO_TABLE_BODY] = "fo:table-body",
        [FO_TABLE_ROW] = "fo:table-row",
        [FO_TABLE_CELL] = "fo:table-cell",
        [FO_LIST_BLOCK] = "fo:list-block",
        [FO_LIST_ITEM] = "fo:list-item",
        [FO_LIST_ITEM_LABEL] = "fo:list-item-label",
        [FO_LIST_ITEM_BODY] = "fo:list-item-body",
        [FO_TEXT] = "text",
        [FO_INLINE] = "fo:inline",
        [FO_INLINE_CONTAINER] = "fo:inline-container",
        [FO_BIDI_OVERRIDE] = "fo:bidi-override",
        [FO_LEADER] = "fo:leader",
        [FO_PAGE_NUMBER] = "fo:page-number",
        [FO_PAGE_NUMBER_CITATION] = "fo:page-number-citation",
        [FO_PAGE_NUMBER_CITATION_LAST] = "fo:page-number-citation-last",
        [FO_EXTERNAL_GRAPHIC] = "fo:external-graphic",
        [FO_INSTREAM_FOREIGN_OBJECT] = "fo:instream-foreign-object",
        [FO_BASIC_LINK] = "fo:basic-link",
        [FO_FOOTNOTE] = "fo:footnote",
        [FO_FOOTNOTE_BODY] = "fo:footnote-body",
        [FO_FLOAT] = "fo:float",
        [FO_MARKER] = "fo:marker",
        [FO_RETRIEVE_MARKER] = "fo:retrieve-marker",
    };

    return (size_t)kind < sizeof names / sizeof *names && names[kind] ? names[kind] : "?";
}
