/* The file (ISO 32000-1, 7.5): libharu's objects in the order of their numbers, streams first, all
 * others in object streams, and a cross-reference stream at the end. */
#include "write/save.h"

#include "write/object.h"
#include "write/put.h"

#include <stdio.h>
#include <string.h>

/* Objects in one object stream: more compress better, but a reader unpacks all for one. */
enum { OBJECTS_A_STREAM = 250 };

/* An entry of the cross-reference stream: free, at an offset, or in an object stream. */
struct place {
    uint8_t type;
    uint8_t index;  /* in its object stream */
    uint64_t where; /* offset, or number of the object stream */
};

struct save {
    struct pdf_out *o;
    struct buf *out;
    size_t start; /* of the file in out */
    HPDF_Stream to_out, to_pack;
    struct buf *pack, *head; /* objects of the object stream in hand, and their numbers */
    unsigned packed;
    struct place *places;
    unsigned n; /* objects, the object streams among them */
    HPDF_MD5_CTX md5;
};

static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    buf_add(stream->attr, bytes, n);
    return HPDF_OK;
}

static void digest(struct save *s, const void *bytes, size_t n)
{
    HPDF_MD5Update(&s->md5, bytes, (HPDF_UINT32)n);
}

/* ---- objects -----------------------------------------------------------------------------------
 */

static void begin_object(struct save *s, unsigned number)
{
    s->places[number] = (struct place){1, 0, s->out->len - s->start};
    put_int(s->out, number);
    buf_str(s->out, " 0 obj\n");
}

static bool write_stream(struct save *s, unsigned number, const struct pdf_object *obj)
{
    begin_object(s, number);
    if (HPDF_Obj_WriteValue(obj->dict, s->to_out, NULL) != HPDF_OK)
        return false;
    buf_str(s->out, "\nendobj\n");
    digest(s, obj->body, obj->body_len);
    if (obj->digest)
        digest(s, obj->digest, 16);
    else
        digest(s, obj->stream, obj->stream_len);
    return true;
}

/* A stream that is not one of libharu's objects. */
static void put_raw_stream(struct save *s, unsigned number, const char *keys, const void *bytes,
                           size_t n)
{
    begin_object(s, number);
    buf_printf(s->out, "<<%s/Length %zu>>\nstream\n", keys, n);
    buf_add(s->out, bytes, n);
    buf_str(s->out, "\nendstream\nendobj\n");
}

static void flush_pack(struct save *s)
{
    if (s->packed == 0)
        return;
    const struct buf *deflated = &s->o->w->deflated;
    char keys[96];
    snprintf(keys, sizeof keys, "/Type/ObjStm/N %u/First %zu/Filter/FlateDecode", s->packed,
             s->head->len);
    buf_add(s->head, s->pack->data, s->pack->len);
    digest(s, s->head->data, s->head->len);
    deflate_always(s->o->w, s->head->data, s->head->len);
    put_raw_stream(s, s->n++, keys, deflated->data, deflated->len);
    buf_clear(s->head);
    buf_clear(s->pack);
    s->packed = 0;
}

static bool pack_object(struct save *s, unsigned number, void *obj)
{
    s->places[number] = (struct place){2, (uint8_t)s->packed++, s->n};
    put_int(s->head, number);
    buf_char(s->head, ' ');
    put_int(s->head, (int64_t)s->pack->len);
    buf_char(s->head, ' ');
    if (HPDF_Obj_WriteValue(obj, s->to_pack, NULL) != HPDF_OK)
        return false;
    buf_char(s->pack, '\n');
    if (s->packed == OBJECTS_A_STREAM)
        flush_pack(s);
    return true;
}

static const struct pdf_object *stream_of(void *obj)
{
    const HPDF_Obj_Header *header = obj;
    if ((header->obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT)
        return NULL;
    const struct pdf_object *own = object_of(obj);
    return own && own->is_stream ? own : NULL;
}

static bool write_objects(struct save *s)
{
    HPDF_Xref xref = s->o->pdf->xref;
    unsigned n = xref->entries->count;
    for (unsigned i = 1; i < n; i++) {
        const struct pdf_object *own = stream_of(HPDF_Xref_GetEntry(xref, i)->obj);
        if (own && !write_stream(s, i, own))
            return false;
    }
    for (unsigned i = 1; i < n; i++) {
        void *obj = HPDF_Xref_GetEntry(xref, i)->obj;
        if (!stream_of(obj) && !pack_object(s, i, obj))
            return false;
    }
    flush_pack(s);
    return true;
}

/* ---- the cross-reference stream ----------------------------------------------------------------
 */

enum { WHERE_BYTES = 4, COLUMNS = 1 + WHERE_BYTES + 1 };

static void put_row(const struct place *p, uint8_t row[COLUMNS])
{
    row[0] = p->type;
    for (int i = 0; i < WHERE_BYTES; i++)
        row[1 + i] = (uint8_t)(p->where >> 8 * (WHERE_BYTES - 1 - i));
    row[COLUMNS - 1] = p->index;
}

/* Rows as differences from the row above (PNG's filter Up), which compress to almost nothing. */
static void put_rows(const struct save *s, struct buf *out)
{
    uint8_t above[COLUMNS] = {0}, row[COLUMNS];
    for (unsigned i = 0; i < s->n; i++) {
        put_row(&s->places[i], row);
        buf_char(out, 2);
        for (int k = 0; k < COLUMNS; k++)
            buf_char(out, (char)(uint8_t)(row[k] - above[k]));
        memcpy(above, row, sizeof above);
    }
}

static void put_trailer(struct save *s, struct buf *keys)
{
    static const char hex[] = "0123456789ABCDEF";
    HPDF_BYTE id[16];
    char text[33] = {0};
    HPDF_MD5Final(id, &s->md5);
    for (int i = 0; i < 16; i++) {
        text[2 * i] = hex[id[i] >> 4];
        text[2 * i + 1] = hex[id[i] & 15];
    }
    buf_printf(keys, "/Type/XRef/Size %u/W[1 %d 1]/Root ", s->n, WHERE_BYTES);
    put_ref(keys, s->o->pdf->catalog->header.obj_id & 0xFFFFFF);
    buf_str(keys, "/Info ");
    put_ref(keys, s->o->pdf->info->header.obj_id & 0xFFFFFF);
    buf_printf(keys, "/ID[<%s><%s>]", text, text);
}

static void write_xref(struct save *s)
{
    struct buf keys = BUF_INIT;
    unsigned number = s->n++;
    s->places[number] = (struct place){1, 0, s->out->len - s->start};
    size_t offset = s->out->len - s->start;
    put_trailer(s, &keys);
    buf_clear(s->pack);
    put_rows(s, s->pack);
    buf_printf(&keys, "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>", COLUMNS);
    deflate_always(s->o->w, s->pack->data, s->pack->len);
    put_raw_stream(s, number, keys.data, s->o->w->deflated.data, s->o->w->deflated.len);
    buf_printf(s->out, "startxref\n%zu\n%%%%EOF\n", offset);
    buf_free(&keys);
}

bool save_document(struct pdf_out *o, struct buf *out)
{
    static const char header[] = "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n";
    struct save s = {.o = o, .out = out, .start = out->len};
    s.n = o->pdf->xref->entries->count;
    s.places = arena_array(o->arena, struct place, s.n + s.n / OBJECTS_A_STREAM + 2);
    s.pack = &o->w->content;
    s.head = &o->w->scratch;
    buf_clear(s.pack);
    buf_clear(s.head);
    s.to_out = HPDF_CallbackWriter_New(o->pdf->mmgr, append, out);
    s.to_pack = HPDF_CallbackWriter_New(o->pdf->mmgr, append, s.pack);
    if (!s.to_out || !s.to_pack)
        return pdf_check(o);
    HPDF_MD5Init(&s.md5);
    buf_add(out, header, sizeof header - 1);
    if (!write_objects(&s)) {
        pdf_check(o);
        pdf_fail(o, EXIT_SYSTEM, "PDF-filen kunde inte skrivas", "the PDF could not be written");
        return false;
    }
    write_xref(&s);
    return pdf_check(o);
}
