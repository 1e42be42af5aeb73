/* Images: XObjects (ISO 32000-1, 8.9.5) of decoded rows or of a JPEG file as it is. */
#include "write/images.h"

#include "write/bundle.h"
#include "write/object.h"
#include "write/put.h"
#include "write/stream_cache.h"

#include <stdio.h>
#include <string.h>

static bool is_sound(const struct page_image_data *d)
{
    size_t rows = (size_t)d->width * d->height * d->components;
    return (d->components == 1 || d->components == 3 || d->components == 4) && d->width &&
           d->height && (d->encoding == IMAGE_JPEG || (d->bits == 8 && d->len == rows));
}

static const struct pdf_stored *stored(struct pdf_out *o, enum stream_kind kind, const void *bytes,
                                       size_t n, bool deflate)
{
    struct cached_stream *s = stream_cache_find(o->w->cache, kind, bytes, n);
    if (!s)
        s = stream_cache_add(o->w, kind, bytes, n, bytes, n, deflate);
    return &s->stored;
}

/* ---- pictures that several documents of a bundle show ------------------------------------------
 */

static void digest_stored(HPDF_MD5_CTX *md5, const struct pdf_stored *s)
{
    HPDF_MD5Update(md5, s->digest, sizeof s->digest);
}

/* The same for pictures that look the same. */
static void make_key(struct pdf_out *o, const struct page_image_data *d, uint8_t key[16])
{
    uint32_t facts[] = {d->width, d->height, d->components, d->invert, d->encoding};
    HPDF_MD5_CTX md5;
    HPDF_MD5Init(&md5);
    HPDF_MD5Update(&md5, (const HPDF_BYTE *)facts, sizeof facts);
    digest_stored(&md5, stored(o, STREAM_IMAGE, d->data, d->len, d->encoding != IMAGE_JPEG));
    if (d->alpha)
        digest_stored(&md5, stored(o, STREAM_ALPHA, d->alpha, (size_t)d->width * d->height, true));
    if (d->icc)
        digest_stored(&md5, stored(o, STREAM_PROFILE, d->icc, d->icc_len, true));
    HPDF_MD5Final(key, &md5);
}

static unsigned find_shared(struct pdf_out *o, const struct page_image_data *d)
{
    const struct pdf_bundle *b = o->bundle;
    uint8_t key[16];
    make_key(o, d, key);
    for (size_t i = 0; i < b->nimages; i++)
        if (memcmp(b->images[i].key, key, sizeof key) == 0)
            return b->images[i].number;
    return 0;
}

/* Those after the first few are pictures of single letters, and stay theirs. */
static void share(struct pdf_out *o, const struct page_image_data *d, unsigned number)
{
    struct pdf_bundle *b = o->bundle;
    if (b->nimages == BUNDLE_IMAGES)
        return;
    make_key(o, d, b->images[b->nimages].key);
    b->images[b->nimages++].number = number;
}

const struct pdf_image *images_use(struct pdf_out *o, const struct page_image_data *data)
{
    struct pdf_image *image = ptr_map_get(&o->image_map, data);
    if (image)
        return image;
    image = arena_new_of(o->arena, struct pdf_image);
    image->data = data;
    image->index = o->last_image ? o->last_image->index + 1 : 1;
    image->number = o->bundle && is_sound(data) ? find_shared(o, data) : 0;
    if (!image->number) {
        image->object = object_new(o);
        image->number = image->object->number;
        if (o->bundle && is_sound(data))
            share(o, data, image->number);
    }
    ptr_map_put(&o->image_map, o->arena, data, image);
    if (o->last_image)
        o->last_image->next = image;
    else
        o->images = image;
    o->last_image = image;
    return image;
}

void images_put_resources(struct pdf_out *o, struct buf *out)
{
    if (!o->images)
        return;
    buf_str(out, "/XObject<<");
    for (const struct pdf_image *i = o->images; i; i = i->next) {
        buf_str(out, "/Im");
        put_int(out, i->index);
        buf_char(out, ' ');
        put_ref(out, i->number);
    }
    buf_str(out, ">>");
}

static void put_size(struct buf *b, const struct page_image_data *d)
{
    buf_printf(b, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent %u", d->width,
               d->height, d->bits ? d->bits : 8);
}

static unsigned write_profile(struct pdf_out *o, const struct page_image_data *d)
{
    struct pdf_object *obj = object_new(o);
    char keys[16];
    snprintf(keys, sizeof keys, "/N %u", d->components);
    object_set_stored(o, obj, keys, stored(o, STREAM_PROFILE, d->icc, d->icc_len, true));
    return obj->number;
}

static unsigned write_alpha(struct pdf_out *o, const struct page_image_data *d)
{
    struct pdf_object *obj = object_new(o);
    struct buf b = BUF_INIT;
    buf_printf(&b,
               "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8"
               "/ColorSpace/DeviceGray",
               d->width, d->height);
    object_set_stored(o, obj, b.data,
                      stored(o, STREAM_ALPHA, d->alpha, (size_t)d->width * d->height, true));
    buf_free(&b);
    return obj->number;
}

static void put_colour_space(struct pdf_out *o, struct buf *b, const struct page_image_data *d)
{
    static const char *const device[] = {NULL, "/DeviceGray", NULL, "/DeviceRGB", "/DeviceCMYK"};
    buf_str(b, "/ColorSpace");
    if (d->icc) {
        buf_str(b, "[/ICCBased ");
        put_ref(b, write_profile(o, d));
        buf_char(b, ']');
        return;
    }
    buf_str(b, device[d->components]);
    o->uses_cmyk = o->uses_cmyk || d->components == 4;
}

static void write_image(struct pdf_out *o, struct pdf_image *image)
{
    const struct page_image_data *d = image->data;
    struct buf b = BUF_INIT;
    if (!is_sound(d)) {
        pdf_fail(o, EXIT_SYSTEM, "en bild har fel storlek i sidträdet",
                 "a picture has the wrong size in the page tree");
        return;
    }
    put_size(&b, d);
    put_colour_space(o, &b, d);
    if (d->alpha) {
        buf_str(&b, "/SMask ");
        put_ref(&b, write_alpha(o, d));
    }
    if (d->invert && d->components == 4)
        buf_str(&b, "/Decode[1 0 1 0 1 0 1 0]");
    bool jpeg = d->encoding == IMAGE_JPEG;
    if (jpeg)
        buf_str(&b, "/Filter/DCTDecode");
    object_set_stored(o, image->object, b.data, stored(o, STREAM_IMAGE, d->data, d->len, !jpeg));
    buf_free(&b);
}

void images_write(struct pdf_out *o)
{
    for (struct pdf_image *i = o->images; i && !o->failed; i = i->next)
        if (i->object)
            write_image(o, i);
}
