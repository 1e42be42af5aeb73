/* PNG, decoded by libpng's simplified reader to eight bits. */
#include "layout/image_file.h"

#include <libdeflate.h>
#include <png.h>
#include <string.h>

#define MAX_PIXELS ((uint64_t)100 << 20)

static uint32_t be32(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* pHYs: pixels per metre. */
static void png_resolution(struct source *s)
{
    size_t at = 8;
    while (s->len - at >= 12) {
        uint32_t n = be32(s->data + at);
        const unsigned char *type = s->data + at + 4;
        if (memcmp(type, "IDAT", 4) == 0 || n > s->len - at - 12) {
            return;
        }
        if (memcmp(type, "pHYs", 4) == 0 && n == 9 && type[12] == 1) {
            s->dpi_x1000[0] = (unsigned)((uint64_t)be32(type + 4) * 254 / 10);
            s->dpi_x1000[1] = (unsigned)((uint64_t)be32(type + 8) * 254 / 10);
        }
        at += 12 + (size_t)n;
    }
}

/* ---- profiles ------------------------------------------------------------------------------ */

enum { CHUNK = 12, MAX_PROFILE = 8 << 20 }; /* length, type and checksum of a chunk */

/* A profile takes the place of what else the file says of its colours (PNG, 11.3.3): the samples
 * stay as they are, for which libpng must not see the gamma. */
static void drop_chunk(struct source *s, size_t at, size_t n)
{
    memmove(s->data + at, s->data + at + CHUNK + n, s->len - at - CHUNK - n);
    s->len -= CHUNK + n;
}

static struct piece unpack(struct source *s, const unsigned char *p, size_t n)
{
    struct piece profile = {NULL, 0};
    size_t name = 0;
    while (name < n && p[name]) {
        name++;
    }
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    for (size_t cap = 4096; d && name + 2 < n && cap <= MAX_PROFILE; cap *= 4) {
        unsigned char *out = arena_alloc(s->l->arena, cap);
        enum libdeflate_result r =
            libdeflate_zlib_decompress(d, p + name + 2, n - name - 2, out, cap, &profile.len);
        if (r != LIBDEFLATE_INSUFFICIENT_SPACE) {
            profile.data = r == LIBDEFLATE_SUCCESS ? out : NULL;
            break;
        }
    }
    libdeflate_free_decompressor(d);
    return profile;
}

/* The unpacked profile of iCCP; data NULL: there is none. */
static struct piece png_profile(struct source *s)
{
    struct piece profile = {NULL, 0};
    size_t at = 8;
    while (s->len >= at + CHUNK) {
        size_t n = be32(s->data + at);
        const unsigned char *type = s->data + at + 4;
        if (memcmp(type, "IDAT", 4) == 0 || n > s->len - at - CHUNK) {
            break;
        }
        if (memcmp(type, "iCCP", 4) == 0 && !profile.data) {
            profile = unpack(s, type + 4, n);
        }
        at += CHUNK + n;
    }
    for (at = 8; profile.data && s->len >= at + CHUNK;) {
        size_t n = be32(s->data + at);
        const unsigned char *type = s->data + at + 4;
        if (memcmp(type, "IDAT", 4) == 0 || n > s->len - at - CHUNK) {
            break;
        }
        bool colour = memcmp(type, "gAMA", 4) == 0 || memcmp(type, "cHRM", 4) == 0 ||
                      memcmp(type, "sRGB", 4) == 0 || memcmp(type, "iCCP", 4) == 0;
        if (colour) {
            drop_chunk(s, at, n);
        } else {
            at += CHUNK + n;
        }
    }
    return profile;
}

/* A profile of the samples' colour space (ICC.1, 7.2). */
static bool profile_fits(const struct piece *p, unsigned components)
{
    return p->data && p->len >= 128 && be32(p->data) == p->len &&
           memcmp(p->data + 36, "acsp", 4) == 0 &&
           memcmp(p->data + 16, components == 3 ? "RGB " : "GRAY", 4) == 0;
}

/* ---- samples ------------------------------------------------------------------------------- */

/* Colour and alpha apart from each other, as PDF wants them. */
static void split_alpha(struct arena *arena, struct page_image_data *d, const unsigned char *rows)
{
    size_t n = (size_t)d->width * d->height, c = d->components;
    uint8_t *colour = arena_alloc(arena, n * c), *alpha = arena_alloc(arena, n);
    bool opaque = true;
    for (size_t i = 0; i < n; i++) {
        memcpy(colour + i * c, rows + i * (c + 1), c);
        alpha[i] = rows[i * (c + 1) + c];
        opaque &= alpha[i] == 255;
    }
    d->data = colour;
    d->len = n * c;
    d->alpha = opaque ? NULL : alpha;
}

struct page_image_data *read_png(struct source *s)
{
    struct arena *arena = s->l->arena;
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct piece profile = png_profile(s);
    if (!png_image_begin_read_from_memory(&image, s->data, s->len)) {
        return NULL;
    }
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB; /* where the file does not say, 16 bits are no more
                                                 linear than 8 */
    bool colour = image.format & PNG_FORMAT_FLAG_COLOR,
         alpha = image.format & PNG_FORMAT_FLAG_ALPHA;
    image.format = colour ? (alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB)
                          : (alpha ? PNG_FORMAT_GA : PNG_FORMAT_GRAY);
    if ((uint64_t)image.width * image.height > MAX_PIXELS) {
        png_image_free(&image);
        return NULL;
    }
    struct page_image_data *d = arena_new_of(arena, struct page_image_data);
    unsigned char *rows = arena_alloc(alpha ? s->l->scratch : arena, PNG_IMAGE_SIZE(image));
    *d = (struct page_image_data){.encoding = IMAGE_RAW,
                                  .width = image.width,
                                  .height = image.height,
                                  .components = colour ? 3 : 1,
                                  .bits = 8,
                                  .data = rows,
                                  .len = PNG_IMAGE_SIZE(image)};
    if (!png_image_finish_read(&image, NULL, rows, 0, NULL)) {
        png_image_free(&image);
        return NULL;
    }
    if (alpha) {
        split_alpha(arena, d, rows);
    }
    if (profile_fits(&profile, d->components)) {
        d->icc = profile.data;
        d->icc_len = profile.len;
    }
    png_resolution(s);
    return d;
}
