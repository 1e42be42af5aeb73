/* Sheet marks: short bars at the left edge, by which an inserting machine knows what belongs into
 * one envelope, and that no sheet is missing (optical mark recognition).
 *
 * From the top, each in its place, painted or not:
 *   1 start: always       2 last sheet of the envelope       3-5 number of the sheet, 4 2 1, modulo
 * 8 6 parity: 2 to 6 are an even number                      7 end: always They stand between the
 * folds of a sheet for C5 and for DL, outside of the text. */
#include "command/batch_bundle.h"

enum { START, LAST, FOUR, TWO, ONE, PARITY, END, PLACES };

/* mpt */
static const mpt left = 14173;   /* 5 mm */
static const mpt top = 325984;   /* 115 mm */
static const mpt pitch = 12000;  /* 1/6 inch */
static const mpt length = 22677; /* 8 mm */
static const mpt height = 1417;  /* 0.5 mm */

static unsigned bits_of(size_t sheet, bool last)
{
    unsigned bits = 1u << START | 1u << END, set = 0;

    if (last)
        bits |= 1u << LAST;
    for (int i = 0; i < 3; i++)
        if (sheet >> i & 1)
            bits |= 1u << (ONE - i);
    for (int i = LAST; i < PARITY; i++)
        set += bits >> i & 1;
    return set % 2 ? bits | 1u << PARITY : bits;
}

static void paint(struct page_doc *doc, struct page *page, unsigned bits)
{
    for (int i = 0; i < PLACES; i++) {
        struct page_item *bar;

        if (!(bits >> i & 1))
            continue;
        bar = page_item_new(doc, ITEM_RECTANGLE);
        bar->artifact = ARTIFACT_PAGE;
        bar->u.rectangle =
            (struct page_rectangle){left, top + i * pitch, length, height, {.space = COLOUR_GRAY}};
        page_item_append(page, bar);
    }
}

void bundle_mark(struct page_doc *doc, bool duplex, size_t sheet, bool last)
{
    int a_sheet = duplex ? 2 : 1, n = 0;

    for (struct page *page = doc->first; page; page = page->next, n++)
        if (n % a_sheet == 0)
            paint(doc, page, bits_of(sheet++, last && n + a_sheet >= doc->npages));
}
