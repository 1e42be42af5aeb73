/* What the writer asks of a face: widths, glyphs, and a subset to embed. */
#include "text/face.h"

#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

/* Preprocessing a face costs as much as sixty subsets (6 to 15 ms against 0.2): a single case never
 * does it, a mailing soon. */
enum { SUBSETS_BEFORE_PREPROCESSING = 64 };

static struct face *face_of(const struct font *f)
{
    return f->impl;
}

static int advance(const struct font *f, uint16_t gid)
{
    return hb_font_get_glyph_h_advance(face_of(f)->hb_font, gid);
}

static uint16_t glyph(const struct font *f, uint32_t code_point)
{
    return face_glyph(face_of(f), code_point);
}

/* Glyphs are embedded by number: nothing that maps, names, lays out or hints them is needed. */
static hb_subset_input_t *input_new(const uint16_t *gids, size_t n)
{
    static const hb_tag_t drop[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
        HB_TAG('c', 'm', 'a', 'p'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('D', 'S', 'I', 'G'),
        HB_TAG('k', 'e', 'r', 'n'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('m', 'e', 't', 'a')};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_set_t *tables, *glyphs;

    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof drop / sizeof *drop; i++)
        hb_set_add(tables, drop[i]);
    hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
    glyphs = hb_subset_input_glyph_set(input);
    hb_set_add(glyphs, 0);
    for (size_t i = 0; i < n; i++)
        hb_set_add(glyphs, gids[i]);
    return input;
}

static hb_face_t *source(struct face *face)
{
    if (!face->to_subset && face->subsets++ >= SUBSETS_BEFORE_PREPROCESSING)
        face->to_subset = hb_subset_preprocess(face->hb_face);
    return face->to_subset ? face->to_subset : face->hb_face;
}

static void map_glyphs(hb_subset_plan_t *plan, const uint16_t *gids, size_t n,
                       struct font_subset *out)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);

    out->new_gid = xmalloc((n + 1) * sizeof *out->new_gid);
    for (size_t i = 0; i < n; i++) {
        hb_codepoint_t to = hb_map_get(map, gids[i]);

        out->new_gid[i] = to == HB_MAP_VALUE_INVALID ? 0 : (uint16_t)to;
    }
}

static bool execute(hb_subset_plan_t *plan, struct buf *file)
{
    hb_face_t *cut = hb_subset_plan_execute_or_fail(plan);
    hb_blob_t *blob;
    const char *data;
    unsigned len;

    if (!cut)
        return false;
    blob = hb_face_reference_blob(cut);
    data = hb_blob_get_data(blob, &len);
    buf_add(file, data, len);
    hb_blob_destroy(blob);
    hb_face_destroy(cut);
    return len > 0;
}

static bool subset(const struct font *f, const uint16_t *gids, size_t n, struct font_subset *out)
{
    hb_subset_input_t *input = input_new(gids, n);
    hb_subset_plan_t *plan = NULL;
    bool ok = false;

    memset(out, 0, sizeof *out);
    if (input)
        plan = hb_subset_plan_create_or_fail(source(face_of(f)), input);
    if (plan && execute(plan, &out->file)) {
        map_glyphs(plan, gids, n, out);
        ok = true;
    }
    if (!ok)
        buf_free(&out->file);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return ok;
}

static bool subset_typing(const struct font *f, const uint32_t *code_points, size_t n,
                          struct buf *file)
{
    hb_subset_input_t *input = input_new(NULL, 0);
    hb_subset_plan_t *plan = NULL;
    bool ok = false;

    if (input) {
        hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);

        hb_set_del(dropped, HB_TAG('c', 'm', 'a', 'p'));
        hb_set_del(dropped, HB_TAG('O', 'S', '/', '2'));
        hb_set_del(dropped, HB_TAG('n', 'a', 'm', 'e'));
        hb_set_del(dropped, HB_TAG('p', 'o', 's', 't'));
        for (size_t i = 0; i < n; i++)
            hb_set_add(hb_subset_input_unicode_set(input), code_points[i]);
        plan = hb_subset_plan_create_or_fail(source(face_of(f)), input);
    }
    if (plan)
        ok = execute(plan, file);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return ok;
}

const struct font_ops face_ops = {subset, subset_typing, advance, glyph};
