/* The floor below `duform format`: stock libharu writes the same content: texts, rules and surfaces
 * of a page tree, where they stand, in a standard font that is not embedded, and without tags. */
#ifndef BENCH_FLOOR_H
#define BENCH_FLOOR_H

#include "page/page.h"

#include <hpdf.h>

/* UTF-8 to WinAnsi, as far as the two are alike; n: room at to. */
static void floor_latin(const char *from, char *to, size_t n)
{
    size_t k = 0;

    for (const unsigned char *p = (const unsigned char *)from; *p && k + 1 < n; p++) {
        if (*p < 0x80)
            to[k++] = (char)*p;
        else if ((*p & 0xFC) == 0xC0)
            to[k++] = (char)((*p & 3) << 6 | (p[1] & 0x3F));
        else if (*p >= 0xC0)
            to[k++] = '?';
    }
    to[k] = '\0';
}

static float floor_pt(mpt length)
{
    return (float)length / 1000;
}

static void floor_text(HPDF_Page page, HPDF_Font font, mpt height, const struct page_item *item,
                       struct arena *scratch)
{
    char line[1024];

    floor_latin(page_text_of(item, scratch), line, sizeof line);
    HPDF_Page_SetFontAndSize(page, font, floor_pt(item->u.text.size));
    HPDF_Page_BeginText(page);
    HPDF_Page_TextOut(page, floor_pt(item->u.text.x), floor_pt(height - item->u.text.y), line);
    HPDF_Page_EndText(page);
}

static void floor_items(HPDF_Page page, HPDF_Font font, mpt height, const struct page_item *item,
                        struct arena *scratch)
{
    for (; item; item = item->next) {
        const struct page_rule *rule = &item->u.rule;
        const struct page_rectangle *r = &item->u.rectangle;

        if (item->kind == ITEM_TEXT) {
            floor_text(page, font, height, item, scratch);
        } else if (item->kind == ITEM_RULE) {
            HPDF_Page_SetLineWidth(page, floor_pt(rule->width));
            HPDF_Page_MoveTo(page, floor_pt(rule->x0), floor_pt(height - rule->y0));
            HPDF_Page_LineTo(page, floor_pt(rule->x1), floor_pt(height - rule->y1));
            HPDF_Page_Stroke(page);
        } else if (item->kind == ITEM_RECTANGLE) {
            HPDF_Page_Rectangle(page, floor_pt(r->x), floor_pt(height - r->y - r->h),
                                floor_pt(r->w), floor_pt(r->h));
            HPDF_Page_Fill(page);
        }
    }
}

/* Bytes of the PDF, 0: libharu found fault. */
static size_t floor_write(const struct page_doc *doc, struct arena *scratch)
{
    HPDF_Doc pdf = HPDF_New(NULL, NULL);
    HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
    HPDF_Font font = HPDF_GetFont(pdf, "Helvetica", "WinAnsiEncoding");

    for (const struct page *p = doc->first; p; p = p->next) {
        HPDF_Page page = HPDF_AddPage(pdf);
        HPDF_Page_SetWidth(page, floor_pt(p->width));
        HPDF_Page_SetHeight(page, floor_pt(p->height));
        floor_items(page, font, p->height, p->first, scratch);
    }
    size_t size = HPDF_SaveToStream(pdf) == HPDF_OK ? HPDF_GetStreamSize(pdf) : 0;
    HPDF_Free(pdf);
    return size;
}

#endif
