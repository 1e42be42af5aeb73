/* Lines: where they may end, how wide they are, what stands at their ends. */
#include "check.h"

static void break_places(struct check *c)
{
    const struct text_style *sv = style_of(c, "sv");
    size_t n;
    const struct text_break *b;

    check_same(c, lines_of(c, para_of(c, sv, "Mötet är kl.\u00A013.00 idag", TEXT_LTR), 1),
               "Mötet |är |kl. 13.00 |idag",
               "a no-break space holds; one space stays at a line's end");
    check_same(c, lines_of(c, para_of(c, sv, "SIP-möte 0920\u201112\u00A034", TEXT_LTR), 1),
               "SIP-|möte |0920-12 34", "breaks after a hyphen, not after a no-break hyphen");
    check_same(c, lines_of(c, para_of(c, sv, "ett\u2028två tre", TEXT_LTR), 500000), "ett|två tre",
               "a line separator forces a break");
    check_same(c, lines_of(c, para_of(c, sv, "", TEXT_LTR), 1), "", "an empty paragraph");
    check_same(c, lines_of(c, para_of(c, sv, "   ", TEXT_LTR), 1), "", "only spaces");
    b = text_para_breaks(para_of(c, sv, "a b  c ", TEXT_LTR), &n);
    check(c, n == 3 && b[2].kind == BREAK_END, "three breaks, the last is the end");
    check(c, b[1].spaces == 1 && b[1].spaces_all == 3 && b[1].trailing == 2 * 2600,
          "trailing spaces are counted apart");
    check(c, b[2].spaces == 3 && b[2].spaces_all == 4, "and at the paragraph's end too");
}

static void hyphens(struct check *c)
{
    struct text_style *sv = style_copy(c, style_of(c, "sv"));
    struct text_para *p;
    struct text_line line;

    p = para_of(c, sv, "sam\u00ADordning", TEXT_LTR);
    check_same(c, lines_of(c, p, 1), "sam\u00AD|ordning", "a soft hyphen shows at the line's end");
    line = whole_line(c, p);
    check_same(c, painted(c, &line), "samordning", "and nowhere else");
    line = whole_line(c, para_of(c, sv, "samordning", TEXT_LTR));
    check(c, line.width == whole_line(c, p).width, "and has no width there");
    p = para_of(c, sv, "vårdnadshavare samordningsansvarig", TEXT_LTR);
    check_same(c, lines_of(c, p, 1), "vårdnadshavare |samordningsansvarig",
               "no hyphenation unless asked for");
    sv->hyphenate = true;
    p = para_of(c, sv, "vårdnadshavare samordningsansvarig BUP", TEXT_LTR);
    check_same(
        c, lines_of(c, p, 1),
        "vård\u00AD|nads\u00AD|ha\u00AD|vare |sam\u00AD|ord\u00AD|nings\u00AD|an\u00AD|sva\u00AD|"
        "rig |BUP",
        "Swedish patterns, at least two letters before and three behind");
    sv->lang = "en-GB";
    check_same(c, lines_of(c, para_of(c, sv, "coordination", TEXT_LTR), 1),
               "co\u00AD|ordin\u00AD|a\u00AD|tion", "English patterns");
    sv->lang = "so";
    check_same(c, lines_of(c, para_of(c, sv, "hyphenation", TEXT_LTR), 1), "hyphenation",
               "a language without patterns");
    sv->lang = "sv";
    sv->nowrap = true;
    check_same(c, lines_of(c, para_of(c, sv, "sam\u00ADordning i plan", TEXT_LTR), 1),
               "samordning i plan", "no-wrap allows none");
}

static void nowrap_inside(struct check *c)
{
    struct text_style *value = style_copy(c, style_of(c, "sv"));
    struct text_item items[3];

    value->nowrap = true;
    items[0] = chars(style_of(c, "sv"), "Ring ");
    items[1] = chars(value, "0920-12 34 56");
    items[2] = chars(style_of(c, "sv"), " idag");
    check_same(c, lines_of(c, para_of_items(c, items, 3, TEXT_LTR), 1), "Ring |0920-12 34 56 |idag",
               "a value that must not wrap");
}

static void widths(struct check *c)
{
    const struct text_style *sv = style_of(c, "sv");
    struct text_para *p = para_of(c, sv, "AVATAR affisch office kl. 13", TEXT_LTR);
    size_t n;
    const struct text_break *b = text_para_breaks(p, &n), *from = NULL;
    bool exact = true;

    for (size_t i = 0; i < n; from = &b[i++]) {
        struct text_line line;

        text_para_line(p, c->arena, from, &b[i], 0, &line);
        exact &= line.width == b[i].width - b[i].trailing - (from ? from->width : 0);
    }
    check(c, exact, "every line is as wide as its breaks say");
    check(c,
          whole_line(c, para_of(c, sv, "AV", TEXT_LTR)).width <
              whole_line(c, para_of(c, sv, "A", TEXT_LTR)).width +
                  whole_line(c, para_of(c, sv, "V", TEXT_LTR)).width,
          "A and V are kerned");
}

static void justified(struct check *c)
{
    struct text_style *sv = style_copy(c, style_of(c, "sv"));
    struct text_para *p;
    struct text_line line;
    size_t n;
    const struct text_break *b;

    p = para_of(c, sv, "tre små ord och mer", TEXT_LTR);
    b = text_para_breaks(p, &n);
    text_para_line(p, c->arena, NULL, &b[2], 1001, &line);
    check(c, line.width == b[2].width - b[2].trailing + 1001,
          "the extra is spread to the last mpt");
    sv->hyphenate = true;
    p = para_of(c, sv, "en affischering", TEXT_LTR);
    b = text_para_breaks(p, &n);
    for (size_t i = 0; i < n; i++) {
        text_para_line(p, c->arena, NULL, &b[i], 7, &line);
        if (b[i].kind == BREAK_HYPHEN)
            check(c, line.width == b[i].width - b[i].trailing + b[i].hyphen + 7,
                  "also where a word, or its ligature, is divided (%u)", b[i].pos);
    }
}

static void spacing(struct check *c)
{
    struct text_style *wide = style_copy(c, style_of(c, "sv"));
    mpt normal = whole_line(c, para_of(c, wide, "fi a", TEXT_LTR)).width;
    mpt single;

    wide->no_ligatures = true;
    single = whole_line(c, para_of(c, wide, "fi a", TEXT_LTR)).width;
    wide->letter_spacing = 1000;
    check(c, whole_line(c, para_of(c, wide, "fi a", TEXT_LTR)).width == single + 4000,
          "letter spacing behind each character, without ligatures");
    wide->letter_spacing = 0;
    wide->no_ligatures = false;
    wide->word_spacing = 700;
    check(c, whole_line(c, para_of(c, wide, "fi a", TEXT_LTR)).width == normal + 700,
          "word spacing at each space");
}

static void objects_and_edges(struct check *c)
{
    const struct text_style *sv = style_of(c, "sv");
    struct text_item items[] = {chars(sv, "till "),
                                {.kind = TEXT_EDGE, .style = sv, .width = 3000},
                                chars(sv, "rutan"),
                                {.kind = TEXT_EDGE, .style = sv, .width = 3000, .closes = true},
                                chars(sv, " här"),
                                {.kind = TEXT_OBJECT, .style = sv, .width = 20000},
                                {.kind = TEXT_BREAK, .style = sv},
                                chars(sv, "slut")};
    struct text_para *p = para_of_items(c, items, 8, TEXT_LTR);
    size_t n;
    const struct text_break *b = text_para_breaks(p, &n);
    struct text_line line;

    check_same(c, lines_of(c, p, 1), "till |rutan|här||slut", "edges go with their word");
    check(c, b[0].pos == 5 && b[1].pos == 13, "the breaks stand outside the edges");
    text_para_line(p, c->arena, &b[0], &b[1], 0, &line);
    check(c, line.n == 3 && line.pieces[0].width == 3000 && line.pieces[2].x == line.width - 3000,
          "an edge on each side");
    check(c, line.pieces[1].first && line.pieces[1].last, "the word is all of its item");
    text_para_line(p, c->arena, NULL, &b[0], 0, &line);
    check(c, line.pieces[0].last, "a trailing space that vanished ends its item");
    check(c, b[3].kind == BREAK_FORCED && b[4].kind == BREAK_END, "the forced break");
}

/* The space at the end of a line whose text runs against the paragraph stands at the paragraph's
 * end of the line, apart from that text. */
static void ends_against_the_paragraph(struct check *c)
{
    struct text_para *p =
        para_of(c, style_of(c, "ar"), "\u0627 \u0628 \u062A \u062B \u062C \u062D", TEXT_LTR);
    size_t n;
    const struct text_break *b = text_para_breaks(p, &n);
    struct text_line line;

    text_para_line(p, c->arena, NULL, &b[3], 0, &line);
    check(c, line.n == 2 && line.pieces[0].logical == 0 && line.pieces[1].logical == 7,
          "the space at the line's end is a piece of its own");
    check_same(c, lines_of(c, p, b[3].width), "\u062B \u062A \u0628 \u0627 |\u062D \u062C",
               "its text stays that of the line");
}

int main(void)
{
    struct check *c = check_start();

    break_places(c);
    ends_against_the_paragraph(c);
    hyphens(c);
    nowrap_inside(c);
    widths(c);
    justified(c);
    spacing(c);
    objects_and_edges(c);
    check(c, diag_count(c->diag, DIAG_ERROR) == 0, "nothing was reported");
    return check_end(c);
}
