/* Shaping with HarfBuzz, word by word: Latin does not kern over spaces, nor does Arabic join. */
#include "text/shape.h"

#include "text/chars.h"
#include "text/engine.h"

#include <unicode/utf16.h>

enum { LONGEST_KEPT = 64 /* code units of a word in the cache */ };

static size_t features_for(unsigned bits, hb_feature_t out[4])
{
    static const hb_feature_t no_kerning = {HB_TAG('k', 'e', 'r', 'n'), 0, 0, UINT32_MAX};
    static const hb_feature_t no_liga = {HB_TAG('l', 'i', 'g', 'a'), 0, 0, UINT32_MAX};
    static const hb_feature_t no_clig = {HB_TAG('c', 'l', 'i', 'g'), 0, 0, UINT32_MAX};
    size_t n = 0;

    if (bits & SHAPE_NO_KERNING)
        out[n++] = no_kerning;
    if (bits & SHAPE_NO_LIGATURES) {
        out[n++] = no_liga;
        out[n++] = no_clig;
    }
    return n;
}

static void run_harfbuzz(struct text_engine *e, const struct shape_key *key, const UChar *text,
                         size_t total, size_t start, size_t len)
{
    hb_buffer_t *b = e->buffer;
    hb_feature_t features[4];
    size_t n = features_for(key->features, features);

    hb_buffer_clear_contents(b);
    hb_buffer_add_utf16(b, (const uint16_t *)text, (int)total, (unsigned)start, (int)len);
    hb_buffer_set_direction(b, key->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(b, key->script);
    if (key->language != HB_LANGUAGE_INVALID)
        hb_buffer_set_language(b, key->language);
    hb_shape(key->face->hb_font, b, features, (unsigned)n);
}

static uint16_t flags_of(const struct shaped *g, uint32_t c)
{
    if (chars_ignorable(c) && !g->advance)
        return SHAPED_BLANK;
    return g->advance ? 0 : SHAPED_MARK;
}

/* Copies the buffer's glyphs, without those of characters that have none. */
static struct shaped *take_glyphs(struct text_engine *e, const UChar *text, size_t total,
                                  size_t start, size_t *n)
{
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(e->buffer, &count);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(e->buffer, &count);
    struct shaped *out = scratch_reserve(&e->shaped, (count + 1) * sizeof *out);

    *n = 0;
    for (unsigned i = 0; i < count; i++) {
        struct shaped *g = &out[*n];
        UChar32 c;

        U16_GET(text, 0, info[i].cluster, total, c);
        if (chars_dropped((uint32_t)c))
            continue;
        g->gid = (uint16_t)info[i].codepoint;
        g->cluster = info[i].cluster - (uint32_t)start;
        g->advance = pos[i].x_advance;
        g->dx = pos[i].x_offset;
        g->dy = pos[i].y_offset;
        g->flags = flags_of(g, (uint32_t)c);
        ++*n;
    }
    return out;
}

/* Would a letter right before or after the run change its glyphs? Only in joining scripts, which
 * are those written from right to left. */
static bool joins_outside(const struct shape_key *key, const UChar *text, size_t total,
                          size_t start, size_t len)
{
    if (!key->rtl)
        return false;
    return (start > 0 && !chars_is_space(text[start - 1])) ||
           (start + len < total && !chars_is_space(text[start + len]));
}

const struct shaped *shape_run(struct text_engine *e, const struct shape_key *key,
                               const UChar *text, size_t total, size_t start, size_t len, size_t *n)
{
    bool keep = len <= LONGEST_KEPT && !joins_outside(key, text, total, start, len);
    const struct shaped *kept = keep ? shape_cache_find(e->cache, key, text + start, len, n) : NULL;
    struct shaped *glyphs;

    if (kept)
        return kept;
    run_harfbuzz(e, key, text, total, start, len);
    glyphs = take_glyphs(e, text, total, start, n);
    if (keep)
        shape_cache_keep(e->cache, key, text + start, len, glyphs, *n);
    return glyphs;
}
