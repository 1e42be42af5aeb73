/* Character data: text nodes, titles, and white space that makes none. */
#include "fo/tree.h"

#include <string.h>

static bool is_white(const struct buf *b)
{
    return strspn(b->data, " \t\r\n") == b->len;
}

static bool is_block_level(const struct fo_node *n)
{
    switch (n->kind) {
    case FO_BLOCK:
    case FO_BLOCK_CONTAINER:
    case FO_TABLE:
    case FO_TABLE_AND_CAPTION:
    case FO_LIST_BLOCK:
        return true;
    default:
        return false;
    }
}

/* White space between blocks, or between a block and the edge of its parent block, makes no line
 * (XSL 1.1, 4.7.2), unless it is to be kept. */
static bool makes_no_line(const struct fo_open *level, uint64_t next)
{
    const struct fo_text_props *p = level->frame.text;
    const struct fo_node *before = level->node->last;
    bool at_edge = level->node->kind == FO_BLOCK;

    if (p->linefeed_treatment == 1 || p->white_space_treatment == 2)
        return false;
    if (before && before->kind == FO_MARKER) /* markers stand first */
        before = NULL;
    if (!before && next == IS_MARKER)
        return true;
    return (before ? is_block_level(before) : at_edge) && (next ? next == IS_BLOCK : at_edge);
}

static void add_bookmark_title(struct fo_tree *t, struct fo_bookmark *b)
{
    b->title = b->title ? arena_printf(t->arena, "%s%s", b->title, t->text.data)
                        : arena_strdup(t->arena, t->text.data);
}

static void add_text_node(struct fo_tree *t, struct fo_open *level, uint64_t next)
{
    struct fo_node *n;

    if (is_white(&t->text) && makes_no_line(level, next))
        return;
    if (!is_white(&t->text))
        fo_content_child(&level->content, IS_TEXT);
    n = arena_new_of(level->arena, struct fo_node);
    n->kind = FO_TEXT;
    n->line = t->text_line;
    n->text = level->frame.text;
    n->box = t->outermost.box;
    n->u.chars.utf8 = arena_strndup(level->arena, t->text.data, t->text.len);
    n->u.chars.len = t->text.len;
    fo_node_append(level->node, n);
    if (level->frame.element->id == ELEMENT_title && !t->doc->title)
        t->doc->title = n->u.chars.utf8;
}

static void refuse_text(struct fo_tree *t, const struct fo_open *level)
{
    t->failed = true;
    diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, t->text_line), NULL,
               "text får inte stå i fo:%s", "text is not allowed in fo:%s",
               level->frame.element->name);
}

void fo_add_text(struct fo_tree *t, uint64_t next)
{
    struct fo_open *level = t->top;

    if (t->text.len == 0)
        return;
    if (!level || !fo_content_allows(&level->content, IS_TEXT)) {
        if (level && !is_white(&t->text))
            refuse_text(t, level);
    } else if (level->frame.element->id == ELEMENT_bookmark_title) {
        add_bookmark_title(t, level->bookmark);
    } else if (level->node) {
        add_text_node(t, level, next);
    }
    buf_clear(&t->text);
}
