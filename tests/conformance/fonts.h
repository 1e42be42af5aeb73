/* Fonts: embedded, with a text and a width for every code that was shown. */
#ifndef CONFORMANCE_FONTS_H
#define CONFORMANCE_FONTS_H

#include "tree.h"

#include <math.h>

static bool is_used(const struct font_use *f, unsigned code)
{
    return f->used[code / 8] >> code % 8 & 1;
}

/* ---- ToUnicode ---------------------------------------------------------------------------------
 */

static unsigned code_of(const struct lexer *l)
{
    return l->nbytes == 2 ? (unsigned)l->bytes[0] << 8 | l->bytes[1] : l->nbytes ? l->bytes[0] : 0;
}

static bool is_text(const struct lexer *l)
{
    unsigned first = code_of(l);
    return l->nbytes >= 2 && l->nbytes % 2 == 0 &&
           (l->nbytes > 2 || (first != 0 && first != 0xFEFF && first != 0xFFFE));
}

static void read_tounicode(struct reader *r, struct font_use *f, uint8_t *mapped)
{
    size_t n = 0;
    unsigned char *bytes = stream_bytes(r, key(r, f->dict, "/ToUnicode"), &n);
    struct lexer l = {.p = bytes, .end = bytes ? bytes + n : NULL};
    int mode = 0, at = 0; /* 1 bfchar, 2 bfrange; at: which of the strings */
    unsigned from = 0, to = 0;
    while (bytes && lex(&l) != T_END) {
        if (l.token == T_WORD) {
            mode = strcmp(l.word, "beginbfchar") == 0    ? 1
                   : strcmp(l.word, "beginbfrange") == 0 ? 2
                                                         : 0;
            at = 0;
        } else if (mode && l.token == T_STRING) {
            if (at == 0)
                from = to = code_of(&l);
            else if (at == 1 && mode == 2)
                to = code_of(&l);
            else if (is_text(&l))
                for (unsigned c = from; c <= to; c++)
                    mapped[c / 8] |= (uint8_t)(1 << c % 8);
            at = (at + 1) % (mode + 1);
        }
    }
    free(l.bytes);
    free(bytes);
}

/* ---- widths ------------------------------------------------------------------------------------
 */

static void read_widths(struct reader *r, qpdf_oh cid_font, float *widths)
{
    qpdf_oh w = key(r, cid_font, "/W");
    int n = qpdf_oh_is_array(r->q, w) ? qpdf_oh_get_array_n_items(r->q, w) : 0;
    for (int i = 0; i < 65536; i++)
        widths[i] = (float)int_key(r, cid_font, "/DW", 1000);
    for (int i = 0; i + 1 < n;) {
        int first = qpdf_oh_get_int_value_as_int(r->q, qpdf_oh_get_array_item(r->q, w, i));
        qpdf_oh next = qpdf_oh_get_array_item(r->q, w, i + 1);
        bool list = qpdf_oh_is_array(r->q, next);
        int count = list ? qpdf_oh_get_array_n_items(r->q, next)
                         : qpdf_oh_get_int_value_as_int(r->q, next) - first + 1;
        for (int k = 0; k < count && first >= 0 && first + k < 65536; k++)
            widths[first + k] = (float)qpdf_oh_get_numeric_value(
                r->q, list ? qpdf_oh_get_array_item(r->q, next, k)
                           : qpdf_oh_get_array_item(r->q, w, i + 2));
        i += list ? 2 : 3;
    }
}

struct truetype {
    unsigned char *bytes;
    size_t n;
    unsigned upem, nmetrics, nglyphs;
    size_t hmtx; /* offset, 0: none */
};

static unsigned be16(const struct truetype *t, size_t at)
{
    return at + 2 <= t->n ? (unsigned)t->bytes[at] << 8 | t->bytes[at + 1] : 0;
}

static size_t table(const struct truetype *t, const char *tag)
{
    for (unsigned i = 0; i < be16(t, 4); i++) {
        size_t at = 12 + 16 * (size_t)i;
        if (at + 16 <= t->n && memcmp(t->bytes + at, tag, 4) == 0)
            return (size_t)be16(t, at + 8) << 16 | be16(t, at + 10);
    }
    return 0;
}

static bool read_truetype(struct reader *r, qpdf_oh stream, struct truetype *t)
{
    t->bytes = stream_bytes(r, stream, &t->n);
    if (!t->bytes || t->n < 12)
        return false;
    t->upem = be16(t, table(t, "head") + 18);
    t->nmetrics = be16(t, table(t, "hhea") + 34);
    t->nglyphs = be16(t, table(t, "maxp") + 4);
    t->hmtx = table(t, "hmtx");
    return t->upem && t->nmetrics && t->hmtx;
}

static void check_glyph(struct reader *r, const struct font_use *f, const struct truetype *t,
                        unsigned cid, unsigned gid, float width)
{
    enum { TOLERANCE = 2 };
    if (gid == 0 || gid >= t->nglyphs) {
        fault(r, "font %d: code %u has no glyph", f->object, cid);
        return;
    }
    unsigned metric = gid < t->nmetrics ? gid : t->nmetrics - 1;
    double real = be16(t, t->hmtx + 4 * (size_t)metric) * 1000.0 / t->upem;
    if (fabs(real - width) > TOLERANCE)
        fault(r, "font %d: code %u is %.1f wide, its glyph %.1f", f->object, cid, width, real);
}

static void check_glyphs(struct reader *r, const struct font_use *f, qpdf_oh cid_font)
{
    struct truetype t = {0};
    size_t n = 0;
    float *widths = grown(NULL, 65536, sizeof *widths);
    unsigned char *map = stream_bytes(r, key(r, cid_font, "/CIDToGIDMap"), &n);
    if (!read_truetype(r, key(r, key(r, cid_font, "/FontDescriptor"), "/FontFile2"), &t)) {
        fault(r, "font %d: no embedded TrueType file", f->object);
    } else if (!map) {
        fault(r, "font %d: no CIDToGIDMap stream", f->object);
    } else {
        read_widths(r, cid_font, widths);
        for (unsigned c = 0; c < 65536; c++)
            if (is_used(f, c))
                check_glyph(r, f, &t, c,
                            2 * c + 1 < n ? (unsigned)map[2 * c] << 8 | map[2 * c + 1] : 0,
                            widths[c]);
    }
    free(map);
    free(t.bytes);
    free(widths);
}

static void check_font(struct reader *r, struct font_use *f)
{
    if (!f->two_bytes) {
        qpdf_oh descriptor = key(r, f->dict, "/FontDescriptor");
        if (!has(r, descriptor, "/FontFile2") && !has(r, descriptor, "/FontFile3"))
            fault(r, "font %d is not embedded", f->object);
        return;
    }
    uint8_t *mapped = grown(NULL, 65536 / 8, 1);
    memset(mapped, 0, 65536 / 8);
    read_tounicode(r, f, mapped);
    for (unsigned c = 0; c < 65536; c++)
        if (is_used(f, c) && !(mapped[c / 8] >> c % 8 & 1))
            fault(r, "font %d: code %u has no text in ToUnicode", f->object, c);
    free(mapped);
    qpdf_oh descendants = key(r, f->dict, "/DescendantFonts");
    if (qpdf_oh_is_array(r->q, descendants))
        check_glyphs(r, f, qpdf_oh_get_array_item(r->q, descendants, 0));
    else
        fault(r, "font %d has no descendant", f->object);
}

#endif
