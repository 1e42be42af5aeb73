/* The stage as a whole: page sequences, then numbers that had to wait, then bookmarks. */
#include "layout/layout.h"

#include "layout/number.h"
#include "layout/pages.h"

static const char *document_lang(const struct fo_doc *fo)
{
    if (fo->lang) {
        return fo->lang;
    }
    const struct fo_node *first = fo->first_sequence;
    return first && first->text->lang ? first->text->lang : "und";
}

static void begin_document(struct layout *l)
{
    struct page_doc *doc = page_doc_new(l->arena);
    l->doc = doc;
    doc->title = l->fo->title ? l->fo->title : "Dokument";
    doc->lang = document_lang(l->fo);
    doc->rtl = l->fo->writing_mode == MODE_RL_TB;
    if (!doc->root) {
        doc->root = page_elem_new(doc, "Document");
    }
}

void turn_page(struct layout *l)
{
    struct arena *oldest = l->before;
    arena_reset(oldest);
    l->before = l->now;
    l->now = oldest;
    l->epoch++;
}

struct page_doc *layout_pages(const struct fo_doc *fo, struct text_engine *text,
                              struct arena *arena, struct diag *diag)
{
    struct layout l = {.fo = fo, .text = text, .arena = arena, .diag = diag};
    long number = 1;
    l.scratch = arena_new();
    l.now = arena_new();
    l.before = arena_new();
    begin_document(&l);
    for (const struct fo_node *s = fo->first_sequence; s; s = s->next) {
        if (s->kind == FO_PAGE_SEQUENCE) {
            layout_sequence(&l, s, &number);
        }
    }
    resolve_numbers(&l);
    layout_bookmarks(&l);
    arena_free(l.now);
    arena_free(l.before);
    arena_free(l.scratch);
    return l.doc->npages > 0 ? l.doc : NULL;
}
