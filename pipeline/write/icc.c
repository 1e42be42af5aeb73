/* The container of an ICC profile: a header of 128 bytes, a table of tags, the tags. */
#include "write/icc.h"

#include <string.h>

/* The white of the profile connection space, D50 [s15Fixed16]. */
enum { D50_X = 0x0000F6D6, D50_Y = 0x00010000, D50_Z = 0x0000D32D };

void icc_put32(struct buf *out, uint32_t v)
{
    char bytes[4] = {(char)(v >> 24), (char)(v >> 16), (char)(v >> 8), (char)v};
    buf_add(out, bytes, sizeof bytes);
}

void icc_put16(struct buf *out, uint16_t v)
{
    char bytes[2] = {(char)(v >> 8), (char)v};
    buf_add(out, bytes, sizeof bytes);
}

void icc_put_zeros(struct buf *out, size_t n)
{
    while (n--)
        buf_char(out, '\0');
}

void icc_put_description(struct buf *out, const char *text)
{
    enum { UNICODE = 4 + 4, MACINTOSH = 2 + 1 + 67 }; /* both empty */
    buf_str(out, "desc");
    icc_put32(out, 0);
    icc_put32(out, (uint32_t)strlen(text) + 1);
    buf_add(out, text, strlen(text) + 1);
    icc_put_zeros(out, UNICODE + MACINTOSH);
}

void icc_put_copyright(struct buf *out)
{
    static const char text[] = "No copyright";
    buf_str(out, "text");
    icc_put32(out, 0);
    buf_add(out, text, sizeof text);
}

void icc_put_xyz(struct buf *out, uint32_t x, uint32_t y, uint32_t z)
{
    buf_str(out, "XYZ ");
    icc_put32(out, 0);
    icc_put32(out, x);
    icc_put32(out, y);
    icc_put32(out, z);
}

void icc_put_white(struct buf *out)
{
    icc_put_xyz(out, D50_X, D50_Y, D50_Z);
}

static void put_header(struct buf *out, const char *kind)
{
    icc_put32(out, 0); /* size, set later */
    icc_put32(out, 0);
    icc_put32(out, 0x02400000); /* version 2.4.0 */
    buf_add(out, kind, 12);
    icc_put16(out, 2000); /* a real date would tell the day of building */
    icc_put16(out, 1);
    icc_put16(out, 1);
    icc_put_zeros(out, 6);
    buf_str(out, "acsp");
    icc_put_zeros(out, 28);
    icc_put32(out, D50_X);
    icc_put32(out, D50_Y);
    icc_put32(out, D50_Z);
    icc_put_zeros(out, 48);
}

static void set32(struct buf *out, size_t at, uint32_t v)
{
    for (int i = 0; i < 4; i++)
        out->data[at + (size_t)i] = (char)(v >> (24 - 8 * i));
}

void icc_put_profile(struct buf *out, const char *kind, const struct icc_tag *tags, size_t n)
{
    enum { ENTRY = 12 };
    size_t begin = out->len;
    put_header(out, kind);
    icc_put32(out, (uint32_t)n);
    size_t table = out->len;
    icc_put_zeros(out, n * ENTRY);
    for (size_t i = 0; i < n; i++) {
        size_t entry = table + i * ENTRY, start = out->len;
        memcpy(out->data + entry, tags[i].name, 4);
        if (!tags[i].put) {
            memcpy(out->data + entry + 4, out->data + entry + 4 - ENTRY, 8);
            continue;
        }
        tags[i].put(out);
        set32(out, entry + 4, (uint32_t)(start - begin));
        set32(out, entry + 8, (uint32_t)(out->len - start));
        icc_put_zeros(out, -(out->len - begin) & 3);
    }
    set32(out, begin, (uint32_t)(out->len - begin));
}
