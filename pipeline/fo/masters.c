/* Page masters and sequences of them (XSL 1.1, 6.4.7 to 6.4.18). */
#include "fo/tree.h"

#include <string.h>

/* A4, where the page is as large as the paper. */
#define A4_WIDTH 595276
#define A4_HEIGHT 841890

static mpt page_extent(struct fo_tree *t, const struct fo_open *level, const struct fo_length *l,
                       mpt usual)
{
    if (l->is_auto)
        return usual;
    if (l->pct == 0 && l->proportion == 0 && l->abs > 0)
        return l->abs;
    t->failed = true;
    diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, level->line), NULL,
               "sidans mått ska vara längder över noll", "a page's extents must be above zero");
    return usual;
}

static void copy_margins(const struct refine *r, struct fo_length margin[4])
{
    for (int i = 0; i < 4; i++)
        if (r->margin_given & 1u << i)
            margin[i] = r->margin[i];
}

static bool name_is_taken(const struct fo_doc *doc, const char *name)
{
    return fo_page_master(doc, name) || fo_sequence_master(doc, name);
}

static bool name_is_new(struct fo_tree *t, const struct fo_open *level, const char *name)
{
    if (!fo_require(t, level, name, PROP_master_name))
        return false;
    if (!name_is_taken(t->doc, name))
        return true;
    t->failed = true;
    diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, level->line), NULL,
               "master-name \"%s\" används redan", "master-name \"%s\" is already in use", name);
    return false;
}

static bool enter_page_master(struct fo_tree *t, struct fo_open *level)
{
    struct fo_page_master *m;

    if (!name_is_new(t, level, t->own->master_name))
        return false;
    m = arena_new_of(t->arena, struct fo_page_master);
    m->name = t->own->master_name;
    m->width = page_extent(t, level, &t->own->page_width, A4_WIDTH);
    m->height = page_extent(t, level, &t->own->page_height, A4_HEIGHT);
    m->writing_mode = level->frame.text->writing_mode;
    m->reference_orientation = level->frame.text->reference_orientation;
    m->line = level->line;
    copy_margins(&t->refine, m->margin);
    *t->next_master = t->master = m;
    t->next_master = &m->next;
    return true;
}

static bool enter_sequence_master(struct fo_tree *t, struct fo_open *level)
{
    struct fo_sequence_master *m;

    if (!name_is_new(t, level, t->own->master_name))
        return false;
    m = arena_new_of(t->arena, struct fo_sequence_master);
    m->name = t->own->master_name;
    *t->next_sequence_master = m;
    t->next_sequence_master = &m->next;
    t->next_subsequence = &m->first;
    return true;
}

/* The page master may come later in the file: it is looked up when all are there. */
static bool add_choice(struct fo_tree *t, struct fo_open *level)
{
    struct fo_master_choice *c = arena_new_of(t->arena, struct fo_master_choice);

    if (!fo_require(t, level, t->own->master_reference, PROP_master_reference))
        return false;
    c->position = (enum fo_page_position)t->own->page_position;
    c->odd_even = (enum fo_odd_even)t->own->odd_even;
    c->blank = (enum fo_blank)t->own->blank;
    *t->next_choice = c;
    t->next_choice = &c->next;
    *arena_push(t->arena, t->choices, t->nchoices, t->choices_cap) =
        (struct fo_named_choice){c, t->own->master_reference, level->line};
    return true;
}

static bool enter_subsequence(struct fo_tree *t, struct fo_open *level)
{
    struct fo_subsequence *s = arena_new_of(t->arena, struct fo_subsequence);
    bool single = level->frame.element->id == ELEMENT_single_page_master_reference;

    s->maximum_repeats = single ? 1 : t->own->maximum_repeats;
    *t->next_subsequence = s;
    t->next_subsequence = &s->next;
    t->next_choice = &s->choices;
    if (level->frame.element->id == ELEMENT_repeatable_page_master_alternatives)
        return true;
    return add_choice(t, level);
}

static void join_choice(struct fo_tree *t, const struct fo_named_choice *c)
{
    c->choice->master = fo_page_master(t->doc, c->master);
    if (c->choice->master)
        return;
    t->failed = true;
    diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, c->line), NULL,
               "det finns ingen fo:simple-page-master \"%s\"",
               "there is no fo:simple-page-master \"%s\"", c->master);
}

void fo_join_masters(struct fo_tree *t)
{
    for (size_t i = 0; i < t->nchoices; i++)
        join_choice(t, &t->choices[i]);
    t->nchoices = 0;
}

static enum fo_region region_of(enum fo_element_id id)
{
    switch (id) {
    case ELEMENT_region_before:
        return REGION_BEFORE;
    case ELEMENT_region_after:
        return REGION_AFTER;
    case ELEMENT_region_start:
        return REGION_START;
    case ELEMENT_region_end:
        return REGION_END;
    default:
        return REGION_BODY;
    }
}

/* A region's orientation is relative to that of its page, so what it inherits from there does not
 * turn it once more. */
static int own_orientation(const struct fo_open *level)
{
    for (int i = 0; i < level->frame.nattrs; i++)
        if (level->frame.attrs[i].property == PROP_reference_orientation)
            return level->frame.text->reference_orientation;
    return 0;
}

static bool enter_region(struct fo_tree *t, struct fo_open *level)
{
    static const char *const names[REGION_COUNT] = {"xsl-region-body", "xsl-region-before",
                                                    "xsl-region-after", "xsl-region-start",
                                                    "xsl-region-end"};
    enum fo_region region = region_of(level->frame.element->id);
    struct fo_region_spec *s = &t->master->region[region];

    s->present = true;
    s->name = t->own->region_name ? t->own->region_name : names[region];
    s->extent = t->own->extent;
    s->precedence = t->own->precedence;
    s->columns = t->own->column_count;
    s->column_gap = t->own->column_gap;
    s->reference_orientation = own_orientation(level);
    s->text = level->frame.text;
    s->box = level->frame.box;
    copy_margins(&t->refine, s->margin);
    return true;
}

bool fo_enter_master(struct fo_tree *t, struct fo_open *level)
{
    switch (level->frame.element->id) {
    case ELEMENT_simple_page_master:
        return enter_page_master(t, level);
    case ELEMENT_page_sequence_master:
        return enter_sequence_master(t, level);
    case ELEMENT_conditional_page_master_reference:
        return add_choice(t, level);
    case ELEMENT_single_page_master_reference:
    case ELEMENT_repeatable_page_master_reference:
    case ELEMENT_repeatable_page_master_alternatives:
        return enter_subsequence(t, level);
    default:
        return enter_region(t, level);
    }
}
