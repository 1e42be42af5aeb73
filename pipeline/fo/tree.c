/* Opening and closing objects: content models, inheritance, and who takes what. */
#include "fo/tree.h"

#include <string.h>

/* What objects without any box property share. */
static const struct fo_box_props plain_box = {
    .ipd = {{.is_auto = true}, {.is_auto = true}, {.is_auto = true}},
    .bpd = {{.is_auto = true}, {.is_auto = true}, {.is_auto = true}},
    .top = {.is_auto = true},
    .right = {.is_auto = true},
    .bottom = {.is_auto = true},
    .left = {.is_auto = true},
    .columns_spanned = 1,
    .rows_spanned = 1,
    .content_width = {.is_auto = true},
    .content_height = {.is_auto = true},
};

struct diag_place fo_tree_place(const struct fo_tree *t, int line)
{
    return diag_at(t->doc->file, line);
}

struct fo_tree *fo_tree_new(const char *file, const char *base_dir, struct fo_known *known,
                            struct arena *arena, struct diag *diag)
{
    struct fo_tree *t = arena_new_of(arena, struct fo_tree);

    t->doc = arena_new_of(arena, struct fo_doc);
    t->doc->arena = arena;
    t->doc->file = file ? arena_strdup(arena, file) : NULL;
    t->doc->base_dir = base_dir ? arena_strdup(arena, base_dir) : NULL;
    t->arena = arena;
    t->diag = diag;
    t->refine.arena = arena;
    t->refine.diag = diag;
    t->refine.file = t->doc->file;
    t->cache = fo_cache_new(arena, false);
    t->known = known;
    t->outermost.text = &fo_initial_text;
    t->outermost.box = &plain_box;
    t->next_master = &t->doc->masters;
    t->next_sequence_master = &t->doc->sequences;
    return t;
}

void fo_tree_passing(struct fo_tree *t)
{
    t->cache = fo_cache_new(t->arena, true);
}

void fo_tree_divide(struct fo_tree *t)
{
    enum { CHUNK = 256 * 1024 };

    t->doc->flows = arena_new();
    arena_small_chunks(t->doc->flows, CHUNK);
}

/* ---- content models ------------------------------------------------------------------------ */

static void refuse_child(struct fo_tree *t, const struct fo_element *child, const char *parent,
                         int line, enum fo_verdict verdict)
{
    t->failed = true;
    if (verdict == CHILD_TOO_MANY)
        diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, line), NULL,
                   "fo:%s får bara stå en gång i fo:%s", "fo:%s may stand only once in fo:%s",
                   child->name, parent);
    else
        diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, line), NULL, "fo:%s får inte stå i fo:%s",
                   "fo:%s is not allowed in fo:%s", child->name, parent);
}

static bool fits(struct fo_tree *t, const struct fo_open *level, struct fo_open *parent)
{
    const struct fo_element *e = level->frame.element;
    enum fo_verdict verdict;

    if (!parent) {
        if (e->id == ELEMENT_root)
            return true;
        t->failed = true;
        diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, level->line), NULL,
                   "det yttersta elementet ska vara fo:root, inte fo:%s",
                   "the outermost element must be fo:root, not fo:%s", e->name);
        return false;
    }
    verdict = fo_content_child(&parent->content, e->is);
    if (verdict == CHILD_OUT_OF_ORDER)
        diag_warn(t->diag, fo_tree_place(t, level->line), NULL, "fo:%s ska stå tidigare i fo:%s",
                  "fo:%s should stand earlier in fo:%s", e->name, parent->frame.element->name);
    if (verdict == CHILD_FITS || verdict == CHILD_OUT_OF_ORDER)
        return true;
    refuse_child(t, e, parent->frame.element->name, level->line, verdict);
    return false;
}

static bool supported(struct fo_tree *t, const struct fo_open *level)
{
    const struct fo_element *e = level->frame.element;

    if (e->support != SUPPORT_NONE)
        return true;
    if (!t->element_warned[e->id])
        diag_warn(t->diag, fo_tree_place(t, level->line), NULL,
                  "fo:%s stöds inte, dess innehåll utelämnas",
                  "fo:%s is not supported, its content is left out", e->name);
    t->element_warned[e->id] = 1;
    return false;
}

static void report_missing(struct fo_tree *t, const struct fo_open *level)
{
    const char *name = level->frame.element->name;
    const struct fo_step *step;

    for (int i = 0; (step = fo_content_missing(&level->content, &i));) {
        if (step->required) {
            t->failed = true;
            diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, level->line), NULL, "fo:%s saknar %s",
                       "fo:%s lacks %s", name, step->what);
        } else {
            diag_warn(t->diag, fo_tree_place(t, level->line), NULL, "fo:%s är tomt, väntat: %s",
                      "fo:%s is empty, expected: %s", name, step->what);
        }
    }
}

bool fo_require(struct fo_tree *t, const struct fo_open *level, const char *value,
                enum fo_property_id property)
{
    if (value)
        return true;
    t->failed = true;
    diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, level->line), NULL,
               "fo:%s saknar attributet %s", "fo:%s lacks the attribute %s",
               level->frame.element->name, fo_properties[property].name);
    return false;
}

/* ---- properties ---------------------------------------------------------------------------- */

/* What refinement came to, kept: unchanged structs are the parent's or the plain one. */
static void keep(const struct refine *r, const struct fo_frame *parent, struct arena *arena,
                 struct fo_cached *result)
{
    result->text = parent->text;
    result->box = &plain_box;
    /* a difference in padding bytes alone only costs a copy */
    /* NOLINTNEXTLINE(bugprone-suspicious-memory-comparison) */
    if (memcmp(&r->text, parent->text, sizeof r->text) != 0) {
        struct fo_text_props *text = arena_new_of(arena, struct fo_text_props);

        memcpy(text, &r->text, sizeof *text);
        result->text = text;
    }
    if (r->box_used) {
        struct fo_box_props *box = arena_new_of(arena, struct fo_box_props);

        memcpy(box, &r->box, sizeof *box);
        result->box = box;
    }
}

/* Words of the document itself are not kept. */
static bool is_of_style(const struct fo_open *level)
{
    for (size_t i = 0; i < level->nattrs; i++)
        if (level->attrs[i].property == PROP_fox_alt_text ||
            level->attrs[i].property == PROP_df_actual_text)
            return false;
    return true;
}

static bool parent_lasts(const struct fo_tree *t, const struct fo_open *level)
{
    const struct fo_frame *parent = level->frame.parent;

    return parent == &t->outermost || ((const struct fo_open *)parent)->lasts;
}

/* Strings go where the result may stay; the result only if it does. */
static void refine_new(struct fo_tree *t, struct fo_open *level, struct fo_cached *result)
{
    struct fo_frame *f = &level->frame;
    struct refine *r = &t->refine;

    r->arena = level->lasts ? t->known->arena : t->arena;
    refine_begin(r, f->parent, f->element, level->line);
    refine_apply(r, level->attrs, f->nattrs, false);
    refine_finish(r);
    level->lasts = level->lasts && !r->depends && !r->remarked;
    keep(r, f->parent, level->lasts ? t->known->arena : t->arena, result);
    r->arena = t->arena;
}

static struct fo_cached *place_in(struct fo_cache *cache, const struct fo_open *level)
{
    const struct fo_frame *f = &level->frame;

    return fo_cache_place(cache, f->element, f->parent->text, level->attrs, f->nattrs);
}

static void refine_level(struct fo_tree *t, struct fo_open *level)
{
    struct fo_frame *f = &level->frame;
    struct fo_cached result = {NULL, NULL}, *known = NULL, *place = NULL;
    bool cached = f->element->level != LEVEL_REGION;

    level->lasts = cached && t->known && parent_lasts(t, level) && is_of_style(level);
    if (level->lasts)
        result = *(known = place_in(t->known->cache, level));
    if (cached && !result.text) {
        place = place_in(t->cache, level);
        result = *place;
        level->lasts = level->lasts && !result.text;
    }
    if (!result.text) {
        refine_new(t, level, &result);
        if (level->lasts)
            *known = result;
        else if (place && !t->refine.depends)
            *place = result;
    }
    f->text = result.text;
    f->box = result.box;
}

/* Reads what belongs to this object alone. Pages take their size from a shorthand too, so what the
 * first pass left in own stays. */
static void refine_own(struct fo_tree *t, struct fo_open *level)
{
    struct fo_frame *f = &level->frame;
    struct refine *r = &t->refine;
    bool any = f->element->level == LEVEL_REGION;

    for (int i = 0; i < f->nattrs && !any; i++)
        any = fo_properties[level->attrs[i].property].where == WHERE_OWN;
    t->own = &fo_initial_own;
    f->direction = f->parent->direction;
    if (!any)
        return;
    if (f->element->level != LEVEL_REGION)
        refine_begin_own(r, f, level->line);
    refine_apply(r, level->attrs, f->nattrs, true);
    t->own = &r->own;
    if (r->own.direction != DIRECTION_NOT_GIVEN)
        f->direction = r->own.direction;
}

/* ---- events -------------------------------------------------------------------------------- */

static struct fo_open *new_level(struct fo_tree *t)
{
    struct fo_open **place = t->top ? &t->top->child : &t->first_level;

    if (!*place) {
        *place = arena_new_of(t->arena, struct fo_open);
        (*place)->depth = t->top ? t->top->depth + 1 : 0;
        (*place)->frame.parent = t->top ? &t->top->frame : &t->outermost;
    }
    return *place;
}

void fo_tree_begin(struct fo_tree *t, const struct fo_element *element, int line)
{
    struct fo_open *level = new_level(t);

    fo_add_text(t, element->is);
    level->frame.element = element;
    level->nattrs = 0;
    level->node = NULL;
    level->bookmark = NULL;
    level->line = line;
    level->next_column = 1;
    level->cells = NULL;
    level->frame.columns = NULL;
    level->frame.column = 0;
    t->next = level;
}

void fo_tree_attr(struct fo_tree *t, enum fo_vocabulary vocabulary, const char *name,
                  const char *value)
{
    struct fo_open *level = t->next;
    struct fo_attr attr;

    if (fo_names_resolve(&t->names, vocabulary, name, value, t->diag, fo_tree_place(t, level->line),
                         &attr))
        *arena_push(t->arena, level->attrs, level->nattrs, level->attrs_cap) = attr;
}

char *fo_tree_room(struct fo_tree *t, size_t n)
{
    struct fo_open *level = t->next;

    if (n > level->room_size) {
        level->room_size = 2 * n;
        level->room = arena_alloc(t->arena, level->room_size);
    }
    return level->room;
}

static bool too_deep(struct fo_tree *t, const struct fo_open *level)
{
    if (level->depth < FO_DEPTH_MAX)
        return false;
    t->failed = true;
    diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, level->line), NULL,
               "elementen är nästlade djupare än %d", "elements are nested deeper than %d",
               (int)FO_DEPTH_MAX);
    return true;
}

static bool dispatch(struct fo_tree *t, struct fo_open *level)
{
    const uint64_t is = level->frame.element->is;

    switch (level->frame.element->id) {
    case ELEMENT_root:
        t->doc->lang = level->frame.text->lang;
        t->doc->writing_mode = level->frame.text->writing_mode;
        return true;
    case ELEMENT_declarations:
    case ELEMENT_bookmark_tree:
    case ELEMENT_page_sequence_wrapper:
        return true;
    case ELEMENT_bookmark:
    case ELEMENT_bookmark_title:
        return fo_enter_bookmark(t, level);
    default:
        return is > IS_SEQUENCE && is <= IS_REGION_END
                   ? fo_enter_master(t, level)
                   : is == IS_MASTER_SET || fo_enter_node(t, level);
    }
}

/* The first page sequence ends the masters: then all names are known. */
static void leave_masters(struct fo_tree *t, const struct fo_element *e)
{
    if (e->is == IS_SEQUENCE)
        fo_join_masters(t);
}

bool fo_tree_enter(struct fo_tree *t)
{
    struct fo_open *level = t->next;

    if (too_deep(t, level) || !fits(t, level, t->top) || !supported(t, level))
        return false;
    refine_sort(level->attrs, (int)level->nattrs);
    level->frame.attrs = level->attrs;
    level->frame.nattrs = (int)level->nattrs;
    fo_cells_enter(t, level);
    level->frame.column = t->refine.column;
    refine_level(t, level);
    refine_own(t, level);
    fo_content_begin(&level->content, level->frame.element, t->top ? &t->top->content : NULL);
    leave_masters(t, level->frame.element);
    if (!dispatch(t, level))
        return false;
    t->top = level;
    return true;
}

void fo_tree_close(struct fo_tree *t)
{
    struct fo_open *level = t->top;

    fo_add_text(t, 0);
    report_missing(t, level);
    if (level->frame.element->id == ELEMENT_bookmark)
        fo_close_bookmark(t, level);
    if (level->frame.element->id == ELEMENT_layout_master_set)
        fo_join_masters(t);
    t->top = level->frame.parent == &t->outermost ? NULL : (struct fo_open *)level->frame.parent;
}

void fo_tree_text(struct fo_tree *t, const char *s, size_t len, int line)
{
    if (t->text.len == 0)
        t->text_line = line;
    buf_add(&t->text, s, len);
}

void fo_tree_unknown(struct fo_tree *t, enum fo_vocabulary vocabulary, const char *name, int line)
{
    if (!t->top) {
        t->failed = true;
        diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, line), NULL,
                   "det yttersta elementet ska vara fo:root",
                   "the outermost element must be fo:root");
        return;
    }
    if (t->top->frame.element->id == ELEMENT_declarations && vocabulary != VOCABULARY_FO)
        return;
    fo_add_text(t, IS_INLINE);
    diag_warn(t->diag, fo_tree_place(t, line), NULL,
              "elementet %s%s är okänt, det utelämnas med sitt innehåll",
              "element %s%s is not known, it is left out with its content",
              fo_vocabulary_prefix(vocabulary), name);
}

void fo_tree_meta_title(struct fo_tree *t, const char *title)
{
    if (!t->has_meta_title && *title)
        t->doc->title = arena_strdup(t->arena, title);
    t->has_meta_title = *title || t->has_meta_title;
}

struct fo_doc *fo_tree_finish(struct fo_tree *t)
{
    buf_free(&t->text);
    if (!t->failed)
        return t->doc;
    fo_free(t->doc);
    return NULL;
}
