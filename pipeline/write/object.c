/* Indirect objects: libharu's dictionaries with raw bytes for keys, and streams of any bytes. */
#include "write/object.h"

#include "write/put.h"

#include <string.h>

/* Called by libharu between << and >>. */
static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    struct pdf_object *obj = dict->attr;
    obj->writing = stream;
    if (obj->body_len == 0)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)obj->body, (HPDF_UINT)obj->body_len);
}

/* Called by libharu after >>: the stream's bytes, which libharu does not know of. */
static HPDF_STATUS write_stream(HPDF_Dict dict)
{
    struct pdf_object *obj = dict->attr;
    if (!obj->is_stream)
        return HPDF_OK;
    HPDF_STATUS ret = HPDF_Stream_WriteStr(obj->writing, "\nstream\n");
    if (ret == HPDF_OK && obj->stream_len)
        ret = HPDF_Stream_Write(obj->writing, obj->stream, (HPDF_UINT)obj->stream_len);
    if (ret == HPDF_OK)
        ret = HPDF_Stream_WriteStr(obj->writing, "\nendstream");
    return ret;
}

struct pdf_object *object_of(HPDF_Dict dict)
{
    return dict->write_fn == write_body ? dict->attr : NULL;
}

struct pdf_object *object_adopt(struct pdf_out *o, HPDF_Dict dict)
{
    struct pdf_object *obj = arena_new_of(o->arena, struct pdf_object);
    obj->dict = dict;
    obj->body = "";
    obj->number = dict->header.obj_id & 0xFFFFFF;
    dict->attr = obj;
    dict->write_fn = write_body;
    dict->after_write_fn = write_stream;
    return obj;
}

static void expect_entry(const struct pdf_out *o)
{
    HPDF_List entries = o->pdf->xref->entries;
    if (entries->count >= entries->block_siz) /* libharu would grow by 1,024 each time */
        entries->items_per_block = entries->count + 1;
}

unsigned object_light(struct pdf_out *o, enum pdf_light kind)
{
    HPDF_Xref xref = o->pdf->xref;
    if (!o->light[kind])
        o->light[kind] = arena_new_of(o->arena, struct _HPDF_XrefEntry_Rec);
    expect_entry(o);
    if (HPDF_List_Add(xref->entries, o->light[kind]) == HPDF_OK)
        return xref->start_offset + xref->entries->count - 1;
    pdf_check(o);
    return 0;
}

struct pdf_object *object_new(struct pdf_out *o)
{
    if (o->nspare)
        return object_adopt(o, o->spare[--o->nspare]);
    expect_entry(o);
    HPDF_Dict dict = HPDF_Dict_New(o->pdf->mmgr);
    if (dict && HPDF_Xref_Add(o->pdf->xref, dict) == HPDF_OK)
        return object_adopt(o, dict);
    pdf_check(o);
    return arena_new_of(o->arena, struct pdf_object);
}

unsigned object_later(struct pdf_out *o)
{
    struct pdf_object *obj = object_new(o);
    obj->later = true;
    return obj->number;
}

struct pdf_object *object_late(struct pdf_out *o, unsigned number)
{
    HPDF_Dict dict = HPDF_Dict_New(o->pdf->mmgr);
    if (!dict) {
        pdf_check(o);
        return arena_new_of(o->arena, struct pdf_object);
    }
    dict->header.obj_id = number | HPDF_OTYPE_INDIRECT;
    struct pdf_object *obj = object_adopt(o, dict);
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are what is listed */
    *arena_push(o->arena, o->late, o->nlate, o->late_cap) = obj;
    return obj;
}

void object_set_body(struct pdf_out *o, struct pdf_object *obj, const struct buf *body)
{
    obj->body = arena_strndup(o->arena, body->data ? body->data : "", body->len);
    obj->body_len = body->len;
}

static void deflate(struct pdf_writer *w, struct libdeflate_compressor *c, const void *bytes,
                    size_t n)
{
    buf_clear(&w->deflated);
    buf_reserve(&w->deflated, libdeflate_zlib_compress_bound(c, n));
    w->deflated.len = libdeflate_zlib_compress(c, bytes, n, w->deflated.data, w->deflated.cap - 1);
}

void deflate_always(struct pdf_writer *w, const void *bytes, size_t n)
{
    deflate(w, w->quick, bytes, n);
}

static bool deflate_if_smaller(struct pdf_writer *w, struct libdeflate_compressor *c,
                               const void *bytes, size_t n)
{
    enum { LEAST = 150 };
    if (n < LEAST)
        return false;
    deflate(w, c, bytes, n);
    return w->deflated.len > 0 && w->deflated.len < n;
}

bool deflate_bytes(struct pdf_writer *w, const void *bytes, size_t n)
{
    return deflate_if_smaller(w, w->quick, bytes, n);
}

bool deflate_thoroughly(struct pdf_writer *w, const void *bytes, size_t n)
{
    return deflate_if_smaller(w, w->thorough, bytes, n);
}

static void set_keys(struct pdf_out *o, struct pdf_object *obj, const char *keys, bool deflated)
{
    struct buf b = BUF_INIT;
    buf_str(&b, keys);
    if (deflated)
        buf_str(&b, "/Filter/FlateDecode");
    buf_str(&b, "/Length ");
    put_int(&b, (int64_t)obj->stream_len);
    object_set_body(o, obj, &b);
    buf_free(&b);
}

void object_set_plain_stream(struct pdf_out *o, struct pdf_object *obj, const char *keys,
                             const void *bytes, size_t n)
{
    obj->is_stream = true;
    obj->stream = (const uint8_t *)arena_strndup(o->arena, bytes, n);
    obj->stream_len = n;
    set_keys(o, obj, keys, false);
}

const uint8_t *object_store(struct pdf_out *o, const void *bytes, size_t n, size_t *stored,
                            bool *deflated)
{
    *deflated = deflate_bytes(o->w, bytes, n);
    *stored = *deflated ? o->w->deflated.len : n;
    return (const uint8_t *)arena_strndup(o->arena, *deflated ? o->w->deflated.data : bytes,
                                          *stored);
}

void object_set_stream(struct pdf_out *o, struct pdf_object *obj, const char *keys,
                       const void *bytes, size_t n)
{
    bool deflated;
    obj->is_stream = true;
    obj->stream = object_store(o, bytes, n, &obj->stream_len, &deflated);
    set_keys(o, obj, keys, deflated);
}

void object_set_stored(struct pdf_out *o, struct pdf_object *obj, const char *keys,
                       const struct pdf_stored *stored)
{
    obj->is_stream = true;
    obj->stream = stored->bytes;
    obj->stream_len = stored->len;
    obj->digest = stored->digest;
    set_keys(o, obj, keys, stored->deflated);
}
