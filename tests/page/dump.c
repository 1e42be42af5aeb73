/* The page tree: moving, the text of an item, and the dump. */
#include "page/page.h"

#include <stdio.h>
#include <string.h>

static int failures;

static void check(bool good, const char *what)
{
    printf("%s - %s\n", good ? "ok" : "not ok", what);
    failures += !good;
}

/* "ab" set from right to left, with a mark whose text b carries. */
static void make_text(struct page_doc *doc, struct page_text *t)
{
    static const struct font font = {.postscript_name = "Test-Regular"};
    t->font = &font;
    t->size = 11000;
    t->x = 56000;
    t->y = 100000;
    t->colour = (struct page_colour){COLOUR_GRAY, {0}};
    t->text = "xab";
    t->rtl = true;
    t->nglyphs = 3;
    t->glyphs = arena_array(doc->arena, struct glyph, 3);
    t->glyphs[0] = (struct glyph){.gid = 2, .text = 2, .text_len = 1, .advance = 5000};
    t->glyphs[1] = (struct glyph){.gid = 3, .text = 2, .text_len = 1, .flags = GLYPH_MARK};
    t->glyphs[2] = (struct glyph){.gid = 1, .text = 1, .text_len = 1, .advance = 4500};
}

static const char wanted[] =
    "document sv rtl pages=1 title=\"T \\\"x\\\"\"\n"
    "page 1 595.276 841.890 label=\"1\"\n"
    "  text 56.000 100.000 width=9.500 Test-Regular 11.000 colour=gray:0 rtl \"ab\" {P}\n"
    "  group clip 0.000 0.000 10.000 10.000 matrix 0 10000 -10000 0 5.000 0.000\n"
    "    rule 1.000 2.000 3.000 2.000 width=0.500 dotted colour=rgb:1,2,3 {artifact footer}\n"
    "destination \"here\" page 1 0.000 12.345\n"
    "bookmark open \"B\\u{A0}1\" dest=\"here\"\n"
    "structure\n"
    "  Document\n"
    "    P lang=ar id=\"p\"\n"
    "      mark page 1 \"ab\"\n"
    "      mark page 1 nothing\n";

static struct page_doc *make(struct arena *arena)
{
    static struct page_dest dest = {.id = "here", .y = 12345};
    static struct page_bookmark bookmark = {.title = "B\xC2\xA0"
                                                     "1",
                                            .dest = "here",
                                            .open = true};
    struct page_doc *doc = page_doc_new(arena);
    struct page *page = page_add(doc, 595276, 841890);
    struct page_elem *p = page_elem_new(doc, "P");
    struct page_item *text = page_item_new(doc, ITEM_TEXT), *group = page_item_new(doc, ITEM_GROUP),
                     *rule = page_item_new(doc, ITEM_RULE);
    doc->title = "T \"x\"";
    doc->lang = "sv";
    doc->rtl = true;
    doc->dests = &dest;
    doc->bookmarks = &bookmark;
    page->label = "1";
    page_elem_append(doc, doc->root, p);
    p->lang = "ar";
    p->id = "p";
    text->mark = page_mark_new(doc, p, 0);
    page_mark_new(doc, p, 0);
    make_text(doc, &text->u.text);
    page_item_append(page, text);
    rule->artifact = ARTIFACT_FOOTER;
    rule->u.rule =
        (struct page_rule){1000, 2000, 3000, 2000, 500, STROKE_DOTTED, {COLOUR_RGB, {1, 2, 3}}};
    group->u.group = (struct page_group){
        .clip = true, .clip_w = 10000, .clip_h = 10000, .b = 10000, .c = -10000, .e = 5000};
    page_group_append(&group->u.group, rule);
    page_item_append(page, group);
    return doc;
}

static void test_move(struct page_doc *doc)
{
    struct page_item *turned = doc->first->first->next, *plain = page_item_new(doc, ITEM_GROUP);
    struct page_item *rule = turned->u.group.first;
    page_item_move(turned, 1000, 2000);
    check(turned->u.group.e == 6000 && turned->u.group.f == 2000 && rule->u.rule.x0 == 1000,
          "a turned group is moved by its matrix");
    check(turned->u.group.clip_x == 1000 && turned->u.group.clip_y == 2000, "and its clip with it");
    turned->u.group.first = turned->u.group.last = NULL;
    page_group_append(&plain->u.group, rule);
    page_item_move(plain, 1000, 2000);
    check(rule->u.rule.x0 == 2000 && rule->u.rule.y1 == 4000 && plain->u.group.e == 0,
          "the items of a plain group are moved themselves");
}

int main(void)
{
    struct arena *arena = arena_new();
    struct page_doc *doc = make(arena);
    struct buf out = BUF_INIT;
    page_dump(doc, &out);
    check(strcmp(out.data, wanted) == 0, "the dump is as wanted");
    if (strcmp(out.data, wanted) != 0)
        printf("# got:\n%s", out.data);
    check(strcmp(page_text_of(doc->first->first, arena), "ab") == 0, "text in logical order");
    test_move(doc);
    buf_free(&out);
    arena_free(arena);
    return failures > 0;
}
