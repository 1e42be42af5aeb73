/* A bundle: many documents in one PDF, each written as it comes.
 *
 * Character codes are given out over all documents in the order of first use, so the fonts, one of
 * each, are written last, when all codes are known; so are the roots of the page tree, the
 * structure tree and the two trees that lead back to it. Each document is one of libharu's, whose
 * numbers go on where those of the one before ended. */
#include "write/bundle.h"

#include "write/document.h"
#include "write/fonts.h"
#include "write/memory.h"
#include "write/metadata.h"
#include "write/object.h"
#include "write/page_tree.h"
#include "write/put.h"
#include "write/stream_cache.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
    DOCUMENTS_A_NODE = 100,
    TOP_ELEMENT = 1,       /* its number, which all documents refer to */
    LAST_OBJECT = 8388607, /* ISO 19005-2, 6.1.13 */
    OBJECTS_OF_LIBHARU = 4 /* the free entry, catalog, root of the pages, information */
};
static const uint64_t last_offset = UINT32_MAX;

void bundle_put_kid(struct buf *list, unsigned number)
{
    buf_char(list, ' ');
    put_ref(list, number);
}

/* ---- handing over ------------------------------------------------------------------------------
 */

static void fail(struct pdf_bundle *b, struct diag *diag)
{
    if (!b->failed)
        diag_error(diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL, "utskriften kan inte skrivas: %s",
                   "the bundle cannot be written: %s", strerror(errno));
    b->failed = true;
}

static void hand_over(struct pdf_bundle *b, struct diag *diag)
{
    if (!b->options->put(b->options->user, b->out.data, b->out.len))
        fail(b, diag);
    b->offset += b->out.len;
    buf_clear(&b->out);
}

static void too_large(struct pdf_bundle *b, struct diag *diag)
{
    if (!b->failed)
        diag_error(diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL,
                   "utskriften blir för stor för en PDF-fil: dela den med --split-at",
                   "the bundle is too large for one PDF: divide it by --split-at");
    b->failed = true;
}

struct pdf_bundle *pdf_bundle_open(struct pdf_writer *w, const struct pdf_bundle_options *options,
                                   struct diag *diag)
{
    struct pdf_bundle *b = xmalloc(sizeof *b);
    struct pdf_place none = {0};
    *b = (struct pdf_bundle){.w = w, .arena = arena_new(), .options = options, .next = 2};
    b->fonts.arena = b->arena;
    b->rows = rows_new();
    HPDF_MD5Init(&b->md5);
    buf_str(&b->out, save_header);
    if (!b->rows || !rows_put(b->rows, 0, &none, 1))
        fail(b, diag);
    else
        hand_over(b, diag);
    return b;
}

void pdf_bundle_free(struct pdf_bundle *b)
{
    if (!b)
        return;
    for (struct bundle_group *g = b->groups; g; g = g->next)
        buf_free(&g->kids);
    rows_free(b->rows);
    buf_free(&b->out);
    buf_free(&b->elements);
    buf_free(&b->ids);
    buf_free(&b->parents);
    arena_free(b->arena);
    free(b);
}

/* ---- a part of the file ------------------------------------------------------------------------
 */

/* Puts a dictionary of ours in the place of one that libharu made and the bundle has no need of. */
static HPDF_Dict replace(struct pdf_out *o, unsigned index)
{
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(o->pdf->xref, index);
    HPDF_Dict dict = HPDF_Dict_New(o->pdf->mmgr);
    if (!entry || !dict)
        return NULL;
    dict->header.obj_id = ((HPDF_Obj_Header *)entry->obj)->obj_id;
    entry->obj = dict;
    return dict;
}

/* A document of libharu's whose numbers go on from the bundle's. */
static bool begin(struct pdf_bundle *b, struct pdf_out *o)
{
    o->pdf = memory_new_document(b->w->arena);
    if (!pdf_check(o))
        return false;
    HPDF_Xref xref = o->pdf->xref;
    xref->start_offset = b->next - 1;
    for (unsigned i = 1; i < xref->entries->count; i++)
        ((HPDF_Obj_Header *)HPDF_Xref_GetEntry(xref, i)->obj)->obj_id += xref->start_offset;
    if (xref->entries->count == OBJECTS_OF_LIBHARU)
        return true;
    pdf_fail(o, EXIT_SYSTEM, "libharu börjar ett dokument med andra objekt än väntat",
             "libharu begins a document with other objects than expected");
    return false;
}

static bool keep_places(struct pdf_bundle *b, const struct pdf_out *o, const struct pdf_part *part)
{
    bool good = rows_put(b->rows, part->first, part->places, part->n - part->first + 1);
    for (size_t i = 0; i < o->nlate && good; i++)
        good = rows_put(b->rows, o->late[i]->number, &part->late[i], 1);
    return good;
}

static bool save(struct pdf_bundle *b, struct pdf_out *o, struct pdf_part *part)
{
    *part = (struct pdf_part){.out = &b->out, .offset = b->offset, .md5 = &b->md5};
    if (!save_objects(o, part))
        b->failed = true;
    else if (part->n > LAST_OBJECT || b->offset + b->out.len > last_offset)
        too_large(b, o->diag);
    else if (!keep_places(b, o, part))
        fail(b, o->diag);
    b->next = part->n;
    return !b->failed;
}

static void end(struct pdf_bundle *b, struct pdf_out *o)
{
    b->failed = b->failed || o->failed;
    memory_forget();
    arena_reset(b->w->arena);
    stream_cache_trim(b->w->cache);
}

/* ---- a document --------------------------------------------------------------------------------
 */

static struct bundle_group *group_of(struct pdf_bundle *b, struct pdf_out *o)
{
    struct bundle_group *g = b->last_group;
    if (g && g->documents < DOCUMENTS_A_NODE)
        return g;
    g = arena_new_of(b->arena, struct bundle_group);
    g->number = object_later(o);
    if (b->last_group)
        b->last_group->next = g;
    else
        b->groups = g;
    return b->last_group = g;
}

/* The root of the document's pages becomes a node below one of the bundle's. */
static void hang_in(struct pdf_bundle *b, struct pdf_out *o)
{
    struct bundle_group *g = group_of(b, o);
    bundle_put_kid(&g->kids, page_tree_write_root(o, g->number));
    g->documents++;
    g->pages += o->doc->npages;
}

static void write_document(struct pdf_bundle *b, struct pdf_out *o)
{
    struct pdf_part part;
    HPDF_Dict catalog = replace(o, 1), info = replace(o, 3);
    if (catalog && info) {
        /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are what is listed */
        *arena_push(o->arena, o->spare, o->nspare, o->spare_cap) = info;
        /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are what is listed */
        *arena_push(o->arena, o->spare, o->nspare, o->spare_cap) = catalog;
    }
    document_write_content(o);
    if (o->failed || !pdf_check(o))
        return;
    hang_in(b, o);
    if (pdf_check(o) && save(b, o, &part))
        hand_over(b, o->diag);
}

bool pdf_bundle_add(struct pdf_bundle *b, const struct page_doc *doc, struct diag *diag)
{
    struct pdf_out o = {.w = b->w,
                        .arena = b->w->arena,
                        .doc = doc,
                        .diag = diag,
                        .bundle = b,
                        .fonts = &b->fonts,
                        .serial = b->documents + 1,
                        .first_key = b->keys,
                        .root_parent = TOP_ELEMENT};
    if (b->failed)
        return false;
    if (begin(b, &o))
        write_document(b, &o);
    b->documents++;
    b->pages += doc->npages;
    b->keys += doc->npages + (int)o.nannotations;
    end(b, &o);
    return !b->failed;
}

int pdf_bundle_pages(const struct pdf_bundle *b)
{
    return b->pages;
}

/* ---- the end -----------------------------------------------------------------------------------
 */

static void put_list(struct buf *body, const char *key, const struct buf *list)
{
    buf_str(body, key);
    buf_add(body, list->data ? list->data : "", list->len);
    buf_char(body, ']');
}

static void write_groups(struct pdf_bundle *b, struct pdf_out *o, unsigned root)
{
    struct buf *body = &b->w->scratch;
    for (const struct bundle_group *g = b->groups; g; g = g->next) {
        buf_clear(body);
        buf_printf(body, "/Type/Pages/Count %d/Parent ", g->pages);
        put_ref(body, root);
        put_list(body, "/Kids[", &g->kids);
        object_set_body(o, object_late(o, g->number), body);
    }
}

static void write_page_tree(struct pdf_bundle *b, struct pdf_out *o)
{
    HPDF_Dict dict = replace(o, 2);
    struct buf *body = &b->w->scratch, kids = BUF_INIT;
    if (!dict) {
        pdf_check(o);
        return;
    }
    struct pdf_object *root = object_adopt(o, dict);
    write_groups(b, o, root->number);
    for (const struct bundle_group *g = b->groups; g; g = g->next)
        bundle_put_kid(&kids, g->number);
    buf_clear(body);
    buf_printf(body, "/Type/Pages/Count %d", b->pages);
    put_list(body, "/Kids[", &kids);
    object_set_body(o, root, body);
    buf_free(&kids);
}

static void write_structure(struct pdf_bundle *b, struct pdf_out *o)
{
    struct buf *body = &b->w->scratch;
    o->structure_root = object_new(o);
    buf_clear(body);
    buf_str(body, "/S/Document/P ");
    put_ref(body, o->structure_root->number);
    put_list(body, "/K[", &b->elements);
    object_set_body(o, object_late(o, TOP_ELEMENT), body);
    buf_clear(body);
    buf_str(body, "/Type/StructTreeRoot/K ");
    put_ref(body, TOP_ELEMENT);
    roles_put_map(&b->roles, body);
    if (b->ids.len) {
        put_list(body, "/IDTree<</Kids[", &b->ids);
        buf_str(body, ">>");
    }
    buf_printf(body, "/ParentTreeNextKey %d", b->keys);
    put_list(body, "/ParentTree<</Kids[", &b->parents);
    buf_str(body, ">>");
    object_set_body(o, o->structure_root, body);
}

static void write_end(struct pdf_bundle *b, struct pdf_out *o)
{
    struct pdf_part part;
    struct buf rows = BUF_INIT;
    fonts_write(o);
    write_page_tree(b, o);
    write_structure(b, o);
    metadata_write_info(o);
    document_write_catalog(o, b->options->duplex ? "/Duplex/DuplexFlipLongEdge" : "");
    if (o->failed || !pdf_check(o) || !save(b, o, &part))
        return;
    if (!rows_deflate(b->rows, part.n + 1, &rows))
        fail(b, o->diag);
    else
        xref_put(o, &part, &rows);
    if (!b->failed)
        hand_over(b, o->diag);
    buf_free(&rows);
}

bool pdf_bundle_end(struct pdf_bundle *b, struct diag *diag)
{
    struct page_doc about = {.title = b->options->title, .lang = b->options->lang};
    struct pdf_out o = {.w = b->w,
                        .arena = b->w->arena,
                        .doc = &about,
                        .diag = diag,
                        .bundle = b,
                        .fonts = &b->fonts};
    if (b->failed)
        return false;
    if (begin(b, &o))
        write_end(b, &o);
    end(b, &o);
    return !b->failed;
}
