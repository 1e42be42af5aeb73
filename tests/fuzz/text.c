/* Fuzzer: bytes become the items of a paragraph with styles, which is shaped and broken into lines.
 *
 * An item is a byte for its kind, one for its style, one for its length and as many bytes of text:
 * UTF-8, or else offsets into a block of Unicode that the style chooses. */
#include "text/text.h"
#include "base/utf8.h"
#include "format.h"

#define ITEMS 64

struct input {
    const uint8_t *at, *end;
    struct arena *arena;
};

static unsigned take(struct input *in)
{
    return in->at < in->end ? *in->at++ : 0;
}

static struct text_style *style_of(struct input *in, unsigned bits)
{
    static const char *const families[] = {"Noto Sans", "Noto Serif, DejaVu Sans",
                                           "Noto Sans Arabic UI", "Material Icons"};
    static const char *const langs[] = {NULL, "sv", "ar", "en"};
    struct text_style *s = arena_new_of(in->arena, struct text_style);

    *s = (struct text_style){.family = families[bits & 3],
                             .size = 1000 * (mpt)(1 + (bits >> 2) * 3),
                             .weight = bits & 4 ? 700 : 400,
                             .italic = bits & 8,
                             .lang = langs[bits >> 4 & 3],
                             .letter_spacing = bits & 64 ? 500 : 0,
                             .word_spacing = bits & 32 ? -700 : 0,
                             .no_kerning = bits & 16,
                             .no_ligatures = bits & 8,
                             .hyphenate = bits & 1,
                             .nowrap = (bits & 0xC0) == 0xC0};
    return s;
}

/* Text that is UTF-8 whatever comes. */
static void chars_of(struct input *in, unsigned bits, struct text_item *item)
{
    static const uint32_t blocks[] = {0x20, 0x600, 0x1200, 0x2000, 0x0900, 0x0E00, 0x1F300, 0x300};
    size_t n = take(in), left = (size_t)(in->end - in->at);
    char *text = arena_alloc(in->arena, 4 * n + 1);
    size_t len = 0;

    n = n < left ? n : left;
    item->utf8 = text;
    if (utf8_valid((const char *)in->at, n)) {
        item->utf8 = (const char *)in->at;
        len = n;
    } else
        for (size_t i = 0; i < n; i++)
            len += utf8_put(text + len, blocks[bits >> 5] + in->at[i]);
    item->len = len;
    in->at += n;
}

static void item_of(struct input *in, struct text_item *item)
{
    static const uint32_t controls[] = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
                                        0x2066, 0x2067, 0x2068, 0x2069};
    unsigned kind = take(in), bits = take(in);

    *item = (struct text_item){.kind = kind % 8 > TEXT_CONTROL ? TEXT_CHARS : kind % 8,
                               .style = style_of(in, bits),
                               .control = controls[bits % 9],
                               .width = (mpt)bits * 100,
                               .closes = bits & 1};
    if (item->kind == TEXT_CHARS)
        chars_of(in, bits, item);
}

/* Lines as wide as asked for, each from the break that the last one ended with. */
static void take_lines(struct text_para *para, struct arena *arena, mpt width)
{
    size_t n;
    const struct text_break *breaks = text_para_breaks(para, &n), *from = NULL;

    for (size_t i = 0; i < n; i++) {
        mpt start = from ? from->width : 0;
        struct text_line line;

        if (i + 1 < n && breaks[i].kind != BREAK_FORCED && breaks[i + 1].width - start <= width)
            continue;
        text_para_line(para, arena, from, &breaks[i], (mpt)(i % 3) * 1000, &line);
        from = &breaks[i];
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct press *p = fuzz_press();
    struct diag *d = fuzz_diag();
    struct input in = {data, data + size, p->page};
    struct text_item items[ITEMS];
    unsigned head = take(&in);
    size_t n = 0;
    struct text_para *para;

    while (n < ITEMS && in.at < in.end)
        item_of(&in, &items[n++]);
    para = text_para_new(p->page, p->text, items, n, head & 1 ? TEXT_RTL : TEXT_LTR, d,
                         diag_at("fuzz", 1));
    take_lines(para, p->page, (mpt)(head >> 1) * 3000);
    arena_reset(p->page);
    diag_free(d);
    return 0;
}
