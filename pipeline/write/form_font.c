/* The font that viewers set typed text in: a simple TrueType font (ISO 32000-1, 9.6.3) with the
 * characters of Windows-1252 (annex D, WinAnsiEncoding), which are those of the languages of
 * Europe's west and north. Other letters a viewer takes from fonts of its own. */
#include "write/fields.h"
#include "write/object.h"
#include "write/put.h"
#include "write/stream_cache.h"

#include <stdio.h>

enum { FIRST = 32, LAST = 255 };

/* Code points of the bytes 0x80 to 0x9F, 0: none. */
static const uint16_t upper[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static uint32_t code_point(int byte)
{
    return byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80] : (uint32_t)byte;
}

static struct cached_stream *file_of(struct pdf_out *o, const struct font *font)
{
    /* no set of glyphs is the number 65535 alone, so no subset of glyphs has this key */
    const uint16_t key[] = {(uint16_t)(font->id >> 16), (uint16_t)font->id, UINT16_MAX};
    struct cached_stream *file = stream_cache_find(o->w->cache, STREAM_FONT, key, sizeof key);
    uint32_t all[LAST - FIRST + 1];
    struct buf bytes = BUF_INIT;
    size_t n = 0;
    if (file)
        return file;
    for (int c = FIRST; c <= LAST; c++)
        if (code_point(c) && c != 0x7F)
            all[n++] = code_point(c);
    if (font->ops->subset_typing(font, all, n, &bytes))
        file = stream_cache_add(o->w, STREAM_FONT, key, sizeof key, bytes.data, bytes.len, true);
    else
        pdf_fail(o, EXIT_SYSTEM, "ett typsnitt kan inte bäddas in", "a font cannot be embedded");
    buf_free(&bytes);
    return file;
}

static struct pdf_object *write_descriptor(struct pdf_out *o, const struct font *font,
                                           const char *name, const struct cached_stream *cached)
{
    enum { FIXED_PITCH = 1, SERIF = 2, NONSYMBOLIC = 32, ITALIC = 64 };
    struct pdf_object *file = object_new(o), *obj = object_new(o);
    struct buf *b = &o->w->scratch;
    int flags = NONSYMBOLIC | (font->fixed_pitch ? FIXED_PITCH : 0) | (font->serif ? SERIF : 0) |
                (font->italic ? ITALIC : 0);
    buf_clear(b);
    buf_str(b, "/Length1 ");
    put_int(b, (int64_t)cached->stored.raw_len);
    object_set_stored(o, file, b->data, &cached->stored);
    buf_clear(b);
    buf_str(b, "/Type/FontDescriptor/FontName");
    put_name(b, name);
    buf_printf(b, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d", flags,
               font->bbox[0], font->bbox[1], font->bbox[2], font->bbox[3], font->italic_angle,
               font->ascent, font->descent);
    buf_printf(b, "/CapHeight %d/XHeight %d/StemV %d/FontFile2 ", font->cap_height, font->x_height,
               font->stem_v);
    put_ref(b, file->number);
    object_set_body(o, obj, b);
    return obj;
}

struct pdf_object *form_font_write(struct pdf_out *o, const struct font *font)
{
    const struct cached_stream *file = file_of(o, font);
    struct buf *b = &o->w->scratch;
    char name[128];
    if (!file)
        return NULL;
    snprintf(name, sizeof name, "FORMAA+%s", font->postscript_name);
    struct pdf_object *descriptor = write_descriptor(o, font, name, file), *obj = object_new(o);
    buf_clear(b);
    buf_str(b, "/Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/BaseFont");
    put_name(b, name);
    buf_printf(b, "/FirstChar %d/LastChar %d/Widths[", FIRST, LAST);
    for (int c = FIRST; c <= LAST; c++) {
        uint16_t gid = code_point(c) ? font->ops->glyph(font, code_point(c)) : 0;
        put_int(b, gid ? font->ops->advance(font, gid) : 0);
        buf_char(b, c < LAST ? ' ' : ']');
    }
    buf_str(b, "/FontDescriptor ");
    put_ref(b, descriptor->number);
    object_set_body(o, obj, b);
    return obj;
}
