/* Reads colours. */
#include "fo/colour.h"

#include "fo/number.h"

#include <stdlib.h>
#include <string.h>

static const struct name {
    const char *name;
    uint32_t rgb;
} names[] = {
#define C(name, rgb) {name, rgb},
#include "fo/colour_names.def"
#undef C
};

enum { SPACE_TRANSPARENT, SPACE_GRAY, SPACE_RGB, SPACE_CMYK };

static struct fo_colour from_rgb(uint8_t r, uint8_t g, uint8_t b)
{
    if (r == g && g == b)
        return (struct fo_colour){SPACE_GRAY, {r}};
    return (struct fo_colour){SPACE_RGB, {r, g, b}};
}

static int compare(const void *key, const void *row)
{
    return strcmp(key, ((const struct name *)row)->name);
}

static bool read_name(const char *s, struct fo_colour *out)
{
    char lower[32];
    size_t len = strlen(s);
    const struct name *n;

    if (len >= sizeof lower)
        return false;
    for (size_t i = 0; i <= len; i++)
        lower[i] = (char)(s[i] >= 'A' && s[i] <= 'Z' ? s[i] | 0x20 : s[i]);
    n = bsearch(lower, names, sizeof names / sizeof *names, sizeof *names, compare);

    if (n)
        *out = from_rgb((uint8_t)(n->rgb >> 16), (uint8_t)(n->rgb >> 8), (uint8_t)n->rgb);
    return n != NULL;
}

/* #rgb or #rrggbb */
static bool read_hex(const char *s, struct fo_colour *out)
{
    size_t len = strlen(s);
    unsigned long v;

    if ((len != 3 && len != 6) || strspn(s, "0123456789abcdefABCDEF") != len)
        return false;
    v = strtoul(s, NULL, 16);
    if (len == 3)
        *out = from_rgb((uint8_t)((v >> 8 & 15) * 17), (uint8_t)((v >> 4 & 15) * 17),
                        (uint8_t)((v & 15) * 17));
    else
        *out = from_rgb((uint8_t)(v >> 16), (uint8_t)(v >> 8), (uint8_t)v);
    return true;
}

static void skip_space(const char **s)
{
    while (**s == ' ' || **s == '\t' || **s == '\n' || **s == '\r')
        (*s)++;
}

/* A component: a percentage, or a number of which `full` is the whole. 0..255. */
static bool read_component(const char **s, int full, uint8_t *out)
{
    struct fo_number n;
    int64_t v;
    bool negative;

    skip_space(s);
    negative = **s == '-';
    *s += negative;
    if (!fo_number_read(s, 0, &n) || (n.power && n.pct == 0 && n.abs != 0))
        return false;
    v = n.power ? fo_round(n.pct * 255, 100 * FO_ONE)
                : fo_round(n.abs * (full == 1 ? 255 : 1), FO_ONE);
    *out = negative ? 0 : (uint8_t)(v > 255 ? 255 : v);
    skip_space(s);
    if (**s == ',')
        (*s)++;
    return true;
}

static bool read_components(const char **s, int n, int full, uint8_t *v)
{
    for (int i = 0; i < n; i++)
        if (!read_component(s, full, &v[i]))
            return false;
    return true;
}

static struct fo_colour from_cmyk(const uint8_t *v)
{
    if (v[0] == 0 && v[1] == 0 && v[2] == 0)
        return (struct fo_colour){SPACE_GRAY, {(uint8_t)(255 - v[3])}};
    return (struct fo_colour){SPACE_CMYK, {v[0], v[1], v[2], v[3]}};
}

/* rgb-icc(r, g, b, NAME, …): the pseudo-profiles #CMYK and #GrayScale name device colours; of any
 * other profile the sRGB that comes first is taken. */
static bool read_icc(const char *s, struct fo_colour *out)
{
    static const char cmyk[] = "#CMYK", gray[] = "#Grayscale";
    uint8_t rgb[3], v[4];

    if (!read_components(&s, 3, 255, rgb))
        return false;
    *out = from_rgb(rgb[0], rgb[1], rgb[2]);
    skip_space(&s);
    if (strncmp(s, cmyk, sizeof cmyk - 1) == 0) {
        s += sizeof cmyk - 1;
        skip_space(&s);
        s += *s == ',';
        if (!read_components(&s, 4, 1, v))
            return false;
        *out = from_cmyk(v);
    } else if (strncasecmp(s, gray, sizeof gray - 1) == 0) {
        s += sizeof gray - 1;
        skip_space(&s);
        s += *s == ',';
        if (!read_components(&s, 1, 1, v))
            return false;
        *out = (struct fo_colour){SPACE_GRAY, {v[0]}};
    }
    return strchr(s, ')') != NULL;
}

static bool at_end(const char *s)
{
    skip_space(&s);
    return strcmp(s, ")") == 0;
}

static bool read_function(const char *s, struct fo_colour *out)
{
    uint8_t v[4];

    if (strncmp(s, "rgb(", 4) == 0) {
        s += 4;
        if (!read_components(&s, 3, 255, v) || !at_end(s))
            return false;
        *out = from_rgb(v[0], v[1], v[2]);
        return true;
    }
    if (strncmp(s, "cmyk(", 5) == 0) {
        s += 5;
        if (!read_components(&s, 4, 1, v) || !at_end(s))
            return false;
        *out = from_cmyk(v);
        return true;
    }
    return strncmp(s, "rgb-icc(", 8) == 0 && read_icc(s + 8, out);
}

bool fo_colour_read(const char *s, struct fo_colour *out)
{
    if (*s == '#')
        return read_hex(s + 1, out);
    if (strcmp(s, "transparent") == 0) {
        *out = (struct fo_colour){0};
        return true;
    }
    return read_name(s, out) || read_function(s, out);
}
