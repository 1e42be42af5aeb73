/* Line areas: their heights, and where each piece of a line stands. */
#include "layout/fragment.h"
#include "layout/para.h"

enum fo_align line_align(const struct para *p, bool last)
{
    const struct fo_text_props *t = p->block->text;
    enum fo_align align = t->text_align;
    if (last) {
        bool relative = t->text_align_last == ALIGN_RELATIVE;
        align = !relative ? t->text_align_last : align == ALIGN_JUSTIFY ? ALIGN_START : align;
    }
    return align == ALIGN_INSIDE ? ALIGN_START : align == ALIGN_OUTSIDE ? ALIGN_END : align;
}

/* ---- heights ------------------------------------------------------------------------------- */

/* The block's line height with its half-leading above and below (XSL 1.1, 4.5); larger or shifted
 * content makes the line higher. */
void line_heights(struct layout *l, struct line *line)
{
    const struct para *p = line->para;
    const struct style *s = p->style;
    mpt leading = s->line_height - s->ascent - s->descent;
    mpt above = leading / 2, ascent = s->ascent, descent = s->descent;
    if (!p->uniform && !p->block->text->line_stacking_font_height) {
        line_set(l, line);
        for (size_t i = 0; i < line->text.n; i++) {
            const struct inl *inl = inl_of(&line->text.pieces[i]);
            if (!inl || inl->kind == INL_LEADER) {
                continue;
            }
            mpt up = inl->shift + inl->ascent, down = inl->descent - inl->shift;
            if (inl->kind == INL_CONTAINER) { /* its lines bring their own leading */
                up -= above;
                down -= leading - above;
            }
            ascent = up > ascent ? up : ascent;
            descent = down > descent ? down : descent;
        }
    }
    line->base = above + ascent;
    line->height = ascent + descent + leading;
}

/* ---- places -------------------------------------------------------------------------------- */

static bool is_object(const struct text_piece *piece)
{
    return piece->item->kind == TEXT_OBJECT;
}

/* Fields may take their share of a line as leaders do. */
static bool is_leader(const struct text_piece *piece)
{
    return is_object(piece) &&
           (inl_of(piece)->kind == INL_LEADER || inl_of(piece)->kind == INL_FIELD);
}

static mpt piece_width(const struct text_piece *piece)
{
    return is_object(piece) ? inl_of(piece)->width : piece->width;
}

struct leaders {
    mpt stretch, grow; /* sums */
};

static struct leaders sum_leaders(const struct line *line)
{
    struct leaders sum = {0, 0};
    for (size_t i = 0; i < line->text.n; i++) {
        if (is_leader(&line->text.pieces[i])) {
            sum.stretch += inl_of(&line->text.pieces[i])->stretch;
            sum.grow += inl_of(&line->text.pieces[i])->grow;
        }
    }
    return sum;
}

/* Leaders take their optimum while there is room; in justified lines all the room up to their
 * maximum. */
static mpt share(mpt rest, mpt own, mpt sum)
{
    return sum > 0 ? rest * own / sum : 0;
}

static mpt spread_leaders(struct line *line, mpt rest, bool justify)
{
    struct leaders sum = sum_leaders(line);
    mpt used = 0;
    mpt base = rest < sum.stretch ? rest : sum.stretch;
    mpt more = justify ? rest - base : 0;
    more = more > sum.grow - sum.stretch ? sum.grow - sum.stretch : more;
    for (size_t i = 0; i < line->text.n && rest > 0; i++) {
        const struct text_piece *piece = &line->text.pieces[i];
        if (is_leader(piece)) {
            const struct inl *inl = inl_of(piece);
            mpt add = share(base, inl->stretch, sum.stretch) +
                      share(more, inl->grow - inl->stretch, sum.grow - sum.stretch);
            line->wide[i] += add;
            used += add;
        }
    }
    return used;
}

void line_place(struct layout *l, struct line *line)
{
    (void)l;
    const struct para *p = line->para;
    bool rtl = is_rtl(p->block);
    enum fo_align align = line_align(p, line->last);
    mpt used = 0;
    for (size_t i = 0; i < line->text.n; i++) {
        line->wide[i] = piece_width(&line->text.pieces[i]);
        used += line->wide[i];
    }
    mpt room = line->width - line->lead;
    if (p->has_leader) {
        used += spread_leaders(line, room - used, align == ALIGN_JUSTIFY);
    }
    mpt at = line->left + (rtl ? 0 : line->lead);
    mpt slack = room - used;
    if (align == ALIGN_CENTER) {
        at += slack / 2;
    } else if ((align == ALIGN_END) != rtl) {
        at += slack;
    }
    line->x = at;
    for (size_t i = 0; i < line->text.n; i++) {
        line->at[i] = at;
        at += line->wide[i];
    }
}

static uint32_t stretchable(const struct line *line)
{
    uint32_t before = line->from ? line->from->spaces_all : 0;
    return line->to->spaces > before ? line->to->spaces - before : 0;
}

void line_set(struct layout *l, struct line *line)
{
    if (line->set && line->serial == l->window.serial) {
        return;
    }
    const struct para *p = line->para;
    line->set = true;
    line->serial = l->window.serial;
    mpt extra = line->width - line->lead - line->natural;
    /* A last line that is a little too long is drawn together: the breaker counts on that. */
    bool justified = line_align(p, line->last && extra >= 0) == ALIGN_JUSTIFY;
    if (p->has_leader || !justified || stretchable(line) == 0) {
        extra = 0;
    }
    text_para_line(p->text, l->items, line->from, line->to, extra, &line->text);
    line->at = arena_array(p->arena, mpt, line->text.n);
    line->wide = arena_array(p->arena, mpt, line->text.n);
    line_place(l, line);
}

/* ---- the lines of a paragraph -------------------------------------------------------------- */

static void line_init(struct layout *l, struct line *line, const struct para *p, mpt width,
                      uint32_t from, uint32_t to, const struct line_shape *shape)
{
    const struct text_break *a = from == PARA_START ? NULL : &p->breaks[from];
    const struct text_break *z = &p->breaks[to];
    line->para = p;
    line->from = a;
    line->to = z;
    line->last = z->kind == BREAK_END || z->kind == BREAK_FORCED;
    line->lead = from == PARA_START ? line_indent(p, width) : 0;
    line->width = width - (shape ? shape->left + shape->right : 0);
    line->left = shape ? shape->left : 0;
    line->shaped = shape != NULL;
    line->natural = z->width - z->trailing + z->hyphen - (a ? a->width : 0);
    if (z->kind == BREAK_END) {
        line->width -= fo_resolve(&p->block->text->last_line_end_indent, width);
    }
    line_heights(l, line);
    if (shape) {
        line->base += shape->skip;
        line->height += shape->skip;
    }
}

uint32_t break_index(const struct para *p, uint32_t pos)
{
    size_t low = 0, high = p->nbreaks - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->breaks[middle].pos < pos) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return (uint32_t)low;
}

void para_lines(struct layout *l, struct para *p, mpt width, uint32_t from,
                const struct line_shape *shapes, size_t nshapes)
{
    if (p->has_lines && !p->shaped && nshapes == 0 && p->lines_width == width &&
        p->lines_from == from) {
        return;
    }
    uint32_t *ends;
    p->nlines = para_break(l, p, width, shapes, nshapes, &from, &ends);
    p->lines = arena_array(p->arena, struct line, p->nlines);
    p->lines_width = width;
    p->lines_from = from;
    p->has_lines = true;
    p->shaped = nshapes > 0;
    for (size_t i = 0; i < p->nlines; i++) {
        p->lines[i].number = (unsigned)i;
        line_init(l, &p->lines[i], p, width, i == 0 ? from : ends[i - 1], ends[i],
                  i < nshapes ? &shapes[i] : NULL);
    }
}
