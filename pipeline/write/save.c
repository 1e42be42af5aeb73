/* The file (ISO 32000-1, 7.5): libharu's objects in the order of their numbers, streams first, all
 * others in object streams, and a cross-reference stream at the end. */
#include "write/save.h"

#include "write/object.h"
#include "write/page_tree.h"
#include "write/put.h"
#include "write/structure.h"

#include <stdio.h>
#include <string.h>

/* Objects in one object stream: more compress better, but a reader unpacks all for one. */
enum { OBJECTS_A_STREAM = 250 };

struct save {
    struct pdf_out *o;
    struct pdf_part *part;
    size_t start; /* of the part in its buffer */
    HPDF_Stream to_out, to_pack;
    struct buf *pack, *head; /* objects of the object stream in hand, and their numbers */
    unsigned packed;
    /* the next of the light objects */
    const struct page_elem *element;
    size_t page, content, length, node;
};

const char save_header[] = "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n";

static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    buf_add(stream->attr, bytes, n);
    return HPDF_OK;
}

/* The file's identifier (ISO 32000-1, 14.4) tells files apart, no more. libharu's MD5 of all bytes
 * would take as long as writing a page: it gets two checksums of each stream. */
static void digest(const struct pdf_part *part, const void *bytes, size_t n)
{
    uint32_t sums[] = {(uint32_t)n, libdeflate_crc32(0, bytes, n), libdeflate_adler32(1, bytes, n)};

    HPDF_MD5Update(part->md5, (const HPDF_BYTE *)sums, sizeof sums);
}

/* ---- objects -----------------------------------------------------------------------------------
 */

static void begin_object(struct save *s, unsigned number, struct pdf_place *place)
{
    struct buf *out = s->part->out;
    *place = (struct pdf_place){1, 0, s->part->offset + out->len - s->start};
    put_int(out, number);
    buf_str(out, " 0 obj\n");
}

/* libharu writes its own dictionaries. Ours, in which libharu has put nothing, are written as it
 * would, without the many small steps that it takes. */
static bool write_value(void *obj, HPDF_Stream to)
{
    const HPDF_Obj_Header *header = obj;
    struct buf *out = to->attr;
    HPDF_Dict dict = obj;
    const struct pdf_object *own =
        (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT ? object_of(dict) : NULL;
    if (!own || dict->list->count || dict->before_write_fn || dict->stream)
        return HPDF_Obj_WriteValue(obj, to, NULL) == HPDF_OK;
    buf_str(out, "<<");
    buf_add(out, own->body, own->body_len);
    buf_str(out, ">>");
    if (own->is_stream) {
        buf_str(out, "\nstream\n");
        buf_add(out, own->stream, own->stream_len);
        buf_str(out, "\nendstream");
    }
    return true;
}

static bool write_stream(struct save *s, unsigned number, struct pdf_place *place,
                         const struct pdf_object *obj)
{
    begin_object(s, number, place);
    if (!write_value(obj->dict, s->to_out))
        return false;
    buf_str(s->part->out, "\nendobj\n");
    digest(s->part, obj->body, obj->body_len);
    if (obj->digest)
        digest(s->part, obj->digest, 16);
    else
        digest(s->part, obj->stream, obj->stream_len);
    return true;
}

/* The next number's place is here. */
static void place_next(const struct save *s)
{
    struct pdf_part *part = s->part;
    part->places[part->n - part->first] =
        (struct pdf_place){1, 0, part->offset + part->out->len - s->start};
}

void save_raw_stream(struct pdf_part *part, const char *keys, const void *bytes, size_t n)
{
    put_int(part->out, part->n++);
    buf_printf(part->out, " 0 obj\n<<%s/Length %zu>>\nstream\n", keys, n);
    buf_add(part->out, bytes, n);
    buf_str(part->out, "\nendstream\nendobj\n");
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
    digest(s->part, s->head->data, s->head->len);
    deflate_always(s->o->w, s->head->data, s->head->len);
    place_next(s);
    save_raw_stream(s->part, keys, deflated->data, deflated->len);
    buf_clear(s->head);
    buf_clear(s->pack);
    s->packed = 0;
}

static void begin_pack(struct save *s, unsigned number, struct pdf_place *place)
{
    *place = (struct pdf_place){2, (uint8_t)s->packed++, s->part->n};
    put_int(s->head, number);
    buf_char(s->head, ' ');
    put_int(s->head, (int64_t)s->pack->len);
    buf_char(s->head, ' ');
}

static void end_pack(struct save *s)
{
    buf_char(s->pack, '\n');
    if (s->packed == OBJECTS_A_STREAM)
        flush_pack(s);
}

static bool pack_object(struct save *s, unsigned number, struct pdf_place *place, void *obj)
{
    begin_pack(s, number, place);
    if (!write_value(obj, s->to_pack))
        return false;
    end_pack(s);
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

static bool is_written(void *obj)
{
    const HPDF_Obj_Header *header = obj;
    if ((header->obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT)
        return true;
    const struct pdf_object *own = object_of(obj);
    return !own || !own->later;
}

/* One of two passes, of streams or of all others. */
static bool write_one(struct save *s, void *obj, struct pdf_place *place, bool streams)
{
    unsigned number = ((const HPDF_Obj_Header *)obj)->obj_id & 0xFFFFFF;
    const struct pdf_object *own = stream_of(obj);
    if (!is_written(obj) || streams != (own != NULL))
        return true;
    return own ? write_stream(s, number, place, own) : pack_object(s, number, place, obj);
}

/* ---- light objects -----------------------------------------------------------------------------
 */

static enum pdf_light kind_of(const struct pdf_out *o, const struct _HPDF_XrefEntry_Rec *entry)
{
    int kind = 0;
    while (kind < LIGHT_ELEMENT && o->light[kind] != entry)
        kind++;
    return (enum pdf_light)kind;
}

static void put_light(struct save *s, enum pdf_light kind)
{
    struct pdf_out *o = s->o;
    if (kind == LIGHT_LENGTH) {
        put_int(s->pack, (int64_t)o->pages[s->length++]->content_len);
        return;
    }
    buf_str(s->pack, "<<");
    if (kind == LIGHT_ELEMENT) {
        structure_put_element(o, s->element, s->pack);
        s->element = s->element->next;
    } else if (kind == LIGHT_PAGE) {
        page_tree_put_page(o, o->pages[s->page++], s->pack);
    } else {
        page_tree_put_node(o, s->node++, s->pack);
    }
    buf_str(s->pack, ">>");
}

static void write_content(struct save *s, unsigned number, struct pdf_place *place)
{
    static const char filter[] = "/Filter/FlateDecode";
    const struct pdf_page *page = s->o->pages[s->content++];
    struct buf *out = s->part->out;
    begin_object(s, number, place);
    buf_str(out, "<<\n/Length ");
    put_ref(out, number + 1);
    buf_char(out, '\n');
    buf_str(out, page->deflated ? filter : "");
    buf_str(out, ">>\nstream\n");
    buf_add(out, page->content, page->content_len);
    buf_str(out, "\nendstream\nendobj\n");
    digest(s->part, filter, page->deflated ? sizeof filter - 1 : 0);
    digest(s->part, page->content, page->content_len);
}

static void write_light(struct save *s, enum pdf_light kind, unsigned number,
                        struct pdf_place *place, bool streams)
{
    if (streams && kind == LIGHT_CONTENT)
        write_content(s, number, place);
    if (streams || kind == LIGHT_CONTENT)
        return;
    begin_pack(s, number, place);
    put_light(s, kind);
    end_pack(s);
}

/* ---- all of them -------------------------------------------------------------------------------
 */

static bool write_all(struct save *s, bool streams)
{
    HPDF_Xref xref = s->o->pdf->xref;
    struct pdf_part *part = s->part;
    for (unsigned i = 1; i < xref->entries->count; i++) {
        HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
        struct pdf_place *place = &part->places[xref->start_offset + i - part->first];
        if (!entry->obj)
            write_light(s, kind_of(s->o, entry), xref->start_offset + i, place, streams);
        else if (!write_one(s, entry->obj, place, streams))
            return false;
    }
    for (size_t i = 0; i < s->o->nlate; i++)
        if (!write_one(s, s->o->late[i]->dict, &part->late[i], streams))
            return false;
    return true;
}

bool save_objects(struct pdf_out *o, struct pdf_part *part)
{
    struct save s = {.o = o, .part = part, .start = part->out->len, .element = o->light_elements};
    HPDF_Xref xref = o->pdf->xref;
    unsigned n = xref->entries->count, packs = (n + (unsigned)o->nlate) / OBJECTS_A_STREAM + 1;
    part->first = xref->start_offset + (xref->start_offset ? 1 : 0);
    part->n = xref->start_offset + n;
    part->places = arena_array(o->arena, struct pdf_place, n + packs + 1);
    part->late = arena_array(o->arena, struct pdf_place, o->nlate);
    s.pack = &o->w->content;
    s.head = &o->w->scratch;
    buf_clear(s.pack);
    buf_clear(s.head);
    s.to_out = HPDF_CallbackWriter_New(o->pdf->mmgr, append, part->out);
    s.to_pack = HPDF_CallbackWriter_New(o->pdf->mmgr, append, s.pack);
    if (!s.to_out || !s.to_pack)
        return pdf_check(o);
    if (!write_all(&s, true) || !write_all(&s, false)) {
        pdf_check(o);
        pdf_fail(o, EXIT_SYSTEM, "PDF-filen kunde inte skrivas", "the PDF could not be written");
        return false;
    }
    flush_pack(&s);
    place_next(&s); /* of the cross-reference stream, where one follows */
    return pdf_check(o);
}

bool save_document(struct pdf_out *o, struct buf *out)
{
    HPDF_MD5_CTX md5;
    struct pdf_part part = {.out = out, .md5 = &md5};
    uint8_t row[XREF_COLUMNS], above[XREF_COLUMNS] = {0};
    struct buf *rows = &o->w->content;
    HPDF_MD5Init(&md5);
    buf_str(out, save_header);
    part.offset = sizeof save_header - 1;
    if (!save_objects(o, &part))
        return false;
    buf_clear(rows);
    for (unsigned i = 0; i <= part.n; i++) {
        xref_put_row(&part.places[i], row);
        xref_put_difference(row, above, rows);
    }
    deflate_always(o->w, rows->data, rows->len);
    xref_put(o, &part, &o->w->deflated);
    return pdf_check(o);
}
