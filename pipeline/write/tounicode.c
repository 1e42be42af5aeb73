/* ToUnicode CMaps (ISO 32000-1, 9.10.3): each code with the very text that its glyph stands for. */
#include "write/fonts.h"
#include "write/put.h"

/* A mark that was painted apart has no text; PDF/A wants one for every code all the same. */
static const char zero_width_space[] = "\xE2\x80\x8B";

static void put_entry(struct buf *out, const struct pdf_font *font, size_t cid)
{
    const struct pdf_cid *c = &font->cids[cid];
    buf_char(out, '<');
    put_hex16(out, (uint16_t)cid);
    buf_str(out, "><");
    if (c->text_len)
        put_utf16_hex(out, c->text, c->text_len);
    else
        put_utf16_hex(out, zero_width_space, sizeof zero_width_space - 1);
    buf_str(out, ">\n");
}

void tounicode_put(struct buf *out, const struct pdf_font *font)
{
    enum { MOST_IN_A_BLOCK = 100 };
    buf_str(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                 "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                 "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    for (size_t from = 1; from < font->ncids; from += MOST_IN_A_BLOCK) {
        size_t n = font->ncids - from < MOST_IN_A_BLOCK ? font->ncids - from : MOST_IN_A_BLOCK;
        put_int(out, (int64_t)n);
        buf_str(out, " beginbfchar\n");
        for (size_t i = 0; i < n; i++)
            put_entry(out, font, from + i);
        buf_str(out, "endbfchar\n");
    }
    buf_str(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}
