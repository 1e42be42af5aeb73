/* External graphics: files by URL; JPEG is passed through. */
#include "layout/image_file.h"

#include "base/file.h"

#include <string.h>

#define MAX_FILE ((size_t)64 << 20)
#define DEFAULT_DPI 72

enum { PROFILE_HEAD = 14 }; /* bytes before a profile's piece in its segment */

static uint32_t be16(const unsigned char *p)
{
    return (uint32_t)p[0] << 8 | p[1];
}

/* ---- JPEG ---------------------------------------------------------------------------------- */

static void jpeg_density(struct source *s, const unsigned char *p, size_t n)
{
    if (n >= 12 && memcmp(p, "JFIF", 5) == 0 && (p[7] == 1 || p[7] == 2)) {
        unsigned unit = p[7] == 1 ? 1000 : 2540;
        s->dpi_x1000[0] = be16(p + 8) * unit;
        s->dpi_x1000[1] = be16(p + 10) * unit;
    }
}

/* One of the pieces that a profile is divided into (ICC.1, annex B.4). */
static void jpeg_profile(struct source *s, const unsigned char *p, size_t n)
{
    if (n <= PROFILE_HEAD || memcmp(p, "ICC_PROFILE", 12) != 0 || p[12] == 0 || p[12] > p[13]) {
        return;
    }
    if (!s->pieces) {
        s->npieces = p[13];
        s->pieces = arena_array(s->l->scratch, struct piece, s->npieces);
    }
    if (p[13] == s->npieces) {
        s->pieces[p[12] - 1] = (struct piece){p + PROFILE_HEAD, n - PROFILE_HEAD};
    }
}

/* A profile that lacks a piece is left out, and the picture stays in its device space. */
static void join_profile(struct source *s, struct page_image_data *d)
{
    size_t len = 0;
    for (unsigned i = 0; i < s->npieces; i++) {
        if (s->pieces[i].len == 0) {
            return;
        }
        len += s->pieces[i].len;
    }
    if (len == 0) {
        return;
    }
    uint8_t *icc = arena_alloc(s->l->arena, len);
    d->icc = icc;
    d->icc_len = len;
    for (unsigned i = 0; i < s->npieces; i++) {
        memcpy(icc, s->pieces[i].data, s->pieces[i].len);
        icc += s->pieces[i].len;
    }
}

static bool is_frame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool read_segment(struct source *s, struct page_image_data *d, int marker,
                         const unsigned char *p, size_t n)
{
    if (marker == 0xE0) {
        jpeg_density(s, p, n);
    } else if (marker == 0xE2) {
        jpeg_profile(s, p, n);
    } else if (marker == 0xEE && n >= 12 && memcmp(p, "Adobe", 5) == 0) {
        d->invert = true;
    } else if (is_frame(marker) && n >= 6) {
        d->bits = p[0];
        d->height = be16(p + 1);
        d->width = be16(p + 3);
        d->components = p[5];
        return true;
    }
    return false;
}

/* Markers up to the first frame header (ITU-T T.81, annex B). */
static bool scan_jpeg(struct source *s, struct page_image_data *d)
{
    size_t at = 2;
    while (s->len - at >= 4 && s->data[at] == 0xFF) {
        int marker = s->data[at + 1];
        if (marker == 0xFF) {
            at++;
            continue;
        }
        size_t n = be16(s->data + at + 2);
        if (marker == 0xDA || n < 2 || n > s->len - at - 2) {
            return false;
        }
        if (read_segment(s, d, marker, s->data + at + 4, n - 2)) {
            return true;
        }
        at += 2 + n;
    }
    return false;
}

static struct page_image_data *read_jpeg(struct source *s)
{
    struct page_image_data *d = arena_new_of(s->l->arena, struct page_image_data);
    d->encoding = IMAGE_JPEG;
    d->data = s->data;
    d->len = s->len;
    bool ok = scan_jpeg(s, d) && d->bits == 8 && d->width > 0 && d->height > 0 &&
              (d->components == 1 || d->components == 3 || d->components == 4);
    d->invert = d->invert && d->components == 4;
    join_profile(s, d);
    return ok ? d : NULL;
}

/* ---- loading ------------------------------------------------------------------------------- */

static const char *path_of(struct layout *l, const char *src)
{
    if (strncmp(src, "file://", 7) == 0) {
        return src + 7;
    }
    if (strncmp(src, "file:", 5) == 0) {
        src += 5;
    }
    bool absolute = src[0] == '/' || !l->fo->base_dir || !*l->fo->base_dir;
    return absolute ? src : arena_printf(l->scratch, "%s/%s", l->fo->base_dir, src);
}

static bool is_remote(const char *src)
{
    return strncmp(src, "data:", 5) == 0 || strstr(src, "://") == src + strcspn(src, ":/");
}

static struct page_image_data *decode(struct source *s)
{
    static const unsigned char png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    if (s->len > sizeof png && memcmp(s->data, png, sizeof png) == 0) {
        return read_png(s);
    }
    return s->len > 4 && be16(s->data) == 0xFFD8 ? read_jpeg(s) : NULL;
}

static void read_picture(struct layout *l, const struct fo_node *node, struct picture *pic)
{
    const uint8_t *map = NULL;
    size_t len = 0;
    bool local = !is_remote(pic->src) || strncmp(pic->src, "file:", 5) == 0;
    if (local) {
        map = file_map(path_of(l, pic->src), &len);
    }
    if (!map || len > MAX_FILE) {
        diag_error(l->diag, EXIT_INPUT, place_of(l, node), NULL, "bilden %s kan inte läsas",
                   "the graphic %s cannot be read", pic->src);
        file_unmap(map, len);
        return;
    }
    struct source s = {.l = l, .node = node, .len = len};
    unsigned char *copy = arena_alloc(l->arena, len);
    memcpy(copy, map, len);
    file_unmap(map, len);
    s.data = copy;
    pic->data = decode(&s);
    if (!pic->data) {
        diag_error(l->diag, EXIT_INPUT, place_of(l, node), NULL,
                   "bilden %s är skadad, för stor eller varken PNG eller JPEG",
                   "the graphic %s is damaged, too large, or neither PNG nor JPEG", pic->src);
        return;
    }
    unsigned x = s.dpi_x1000[0] > 0 ? s.dpi_x1000[0] : DEFAULT_DPI * 1000;
    unsigned y = s.dpi_x1000[1] > 0 ? s.dpi_x1000[1] : DEFAULT_DPI * 1000;
    pic->width = (mpt)pic->data->width * MPT_PER_INCH * 1000 / x;
    pic->height = (mpt)pic->data->height * MPT_PER_INCH * 1000 / y;
}

struct picture *picture_load(struct layout *l, const struct fo_node *node, const char *src)
{
    unsigned id = 1;
    for (struct picture *p = l->pictures; p; p = p->next, id++) {
        if (strcmp(p->src, src) == 0) {
            return p;
        }
    }
    struct picture *p = arena_new_of(l->scratch, struct picture);
    p->src = src;
    p->next = l->pictures;
    l->pictures = p;
    read_picture(l, node, p);
    if (p->data) {
        p->data->id = id;
    }
    return p;
}

void picture_needs_text(struct layout *l, const struct fo_node *node)
{
    const struct fo_box_props *b = node->box;
    bool artifact = b->role && strcmp(b->role, "artifact") == 0;
    if (!artifact && !b->alt) {
        diag_warn(l->diag, place_of(l, node), NULL,
                  "bilden saknar fox:alt-text och är inte role=\"artifact\"",
                  "the graphic has neither fox:alt-text nor role=\"artifact\"");
    }
}

struct picture *picture_of(struct layout *l, const struct fo_node *node)
{
    picture_needs_text(l, node);
    return picture_load(l, node, node->u.src ? node->u.src : "");
}
