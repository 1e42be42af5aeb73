/* The stage as a whole: page sequences, then numbers that had to wait, then bookmarks; once, or
 * twice where a long document shows numbers of pages to come. */
#include "layout/layout.h"

#include "layout/box.h"
#include "layout/number.h"
#include "layout/pages.h"
#include "layout/window.h"

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

static void open_run(struct layout *l)
{
    l->scratch = arena_sub(l->arena);
    l->room = room_new(l->scratch);
    l->now = arena_sub(l->arena);
    l->before = arena_sub(l->arena);
    l->items = l->arena;
    begin_document(l);
}

static void close_run(struct layout *l)
{
    window_close(l);
    arena_free(l->now);
    arena_free(l->before);
    room_close(l->room);
}

static void run(struct layout *l)
{
    long number = 1;
    for (const struct fo_node *s = l->fo->first_sequence; s; s = s->next) {
        if (s->kind == FO_PAGE_SEQUENCE) {
            layout_sequence(l, s, &number);
        }
    }
    if (!l->window.counting) {
        resolve_numbers(l);
        layout_bookmarks(l);
    }
}

/* The second run over a document whose numbers the first has found. */
static struct page_doc *run_again(const struct layout *first)
{
    struct layout l = {.fo = first->fo,
                       .text = first->text,
                       .arena = first->arena,
                       .diag = first->diag,
                       .window.sink = first->window.sink,
                       .known = &first->ids};
    l.window.sink->restart(l.window.sink->user);
    open_run(&l);
    run(&l);
    close_run(&l);
    return l.doc;
}

struct page_doc *layout_stream(const struct fo_doc *fo, struct text_engine *text,
                               struct arena *arena, const struct page_sink *sink, struct diag *diag)
{
    struct layout l = {.fo = fo, .text = text, .arena = arena, .diag = diag, .window.sink = sink};
    open_run(&l);
    run(&l);
    close_run(&l);
    struct page_doc *doc = l.window.counting ? run_again(&l) : l.doc;
    return doc->npages > 0 ? doc : NULL;
}

struct page_doc *layout_pages(const struct fo_doc *fo, struct text_engine *text,
                              struct arena *arena, struct diag *diag)
{
    return layout_stream(fo, text, arena, NULL, diag);
}
