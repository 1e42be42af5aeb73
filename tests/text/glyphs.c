/* Glyphs: the text that each carries, fallback, languages, and what has no glyph. */
#include "check.h"

/* All glyphs: their text, with M for marks, R for riders, S for spaces, H for hyphens before it. */
static const char *dump(struct check *c, const struct text_line *line)
{
    struct buf b = BUF_INIT;
    const char *copy;

    for (size_t i = 0; i < line->n; i++) {
        const struct text_piece *p = &line->pieces[i];

        for (size_t k = 0; k < p->nglyphs; k++) {
            const struct glyph *g = &p->glyphs[k];

            buf_printf(&b, "%s%s%s%s%.*s ", g->flags & GLYPH_MARK ? "M" : "",
                       g->flags & GLYPH_RIDER ? "R" : "", g->flags & GLYPH_SPACE ? "S" : "",
                       g->flags & GLYPH_HYPHEN ? "H" : "", g->text_len, p->text + g->text);
        }
    }
    copy = arena_strdup(c->arena, b.data ? b.data : "");
    buf_free(&b);
    return copy;
}

static struct text_line line_in(struct check *c, const char *lang, const char *text)
{
    return whole_line(
        c, para_of(c, style_of(c, lang), text, strcmp(lang, "sv") ? TEXT_RTL : TEXT_LTR));
}

static void shows(struct check *c, const char *lang, const char *text, const char *want,
                  const char *what)
{
    struct text_line line = line_in(c, lang, text);

    check_same(c, dump(c, &line), want, what);
}

static void latin(struct check *c)
{
    shows(c, "sv", "affisch fin", "a ffi s c h S  fi n ", "a ligature carries all its letters");
    shows(c, "sv", "g\u0302a", "g\u0302 a ", "marks that have a letter are composed");
    shows(c, "sv", "\u200Ba\u2060b\uFEFFc\u200Ed", "a b c d ",
          "controls leave neither glyph nor text");
    shows(c, "sv", "a\tb", "a S  b ", "a tab is a space");
    shows(c, "sv", "1\u201110\u00A0kr", "1 - 1 0 S  k r ",
          "no-break characters copy as plain ones");
    shows(c, "sv", "\u2610 ja \u2713 \u2192 b", "\u2610 S  j a S  \u2713 S  \u2192 S  b ",
          "symbols out of a fallback font");
}

/* A letter that the font lacks is set in another font; the letters behind it are not. */
static void letters_after_a_stranger(struct check *c)
{
    struct text_style *s = style_copy(c, style_of(c, "sv"));
    struct text_line line;

    s->family = "Andika";
    line = whole_line(c, para_of(c, s, "b\uA7C8bc", TEXT_LTR));
    check(c,
          line.n == 3 && line.pieces[0].font == line.pieces[2].font &&
              line.pieces[0].font != line.pieces[1].font && line.pieces[2].nglyphs == 2,
          "letters after one out of a fallback font are in the style's own font");
}

static void combining(struct check *c)
{
    struct text_line line = line_in(c, "sv", "x\u0301\u0323y");

    check_same(c, dump(c, &line), "x\u0301\u0323 M M y ",
               "a letter carries the marks that cannot be composed");
}

static void arabic(struct check *c)
{
    shows(c, "ar", "\u0628\u064E", "R\u064E M \u0628 ", "a vowel rides before its letter");
    shows(c, "ar", "\u0644\u0627", "\u0627 R\u0644 ",
          "a ligature's ink carries its last letter, the first rides behind");
    shows(c, "ar", "\u0644\u064E\u0627", "M \u0627 R\u064E R\u0644 ", "and a vowel inside it too");
    shows(c, "fa", "\u0645\u06CC\u200C\u0634", "\u0634 R\u200C \u06CC \u0645 ",
          "a non-joiner is kept as text");
}

/* Only that there is ink, and text in the right order, whatever the font's glyphs are. */
static void arabic_in(struct check *c, const char *family)
{
    struct text_style *s = style_copy(c, style_of(c, "ar"));
    struct text_line line;

    s->family = family;
    line = whole_line(
        c, para_of(c, s, "\u0643\u064E\u062A\u064E\u0628\u064E \u0644\u0644\u0647", TEXT_RTL));
    check_same(c, painted_plain(c, &line),
               "\u0647\u0644\u0644 \u064E\u0628\u064E\u062A\u064E\u0643", family);
    check(c, !strcmp(line.pieces[0].font->family, family), "set in %s", family);
}

static uint16_t first_gid(struct check *c, const char *lang, const char *text)
{
    struct text_line line = line_in(c, lang, text);

    return line.n && line.pieces[0].nglyphs ? line.pieces[0].glyphs[0].gid : 0;
}

static void digits(struct check *c)
{
    static const char *const arabic[] = {"\u0664", "\u0666", "\u0667"};
    static const char *const persian[] = {"\u06F4", "\u06F6", "\u06F7"};

    for (int i = 0; i < 3; i++)
        check(c,
              first_gid(c, "fa", persian[i]) && first_gid(c, "ar", arabic[i]) &&
                  first_gid(c, "fa", persian[i]) != first_gid(c, "ar", arabic[i]),
              "the Persian digit %s has its own shape beside %s", persian[i], arabic[i]);
}

static void families(struct check *c)
{
    struct text_style *s = style_copy(c, style_of(c, "sv"));
    struct text_line line;

    line = line_in(c, "ar", "\u0627 SIP 12");
    check(c,
          !strcmp(line.pieces[1].font->family, "Noto Sans Arabic UI") &&
              !strcmp(line.pieces[0].font->family, "Noto Sans"),
          "Arabic letters and Latin letters each in their font");
    s->family = "'Material Icons'";
    line = whole_line(c, para_of(c, s, "event", TEXT_LTR));
    check(c,
          line.n == 1 && line.pieces[0].nglyphs == 1 && line.pieces[0].glyphs[0].text_len == 5 &&
              line.width == s->size,
          "a word becomes a pictogram");
    s->family = "Helvetica, serif";
    check(c, !strcmp(text_font(c->engine, s, c->diag)->family, "Noto Sans"), "an alias");
    s->family = "serif";
    s->weight = 700;
    s->italic = true;
    check_same(c, text_font(c->engine, s, c->diag)->postscript_name, "NotoSerif-BoldItalic",
               "a generic family, bold and italic");
    s->family = "Material Icons";
    check_same(c, text_font(c->engine, s, c->diag)->postscript_name, "MaterialIcons-Regular",
               "a family without bold gives what it has");
    s->family = "DejaVu Sans";
    s->weight = 400;
    line = whole_line(c, para_of(c, s, "\u0627", TEXT_RTL));
    check(c, !strcmp(line.pieces[0].font->family, "DejaVu Sans"),
          "a family that was asked for sets what it can");
}

static void reports(struct check *c)
{
    struct text_style *s = style_copy(c, style_of(c, "sv"));

    check(c, diag_count(c->diag, DIAG_ERROR) + diag_count(c->diag, DIAG_WARNING) == 0,
          "nothing was reported so far");
    s->family = "Okänd";
    text_font(c->engine, s, c->diag);
    check(c,
          diag_count(c->diag, DIAG_WARNING) == 1 && strstr(c->messages.data, "Noto Sans is used"),
          "an unknown family is a warning");
    para_of(c, style_of(c, "sv"), "a\U00013000b", TEXT_LTR);
    check(c,
          diag_status(c->diag) == EXIT_INPUT && strstr(c->messages.data, "U+13000") &&
              strstr(c->messages.data, "Noto Sans"),
          "a character without glyph is an error that names code point and family");
}

int main(void)
{
    struct check *c = check_start();

    latin(c);
    letters_after_a_stranger(c);
    combining(c);
    arabic(c);
    arabic_in(c, "Noto Sans Arabic UI");
    arabic_in(c, "Noto Sans Arabic");
    digits(c);
    families(c);
    reports(c);
    return check_end(c);
}
