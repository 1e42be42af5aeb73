/* Paragraphs and symbols kept for the letters of a case: taken over whole, told apart by all that
 * they depend on, forgotten at the end. */
#include "check.h"

/* The line as one string: glyphs with their places and texts. */
static const char *drawn(struct check *c, const struct text_line *line)
{
    struct buf b = BUF_INIT;
    const char *copy;

    for (size_t i = 0; i < line->n; i++) {
        const struct text_piece *p = &line->pieces[i];

        buf_printf(&b, "%u %lld %lld %u %d%d:", p->font ? p->font->id : 0, (long long)p->x,
                   (long long)p->width, p->level, p->first, p->last);
        for (size_t k = 0; k < p->nglyphs; k++)
            buf_printf(&b, " %u,%d,%d,%d,%.*s", p->glyphs[k].gid, p->glyphs[k].advance,
                       p->glyphs[k].dx, p->glyphs[k].dy, p->glyphs[k].text_len,
                       p->text + p->glyphs[k].text);
        buf_char(&b, '\n');
    }
    copy = arena_strndup(c->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return copy;
}

/* All lines at a width, justified by 700 where they are not the last. */
static const char *set(struct check *c, struct text_para *p, mpt width)
{
    return shown_lines(c, p, width, 700, drawn);
}

enum { ITEMS = 4, VARIANTS = 21 };

struct sample {
    struct text_style style, other;
    struct text_item items[ITEMS];
    enum text_direction base;
};

/* A paragraph that differs from number 0 in one respect. */
static void vary(struct sample *s, int n)
{
    s->style = (struct text_style){
        .family = "Noto Sans", .size = 10000, .weight = 400, .lang = "sv", .hyphenate = true};
    s->base = TEXT_LTR;
    s->items[0] = chars(&s->style, "Välkommen till samordningsmötet om 14 dagar, ");
    s->items[1] =
        (struct text_item){.kind = TEXT_EDGE, .style = &s->style, .width = 3000, .closes = false};
    s->items[2] = (struct text_item){.kind = TEXT_OBJECT, .style = &s->style, .width = 9000};
    s->items[3] = chars(&s->other, "efter vårdnadshavarens godkännande AV fi");
    s->other = s->style;
    s->other.letter_spacing = 50;
    switch (n) {
    case 1:
        s->items[0].len -= 2;
        break;
    case 2:
        s->items[3].utf8 = "efter vårdnadshavarens godkännande AV fl";
        break;
    case 3:
        s->items[1].width++;
        break;
    case 4:
        s->items[1].closes = true;
        break;
    case 5:
        s->items[2].width++;
        break;
    case 6:
        s->items[2].kind = TEXT_BREAK;
        break;
    case 7:
        s->items[1] = (struct text_item){.kind = TEXT_CONTROL, .control = 0x202E};
        break;
    case 8:
        s->items[1] = (struct text_item){.kind = TEXT_CONTROL, .control = 0x202B};
        break;
    case 9:
        s->other.size++;
        break;
    case 10:
        s->other.weight = 700;
        break;
    case 11:
        s->other.italic = true;
        break;
    case 12:
        s->other.family = "Andika";
        break;
    case 13:
        s->other.lang = "en";
        break;
    case 14:
        s->other.letter_spacing = 100;
        break;
    case 15:
        s->other.word_spacing = 100;
        break;
    case 16:
        s->other.no_kerning = true;
        break;
    case 17:
        s->other.hyphenate = false;
        break;
    case 18:
        s->other.hyphenate_before = 6;
        break;
    case 19:
        s->other.hyphenate_after = 6;
        break;
    case 20:
        s->base = TEXT_RTL;
        break;
    default:
        break;
    }
}

static const char *set_variant(struct check *c, int n)
{
    struct sample *s = arena_new_of(c->arena, struct sample);

    vary(s, n);
    return set(c, para_of_items(c, s->items, ITEMS, s->base), 30000);
}

/* Each variant anew, then with the paragraphs of all others kept, twice: as made and as taken. */
static void variants(struct check *c)
{
    const char *fresh[VARIANTS];
    int bad = 0, alike = 0;

    for (int n = 0; n < VARIANTS; n++) {
        fresh[n] = set_variant(c, n);
        alike += n > 0 && !strcmp(fresh[n], fresh[0]);
    }
    check(c, alike == 0, "each variant looks different (%d do not)", alike);
    text_keep(c->engine, true);
    for (int round = 0; round < 2; round++)
        for (int n = 0; n < VARIANTS; n++)
            bad += strcmp(set_variant(c, n), fresh[n]) != 0;
    check(c, bad == 0, "kept paragraphs look as new ones do (%d do not)", bad);
    text_keep(c->engine, false);
}

static void nowrap(struct check *c)
{
    struct text_style *may = style_copy(c, style_of(c, "sv")), *must = style_copy(c, may);
    const char *text = "ett två tre";

    must->nowrap = true;
    text_keep(c->engine, true);
    check_same(c, lines_of(c, para_of(c, may, text, TEXT_LTR), 1), "ett |två |tre", "it wraps");
    check_same(c, lines_of(c, para_of(c, must, text, TEXT_LTR), 1), text,
               "and where it may not, it does not");
    text_keep(c->engine, false);
}

static void taken_over(struct check *c)
{
    struct text_para *first, *second;
    struct text_line a, b;
    struct text_item items[2] = {chars(style_of(c, "sv"), "samma ord"),
                                 chars(style_of(c, "sv"), "samma ord")};
    size_t n, more;

    text_keep(c->engine, true);
    first = para_of_items(c, &items[0], 1, TEXT_LTR);
    a = whole_line(c, first);
    second = para_of_items(c, &items[1], 1, TEXT_LTR);
    b = whole_line(c, second);
    check(c, a.pieces[0].glyphs == b.pieces[0].glyphs, "the second letter takes over the glyphs");
    check(c, a.pieces[0].item == &items[0] && b.pieces[0].item == &items[1],
          "but the items are its own");
    text_para_line(second, c->arena, NULL, &text_para_breaks(second, &n)[n - 1], 500, &b);
    check(c, b.width == a.width + 500 && whole_line(c, second).width == a.width,
          "a line that is stretched is another line");
    text_para_breaks_anywhere(first, c->arena, &more, c->diag);
    text_para_breaks(second, &n);
    check(c, n == 2 && more > n, "emergency breaks of one are not the other's");
    b = whole_line(c, para_of_items(c, &items[1], 1, TEXT_LTR));
    check(c, a.pieces[0].glyphs == b.pieces[0].glyphs, "nor do they undo what is kept");
    text_keep(c->engine, false);
    a = whole_line(c, para_of_items(c, &items[0], 1, TEXT_LTR));
    b = whole_line(c, para_of_items(c, &items[1], 1, TEXT_LTR));
    check(c, a.pieces[0].glyphs != b.pieces[0].glyphs, "outside a case nothing is kept");
}

/* What no font has is told of each letter that it stands in. */
static void faults(struct check *c)
{
    struct text_item item = chars(style_of(c, "sv"), "\U000F1234");
    size_t said;

    text_keep(c->engine, true);
    for (int line = 1; line < 4; line++) {
        said = diag_said(c->diag);
        text_para_new(c->arena, c->engine, &item, 1, TEXT_LTR, c->diag, diag_at("test", line));
        check(c, diag_said(c->diag) > said, "letter %d is reported on", line);
    }
    text_keep(c->engine, false);
}

/* More than is kept: the rest is made each time, and looks the same. */
static void full(struct check *c)
{
    enum { PARAGRAPHS = 3000 };
    const struct text_style *sv = style_of(c, "sv");
    const char *fresh[2];
    int bad = 0;

    for (int n = 0; n < 2; n++)
        fresh[n] = set(c, para_of(c, sv, n ? "sist av alla" : "först av alla", TEXT_LTR), 90000);
    text_keep(c->engine, true);
    for (int i = 0; i < PARAGRAPHS; i++)
        bad += strcmp(set(c,
                          para_of(c, sv,
                                  i == 0               ? "först av alla"
                                  : i < PARAGRAPHS - 1 ? arena_printf(c->arena,
                                                                      "det är nummer "
                                                                      "%d av alla",
                                                                      i)
                                                       : "sist av alla",
                                  TEXT_LTR),
                          90000),
                      fresh[i > 0]) != 0 &&
               (i == 0 || i == PARAGRAPHS - 1);
    bad += strcmp(set(c, para_of(c, sv, "först av alla", TEXT_LTR), 90000), fresh[0]) != 0;
    check(c, bad == 0, "a case with more paragraphs than are kept");
    text_keep(c->engine, false);
}

static bool same_modules(const struct text_symbol *a, const struct text_symbol *b)
{
    return a->width == b->width && memcmp(a->dark, b->dark, (size_t)a->width * a->width) == 0;
}

/* Symbols are kept with the paragraphs of a case, and forgotten with them. */
static void symbols(struct check *c)
{
    const struct text_symbol *alone = text_symbol(c->engine, "k7mp-3xqd-9w", c->arena), *kept;

    check(c, alone != text_symbol(c->engine, "k7mp-3xqd-9w", c->arena),
          "outside a case no symbol is kept");
    text_keep(c->engine, true);
    kept = text_symbol(c->engine, "k7mp-3xqd-9w", c->arena);
    check(c, same_modules(kept, alone), "a kept symbol is as one made alone");
    check(c, kept == text_symbol(c->engine, "k7mp-3xqd-9w", c->arena),
          "it is made once for a case");
    check(c, !same_modules(kept, text_symbol(c->engine, "k7mp-3xqd-9x", c->arena)),
          "another text has another");
    check(c, !text_symbol(c->engine, "", c->arena), "an empty text has none");
    text_keep(c->engine, false);
    check(c, alone->width && same_modules(alone, text_symbol(c->engine, "k7mp-3xqd-9w", c->arena)),
          "and it is the same when the case is closed");
}

int main(void)
{
    struct check *c = check_start();

    variants(c);
    symbols(c);
    nowrap(c);
    taken_over(c);
    faults(c);
    full(c);
    return check_end(c);
}
