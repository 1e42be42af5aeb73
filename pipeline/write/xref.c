/* The cross-reference stream, which is the trailer too (ISO 32000-1, 7.5.8). */
#include "write/save.h"

#include "write/put.h"

#include <string.h>

enum { WHERE_BYTES = 4 };

void xref_put_row(const struct pdf_place *p, uint8_t row[XREF_COLUMNS])
{
    row[0] = p->type;
    for (int i = 0; i < WHERE_BYTES; i++)
        row[1 + i] = (uint8_t)(p->where >> 8 * (WHERE_BYTES - 1 - i));
    row[XREF_COLUMNS - 1] = p->index;
}

/* PNG's filter Up: what compresses to almost nothing. */
void xref_put_difference(const uint8_t row[XREF_COLUMNS], uint8_t above[XREF_COLUMNS],
                         struct buf *out)
{
    buf_char(out, 2);
    for (int k = 0; k < XREF_COLUMNS; k++)
        buf_char(out, (char)(uint8_t)(row[k] - above[k]));
    memcpy(above, row, XREF_COLUMNS);
}

static void put_trailer(const struct pdf_out *o, const struct pdf_part *part, struct buf *keys)
{
    static const char hex[] = "0123456789ABCDEF";
    HPDF_BYTE id[16];
    char text[33] = {0};
    HPDF_MD5Final(id, part->md5);
    for (int i = 0; i < 16; i++) {
        text[2 * i] = hex[id[i] >> 4];
        text[2 * i + 1] = hex[id[i] & 15];
    }
    buf_printf(keys, "/Type/XRef/Size %u/W[1 %d 1]/Root ", part->n + 1, WHERE_BYTES);
    put_ref(keys, o->pdf->catalog->header.obj_id & 0xFFFFFF);
    buf_str(keys, "/Info ");
    put_ref(keys, o->pdf->info->header.obj_id & 0xFFFFFF);
    buf_printf(keys, "/ID[<%s><%s>]", text, text);
}

void xref_put(struct pdf_out *o, struct pdf_part *part, const struct buf *rows)
{
    struct buf keys = BUF_INIT;
    uint64_t offset = part->places[part->n - part->first].where;
    put_trailer(o, part, &keys);
    buf_printf(&keys, "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>", XREF_COLUMNS);
    save_raw_stream(part, keys.data, rows->data, rows->len);
    buf_printf(part->out, "startxref\n%llu\n%%%%EOF\n", (unsigned long long)offset);
    buf_free(&keys);
}
