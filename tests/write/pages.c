/* The writer on a page tree made by hand: every kind of item, and the whole structure tree.
 * With an argument, writes the document there for other programs to look at. */
#include "base/file.h"
#include "base/utf8.h"
#include "truetype.h"
#include "write/write.h"

#include <time.h>

static int failures;

static void check(bool good, const char *what)
{
    printf("%s - %s\n", good ? "ok" : "not ok", what);
    failures += !good;
}

/* ---- making pages ------------------------------------------------------------------------------
 */

static const struct page_colour black = {COLOUR_GRAY, {0}};

struct maker {
    struct page_doc *doc;
    struct page *page;
    int number; /* of the page, from 0 */
    const struct font *font;
    mpt line;
};

static struct page_item *add(struct maker *m, enum page_item_kind kind, struct page_mark *mark)
{
    struct page_item *item = page_item_new(m->doc, kind);
    item->mark = mark;
    page_item_append(m->page, item);
    return item;
}

static void next_page(struct maker *m)
{
    m->page = page_add(m->doc, 595276, 841890);
    m->number = m->doc->npages - 1;
}

static struct page_text *put(struct maker *m, struct page_mark *mark, mpt x, mpt y, mpt size,
                             const char *s)
{
    struct page_text *t = &add(m, ITEM_TEXT, mark)->u.text;
    const char *p = s, *end = s + strlen(s);
    *t = (struct page_text){.font = m->font,
                            .size = size,
                            .x = x,
                            .y = y,
                            .colour = black,
                            .text = s,
                            .line = ++m->line};
    t->glyphs = arena_array(m->doc->arena, struct glyph, strlen(s));
    while (p < end) {
        struct glyph *g = &t->glyphs[t->nglyphs++];
        g->text = (uint32_t)(p - s);
        g->gid = m->font->ops->glyph(m->font, utf8_next(&p, end));
        g->text_len = (uint8_t)((uint32_t)(p - s) - g->text);
        g->advance = (int32_t)(m->font->ops->advance(m->font, g->gid) * size / 1000);
    }
    return t;
}

static struct page_elem *elem(struct maker *m, struct page_elem *parent, const char *role)
{
    struct page_elem *e = page_elem_new(m->doc, role);
    page_elem_append(m->doc, parent, e);
    return e;
}

static struct page_mark *mark(struct maker *m, struct page_elem *e)
{
    return page_mark_new(m->doc, e, m->number);
}

static void say(struct maker *m, struct page_elem *parent, const char *role, mpt x, mpt y, mpt size,
                const char *s)
{
    put(m, mark(m, elem(m, parent, role)), x, y, size, s);
}

static void running_titles(struct maker *m)
{
    static const char *const numbers[] = {"1 (2)", "2 (2)"};
    put(m, NULL, 500000, 40000, 9000, numbers[m->number]);
    m->page->last->artifact = ARTIFACT_HEADER;
    struct page_item *item = add(m, ITEM_RULE, NULL);
    item->artifact = ARTIFACT_FOOTER;
    item->u.rule = (struct page_rule){56000, 800000, 539000, 800000, 500, STROKE_SOLID, black};
}

static void add_list(struct maker *m)
{
    struct page_elem *list = elem(m, m->doc->root, "L");
    page_elem_about(m->doc, list)->list_numbering = "Decimal";
    for (int i = 0; i < 2; i++) {
        struct page_elem *item = elem(m, list, "LI");
        say(m, item, "Lbl", 56000, 200000 + 20000 * i, 11000, i ? "2." : "1.");
        say(m, elem(m, item, "LBody"), "P", 76000, 200000 + 20000 * i, 11000,
            i ? "Den andra frågan" : "Den första frågan");
    }
    elem(m, elem(m, list, "LI"), "LBody"); /* empty: is to be left out */
}

static void add_table(struct maker *m)
{
    static const char *const cells[2][2] = {{"Namn", "Uppgift"}, {"Ängla Öberg", ""}};
    struct page_elem *table = elem(m, m->doc->root, "Table");
    for (int i = 0; i < 2; i++) {
        struct page_elem *row = elem(m, elem(m, table, i ? "TBody" : "THead"), "TR");
        for (int k = 0; k < 2; k++) {
            struct page_elem *cell = elem(m, row, i ? "TD" : "TH");
            cell->scope = i ? SCOPE_NONE : SCOPE_COLUMN;
            if (*cells[i][k])
                put(m, mark(m, cell), 56000 + 150000 * k, 260000 + 20000 * i, 11000, cells[i][k]);
        }
    }
    struct page_item *item = add(m, ITEM_RECTANGLE, NULL);
    item->artifact = ARTIFACT_BACKGROUND;
    item->u.rectangle =
        (struct page_rectangle){56000, 290000, 300000, 10000, {COLOUR_RGB, {230, 240, 250}}};
}

static struct page_image_data picture(void)
{
    static uint8_t rows[16 * 16 * 3], alpha[16 * 16];
    for (int i = 0; i < 256; i++) {
        rows[3 * i] = (uint8_t)i;
        rows[3 * i + 1] = 90;
        rows[3 * i + 2] = (uint8_t)(255 - i);
        alpha[i] = (uint8_t)(i % 16 * 17);
    }
    return (struct page_image_data){.encoding = IMAGE_RAW,
                                    .width = 16,
                                    .height = 16,
                                    .components = 3,
                                    .bits = 8,
                                    .data = rows,
                                    .len = sizeof rows,
                                    .alpha = alpha,
                                    .id = 1};
}

static void add_figure(struct maker *m, const struct page_image_data *data)
{
    struct page_elem *figure = elem(m, m->doc->root, "Figure");
    struct page_about *about = page_elem_about(m->doc, figure);
    about->alt = "Regionens märke: ett träd";
    figure->placement = PLACEMENT_BLOCK;
    about->has_bbox = true;
    memcpy(about->bbox, (mpt[]){400000, 60000, 448000, 108000}, sizeof about->bbox);
    add(m, ITEM_IMAGE, mark(m, figure))->u.image =
        (struct page_image){data, 400000, 60000, 48000, 48000};
}

static void add_link(struct maker *m, mpt y, const char *text, const char *uri, const char *dest)
{
    struct page_elem *link = elem(m, elem(m, m->doc->root, "P"), "Link");
    put(m, mark(m, link), 56000, y, 11000, text);
    struct page_item *item = add(m, ITEM_LINK, NULL);
    item->u.link = (struct page_link){56000, y - 10000, 120000, 13000, uri, dest, text, link};
    page_elem_append_object(m->doc, link, item);
}

/* A paragraph that goes on behind a clipped and turned group, on both pages. */
static void add_groups(struct maker *m)
{
    struct page_elem *p = elem(m, m->doc->root, "P");
    struct page_mark *piece = mark(m, p);
    put(m, piece, 56000, 400000, 11000, "Före gruppen, ");
    struct page_item *group = add(m, ITEM_GROUP, NULL);
    group->u.group = (struct page_group){.clip = true,
                                         .clip_x = 150000,
                                         .clip_y = 380000,
                                         .clip_w = 200000,
                                         .clip_h = 60000,
                                         .a = 9962,
                                         .b = 872,
                                         .c = -872,
                                         .d = 9962,
                                         .e = 10000,
                                         .f = 5000};
    struct page *page = m->page;
    struct page inner = {0};
    m->page = &inner;
    put(m, piece, 160000, 400000, 11000, "i gruppen ");
    m->page = page;
    page_group_append(&group->u.group, inner.first);
    put(m, piece, 56000, 420000, 11000, "och efter den.");
    struct page_item *item = add(m, ITEM_PATH, NULL);
    struct page_segment *s = arena_array(m->doc->arena, struct page_segment, 4);
    s[0] = (struct page_segment){SEG_MOVE, {60000}, {500000}};
    s[1] = (struct page_segment){SEG_LINE, {90000}, {500000}};
    s[2] = (struct page_segment){SEG_CURVE, {95000, 95000, 90000}, {500000, 520000, 520000}};
    s[3] = (struct page_segment){SEG_CLOSE, {0}, {0}};
    item->u.path = (struct page_path){.segments = s,
                                      .n = 4,
                                      .fill = {COLOUR_GRAY, {200}},
                                      .stroke = black,
                                      .width = 1000,
                                      .style = STROKE_DASHED};
    add(m, ITEM_RECTANGLE, NULL)->u.rectangle =
        (struct page_rectangle){100000, 500000, 30000, 20000, {COLOUR_CMYK, {255, 0, 128, 0}}};
    next_page(m);
    running_titles(m);
    put(m, mark(m, p), 56000, 80000, 11000, "Stycket går vidare på nästa sida.");
}

/* e with an acute accent that is painted apart, its text on a rider. */
static void add_mark_glyph(struct maker *m)
{
    struct page_text *t = put(m, mark(m, elem(m, m->doc->root, "P")), 56000, 120000, 11000,
                              "cafe\xCC\x81 om lunchen");
    t->glyphs[4].gid = m->font->ops->glyph(m->font, 0xB4);
    t->glyphs[4].advance = 0;
    t->glyphs[4].flags = GLYPH_MARK;
    t->glyphs[4].dx = -6000;
    t->glyphs[4].dy = 500;
}

static void add_dest(struct maker *m, const char *id, mpt y)
{
    struct page_dest *dest = arena_new_of(m->doc->arena, struct page_dest);
    *dest = (struct page_dest){id, m->number, 56000, y, NULL, m->doc->dests};
    m->doc->dests = dest;
}

static struct page_doc *make_document(struct arena *arena, const struct font *font,
                                      const struct page_image_data *image)
{
    static struct page_bookmark inner = {.title = "Frågor", .dest = "fragor"};
    static struct page_bookmark outer = {
        .title = "Kallelse", .dest = "top", .open = true, .first = &inner, .last = &inner};
    struct maker m = {.doc = page_doc_new(arena), .font = font};
    m.doc->title = "Kallelse till möte – SIP";
    m.doc->lang = "sv-SE";
    m.doc->bookmarks = &outer;
    next_page(&m);
    running_titles(&m);
    add_figure(&m, image);
    add_dest(&m, "top", 90000);
    say(&m, m.doc->root, "H1", 56000, 100000, 18000, "Kallelse till möte");
    say(&m, m.doc->root, "P", 56000, 130000, 11000, "Du är kallad (kl. 13.00) till ett möte \\ 1.");
    m.doc->root->last->u.elem->id = "p1";
    add_dest(&m, "fragor", 170000);
    say(&m, m.doc->root, "H2", 56000, 180000, 14000, "Frågor");
    add_list(&m);
    add_table(&m);
    add_link(&m, 340000, "Läs mer", "https://www.example.se/a b?å=1", NULL);
    add_link(&m, 360000, "Till frågorna", NULL, "fragor");
    add_groups(&m);
    add_mark_glyph(&m);
    say(&m, m.doc->root, "Title", 56000, 160000, 11000, "En egen roll");
    return m.doc;
}

/* ---- checks ------------------------------------------------------------------------------------
 */

static bool same(const struct buf *a, const struct buf *b)
{
    return a->len == b->len && memcmp(a->data, b->data, a->len) == 0;
}

static void ignore_line(void *user, enum diag_severity severity, const char *text)
{
    (void)user;
    (void)severity;
    (void)text;
}

static void check_failures(struct pdf_writer *w, struct arena *arena, const struct font *font)
{
    struct diag *diag = diag_new(DIAG_EN);
    struct buf out = BUF_INIT;
    struct maker m = {.doc = page_doc_new(arena), .font = font};
    diag_divert(diag, ignore_line, NULL);
    next_page(&m);
    check(pdf_write(w, m.doc, &out, diag), "a blank page is written");
    check(diag_count(diag, DIAG_WARNING) == 2, "without title and language, which is said");
    buf_clear(&out);
    put(&m, mark(&m, page_elem_new(m.doc, "P")), 50000, 50000, 11000, "detached");
    say(&m, m.doc->root, "P", 50000, 80000, 11000, "attached");
    check(!pdf_write(w, m.doc, &out, diag), "content of a detached element is refused");
    check(out.len == 0, "what is refused leaves no bytes");
    buf_free(&out);
    diag_free(diag);
}

/* The smallest document: fewer objects than any other. */
static struct page_doc *make_minimal(struct arena *arena, const struct font *font)
{
    struct maker m = {.doc = page_doc_new(arena), .font = font};
    m.doc->title = "Liten";
    m.doc->lang = "sv";
    next_page(&m);
    m.page->label = "i";
    say(&m, m.doc->root, "P", 56000, 80000, 11000, "A");
    return m.doc;
}

/* So many pages that page tree, parent tree and object streams have several nodes. */
static struct page_doc *make_large(struct arena *arena, const struct font *font)
{
    enum { PAGES = 300, PARAGRAPHS = 40 };
    struct maker m = {.doc = page_doc_new(arena), .font = font};
    m.doc->title = "Stor";
    m.doc->lang = "sv";
    for (int i = 0; i < PAGES; i++) {
        next_page(&m);
        for (int k = 0; k < PARAGRAPHS; k++)
            say(&m, m.doc->root, "P", 56000, 60000 + 15000 * k, 11000, "Ett stycke av många");
        add_link(&m, 60000 + 15000 * PARAGRAPHS, "Länk", "https://www.example.se/", NULL);
    }
    return m.doc;
}

/* Groups in groups: 26 are allowed, since PDF nests graphics states 28 deep. */
static struct page_doc *make_deep(struct arena *arena, const struct font *font, int depth)
{
    struct maker m = {.doc = page_doc_new(arena), .font = font};
    m.doc->title = "Djup";
    m.doc->lang = "sv";
    next_page(&m);
    say(&m, m.doc->root, "P", 56000, 80000, 11000, "Innerst");
    struct page_item *item = m.page->first;
    for (int i = 0; i < depth; i++) {
        struct page_item *group = page_item_new(m.doc, ITEM_GROUP);
        page_group_append(&group->u.group, item);
        item = group;
    }
    m.page->first = m.page->last = item;
    return m.doc;
}

static void measure(struct pdf_writer *w, const struct page_doc *doc, struct diag *diag)
{
    enum { TIMES = 200 };
    struct buf out = BUF_INIT;
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a);
    for (int i = 0; i < TIMES; i++) {
        buf_clear(&out);
        pdf_write(w, doc, &out, diag);
    }
    clock_gettime(CLOCK_MONOTONIC, &b);
    double ms = (double)(b.tv_sec - a.tv_sec) * 1e3 + (double)(b.tv_nsec - a.tv_nsec) / 1e6;
    fprintf(stderr, "%.3f ms a document, %zu bytes\n", ms / TIMES, out.len);
    buf_free(&out);
}

static void check_others(struct pdf_writer *w, struct arena *arena, const struct font *font,
                         const char *folder)
{
    struct diag *diag = diag_new(DIAG_EN);
    struct page_doc *docs[] = {make_minimal(arena, font), make_large(arena, font),
                               make_deep(arena, font, 26)};
    static const char *const names[] = {"minimal", "large", "deep"};
    diag_divert(diag, ignore_line, NULL);
    for (int i = 0; i < 3; i++) {
        struct buf out = BUF_INIT;
        char path[4096];
        check(pdf_write(w, docs[i], &out, diag), names[i]);
        snprintf(path, sizeof path, "%s/%s.pdf", folder ? folder : "", names[i]);
        if (folder)
            check(file_write_whole(path, out.data, out.len, diag), path);
        buf_free(&out);
    }
    struct buf out = BUF_INIT;
    check(!pdf_write(w, make_deep(arena, font, 27), &out, diag), "too deep groups are refused");
    check(diag_status(diag) == EXIT_INPUT, "as a fault of the input");
    buf_free(&out);
    diag_free(diag);
}

/* pages [FILE [FOLDER]]: writes the document to FILE, others into FOLDER; FOLDER "time": measures.
 */
int main(int argc, char **argv)
{
    struct font font;
    struct truetype tt = {0};
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(DIAG_EN);
    struct pdf_writer *w = pdf_writer_new();
    struct buf first = BUF_INIT, second = BUF_INIT;
    struct page_image_data image = picture();
    if (!tt_load(&font, &tt, "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "DejaVuSans")) {
        puts("not ok - DejaVu Sans is not installed");
        return 1;
    }
    struct page_doc *doc = make_document(arena, &font, &image);
    check(pdf_write(w, doc, &first, diag), "a document of every kind of item is written");
    check(pdf_write(w, doc, &second, diag) && same(&first, &second), "twice the same bytes");
    check(tt.subsets == 1, "the second document takes the subset from the cache");
    check(diag_status(diag) == EXIT_DONE, "nothing was reported");
    check_failures(w, arena, &font);
    if (argc > 1 && !file_write_whole(argv[1], first.data, first.len, diag))
        failures++;
    if (argc > 2 && strcmp(argv[2], "time") == 0)
        measure(w, doc, diag);
    else
        check_others(w, arena, &font, argc > 2 ? argv[2] : NULL);
    buf_free(&first);
    buf_free(&second);
    pdf_writer_free(w);
    diag_free(diag);
    arena_free(arena);
    file_unmap(tt.data, tt.len);
    return failures > 0;
}
