/* The text engine: opening and closing, faces by family, styles resolved and kept. */
#include "text/engine.h"

#include "base/dir.h"
#include "base/wipe.h"
#include "text/kept.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void *scratch_reserve(struct scratch *s, size_t size)
{
    if (s->size < size) {
        wipe_free(s->data);
        s->data = xmalloc(size + size / 2);
        s->size = size + size / 2;
    }
    return s->data;
}

void *scratch_grow(struct scratch *s, size_t size)
{
    if (s->size < size) {
        s->data = xrealloc(s->data, size + size / 2);
        s->size = size + size / 2;
    }
    return s->data;
}

static void report_missing(struct diag *diag, const struct font_family *family, const char *file)
{
    diag_error(diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL,
               "typsnittet %s kan inte läsas (%s); det finns i paketet %s",
               "the font %s cannot be read (%s); it is in the package %s", family->name, file,
               family->package);
}

/* Tries one root after the other; a file that is there but unusable ends the search. */
static bool load_from_roots(struct text_engine *e, struct face *face,
                            const struct font_family *family, enum font_shape shape, unsigned id)
{
    for (size_t i = 0; i < e->list->nroots; i++) {
        char path[4096];
        int n = snprintf(path, sizeof path, "%s/%s", e->list->roots[i], family->file[shape]);

        if (n < 0 || (size_t)n >= sizeof path || !dir_is_file(path))
            continue;
        return face_load(face, path, family, shape, id);
    }
    return false;
}

static enum font_shape nearest_shape(const struct font_family *family, enum font_shape shape)
{
    if (!family->file[shape])
        shape &= FONT_BOLD;
    return family->file[shape] ? shape : FONT_REGULAR;
}

struct face *engine_face(struct text_engine *e, size_t family, enum font_shape shape,
                         struct diag *diag)
{
    const struct font_family *f = &e->list->families[family];
    unsigned id;

    shape = nearest_shape(f, shape);
    id = (unsigned)(family * FONT_SHAPES + shape);
    if (e->face_state[id] == FACE_UNTRIED)
        e->face_state[id] =
            load_from_roots(e, &e->faces[id], f, shape, id) ? FACE_READY : FACE_UNUSABLE;
    if (e->face_state[id] == FACE_READY)
        return &e->faces[id];
    report_missing(diag, f, f->file[shape]);
    return NULL;
}

struct face *engine_first_face(struct text_engine *e, const struct resolved *style,
                               struct diag *diag)
{
    struct face *face = NULL;

    for (size_t i = 0; i < style->nfamilies && !face; i++)
        face = engine_face(e, style->families[i], style->shape, diag);
    return face ? face : &e->faces[FONT_REGULAR]; /* loaded by text_engine_new */
}

/* $DUFORM_FONTS, then the roots of the list. */
static void add_roots(struct arena *a, struct font_list *list, const char *extra)
{
    size_t n = 0, cap = 0;
    const char **roots = NULL;
    char *next = extra ? arena_strdup(a, extra) : NULL;
    char *save = NULL;

    for (char *p = next ? strtok_r(next, ":", &save) : NULL; p; p = strtok_r(NULL, ":", &save))
        *arena_push(a, roots, n, cap) = p;
    for (size_t i = 0; i < list->nroots; i++)
        *arena_push(a, roots, n, cap) = list->roots[i];
    list->roots = roots;
    list->nroots = n;
}

struct text_engine *text_engine_new(const char *fonts_xml, struct diag *diag)
{
    struct arena *arena = arena_new();
    const struct font_list *read = font_list_read(fonts_xml, arena, diag);
    struct font_list *list = arena_new_of(arena, struct font_list);
    struct text_engine *e = arena_new_of(arena, struct text_engine);

    if (!read) {
        arena_free(arena);
        return NULL;
    }
    *list = *read;
    add_roots(arena, list, getenv("DUFORM_FONTS"));
    e->arena = arena;
    e->list = list;
    e->faces = arena_array(arena, struct face, list->nfamilies * FONT_SHAPES);
    e->face_state = arena_array(arena, uint8_t, list->nfamilies * FONT_SHAPES);
    e->buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(e->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    e->cache = shape_cache_new();
    e->kept = kept_new();
    e->hyphenator = hyphenator_new(list);
    e->bidi = ubidi_open();
    if (e->bidi && engine_face(e, 0, FONT_REGULAR, diag))
        return e;
    text_engine_free(e);
    return NULL;
}

void text_engine_free(struct text_engine *e)
{
    if (!e)
        return;
    wipe_free(e->levels.data);
    wipe_free(e->segments.data);
    wipe_free(e->glyphs.data);
    wipe_free(e->shaped.data);
    wipe_free(e->widths.data);
    wipe_free(e->parts.data);
    wipe_free(e->key.data);
    for (size_t i = 0; i < e->list->nfamilies * FONT_SHAPES; i++)
        if (e->face_state[i] == FACE_READY)
            face_unload(&e->faces[i]);
    for (struct breaker *b = e->breakers; b; b = b->next)
        ubrk_close(b->lines);
    if (e->clusters)
        ubrk_close(e->clusters);
    ubidi_close(e->bidi);
    hb_buffer_destroy(e->buffer);
    shape_cache_free(e->cache);
    kept_free(e->kept);
    hyphenator_free(e->hyphenator);
    arena_free(e->arena);
}

void text_keep(struct text_engine *e, bool on)
{
    kept_forget(e->kept);
    e->keeps = on;
}

const struct font *text_font(struct text_engine *e, const struct text_style *style,
                             struct diag *diag)
{
    struct resolved *r = engine_resolve(e, style, diag, diag_at(NULL, 0));

    return &engine_first_face(e, r, diag)->font;
}

void text_extent(struct text_engine *e, const struct text_style *style, struct diag *diag,
                 mpt *ascent, mpt *descent)
{
    struct resolved *r = engine_resolve(e, style, diag, diag_at(NULL, 0));
    struct face *face = engine_first_face(e, r, diag);

    *ascent = engine_scale(face->line_ascent, style->size);
    *descent = engine_scale(face->line_descent, style->size);
}
