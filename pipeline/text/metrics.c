/* Metrics of a face out of the tables OS/2, head, hhea and post (OpenType 1.9). */
#include "text/face.h"

#include <stdlib.h>

/* A table's bytes; reading beyond the end gives 0. */
struct table {
    hb_blob_t *blob;
    const uint8_t *data;
    unsigned len;
};

static struct table table_open(hb_face_t *face, hb_tag_t tag)
{
    struct table t = {hb_face_reference_table(face, tag), NULL, 0};

    t.data = (const uint8_t *)hb_blob_get_data(t.blob, &t.len);
    return t;
}

static int u16_at(const struct table *t, unsigned at)
{
    return at + 2 <= t->len ? t->data[at] << 8 | t->data[at + 1] : 0;
}

static int s16_at(const struct table *t, unsigned at)
{
    return (int16_t)u16_at(t, at);
}

/* Font units to 1/1000 em, rounded to nearest. */
static int scaled(const struct face *face, int units)
{
    int em = face->font.units_per_em;
    int twice = units * 2 * FACE_UNITS;

    return (twice + (twice < 0 ? -em : em)) / (2 * em);
}

/* The height of a letter's picture, for fonts whose OS/2 does not say. */
static int height_of(const struct face *face, uint32_t letter)
{
    hb_glyph_extents_t e;

    if (!face_glyph(face, letter) ||
        !hb_font_get_glyph_extents(face->hb_font, face_glyph(face, letter), &e))
        return 0;
    return e.y_bearing;
}

/* How far the letters d and p reach above and below the baseline. Line areas reckon with these, as
 * in Apache FOP, where the file's ascent and descent are more than an em in sum and so leave room
 * for marks that few lines have: lines stand where they do there. */
static void measure_letters(struct face *face)
{
    hb_glyph_extents_t e;
    int up = height_of(face, 'd');

    if (face->line_ascent + face->line_descent <= FACE_UNITS || up <= 0 || !face_glyph(face, 'p') ||
        !hb_font_get_glyph_extents(face->hb_font, face_glyph(face, 'p'), &e))
        return;
    face->line_ascent = up;
    face->line_descent = -(e.y_bearing + e.height);
}

static void read_head(struct face *face)
{
    struct table head = table_open(face->hb_face, HB_TAG('h', 'e', 'a', 'd'));

    face->font.units_per_em = (int)hb_face_get_upem(face->hb_face);
    for (unsigned i = 0; i < 4; i++)
        face->font.bbox[i] = scaled(face, s16_at(&head, 36 + 2 * i));
    hb_blob_destroy(head.blob);
}

static void read_post(struct face *face)
{
    struct table post = table_open(face->hb_face, HB_TAG('p', 'o', 's', 't'));

    face->font.italic_angle = s16_at(&post, 4);
    face->font.underline_position = scaled(face, s16_at(&post, 8));
    face->font.underline_thickness = scaled(face, s16_at(&post, 10));
    face->font.fixed_pitch = u16_at(&post, 12) || u16_at(&post, 14);
    hb_blob_destroy(post.blob);
}

/* Which of the ascents and descents in the file is meant? The typographic ones, unless they are
 * missing or fill more than an em where those of hhea do not: FOP chooses so, and lines shall come
 * out as there. */
static void choose_extent(struct face *face, const struct table *os2)
{
    struct table hhea = table_open(face->hb_face, HB_TAG('h', 'h', 'e', 'a'));
    int em = face->font.units_per_em;
    int up = s16_at(&hhea, 4), down = s16_at(&hhea, 6);
    int typo_up = s16_at(os2, 68), typo_down = s16_at(os2, 70);

    if (typo_up > 0 && (typo_up - typo_down <= em || up <= 0 || up - down > em)) {
        up = typo_up;
        down = typo_down;
    }
    face->line_ascent = scaled(face, up);
    face->line_descent = -scaled(face, down);
    hb_blob_destroy(hhea.blob);
}

static void read_os2(struct face *face)
{
    struct table os2 = table_open(face->hb_face, HB_TAG('O', 'S', '/', '2'));
    int class = u16_at(&os2, 30) >> 8;

    choose_extent(face, &os2);
    if (u16_at(&os2, 0) >= 2) {
        face->font.x_height = scaled(face, s16_at(&os2, 86));
        face->font.cap_height = scaled(face, s16_at(&os2, 88));
    }
    if (face->font.x_height <= 0)
        face->font.x_height = height_of(face, 'x');
    if (face->font.cap_height <= 0)
        face->font.cap_height = height_of(face, 'H');
    face->font.serif = (class >= 1 && class <= 5) || class == 7;
    hb_blob_destroy(os2.blob);
}

void face_read_metrics(struct face *face, enum font_shape shape)
{
    read_head(face);
    read_post(face);
    read_os2(face);
    face->font.ascent = face->line_ascent;
    face->font.descent = -face->line_descent;
    measure_letters(face);
    face->font.weight = shape & FONT_BOLD ? 700 : 400;
    face->font.italic = (shape & FONT_ITALIC) != 0;
    /* No table holds the stem's width; this is how heavy such weights usually are. */
    face->font.stem_v = 50 + face->font.weight * face->font.weight / 5000;
}
