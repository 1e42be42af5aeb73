/* Bidi: the order in which text is painted, from left to right. */
#include "check.h"

static void order(struct check *c, const char *text, enum text_direction base, const char *want,
                  const char *what)
{
    struct text_line line = whole_line(c, para_of(c, style_of(c, "ar"), text, base));

    check_same(c, painted_plain(c, &line), want, what);
}

static void numbers(struct check *c)
{
    order(c, "\u0627 0920-12 34 56 \u0628", TEXT_RTL, "\u0628 56 34 12-0920 \u0627",
          "a phone number in Arabic falls apart, as UAX #9 says");
    order(c, "\u0627 \u20660920-12 34 56\u2069 \u0628", TEXT_RTL, "\u0628 0920-12 34 56 \u0627",
          "an isolate keeps it together");
    order(c, "\u0627 \u20662026-03-09\u2069", TEXT_RTL, "2026-03-09 \u0627", "an isolated date");
    order(c, "\u20682026-03-09\u2069 \u0627", TEXT_RTL, "\u0627 2026-03-09",
          "a first-strong isolate");
    order(c, "\u0627 \u2066+46 920 12 34\u2069.", TEXT_RTL, ".+46 920 12 34 \u0627",
          "an international number and the full stop behind it");
    order(c, "SIP \u0627\u0628", TEXT_RTL, "\u0628\u0627 SIP",
          "the direction is the paragraph's, not the first letter's");
    order(c, "Hej \u0627\u0628 d\u00E5", TEXT_LTR, "Hej \u0628\u0627 d\u00E5", "Arabic in Swedish");
    order(c, "\u20660920-12\u2069 \u00E4r \u2066numret\u2069", TEXT_LTR, "0920-12 \u00E4r numret",
          "isolates in Swedish leave no trace");
    order(c, "\u0627 (\u0628)", TEXT_RTL, ")\u0628( \u0627", "brackets");
}

static void control_items(struct check *c)
{
    const struct text_style *s = style_of(c, "ar");
    struct text_item items[] = {chars(s, "\u0627 "),
                                {.kind = TEXT_CONTROL, .control = 0x2066},
                                chars(s, "12-34"),
                                {.kind = TEXT_CONTROL, .control = 0x2069},
                                chars(s, " \u0628")};
    struct text_line line = whole_line(c, para_of_items(c, items, 5, TEXT_RTL));

    check_same(c, painted_plain(c, &line), "\u0628 12-34 \u0627", "controls as items of their own");
}

/* Prints pieces as level, and the text or the width. */
static const char *pieces(struct check *c, const struct text_line *line)
{
    struct buf b = BUF_INIT;
    const char *copy;

    for (size_t i = 0; i < line->n; i++) {
        const struct text_piece *p = &line->pieces[i];

        if (p->font)
            buf_printf(&b, "%d:%zu ", p->level, p->nglyphs);
        else
            buf_printf(&b, "%d:%d ", p->level, (int)p->width);
    }
    copy = arena_strdup(c->arena, b.data);
    buf_free(&b);
    return copy;
}

static void edges(struct check *c)
{
    const struct text_style *s = style_of(c, "ar");
    struct text_item in_run[] = {chars(s, "\u062F\u062F"),
                                 {.kind = TEXT_EDGE, .style = s, .width = 1},
                                 chars(s, "\u062F"),
                                 {.kind = TEXT_EDGE, .style = s, .width = 2, .closes = true},
                                 chars(s, "\u062F\u062F\u062F")};
    struct text_item around[] = {chars(s, "ab"),
                                 {.kind = TEXT_EDGE, .style = s, .width = 1},
                                 chars(s, "\u062F"),
                                 {.kind = TEXT_EDGE, .style = s, .width = 2, .closes = true},
                                 chars(s, "cde")};
    struct text_line line = whole_line(c, para_of_items(c, in_run, 5, TEXT_RTL));

    check_same(c, pieces(c, &line), "1:3 1:2 1:1 1:1 1:2 ", "edges inside a right-to-left run");
    line = whole_line(c, para_of_items(c, around, 5, TEXT_LTR));
    check_same(c, pieces(c, &line), "0:2 0:1 1:1 0:2 0:3 ", "edges round a right-to-left word");
    check(c, line.pieces[2].logical > line.pieces[1].logical, "logical positions grow");
}

static void joining(struct check *c)
{
    struct text_style *red = style_copy(c, style_of(c, "ar"));
    struct text_item items[2];
    struct text_line apart, whole;

    red->weight = 400;
    items[0] = chars(style_of(c, "ar"), "\u0628");
    items[1] = chars(red, "\u0628");
    apart = whole_line(c, para_of_items(c, items, 2, TEXT_RTL));
    whole = whole_line(c, para_of(c, style_of(c, "ar"), "\u0628\u0628", TEXT_RTL));
    check(c, apart.n == 2 && apart.width == whole.width,
          "letters join across items (%d and %d mpt)", (int)apart.width, (int)whole.width);
}

static void wrapped(struct check *c)
{
    struct text_para *p =
        para_of(c, style_of(c, "ar"), "\u0627\u0627 \u2066ab cd\u2069 \u0628\u0628", TEXT_RTL);

    check_same(c, lines_of(c, p, 1), " \u0627\u0627| ab|cd|\u0628\u0628",
               "reordering works line by line");
    check_same(c, lines_of(c, p, 28000), " ab \u0627\u0627|\u0628\u0628 \u200Fcd",
               "an isolate that is broken over two lines");
}

int main(void)
{
    struct check *c = check_start();

    numbers(c);
    control_items(c);
    edges(c);
    joining(c);
    wrapped(c);
    return check_end(c);
}
