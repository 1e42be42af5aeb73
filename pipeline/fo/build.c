/* Hands the elements, attributes and text of an XSL-FO document to the tree as they are met. */
#include "fo/build.h"

#include "fo/foreign.h"
#include "fo/tree.h"
#include "fo/walk.h"

#include <stdlib.h>
#include <string.h>

enum { ELEMENT_SLOTS = 64, MOST_KNOWN = 2 * 1024 * 1024 };

struct fo_parts {
    struct fo_tree *tree;
    struct foreign foreign;
    int skipped; /* open elements from the one that is left out on */
    /* the last namespace seen, and what it is: most elements are of one */
    const char *uri;
    enum fo_vocabulary vocabulary;
    /* Elements by the address of their name, of which there is one copy. */
    struct {
        const char *name;
        const struct fo_element *element;
    } slots[ELEMENT_SLOTS];
};

static enum fo_vocabulary vocabulary_of(struct fo_parts *p, const char *uri)
{
    if (!uri)
        return VOCABULARY_NONE;
    if (uri != p->uri) {
        p->uri = uri;
        p->vocabulary = fo_vocabulary_of(uri);
    }
    return p->vocabulary;
}

static const struct fo_element *element_of(struct fo_parts *p, const char *name)
{
    size_t i = ((uintptr_t)name >> 3 ^ (uintptr_t)name >> 9) % ELEMENT_SLOTS;

    if (p->slots[i].name != name) {
        p->slots[i].name = name;
        p->slots[i].element = fo_element_find(name);
    }
    return p->slots[i].element;
}

/* Values that go with the call move to where they stay as long as their object is open. */
static char *values_room(struct fo_tree *tree, const struct sax_element *e)
{
    size_t n = 0;

    for (size_t i = 0; i < e->nattributes; i++)
        n += e->attributes[i].len + 1;
    return fo_tree_room(tree, n);
}

static const char *moved(char **to, const struct sax_attribute *a)
{
    char *value = *to;

    memcpy(value, a->value, a->len);
    value[a->len] = '\0';
    *to += a->len + 1;
    return value;
}

static bool enter(struct fo_parts *p, const struct fo_element *element, const struct sax_element *e)
{
    char *room;

    fo_tree_begin(p->tree, element, e->line);
    room = e->stays ? NULL : values_room(p->tree, e);
    for (size_t i = 0; i < e->nattributes; i++) {
        const struct sax_attribute *a = &e->attributes[i];

        fo_tree_attr(p->tree, a->uri ? fo_vocabulary_of(a->uri) : VOCABULARY_NONE, a->name,
                     e->stays ? a->value : moved(&room, a));
    }
    return fo_tree_enter(p->tree);
}

/* ---- events -------------------------------------------------------------------------------- */

/* Elements that are none of XSL-FO's. */
static void open_unknown(struct fo_parts *p, const struct sax_element *e,
                         enum fo_vocabulary vocabulary)
{
    if (vocabulary != VOCABULARY_FO && foreign_begin(&p->foreign, e))
        return;
    fo_tree_unknown(p->tree, vocabulary, e->name, e->line);
    p->skipped = 1;
}

void fo_parts_open(void *parts, const struct sax_element *e)
{
    struct fo_parts *p = parts;
    enum fo_vocabulary vocabulary;
    const struct fo_element *known;

    if (p->skipped) {
        p->skipped++;
        return;
    }
    if (p->foreign.depth) {
        foreign_open(&p->foreign, e);
        return;
    }
    vocabulary = vocabulary_of(p, e->uri);
    known = vocabulary == VOCABULARY_FO ? element_of(p, e->name) : NULL;
    if (!known)
        open_unknown(p, e, vocabulary);
    else if (!enter(p, known, e))
        p->skipped = 1;
}

void fo_parts_text(void *parts, const char *s, size_t len, int line)
{
    struct fo_parts *p = parts;

    if (p->skipped)
        return;
    if (p->foreign.depth)
        foreign_text(&p->foreign, s, len);
    else
        fo_tree_text(p->tree, s, len, line);
}

void fo_parts_close(void *parts)
{
    struct fo_parts *p = parts;

    if (p->skipped)
        p->skipped--;
    else if (p->foreign.depth)
        foreign_close(&p->foreign);
    else
        fo_tree_close(p->tree);
}

/* ---- a document ---------------------------------------------------------------------------- */

struct fo_known *fo_known_new(void)
{
    struct fo_known *known = xmalloc(sizeof *known);

    known->arena = arena_new();
    known->cache = fo_cache_new(known->arena, true);
    return known;
}

void fo_known_free(struct fo_known *known)
{
    if (known)
        arena_free(known->arena);
    free(known);
}

/* No document of ours fills it; others may be all different. */
static void forget_much(struct fo_known *known)
{
    if (!known || arena_size(known->arena) <= MOST_KNOWN)
        return;
    arena_free(known->arena);
    known->arena = arena_new();
    known->cache = fo_cache_new(known->arena, true);
}

static struct fo_parts *new_parts(const char *file, const char *base_dir, struct fo_known *known,
                                  struct arena *arena, struct diag *diag)
{
    struct fo_parts *p = arena_new_of(arena, struct fo_parts);

    forget_much(known);
    p->tree = fo_tree_new(file, base_dir, known, arena, diag);
    p->foreign.tree = p->tree;
    p->foreign.arena = arena;
    return p;
}

struct fo_parts *fo_parts_new(const char *file, const char *base_dir, struct fo_known *known,
                              struct arena *arena, struct diag *diag)
{
    struct fo_parts *p = new_parts(file, base_dir, known, arena, diag);

    fo_tree_passing(p->tree);
    fo_tree_divide(p->tree);
    return p;
}

struct fo_doc *fo_parts_finish(struct fo_parts *p)
{
    foreign_free(&p->foreign);
    return fo_tree_finish(p->tree);
}

struct fo_doc *fo_build(struct _xmlDoc *xml, const char *file, const char *base_dir,
                        struct arena *arena, struct diag *diag)
{
    return fo_build_known(xml, file, base_dir, NULL, arena, diag);
}

struct fo_doc *fo_build_known(struct _xmlDoc *xml, const char *file, const char *base_dir,
                              struct fo_known *known, struct arena *arena, struct diag *diag)
{
    struct fo_parts *p = new_parts(file, base_dir, known, arena, diag);

    fo_walk(xml, p, arena);
    return fo_parts_finish(p);
}
