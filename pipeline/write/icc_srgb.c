/* sRGB after IEC 61966-2-1 as a display profile: three primaries and one tone curve. The primaries
 * are adapted from D65 to D50 (Bradford), as s15Fixed16 numbers. */
#include "write/icc.h"

#include <math.h>

static void put_name(struct buf *out)
{
    icc_put_description(out, "sRGB IEC61966-2.1");
}

static void put_red(struct buf *out)
{
    icc_put_xyz(out, 0x00006FA2, 0x000038F5, 0x00000390);
}

static void put_green(struct buf *out)
{
    icc_put_xyz(out, 0x00006299, 0x0000B785, 0x000018DA);
}

static void put_blue(struct buf *out)
{
    icc_put_xyz(out, 0x000024A0, 0x00000F84, 0x0000B6CF);
}

static void put_curve(struct buf *out)
{
    enum { POINTS = 256 };
    buf_str(out, "curv");
    icc_put32(out, 0);
    icc_put32(out, POINTS);
    for (int i = 0; i < POINTS; i++) {
        double v = i / (double)(POINTS - 1);
        double linear = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        icc_put16(out, (uint16_t)(linear * 65535 + 0.5));
    }
}

void icc_put_srgb(struct buf *out)
{
    static const struct icc_tag tags[] = {
        {"desc", put_name},      {"cprt", icc_put_copyright},
        {"wtpt", icc_put_white}, {"rXYZ", put_red},
        {"gXYZ", put_green},     {"bXYZ", put_blue},
        {"rTRC", put_curve},     {"gTRC", NULL},
        {"bTRC", NULL},
    };
    icc_put_profile(out, "mntrRGB XYZ ", tags, sizeof tags / sizeof *tags);
}
