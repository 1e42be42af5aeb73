/* Fonts: Type 0, Identity-H, over a TrueType subset with a map from codes to its glyphs
 * (ISO 32000-1, 9.7). The subset is kept between documents, by its glyph set. */
#include "write/fonts.h"

#include "write/object.h"
#include "write/ordinary.h"
#include "write/put.h"
#include "write/stream_cache.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pdf_font *fonts_use(struct pdf_out *o, const struct font *font)
{
    struct pdf_fonts *all = o->fonts;
    struct pdf_font *f =
        all->last && all->last->font == font ? all->last : ptr_map_get(&all->map, font);
    if (!f) {
        f = arena_new_of(all->arena, struct pdf_font);
        f->font = font;
        f->index = all->last ? all->last->index + 1 : 1;
        f->number = o->bundle ? object_later(o) : (f->object = object_new(o))->number;
        *arena_push(all->arena, f->cids, f->ncids, f->cap) = (struct pdf_cid){.text = ""};
        ptr_map_put(&all->map, all->arena, font, f);
        if (all->last)
            all->last->next = f;
        else
            all->first = f;
        all->last = f;
    }
    f->used = o->serial;
    return f;
}

void fonts_put_resources(struct pdf_out *o, struct buf *out)
{
    size_t before = out->len;
    buf_str(out, "/Font<<");
    size_t empty = out->len;
    for (const struct pdf_font *f = o->fonts->first; f; f = f->next) {
        if (f->used != o->serial)
            continue;
        buf_str(out, "/F");
        put_int(out, f->index);
        buf_char(out, ' ');
        put_ref(out, f->number);
    }
    if (out->len == empty)
        out->len = before;
    else
        buf_str(out, ">>");
}

/* ---- the subset --------------------------------------------------------------------------------
 */

struct glyph_set {
    uint16_t *gids; /* distinct, ascending */
    size_t n;
    struct cached_stream *file;
    char tag[8]; /* "ABCDEF+" */
};

/* One bit for each glyph that a font can have. */
struct glyph_bits {
    uint64_t words[65536 / 64];
};

static void set_bit(struct glyph_bits *bits, uint16_t gid)
{
    bits->words[gid / 64] |= UINT64_C(1) << gid % 64;
}

static int by_gid(const void *a, const void *b)
{
    return *(const uint16_t *)a - *(const uint16_t *)b;
}

/* Distinct glyphs, ascending, behind the font's id in one block: the key of the subset. */
static uint16_t *collect_glyphs(struct pdf_out *o, const struct pdf_font *f, struct glyph_set *set)
{
    uint16_t *key = arena_array(o->arena, uint16_t, f->ncids + 2);
    struct glyph_bits bits = {0};
    key[0] = (uint16_t)(f->font->id >> 16);
    key[1] = (uint16_t)f->font->id;
    set->gids = key + 2;
    for (size_t i = 1; i < f->ncids; i++)
        if (f->cids[i].used)
            set_bit(&bits, f->cids[i].gid);
    for (unsigned i = 0; i < sizeof bits.words / sizeof *bits.words; i++)
        for (uint64_t left = bits.words[i]; left; left &= left - 1)
            set->gids[set->n++] = (uint16_t)(i * 64 + (unsigned)__builtin_ctzll(left));
    return key;
}

/* Six letters that differ for different glyph sets (9.6.4). */
static void make_tag(struct glyph_set *set)
{
    uint32_t h = libdeflate_crc32(0, set->gids, set->n * sizeof *set->gids);
    for (int i = 0; i < 6; i++, h /= 26)
        set->tag[i] = (char)('A' + h % 26);
    set->tag[6] = '+';
}

static bool make_subset(struct pdf_out *o, const struct pdf_font *f, struct glyph_set *set)
{
    const uint16_t *key = collect_glyphs(o, f, set);
    size_t key_len = (set->n + 2) * sizeof *key;
    make_tag(set);
    set->file = stream_cache_find(o->w->cache, STREAM_FONT, key, key_len);
    if (set->file)
        return true;
    struct font_subset subset = {.file = BUF_INIT};
    if (!f->font->ops->subset(f->font, set->gids, set->n, &subset)) {
        buf_free(&subset.file);
        free(subset.new_gid);
        pdf_fail(o, EXIT_SYSTEM, "ett typsnitt kan inte bäddas in", "a font cannot be embedded");
        return false;
    }
    set->file =
        stream_cache_add(o->w, STREAM_FONT, key, key_len, subset.file.data, subset.file.len, true);
    set->file->new_gid = subset.new_gid;
    buf_free(&subset.file);
    return true;
}

static uint16_t new_gid(const struct glyph_set *set, uint16_t gid)
{
    const uint16_t *at = bsearch(&gid, set->gids, set->n, sizeof gid, by_gid);
    return at && gid ? set->file->new_gid[at - set->gids] : 0;
}

/* ---- dictionaries ------------------------------------------------------------------------------
 */

static void put_font_name(struct buf *b, const struct pdf_font *f, const struct glyph_set *set)
{
    char name[128];
    snprintf(name, sizeof name, "%s%s", set->tag, f->font->postscript_name);
    put_name(b, name);
}

static struct pdf_object *write_file(struct pdf_out *o, const struct glyph_set *set)
{
    struct buf *b = &o->w->scratch;
    struct pdf_object *obj = object_new(o);
    buf_clear(b);
    buf_str(b, "/Length1 ");
    put_int(b, (int64_t)set->file->stored.raw_len);
    object_set_stored(o, obj, b->data, &set->file->stored);
    return obj;
}

/* Table 123: the flags of a font descriptor. */
static int flags_of(const struct font *font)
{
    enum { FIXED_PITCH = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };
    return SYMBOLIC | (font->fixed_pitch ? FIXED_PITCH : 0) | (font->serif ? SERIF : 0) |
           (font->italic ? ITALIC : 0);
}

static struct pdf_object *write_descriptor(struct pdf_out *o, const struct pdf_font *f,
                                           const struct glyph_set *set)
{
    struct pdf_object *file = write_file(o, set);
    struct pdf_object *obj = object_new(o);
    const struct font *font = f->font;
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, "/Type/FontDescriptor/FontName");
    put_font_name(b, f, set);
    buf_printf(b, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d",
               flags_of(font), font->bbox[0], font->bbox[1], font->bbox[2], font->bbox[3],
               font->italic_angle, font->ascent, font->descent);
    buf_printf(b, "/CapHeight %d/XHeight %d/StemV %d/FontFile2 ", font->cap_height, font->x_height,
               font->stem_v);
    put_ref(b, file->number);
    object_set_body(o, obj, b);
    return obj;
}

/* Whether what the codes stand for may outlive the case. Codes that are not ordinary come in the
 * order in which the text first needs them: of some ligatures and accents that says nothing, of a
 * name in another script nearly all. */
static bool may_be_kept(const struct pdf_font *f)
{
    enum { FEW = 8 };
    return f->nordinary > 0 && f->ncids - 1 - f->nordinary <= FEW;
}

/* A stream of a font that most documents have alike. */
static void set_kept(struct pdf_out *o, const struct pdf_font *f, struct pdf_object *obj,
                     const void *bytes, size_t n)
{
    if (!may_be_kept(f)) {
        object_set_stream(o, obj, "", bytes, n);
        return;
    }
    const struct cached_stream *kept = stream_cache_find(o->w->cache, STREAM_CODES, bytes, n);
    if (!kept)
        kept = stream_cache_add(o->w, STREAM_CODES, bytes, n, bytes, n, true);
    object_set_stored(o, obj, "", &kept->stored);
}

static struct pdf_object *write_gid_map(struct pdf_out *o, const struct pdf_font *f,
                                        const struct glyph_set *set)
{
    struct pdf_object *obj = object_new(o);
    uint8_t *map = arena_alloc(o->arena, 2 * f->ncids);
    for (size_t i = 1; i < f->ncids; i++) {
        uint16_t gid = f->cids[i].used ? new_gid(set, f->cids[i].gid) : 0;
        map[2 * i] = (uint8_t)(gid >> 8);
        map[2 * i + 1] = (uint8_t)gid;
    }
    set_kept(o, f, obj, map, 2 * f->ncids);
    return obj;
}

static struct pdf_object *write_descendant(struct pdf_out *o, const struct pdf_font *f,
                                           const struct glyph_set *set)
{
    struct pdf_object *descriptor = write_descriptor(o, f, set);
    struct pdf_object *map = write_gid_map(o, f, set);
    struct pdf_object *obj = object_new(o);
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, "/Type/Font/Subtype/CIDFontType2/BaseFont");
    put_font_name(b, f, set);
    buf_str(b, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
               "/FontDescriptor ");
    put_ref(b, descriptor->number);
    buf_str(b, "/CIDToGIDMap ");
    put_ref(b, map->number);
    buf_str(b, "/DW 0/W[1[");
    for (size_t i = 1; i < f->ncids; i++) {
        put_int(b, f->cids[i].used ? f->cids[i].width : 0);
        buf_char(b, i + 1 < f->ncids ? ' ' : ']');
    }
    buf_char(b, ']');
    object_set_body(o, obj, b);
    return obj;
}

static void write_font(struct pdf_out *o, struct pdf_font *f)
{
    struct glyph_set set = {0};
    if (o->bundle)
        f->object = object_late(o, f->number);
    ordinary_end(f);
    if (f->ncids < 2 || !make_subset(o, f, &set))
        return;
    struct pdf_object *descendant = write_descendant(o, f, &set);
    struct pdf_object *tounicode = object_new(o);
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    tounicode_put(b, f);
    set_kept(o, f, tounicode, b->data, b->len);
    buf_clear(b);
    buf_str(b, "/Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont");
    put_font_name(b, f, &set);
    buf_str(b, "/DescendantFonts[");
    put_ref(b, descendant->number);
    buf_str(b, "]/ToUnicode ");
    put_ref(b, tounicode->number);
    object_set_body(o, f->object, b);
}

void fonts_write(struct pdf_out *o)
{
    for (struct pdf_font *f = o->fonts->first; f && !o->failed; f = f->next)
        write_font(o, f);
}
