/* Takes a line out of a paragraph: cut, reordered (UAX #9, L1 and L2), justified.
 *
 * A line is made of parts: segments, the first and last of them perhaps cut. A word that is cut is
 * shaped again in the part that is needed, which is right whether or not the place was safe. */
#include "text/kept.h"
#include "text/lining.h"

#include <string.h>

/* The segment that holds a code unit. */
size_t segment_at(const struct text_para *p, uint32_t unit)
{
    size_t low = 0, high = p->nsegments;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (p->segments[middle].end <= unit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void find_ink_end(struct lining *l)
{
    size_t i = l->last_segment;

    l->ink_end = l->end;
    while (i-- > l->first_segment) {
        const struct segment *s = &l->p->segments[i];

        if (!segment_vanishes(s) && s->kind != SEGMENT_NONE && s->kind != SEGMENT_EDGE)
            return;
        l->ink_end = s->start > l->start ? s->start : l->start;
    }
}

static void shape_part(struct lining *l, struct part *part)
{
    const struct segment *s = part->segment;
    struct shape_key key = segment_key(s);
    const struct shaped *g;
    struct shaped *copy;

    if (part->from == s->start && part->to == s->end) {
        part->glyphs = l->p->glyphs + s->glyphs;
        part->nglyphs = s->nglyphs;
        return;
    }
    g = shape_run(l->p->engine, &key, l->p->text, l->p->n, part->from, part->to - part->from,
                  &part->nglyphs);
    copy = arena_array(l->arena, struct shaped, part->nglyphs);
    if (part->nglyphs)
        memcpy(copy, g, part->nglyphs * sizeof *copy);
    part->glyphs = copy;
}

static mpt part_width(const struct lining *l, const struct part *part)
{
    const struct segment *s = part->segment;
    const struct text_item *item = &l->p->items[s->item];
    mpt width = 0;

    if (part->hanging)
        return 0;
    if (s->kind == SEGMENT_SPACE)
        return segment_space_width(l->p, s) * (part->to - part->from);
    if (s->kind != SEGMENT_WORD)
        return item->width;
    for (size_t i = 0; i < part->nglyphs; i++)
        width += segment_advance(item->style, s->level & 1, &part->glyphs[i],
                                 i + 1 < part->nglyphs ? &part->glyphs[i + 1] : NULL);
    if (part->hyphen)
        width += engine_scale(s->face->hyphen_advance, item->style->size);
    return width;
}

static void collect_parts(struct lining *l, bool hyphen)
{
    struct part *last_word = NULL;
    size_t most = l->last_segment - l->first_segment + 1;

    l->parts = scratch_reserve(&l->p->engine->parts, most * sizeof *l->parts);
    memset(l->parts, 0, most * sizeof *l->parts);
    for (size_t i = l->first_segment; i < l->last_segment; i++) {
        const struct segment *s = &l->p->segments[i];
        struct part *part = &l->parts[l->n];

        if (s->kind == SEGMENT_NONE || (segment_vanishes(s) && s->start >= l->ink_end))
            continue;
        part->segment = s;
        part->from = s->start > l->start ? s->start : l->start;
        part->to = s->end < l->end ? s->end : l->end;
        if (s->kind == SEGMENT_WORD) {
            shape_part(l, part);
            last_word = part;
        } else if (s->kind == SEGMENT_SPACE) {
            l->spaces += part->to - part->from;
        }
        l->n++;
    }
    if (hyphen && last_word && last_word->segment->face->hyphen)
        last_word->hyphen = true;
    for (size_t i = 0; i < l->n; i++)
        l->natural += part_width(l, &l->parts[i]);
}

static void reverse(struct part *parts, size_t from, size_t to)
{
    while (from + 1 < to) {
        struct part t = parts[from];

        parts[from++] = parts[--to];
        parts[to] = t;
    }
}

/* Rule L2: from the highest level down to the lowest odd one, turn what is at that level or above.
 */
static void reorder(struct lining *l)
{
    unsigned highest = 0, lowest_odd = 255;

    for (size_t i = 0; i < l->n; i++) {
        unsigned level = l->parts[i].segment->level;

        highest = level > highest ? level : highest;
        if ((level & 1) && level < lowest_odd)
            lowest_odd = level;
    }
    for (unsigned level = highest; level >= lowest_odd; level--) {
        for (size_t i = 0; i < l->n;) {
            size_t from = i;

            while (i < l->n && l->parts[i].segment->level >= level)
                i++;
            reverse(l->parts, from, i);
            i += i == from;
        }
    }
}

/* One space stays at the end of a line that the text goes on after (rule L1: at the paragraph's
 * level), or those who read the file would join its last word and the next line's first. */
static void hang_space(struct lining *l)
{
    const struct segment *s = &l->p->segments[segment_at(l->p, l->ink_end)];
    struct part space = {.segment = s, .from = l->ink_end, .to = l->ink_end + 1, .hanging = true};

    if (!segment_vanishes(s))
        return;
    if (l->p->base == TEXT_RTL) {
        memmove(l->parts + 1, l->parts, l->n * sizeof *l->parts);
        l->parts[0] = space;
    } else {
        l->parts[l->n] = space;
    }
    l->n++;
}

/* What the breaks promised for this line. Cutting a word changes its kerning a little; spaces that
 * are stretched anyway take that up. */
static mpt promised(const struct text_break *from, const struct text_break *to)
{
    return to->width - to->trailing - (from ? from->width : 0) + to->hyphen;
}

static void make_line(struct text_para *p, struct arena *arena, const struct kept_span *span,
                      struct text_line *line)
{
    struct lining l = {.p = p, .arena = arena, .start = span->start, .end = span->end};

    l.first_segment = segment_at(p, l.start);
    l.last_segment = segment_at(p, l.end - 1) + 1;
    find_ink_end(&l);
    collect_parts(&l, span->kind == BREAK_HYPHEN);
    if (span->extra)
        l.extra = span->extra + span->promised - l.natural;
    if (p->levels)
        reorder(&l);
    if (span->kind == BREAK_ALLOWED && l.n && l.ink_end < l.end)
        hang_space(&l);
    line_pieces(&l, line);
}

void text_para_line(struct text_para *p, struct arena *arena, const struct text_break *from,
                    const struct text_break *to, mpt extra, struct text_line *line)
{
    struct kept_span span = {from ? from->pos : 0, to->pos, to->kind, extra, promised(from, to)};
    struct arena *room;

    memset(line, 0, sizeof *line);
    if (span.start >= span.end || (p->lines && kept_line(p, &span, arena, line)))
        return;
    room = p->lines ? kept_room(p->engine->kept) : NULL;
    make_line(p, room ? room : arena, &span, line);
    if (room) {
        kept_add_line(p, &span, line);
        kept_line(p, &span, arena, line);
    }
}
