/* From the parts of a line to pieces: glyphs with their text, spaces stretched, hyphen added. */
#include "text/lining.h"

#include <string.h>
#include <unicode/uchar.h>

#define HYPHEN "\u00AD"
#define RIGHT_TO_LEFT_MARK "\u200F"
#define LEFT_TO_RIGHT_MARK "\u200E"
#define MARK_SIZE (sizeof RIGHT_TO_LEFT_MARK - 1)

/* Do two parts that stand side by side make one piece? The space that hangs at a line's end stands
 * out of order where the text before it runs against the paragraph. */
static bool one_piece(const struct part *a, const struct part *b)
{
    const struct segment *s = a->segment, *t = b->segment;
    bool in_order = s->level & 1 ? b->to <= a->from : b->from >= a->to;

    return in_order && s->face && s->face == t->face && s->item == t->item && s->level == t->level;
}

static mpt share_of_extra(struct lining *l)
{
    mpt k = l->spaces_done++;

    return l->extra * (k + 1) / l->spaces - l->extra * k / l->spaces;
}

static void put_spaces(struct lining *l, const struct part *part, struct split *out, uint32_t base)
{
    const struct segment *s = part->segment;
    uint32_t n = part->to - part->from;

    for (uint32_t i = 0; i < n; i++) {
        uint32_t unit = s->level & 1 ? part->to - 1 - i : part->from + i;
        struct glyph *g = &out->glyphs[out->n++];

        memset(g, 0, sizeof *g);
        g->gid = s->face->space;
        g->flags = GLYPH_SPACE;
        g->text = l->p->utf8_from[unit] - base;
        g->text_len = 1;
        if (!part->hanging)
            g->advance = (int32_t)(segment_space_width(l->p, s) + share_of_extra(l));
        out->width += g->advance;
    }
}

static void put_hyphen(const struct lining *l, const struct part *part, struct split *out,
                       uint32_t text)
{
    const struct segment *s = part->segment;
    struct glyph *g = &out->glyphs[out->n++];

    memset(g, 0, sizeof *g);
    g->gid = s->face->hyphen;
    g->flags = GLYPH_HYPHEN;
    g->text = text;
    g->text_len = sizeof HYPHEN - 1;
    g->advance = (int32_t)engine_scale(s->face->hyphen_advance, l->p->items[s->item].style->size);
    out->width += g->advance;
}

static void put_word(struct lining *l, const struct part *part, struct split *out, uint32_t base,
                     uint32_t hyphen_text)
{
    const struct segment *s = part->segment;
    struct split_source src = {.glyphs = part->glyphs,
                               .n = part->nglyphs,
                               .style = l->p->items[s->item].style,
                               .face = s->face,
                               .utf8 = l->p->utf8,
                               .utf8_from = l->p->utf8_from + part->from,
                               .units = part->to - part->from,
                               .text_base = base,
                               .rtl = s->level & 1};

    if (part->hyphen && src.rtl)
        put_hyphen(l, part, out, hyphen_text);
    split_word(out, &src);
    if (part->hyphen && !src.rtl)
        put_hyphen(l, part, out, hyphen_text);
}

/* The code units of a piece, whichever way its parts stand. */
static void span_of(const struct part *parts, size_t n, uint32_t *from, uint32_t *to)
{
    *from = parts[0].from < parts[n - 1].from ? parts[0].from : parts[n - 1].from;
    *to = parts[0].to > parts[n - 1].to ? parts[0].to : parts[n - 1].to;
}

/* An extractor that meets a number, a Latin name, a comma or the vowel mark of a word's last letter
 * in a line that runs right to left takes what stands to its left, up to the next letter, for a
 * part of it that runs left to right, and so puts the space between two words on the wrong side. An
 * invisible right-to-left mark ends that part. Is one needed at the right of a part, before the one
 * that stands there? */
static bool needs_right_to_left(const struct lining *l, const struct part *part)
{
    const struct segment *s = part->segment;
    const struct part *right = part + 1;
    UCharDirection class;

    if (part->hanging || right >= l->parts + l->n)
        return false;
    if (right->segment->level > s->level)
        return true;
    if (s->kind != SEGMENT_SPACE || right->segment->kind != SEGMENT_WORD)
        return false;
    class = u_charDirection(l->p->text[right->to - 1]);
    return class == U_COMMON_NUMBER_SEPARATOR || class == U_EUROPEAN_NUMBER_SEPARATOR ||
           class == U_EUROPEAN_NUMBER_TERMINATOR || class == U_DIR_NON_SPACING_MARK;
}

/* A bracket or sign that ends a Latin name or a reference to a law would be taken for a part of the
 * line round it. Is a left-to-right mark needed behind it? */
static bool needs_left_to_right(const struct lining *l, const struct part *part)
{
    const struct segment *s = part->segment;
    const struct part *right = part + 1;
    UCharDirection class;

    if (s->level == 0 || s->kind != SEGMENT_WORD || part->hyphen ||
        (right < l->parts + l->n && right->segment->level >= s->level))
        return false;
    class = u_charDirection(l->p->text[part->to - 1]);
    return class == U_OTHER_NEUTRAL || class == U_COMMON_NUMBER_SEPARATOR ||
           class == U_EUROPEAN_NUMBER_TERMINATOR;
}

static bool needs_direction_mark(const struct lining *l, const struct part *part)
{
    if (!part->segment->face->font.blank_gid)
        return false;
    return part->segment->level & 1 ? needs_right_to_left(l, part) : needs_left_to_right(l, part);
}

/* Moved to the left a little: extractors sort by position, and it must come before what follows. */
static void put_direction_mark(const struct lining *l, const struct part *part, struct split *out,
                               uint32_t text)
{
    enum { TO_THE_LEFT = 20 /* [1/1000 em] */ };
    mpt size = l->p->items[part->segment->item].style->size;
    struct glyph *g = &out->glyphs[out->n++];

    memset(g, 0, sizeof *g);
    g->gid = part->segment->face->font.blank_gid;
    g->flags = GLYPH_RIDER;
    g->text = text;
    g->text_len = MARK_SIZE;
    g->advance = (int32_t)engine_scale(TO_THE_LEFT, size);
    g[-1].advance -= g->advance;
}

/* The text of a piece with room for what is inserted, and room for its glyphs. */
static size_t prepare_piece(struct lining *l, const struct part *parts, size_t n, char *text,
                            uint32_t *len)
{
    size_t room = 0;

    for (size_t i = 0; i < n; i++) {
        uint32_t units = parts[i].to - parts[i].from;
        bool rtl = parts[i].segment->level & 1;

        /* spaces, riders (for long texts if left to right), hyphen, direction mark */
        room +=
            parts[i].nglyphs + (rtl || !parts[i].glyphs ? units : units / 64) + 1 + parts[i].hyphen;
        if (!parts[i].hyphen)
            continue;
        memcpy(text + *len, HYPHEN, sizeof HYPHEN);
        *len += sizeof HYPHEN - 1;
    }
    for (size_t i = 0; i < n; i++) {
        if (!needs_direction_mark(l, &parts[i]))
            continue;
        memcpy(text + *len, parts[i].segment->level & 1 ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK,
               MARK_SIZE + 1);
        break;
    }
    return room;
}

static void fill_glyphs(struct lining *l, const struct part *parts, size_t n, uint32_t from,
                        uint32_t to, struct text_piece *piece)
{
    const struct text_para *p = l->p;
    uint32_t base = p->utf8_from[from], len = p->utf8_from[to] - base, inserted = len;
    char *text = arena_alloc(l->arena, len + sizeof HYPHEN + MARK_SIZE + 1);
    struct split out = {0};
    size_t room;

    memcpy(text, p->utf8 + base, len);
    room = prepare_piece(l, parts, n, text, &inserted);
    out.glyphs = arena_array(l->arena, struct glyph, room);
    for (size_t i = 0; i < n; i++) {
        if (parts[i].segment->kind == SEGMENT_SPACE)
            put_spaces(l, &parts[i], &out, base);
        else
            put_word(l, &parts[i], &out, base, len);
        if (needs_direction_mark(l, &parts[i]))
            put_direction_mark(l, &parts[i], &out, inserted);
    }
    piece->text = text;
    piece->glyphs = out.glyphs;
    piece->nglyphs = out.n;
    piece->width = out.width;
}

/* Is nothing of the item before (step -1) or behind (step 1) a code unit but what does not show? */
static bool at_border(const struct lining *l, uint32_t item, size_t segment, int step)
{
    const struct text_para *p = l->p;

    for (size_t i = segment + (size_t)step; i < p->nsegments; i += (size_t)step) {
        const struct segment *s = &p->segments[i];
        bool hidden = s->kind == SEGMENT_NONE ||
                      (segment_vanishes(s) && s->start >= l->ink_end && s->end <= l->end);

        if (s->item != item)
            return true;
        if (!hidden)
            return false;
    }
    return true; /* i ran over either end */
}

static void fill_piece(struct lining *l, const struct part *parts, size_t n,
                       struct text_piece *piece)
{
    const struct text_para *p = l->p;
    const struct segment *s = parts[0].segment;
    uint32_t from, to;
    size_t first, last;

    span_of(parts, n, &from, &to);
    first = segment_at(p, from);
    last = segment_at(p, to - 1);
    piece->item = &p->items[s->item];
    piece->font = s->face ? &s->face->font : NULL;
    piece->level = s->level;
    piece->logical = from;
    piece->first = p->segments[first].start == from && at_border(l, s->item, first, -1);
    piece->last = p->segments[last].end == to && at_border(l, s->item, last, 1);
    if (s->face)
        fill_glyphs(l, parts, n, from, to, piece);
    else
        piece->width = piece->item->width;
}

void line_pieces(struct lining *l, struct text_line *line)
{
    size_t i = 0, n = l->n > 0;

    while (++i < l->n)
        n += !one_piece(&l->parts[i - 1], &l->parts[i]);
    line->pieces = arena_array(l->arena, struct text_piece, n);
    i = 0;
    while (i < l->n) {
        struct text_piece *piece = &line->pieces[line->n++];
        size_t first = i++;

        while (i < l->n && one_piece(&l->parts[i - 1], &l->parts[i]))
            i++;
        fill_piece(l, &l->parts[first], i - first, piece);
        piece->x = line->width;
        line->width += piece->width;
    }
}
