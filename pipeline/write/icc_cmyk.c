/* CMYK for documents that use it beside an sRGB output intent, which PDF/A allows only with a
 * profile. There is no free one that every system has, so this one says what readers without colour
 * management show: each ink takes away its complement, (1 - c)(1 - k) of red and so on, in sRGB.
 *
 * The table (lut8Type, ICC.1:2001-04, 6.5.8) leads from a grid of inks to CIE L*a*b*. */
#include "write/icc.h"

#include <math.h>

enum { INKS = 4, CHANNELS = 3, GRID = 5 };

static double linear(double v)
{
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double lab_root(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static void put_byte(struct buf *out, double v)
{
    v = v < 0 ? 0 : v > 255 ? 255 : v;
    buf_char(out, (char)(uint8_t)(v + 0.5));
}

/* The primaries are those of the sRGB profile, adapted to D50. */
static void put_lab(struct buf *out, double red, double green, double blue)
{
    double r = linear(red), g = linear(green), b = linear(blue);
    double x = lab_root((0.43607 * r + 0.38515 * g + 0.14307 * b) / 0.9642);
    double y = lab_root(0.22249 * r + 0.71687 * g + 0.06061 * b);
    double z = lab_root((0.01392 * r + 0.09708 * g + 0.71410 * b) / 0.8249);
    put_byte(out, (116 * y - 16) * 255 / 100);
    put_byte(out, 500 * (x - y) + 128);
    put_byte(out, 200 * (y - z) + 128);
}

static void put_ramps(struct buf *out, int n)
{
    for (int i = 0; i < n; i++)
        for (int v = 0; v < 256; v++)
            buf_char(out, (char)v);
}

static void put_grid(struct buf *out)
{
    enum { CELLS = GRID * GRID * GRID * GRID };
    for (int i = 0; i < CELLS; i++) {
        double left[INKS]; /* what an ink leaves over; the first ink varies slowest */
        for (int ink = INKS - 1, rest = i; ink >= 0; ink--, rest /= GRID)
            left[ink] = 1 - rest % GRID / (double)(GRID - 1);
        put_lab(out, left[0] * left[3], left[1] * left[3], left[2] * left[3]);
    }
}

static void put_table(struct buf *out)
{
    static const char size[] = {INKS, CHANNELS, GRID, 0};
    buf_str(out, "mft1");
    icc_put32(out, 0);
    buf_add(out, size, sizeof size);
    for (int i = 0; i < 9; i++) /* the identity matrix */
        icc_put32(out, i % 4 == 0 ? 0x10000 : 0);
    put_ramps(out, INKS);
    put_grid(out);
    put_ramps(out, CHANNELS);
}

static void put_name(struct buf *out)
{
    icc_put_description(out, "Plain CMYK");
}

void icc_put_cmyk(struct buf *out)
{
    static const struct icc_tag tags[] = {
        {"desc", put_name},
        {"cprt", icc_put_copyright},
        {"wtpt", icc_put_white},
        {"A2B0", put_table},
    };
    icc_put_profile(out, "scnrCMYKLab ", tags, sizeof tags / sizeof *tags);
}
