/* Content models of XSL-FO 1.1 objects, and checking children against them. */
#include "fo/elements.h"

#include "fo/properties.h"

#include <stdlib.h>
#include <string.h>

#define BLOCKS (IS_BLOCK | IS_NEUTRAL | IS_FLOAT)
#define INLINES (IS_TEXT | IS_INLINE | IS_NEUTRAL | IS_FLOAT)
#define MIXED (BLOCKS | INLINES)

#define ANY(mask)                                                                                  \
    {                                                                                              \
        (mask), false, true, false, NULL                                                           \
    }
#define SOME(mask, what)                                                                           \
    {                                                                                              \
        (mask), true, true, false, (what)                                                          \
    }
#define ONE(mask, what)                                                                            \
    {                                                                                              \
        (mask), true, false, false, (what)                                                         \
    }
#define MAYBE(mask)                                                                                \
    {                                                                                              \
        (mask), false, false, false, NULL                                                          \
    }
#define EXPECTED(mask, what)                                                                       \
    {                                                                                              \
        (mask), false, true, true, (what)                                                          \
    }
#define MARKERS ANY(IS_MARKER)
#define MODEL(name, ...)                                                                           \
    static const struct fo_step name##_content[] = {__VA_ARGS__, {0, false, false, false, NULL}}

MODEL(empty, {0, false, false, false, NULL});
MODEL(root, ONE(IS_MASTER_SET, "fo:layout-master-set"), MAYBE(IS_DECLARATIONS),
      MAYBE(IS_BOOKMARK_TREE), SOME(IS_SEQUENCE, "fo:page-sequence"));
MODEL(layout_master_set, SOME(IS_MASTER, "fo:simple-page-master"));
MODEL(page_sequence_master, SOME(IS_SUBSEQUENCE, "fo:*-page-master-reference"));
MODEL(alternatives, SOME(IS_CONDITION, "fo:conditional-page-master-reference"));
MODEL(simple_page_master, ONE(IS_REGION_BODY, "fo:region-body"), MAYBE(IS_REGION_BEFORE),
      MAYBE(IS_REGION_AFTER), MAYBE(IS_REGION_START), MAYBE(IS_REGION_END));
MODEL(bookmark_tree, SOME(IS_BOOKMARK, "fo:bookmark"));
MODEL(bookmark, ONE(IS_BOOKMARK_TITLE, "fo:bookmark-title"), ANY(IS_BOOKMARK));
MODEL(text, ANY(IS_TEXT));
MODEL(page_sequence, MAYBE(IS_TITLE), ANY(IS_STATIC), ONE(IS_FLOW, "fo:flow"));
MODEL(sequence_wrapper, ANY(IS_SEQUENCE));
MODEL(title, ANY(INLINES));
MODEL(blocks, MARKERS, EXPECTED(BLOCKS, "fo:block"));
MODEL(static_content, EXPECTED(BLOCKS, "fo:block"));
MODEL(mixed, MARKERS, ANY(MIXED));
MODEL(leader, ANY(INLINES));
MODEL(marker, ANY(MIXED));
MODEL(footnote, ONE(IS_INLINE, "fo:inline"), ONE(IS_FOOTNOTE_BODY, "fo:footnote-body"));
MODEL(table_and_caption, MARKERS, MAYBE(IS_TABLE_CAPTION), ONE(IS_BLOCK, "fo:table"));
MODEL(table, MARKERS, ANY(IS_TABLE_COLUMN), MAYBE(IS_TABLE_HEADER), MAYBE(IS_TABLE_FOOTER),
      SOME(IS_TABLE_BODY, "fo:table-body"));
MODEL(rows, MARKERS, EXPECTED(IS_TABLE_ROW | IS_TABLE_CELL, "fo:table-row"));
MODEL(table_row, EXPECTED(IS_TABLE_CELL, "fo:table-cell"));
MODEL(list_block, MARKERS, EXPECTED(IS_LIST_ITEM, "fo:list-item"));
MODEL(list_item, MARKERS, ONE(IS_LIST_LABEL, "fo:list-item-label"),
      ONE(IS_LIST_BODY, "fo:list-item-body"));

static const struct fo_step *const contents[ELEMENT_COUNT] = {
    [ELEMENT_root] = root_content,
    [ELEMENT_layout_master_set] = layout_master_set_content,
    [ELEMENT_page_sequence_master] = page_sequence_master_content,
    [ELEMENT_repeatable_page_master_alternatives] = alternatives_content,
    [ELEMENT_simple_page_master] = simple_page_master_content,
    [ELEMENT_bookmark_tree] = bookmark_tree_content,
    [ELEMENT_bookmark] = bookmark_content,
    [ELEMENT_bookmark_title] = text_content,
    [ELEMENT_page_sequence] = page_sequence_content,
    [ELEMENT_page_sequence_wrapper] = sequence_wrapper_content,
    [ELEMENT_title] = title_content,
    [ELEMENT_flow] = blocks_content,
    [ELEMENT_static_content] = static_content_content,
    [ELEMENT_block] = mixed_content,
    [ELEMENT_block_container] = blocks_content,
    [ELEMENT_inline] = mixed_content,
    [ELEMENT_inline_container] = blocks_content,
    [ELEMENT_basic_link] = mixed_content,
    [ELEMENT_bidi_override] = mixed_content,
    [ELEMENT_wrapper] = mixed_content,
    [ELEMENT_leader] = leader_content,
    [ELEMENT_page_number_citation] = empty_content,
    [ELEMENT_marker] = marker_content,
    [ELEMENT_footnote] = footnote_content,
    [ELEMENT_footnote_body] = static_content_content,
    [ELEMENT_float] = static_content_content,
    [ELEMENT_table_and_caption] = table_and_caption_content,
    [ELEMENT_table_caption] = blocks_content,
    [ELEMENT_table] = table_content,
    [ELEMENT_table_header] = rows_content,
    [ELEMENT_table_footer] = rows_content,
    [ELEMENT_table_body] = rows_content,
    [ELEMENT_table_row] = table_row_content,
    [ELEMENT_table_cell] = blocks_content,
    [ELEMENT_list_block] = list_block_content,
    [ELEMENT_list_item] = list_item_content,
    [ELEMENT_list_item_label] = blocks_content,
    [ELEMENT_list_item_body] = blocks_content,
};

const struct fo_element fo_elements[ELEMENT_COUNT] = {
#define E(id, name, section, support, level, is)                                                   \
    {name, section, is, ELEMENT_##id, SUPPORT_##support, LEVEL_##level},
#include "fo/elements.def"
#undef E
};

static int compare(const void *key, const void *row)
{
    return strcmp(key, ((const struct fo_element *)row)->name);
}

const struct fo_element *fo_element_find(const char *name)
{
    return bsearch(name, fo_elements, ELEMENT_COUNT, sizeof *fo_elements, compare);
}

void fo_content_begin(struct fo_content *c, const struct fo_element *e,
                      const struct fo_content *parent)
{
    const struct fo_step *steps = contents[e->id];

    *c = (struct fo_content){.steps = steps ? steps : empty_content, .only = UINT64_MAX};
    if (e->id != ELEMENT_wrapper || !parent)
        return;
    c->only = IS_MARKER;
    for (const struct fo_step *s = parent->steps; s->mask; s++)
        c->only |= s->mask & parent->only;
}

enum fo_verdict fo_content_child(struct fo_content *c, uint64_t is)
{
    int i = 0;

    if (is == IS_ANYWHERE)
        return CHILD_FITS;
    while (c->steps[i].mask && !(c->steps[i].mask & is))
        i++;
    if (!c->steps[i].mask || !(c->only & is))
        return CHILD_NOT_ALLOWED;
    if (!c->steps[i].many && c->seen & 1u << i)
        return CHILD_TOO_MANY;
    c->seen |= 1u << i;
    if (i < c->at)
        return CHILD_OUT_OF_ORDER;
    c->at = i;
    return CHILD_FITS;
}

bool fo_content_allows(const struct fo_content *c, uint64_t is)
{
    for (const struct fo_step *s = c->steps; s->mask; s++)
        if (s->mask & c->only & is)
            return true;
    return false;
}

const struct fo_step *fo_content_missing(const struct fo_content *c, int *i)
{
    for (; c->steps[*i].mask; (*i)++) {
        const struct fo_step *s = &c->steps[*i];

        if ((s->required || s->expected) && !(c->seen & 1u << *i)) {
            (*i)++;
            return s;
        }
    }
    return NULL;
}
