/* An sRGB display profile, built from the numbers of IEC 61966-2-1: matrix and one tone curve.
 *
 * The format is that of ICC.1:2001-04 (version 2.4), which every reader knows: a header of 128
 * bytes, a table of tags, the tags. The primaries are those of sRGB adapted from D65 to the D50 of
 * the profile connection space (Bradford), as s15Fixed16 numbers. */
#include "write/metadata.h"

#include <math.h>
#include <string.h>

static void put32(struct buf *out, uint32_t v)
{
    char bytes[4] = {(char)(v >> 24), (char)(v >> 16), (char)(v >> 8), (char)v};
    buf_add(out, bytes, sizeof bytes);
}

static void put16(struct buf *out, uint16_t v)
{
    char bytes[2] = {(char)(v >> 8), (char)v};
    buf_add(out, bytes, sizeof bytes);
}

static void put_zeros(struct buf *out, size_t n)
{
    while (n--)
        buf_char(out, '\0');
}

static void set32(struct buf *out, size_t at, uint32_t v)
{
    struct buf four = BUF_INIT;
    put32(&four, v);
    memcpy(out->data + at, four.data, 4);
    buf_free(&four);
}

static void put_header(struct buf *out)
{
    put32(out, 0); /* size, set later */
    put32(out, 0);
    put32(out, 0x02400000); /* version 2.4.0 */
    buf_str(out, "mntrRGB XYZ ");
    put16(out, 2000); /* a date of our own would tell the day of building */
    put16(out, 1);
    put16(out, 1);
    put_zeros(out, 6);
    buf_str(out, "acsp");
    put_zeros(out, 28);
    put32(out, 0x0000F6D6); /* illuminant D50 */
    put32(out, 0x00010000);
    put32(out, 0x0000D32D);
    put_zeros(out, 48);
}

/* textDescriptionType: ASCII, and empty Unicode and Macintosh parts. */
static void put_description(struct buf *out, const char *text)
{
    buf_str(out, "desc");
    put32(out, 0);
    put32(out, (uint32_t)strlen(text) + 1);
    buf_add(out, text, strlen(text) + 1);
    put_zeros(out, 4 + 4 + 2 + 1 + 67);
}

static void put_text(struct buf *out, const char *text)
{
    buf_str(out, "text");
    put32(out, 0);
    buf_add(out, text, strlen(text) + 1);
}

static void put_xyz(struct buf *out, uint32_t x, uint32_t y, uint32_t z)
{
    buf_str(out, "XYZ ");
    put32(out, 0);
    put32(out, x);
    put32(out, y);
    put32(out, z);
}

static void put_curve(struct buf *out)
{
    enum { POINTS = 256 };
    buf_str(out, "curv");
    put32(out, 0);
    put32(out, POINTS);
    for (int i = 0; i < POINTS; i++) {
        double v = i / (double)(POINTS - 1);
        double linear = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        put16(out, (uint16_t)(linear * 65535 + 0.5));
    }
}

static void put_tag(struct buf *out, int i)
{
    switch (i) {
    case 0:
        put_description(out, "sRGB IEC61966-2.1");
        break;
    case 1:
        put_text(out, "No copyright");
        break;
    case 2:
        put_xyz(out, 0x0000F6D6, 0x00010000, 0x0000D32D);
        break;
    case 3:
        put_xyz(out, 0x00006FA2, 0x000038F5, 0x00000390);
        break;
    case 4:
        put_xyz(out, 0x00006299, 0x0000B785, 0x000018DA);
        break;
    case 5:
        put_xyz(out, 0x000024A0, 0x00000F84, 0x0000B6CF);
        break;
    default:
        put_curve(out);
    }
}

void icc_put_srgb(struct buf *out)
{
    static const char names[][5] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ",
                                    "bXYZ", "rTRC", "gTRC", "bTRC"};
    enum { TAGS = 9, CURVE = 6, ENTRY = 12 }; /* the three curves are one */
    put_header(out);
    put32(out, TAGS);
    size_t table = out->len;
    put_zeros(out, TAGS * ENTRY);
    for (int i = 0; i < TAGS; i++) {
        size_t at = table + (size_t)i * ENTRY;
        memcpy(out->data + at, names[i], 4);
        if (i > CURVE) {
            memcpy(out->data + at + 4, out->data + at + 4 - ENTRY, 8);
            continue;
        }
        size_t start = out->len;
        put_tag(out, i);
        set32(out, at + 4, (uint32_t)start);
        set32(out, at + 8, (uint32_t)(out->len - start));
        put_zeros(out, -out->len & 3);
    }
    set32(out, 0, (uint32_t)out->len);
}
