/* The writer as one function over its parts: pages, structure, fonts, the rest, the file. */
#include "write/document.h"
#include "write/annotations.h"
#include "write/content.h"
#include "write/dests.h"
#include "write/fields.h"
#include "write/fonts.h"
#include "write/images.h"
#include "write/labels.h"
#include "write/memory.h"
#include "write/metadata.h"
#include "write/object.h"
#include "write/ordinary.h"
#include "write/outline.h"
#include "write/page_tree.h"
#include "write/put.h"
#include "write/save.h"
#include "write/stream_cache.h"
#include "write/structure.h"

#include <stdlib.h>
#include <string.h>

struct pdf_writer *pdf_writer_new(void)
{
    enum { QUICKLY = 1, THOROUGHLY = 6 };
    struct pdf_writer *w = xmalloc(sizeof *w);
    *w = (struct pdf_writer){.arena = arena_new()};
    w->quick = libdeflate_alloc_compressor(QUICKLY);
    w->thorough = libdeflate_alloc_compressor(THOROUGHLY);
    if (!w->quick || !w->thorough)
        out_of_memory();
    w->cache = stream_cache_new();
    return w;
}

void pdf_writer_free(struct pdf_writer *w)
{
    if (!w)
        return;
    arena_free(w->arena);
    buf_free(&w->content);
    buf_free(&w->scratch);
    buf_free(&w->deflated);
    libdeflate_free_compressor(w->quick);
    libdeflate_free_compressor(w->thorough);
    stream_cache_free(w->cache);
    ordinary_free(w);
    free(w);
}

void pdf_fail(struct pdf_out *o, enum exit_status status, const char *sv, const char *en)
{
    if (!o->failed)
        diag_error(o->diag, status, diag_at(NULL, 0), NULL, "%s", "%s",
                   diag_lang(o->diag) == DIAG_SV ? sv : en);
    o->failed = true;
}

bool pdf_check(struct pdf_out *o)
{
    unsigned error = o->pdf ? (unsigned)HPDF_GetError(o->pdf) : 0;
    if (o->pdf && !error)
        return !o->failed;
    if (!o->failed)
        diag_error(o->diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL,
                   "libharu kunde inte skriva PDF-filen (fel 0x%04X)",
                   "libharu could not write the PDF (error 0x%04X)", error);
    o->failed = true;
    return false;
}

/* ---- what holds the parts together -------------------------------------------------------------
 */

static void write_resources(struct pdf_out *o)
{
    struct buf *b = &o->w->scratch;
    if (!o->resources)
        o->resources = object_new(o);
    buf_clear(b);
    fonts_put_resources(o, b);
    images_put_resources(o, b);
    metadata_put_colour_spaces(o, b);
    object_set_body(o, o->resources, b);
}

void document_write_catalog(struct pdf_out *o, const char *preferences)
{
    struct pdf_object *xmp = metadata_write_xmp(o);
    struct pdf_object *intent = metadata_write_output_intent(o);
    struct pdf_object *outline = outline_write(o);
    struct pdf_object *obj = object_adopt(o, o->pdf->catalog);
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, "/Lang");
    put_text_string(b, o->doc->lang);
    buf_str(b, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true");
    buf_str(b, preferences);
    buf_str(b, o->doc->rtl ? "/Direction/R2L>>/Metadata " : ">>/Metadata ");
    put_ref(b, xmp->number);
    buf_str(b, "/OutputIntents[");
    put_ref(b, intent->number);
    buf_str(b, "]/StructTreeRoot ");
    put_ref(b, o->structure_root->number);
    if (outline) {
        buf_str(b, "/Outlines ");
        put_ref(b, outline->number);
    }
    fields_put_form(o, b);
    labels_put(o->doc, b);
    object_set_body(o, obj, b);
}

static void check_identity(struct pdf_out *o)
{
    if (!*o->doc->title)
        diag_warn(o->diag, diag_at(NULL, 0), NULL,
                  "dokumentet saknar titel och blir därför inte PDF/UA",
                  "the document has no title, so it is no PDF/UA");
    if (!*o->doc->lang || strcmp(o->doc->lang, "und") == 0)
        diag_warn(o->diag, diag_at(NULL, 0), NULL,
                  "dokumentet saknar språk och blir därför inte PDF/UA",
                  "the document has no language, so it is no PDF/UA");
}

/* ---- the flow ----------------------------------------------------------------------------------
 */

void document_write_content(struct pdf_out *o)
{
    dests_index(o);
    content_write_pages(o);
    if (!o->failed)
        structure_write(o);
    if (!o->failed && !o->bundle)
        fonts_write(o);
    if (!o->failed)
        images_write(o);
    if (o->failed)
        return;
    write_resources(o);
    annotations_write(o);
    fields_write(o);
}

static void write_parts(struct pdf_out *o)
{
    check_identity(o);
    document_write_content(o);
    if (o->failed)
        return;
    page_tree_write_root(o, 0);
    metadata_write_info(o);
    document_write_catalog(o, "");
}

struct pdf_out *pdf_begin(struct pdf_writer *w, struct diag *diag)
{
    struct pdf_out *o = arena_new_of(w->arena, struct pdf_out);
    *o = (struct pdf_out){.w = w, .arena = w->arena, .diag = diag, .serial = 1};
    o->fonts = arena_new_of(w->arena, struct pdf_fonts);
    o->fonts->arena = w->arena;
    o->pdf = memory_new_document(w->arena);
    if (pdf_check(o))
        o->pdf->pdf_version = HPDF_VER_17;
    return o;
}

void pdf_put_page(struct pdf_out *o, const struct page_doc *doc, int index)
{
    o->doc = doc;
    if (!o->failed)
        content_write_page(o, index);
}

void pdf_cancel(struct pdf_out *o)
{
    struct pdf_writer *w = o->w;
    memory_forget();
    arena_reset(w->arena);
    stream_cache_trim(w->cache);
}

bool pdf_end(struct pdf_out *o, const struct page_doc *doc, struct buf *out)
{
    size_t start = out->len;
    o->doc = doc;
    if (!o->failed)
        write_parts(o);
    bool done = !o->failed && pdf_check(o) && save_document(o, out);
    if (!done)
        out->len = start;
    pdf_cancel(o);
    return done;
}

bool pdf_write(struct pdf_writer *w, const struct page_doc *doc, struct buf *out, struct diag *diag)
{
    return pdf_end(pdf_begin(w, diag), doc, out);
}
