/* Faces: metrics, subsets, missing files, and that nothing depends on what was set before. */
#include "check.h"

#include <sys/stat.h>
#include <unistd.h>

static unsigned u16(const struct buf *b, size_t at)
{
    const unsigned char *p = (const unsigned char *)b->data + at;

    return at + 2 <= b->len ? (unsigned)p[0] << 8 | p[1] : 0;
}

/* Offset of a table in a TrueType file, 0 if it is not there. */
static size_t table(const struct buf *b, const char *tag)
{
    for (size_t i = 0; i < u16(b, 4); i++)
        if (12 + 16 * i + 16 <= b->len && !memcmp(b->data + 12 + 16 * i, tag, 4))
            return (size_t)u16(b, 12 + 16 * i + 8) << 16 | u16(b, 12 + 16 * i + 10);
    return 0;
}

static void metrics(struct check *c)
{
    const struct text_style *s = style_of(c, "sv");
    const struct font *f = text_font(c->engine, s, c->diag);
    mpt ascent, descent;

    text_extent(c->engine, s, c->diag, &ascent, &descent);
    check(c, ascent == 7600 && descent == 2400,
          "ascent and descent of Noto Sans: those of d and p");
    check(c,
          f->cap_height == 714 && f->x_height == 536 && f->italic_angle == 0 && !f->serif &&
              !f->fixed_pitch && f->descent == -293 && f->units_per_em == 1000,
          "its descriptor");
    check_same(c, f->postscript_name, "NotoSans-Regular", "its PostScript name");
    check(c, f->blank_gid && f->ops->advance(f, f->blank_gid) == 0, "its blank glyph");
    check(c, f->ops->glyph(f, 'A') && !f->ops->glyph(f, 0x4E00), "glyphs by code point");
    check(c, f->ops->advance(f, f->ops->glyph(f, ' ')) == 260, "the space is 0.26 em");
}

static void subset_of(struct check *c, const char *family, const char *letters)
{
    struct text_style *s = style_copy(c, style_of(c, "sv"));
    const struct font *f;
    struct font_subset sub;
    uint16_t gids[64];
    size_t n = 0;
    bool mapped = true;

    s->family = family;
    f = text_font(c->engine, s, c->diag);
    for (const char *p = letters, *end = letters + strlen(letters); p < end;)
        gids[n++] = f->ops->glyph(f, utf8_next(&p, end));
    check(c, f->ops->subset(f, gids, n, &sub), "a subset of %s", family);
    for (size_t i = 0; i < n; i++)
        mapped &=
            sub.new_gid[i] > 0 && sub.new_gid[i] < u16(&sub.file, table(&sub.file, "maxp") + 4);
    check(c, mapped, "every glyph is in it");
    check(c,
          table(&sub.file, "glyf") && table(&sub.file, "loca") && table(&sub.file, "head") &&
              table(&sub.file, "hhea") && table(&sub.file, "hmtx"),
          "the tables that a PDF needs are in it");
    check(c,
          !table(&sub.file, "GSUB") && !table(&sub.file, "cmap") && !table(&sub.file, "name") &&
              !table(&sub.file, "fpgm") && sub.file.len < 20000,
          "and no others (%zu bytes)", sub.file.len);
    buf_free(&sub.file);
    free(sub.new_gid);
}

/* Twice the same set of glyphs gives the same bytes, early and late in a run. */
static void subset_is_stable(struct check *c)
{
    const struct font *f = text_font(c->engine, style_of(c, "sv"), c->diag);
    uint16_t gids[] = {f->ops->glyph(f, 'a'), f->ops->glyph(f, 0xE5), f->ops->glyph(f, 'z')};
    struct font_subset first, sub;
    bool same = true;

    same &= f->ops->subset(f, gids, 3, &first);
    for (int i = 0; i < 70; i++) {
        same &= f->ops->subset(f, gids, 3, &sub) && sub.file.len == first.file.len &&
                !memcmp(sub.file.data, first.file.data, first.file.len) &&
                !memcmp(sub.new_gid, first.new_gid, sizeof gids);
        buf_free(&sub.file);
        free(sub.new_gid);
    }
    check(c, same, "a subset made seventy times is the same");
    buf_free(&first.file);
    free(first.new_gid);
}

/* The dump of a paragraph: numbers of fonts and glyphs, positions. */
static const char *dump(struct check *c, struct text_engine *e, const char *text)
{
    struct text_engine *own = c->engine;
    struct text_line line;
    struct buf b = BUF_INIT;
    const char *copy;

    c->engine = e;
    line = whole_line(c, para_of(c, style_of(c, "ar"), text, TEXT_RTL));
    c->engine = own;
    for (size_t i = 0; i < line.n; i++) {
        buf_printf(&b, "%u@%d:", line.pieces[i].font->id, (int)line.pieces[i].x);
        for (size_t k = 0; k < line.pieces[i].nglyphs; k++)
            buf_printf(&b, "%u ", line.pieces[i].glyphs[k].gid);
    }
    copy = arena_strdup(c->arena, b.data);
    buf_free(&b);
    return copy;
}

static void deterministic(struct check *c)
{
    static const char text[] = "\u0645\u0631\u062D\u0628\u064B\u0627 SIP \u2610 12";
    struct text_engine *fresh = text_engine_new("fonts/fonts.xml", c->diag);

    check_same(c, dump(c, fresh, text), dump(c, c->engine, text),
               "a new engine and a used one give the same");
    check_same(c, dump(c, fresh, text), dump(c, fresh, text), "and so does the cache");
    text_engine_free(fresh);
}

/* A root before the others that holds a file which is no font. */
static void unreadable(struct check *c)
{
    const char *given = getenv("TMP"), *tmp = given ? given : "/tmp";
    char *dir = arena_printf(c->arena, "%s/truetype/noto", tmp);
    char *file = arena_printf(c->arena, "%s/NotoSansArabicUI-Regular.ttf", dir);
    char *command = arena_printf(c->arena, "mkdir -p '%s' && echo no font > '%s'", dir, file);
    struct text_engine *e;

    if (system(command) != 0)
        exit(1);
    setenv("DUFORM_FONTS", tmp, 1);
    e = text_engine_new("fonts/fonts.xml", c->diag);
    check(c, e && diag_count(c->diag, DIAG_ERROR) == 0, "a broken font that is not needed");
    dump(c, e, "\u0645");
    check(c, diag_status(c->diag) == EXIT_SYSTEM && strstr(c->messages.data, "fonts-noto-ui-core"),
          "where it is needed the report names the package");
    text_engine_free(e);
    unlink(file);
    file = arena_printf(c->arena, "%s/NotoSans-Regular.ttf", dir);
    command = arena_printf(c->arena, "echo no font > '%s'", file);
    if (system(command) != 0)
        exit(1);
    check(c, !text_engine_new("fonts/fonts.xml", c->diag),
          "without the default font there is no engine");
    check(c, !text_engine_new("fonts/absent.xml", c->diag), "nor without the list of fonts");
    unlink(file);
}

int main(void)
{
    struct check *c = check_start();

    metrics(c);
    subset_of(c, "Noto Sans", "Välkommen åäö");
    subset_of(c, "Noto Sans Arabic UI", "\u0645\u0631\u062D");
    subset_of(c, "Andika", "abc\u00E5");
    subset_of(c, "DejaVu Sans", "\u2610\u2611\u2713");
    subset_is_stable(c);
    deterministic(c);
    unreadable(c);
    return check_end(c);
}
