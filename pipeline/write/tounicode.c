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

/* The next code in use, from a code on; font->ncids: none. */
static size_t next_used(const struct pdf_font *font, size_t from)
{
    while (from < font->ncids && !font->cids[from].used)
        from++;
    return from;
}

/* Returns where the next block begins. */
static size_t put_block(struct buf *out, const struct pdf_font *font, size_t from)
{
    enum { MOST_IN_A_BLOCK = 100 };
    size_t n = 0, end = from;
    for (; n < MOST_IN_A_BLOCK && end < font->ncids; end = next_used(font, end + 1))
        n++;
    put_int(out, (int64_t)n);
    buf_str(out, " beginbfchar\n");
    for (size_t i = from; i < end; i = next_used(font, i + 1))
        put_entry(out, font, i);
    buf_str(out, "endbfchar\n");
    return end;
}

void tounicode_put(struct buf *out, const struct pdf_font *font)
{
    buf_str(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                 "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                 "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    for (size_t from = next_used(font, 1); from < font->ncids;)
        from = put_block(out, font, from);
    buf_str(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}
