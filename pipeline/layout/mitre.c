/* Borders whose sides differ meet in mitred corners: each side is a trapezium between the outer and
 * the inner rectangle, or several of them where the style has several bands. */
#include "layout/paint.h"

enum { TOP, RIGHT, BOTTOM, LEFT };

struct frame { /* the sides in physical order */
    struct painter *p;
    const struct fo_border *side[4];
    struct rect outer;
};

struct corners {
    mpt left, top, right, bottom;
};

/* The outer rectangle, moved inwards by a share n / of of the widths of the sides. */
static struct corners at_depth(const struct frame *f, mpt n, mpt of)
{
    return (struct corners){f->outer.x + f->side[LEFT]->width * n / of,
                            f->outer.y + f->side[TOP]->width * n / of,
                            f->outer.x + f->outer.w - f->side[RIGHT]->width * n / of,
                            f->outer.y + f->outer.h - f->side[BOTTOM]->width * n / of};
}

static void put_band(const struct frame *f, int side, struct fo_colour colour, mpt from, mpt to,
                     mpt of)
{
    struct corners a = at_depth(f, from, of), b = at_depth(f, to, of);
    const mpt x[4][4] = {{a.left, a.right, b.right, b.left},
                         {a.right, a.right, b.right, b.right},
                         {a.right, a.left, b.left, b.right},
                         {a.left, a.left, b.left, b.left}};
    const mpt y[4][4] = {{a.top, a.top, b.top, b.top},
                         {a.top, a.bottom, b.bottom, b.top},
                         {a.bottom, a.bottom, b.bottom, b.bottom},
                         {a.bottom, a.top, b.top, b.bottom}};
    struct page_item *item = page_item_new(f->p->l->doc, ITEM_PATH);
    struct page_segment *s = arena_array(f->p->l->items, struct page_segment, 5);
    for (int i = 0; i < 4; i++) {
        s[i] = (struct page_segment){i == 0 ? SEG_MOVE : SEG_LINE, {x[side][i]}, {y[side][i]}};
    }
    s[4] = (struct page_segment){SEG_CLOSE, {0}, {0}};
    item->u.path = (struct page_path){.segments = s, .n = 5, .fill = colour_of(colour)};
    put_artifact(f->p, item, ARTIFACT_LAYOUT);
}

static void put_side(const struct frame *f, int side)
{
    const struct fo_border *b = f->side[side];
    bool upper = side == TOP || side == LEFT;
    switch (b->style) {
    case BORDER_DOUBLE:
        put_band(f, side, b->colour, 0, 1, 3);
        put_band(f, side, b->colour, 2, 3, 3);
        break;
    case BORDER_GROOVE:
    case BORDER_RIDGE: /* a groove is dark where it goes down */
        put_band(f, side, border_shade(b->colour, (b->style == BORDER_GROOVE) == upper), 0, 1, 2);
        put_band(f, side, border_shade(b->colour, (b->style == BORDER_RIDGE) == upper), 1, 2, 2);
        break;
    case BORDER_INSET:
    case BORDER_OUTSET:
        put_band(f, side, border_shade(b->colour, (b->style == BORDER_INSET) == upper), 0, 1, 1);
        break;
    default:
        put_band(f, side, b->colour, 0, 1, 1);
    }
}

static bool same_colour(struct fo_colour a, struct fo_colour b)
{
    return a.space == b.space && a.v[0] == b.v[0] && a.v[1] == b.v[1] && a.v[2] == b.v[2] &&
           a.v[3] == b.v[3];
}

/* Solid sides of one colour look the same with square corners, and cost less. Dots and dashes are
 * lines, which have no mitre. */
static bool wants_mitre(const struct frame *f)
{
    bool differs = false;
    for (int i = 0; i < 4; i++) {
        const struct fo_border *b = f->side[i], *next = f->side[(i + 1) % 4];
        if (b->width > 0 && (b->style == BORDER_DOTTED || b->style == BORDER_DASHED)) {
            return false;
        }
        bool meet = b->width > 0 && next->width > 0;
        bool plain = b->style == BORDER_SOLID && next->style == BORDER_SOLID;
        differs |= meet && (!plain || !same_colour(b->colour, next->colour));
    }
    return differs;
}

bool paint_mitred(struct painter *p, const struct fo_border border[4], struct rect r, bool rtl)
{
    struct frame f = {p,
                      {&border[EDGE_BEFORE], &border[rtl ? EDGE_START : EDGE_END],
                       &border[EDGE_AFTER], &border[rtl ? EDGE_END : EDGE_START]},
                      r};
    if (!wants_mitre(&f)) {
        return false;
    }
    for (int i = 0; i < 4; i++) {
        if (f.side[i]->width > 0) {
            put_side(&f, i);
        }
    }
    return true;
}
