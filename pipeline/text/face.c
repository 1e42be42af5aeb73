/* Loads a face: maps the file and prepares it for shaping. */
#include "text/face.h"

#include "base/file.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

struct mapping {
    const uint8_t *data;
    size_t len;
};

static void unmap(void *user)
{
    struct mapping *m = user;

    file_unmap(m->data, m->len);
    free(m);
}

static hb_blob_t *map_file(const char *path)
{
    struct mapping *m = xmalloc(sizeof *m);

    m->data = file_map(path, &m->len);
    if (!m->data) {
        free(m);
        return NULL;
    }
    return hb_blob_create((const char *)m->data, (unsigned)m->len, HB_MEMORY_MODE_READONLY, m,
                          unmap);
}

uint16_t face_glyph(const struct face *face, uint32_t code_point)
{
    hb_codepoint_t gid = 0;

    if (code_point < FACE_LOW)
        return face->low[code_point];
    hb_font_get_nominal_glyph(face->hb_font, code_point, &gid);
    return (uint16_t)gid;
}

static void look_up_glyphs(struct face *face)
{
    hb_codepoint_t gid;

    for (uint32_t c = 0x20; c < FACE_LOW; c++)
        if (hb_font_get_nominal_glyph(face->hb_font, c, &gid))
            face->low[c] = (uint16_t)gid;
    face->space = face->low[' '];
    face->hyphen = face_glyph(face, 0x2010);
    if (!face->hyphen)
        face->hyphen = face->low['-'];
    face->space_advance = hb_font_get_glyph_h_advance(face->hb_font, face->space);
    face->hyphen_advance = hb_font_get_glyph_h_advance(face->hb_font, face->hyphen);
    face->font.blank_gid = face_glyph(face, 0x200B);
}

static char *postscript_name(hb_face_t *face, const char *family)
{
    char name[128];
    unsigned size = sizeof name;

    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    return strdup(size ? name : family);
}

/* Only TrueType outlines can be embedded as FontFile2. */
static bool usable(hb_face_t *face)
{
    hb_blob_t *glyf = hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f'));
    bool ok = hb_blob_get_length(glyf) > 0 && hb_face_get_glyph_count(face) > 0 &&
              hb_face_get_glyph_count(face) <= 65535;

    hb_blob_destroy(glyf);
    return ok;
}

bool face_load(struct face *face, const char *path, const struct font_family *family,
               enum font_shape shape, unsigned id)
{
    hb_blob_t *blob = map_file(path);

    if (!blob)
        return false;
    memset(face, 0, sizeof *face);
    face->blob = blob;
    face->hb_face = hb_face_create(blob, 0);
    if (!usable(face->hb_face)) {
        face_unload(face);
        return false;
    }
    face->hb_font = hb_font_create(face->hb_face);
    hb_font_set_scale(face->hb_font, FACE_UNITS, FACE_UNITS);
    face->font.ops = &face_ops;
    face->font.impl = face;
    face->font.id = id;
    face->font.family = family->name;
    face->font.postscript_name = postscript_name(face->hb_face, family->name);
    look_up_glyphs(face);
    face_read_metrics(face, shape);
    hb_font_make_immutable(face->hb_font);
    return true;
}

void face_unload(struct face *face)
{
    hb_font_destroy(face->hb_font);
    hb_face_destroy(face->to_subset);
    hb_face_destroy(face->hb_face);
    hb_blob_destroy(face->blob);
    free((char *)face->font.postscript_name);
    memset(face, 0, sizeof *face);
}
