/* Line breaking: total fit over a whole paragraph.
 *
 * A paragraph is broken so that the sum of the demerits of its lines is least, after D. E. Knuth
 * and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981),
 * 1119-1184. Every opportunity that the text stage names is a possible end of a line; an active
 * list holds those ends from which a line to the present opportunity can still be set. For each
 * opportunity the cheapest way to it is kept, and at the paragraph's end the way is read backwards.
 * The work is proportional to opportunities times opportunities per line.
 *
 * A line's adjustment ratio r is its slack divided by what it may stretch by; its demerits are
 * (1 + 100 |r|^3 + penalty)^2. In justified text the word spaces stretch by half and shrink by a
 * third of their width, and r counts both by the half, so that a space costs as much when it is
 * narrower as when it is wider by so much. A hyphen has a penalty, and a larger one for each hyphen
 * right above it: within the square, since a sum of its own would count for nothing between the
 * white lines of narrow columns. In ragged text only the white edge of a line stretches, by
 * RAGGED_STRETCH per free edge (the value that Apache FOP uses, so that its lines are ours). The
 * last line stretches by the whole measure, which makes very short last lines a little dearer.
 *
 * Three passes as in TeX: lines that stretch no more than allowed, without and with hyphens, then
 * any line. When one word is visibly wider than the line, a fourth pass may break between any two
 * letters, at a price above that of any white line; not where the line has no room for letters at
 * all, as in a column without width. All numbers are integers.
 */
#include "layout/para.h"

#define RAGGED_STRETCH 10008 /* [mpt] */
#define HYPHEN_PENALTY 50
#define HYPHENS_BELOW_EACH_OTHER 500 /* for each hyphen right above, a penalty too */
#define HYPHEN_BEFORE_LAST_LINE 5000 /* [demerits] */
#define PLAIN_TOLERANCE 700          /* [1/1000], of a paragraph without hyphens */
#define TOLERANCE 1000               /* with some */
#define MAX_BADNESS 10000000
#define EMERGENCY_DEMERITS ((int64_t)1 << 47)
#define OVERFULL_DEMERITS ((int64_t)1 << 52)
#define MAX_DEMERITS ((int64_t)1 << 60)

struct way { /* a feasible end of a line, and the cheapest way to it */
    uint32_t brk;
    uint32_t previous; /* index of the way before it */
    uint32_t lines;    /* up to it, as far as they are of different widths */
    int64_t demerits;
    int hyphens; /* lines in sequence that end with one */
};

struct breaker {
    const struct para *p;
    const struct text_break *b;
    mpt width, indent, last_indent;
    uint32_t from;
    bool justify;
    mpt ragged; /* stretch of the free edges */
    struct way *ways;
    uint32_t *active;
    size_t nways, nactive;
    uint32_t latest;                 /* the latest way that left the active list */
    bool overfull;                   /* a line of this pass is, by more than an eye forgives */
    const struct line_shape *shapes; /* of the first lines, beside floats */
    uint32_t nshapes;
};

struct fit {
    bool over;     /* too long */
    bool hopeless; /* and any longer line as well */
    int64_t ratio; /* [1/1000] */
    mpt excess;    /* how much wider than the line it is */
};

mpt line_indent(const struct para *p, mpt width)
{
    return p->first_run ? fo_resolve(&p->block->text->text_indent, width) : 0;
}

static mpt word_spaces(const struct text_break *from, const struct text_break *to)
{
    uint32_t before = from ? from->spaces_all : 0;
    mpt width = to->space_width - (from ? from->space_width : 0);
    uint32_t all = to->spaces_all - before;
    uint32_t inner = to->spaces > before ? to->spaces - before : 0;
    return all > 0 ? width * inner / all : 0;
}

static mpt width_of(const struct breaker *k, uint32_t line)
{
    return line < k->nshapes ? k->width - k->shapes[line].left - k->shapes[line].right : k->width;
}

static struct fit fit_line(const struct breaker *k, uint32_t from, uint32_t line, uint32_t to)
{
    const struct text_break *a = from == PARA_START ? NULL : &k->b[from];
    const struct text_break *z = &k->b[to];
    bool last = z->kind == BREAK_END || z->kind == BREAK_FORCED;
    mpt bare = z->width - z->trailing - (a ? a->width : 0);
    mpt room =
        width_of(k, line) - (from == PARA_START ? k->indent : 0) - (last ? k->last_indent : 0);
    mpt slack = room - bare - z->hyphen;
    mpt spaces = k->justify ? word_spaces(a, z) : 0;
    mpt stretch = k->ragged + (k->justify ? spaces / 2 : 0) + (last ? k->width : 0);
    stretch += k->justify && z->kind == BREAK_EMERGENCY ? RAGGED_STRETCH : 0;
    struct fit fit = {0};
    if (slack < 0) {
        mpt shrink = spaces / 3;
        fit.excess = -slack - shrink;
        fit.over = -slack > shrink;
        fit.hopeless = bare - room > shrink;
        fit.ratio = shrink > 0 && !fit.over ? -slack * 2000 / spaces : 0;
        return fit;
    }
    fit.ratio = stretch > 0 ? slack * 1000 / stretch : (slack > 0 ? 1000000 : 0);
    return fit;
}

/* above: hyphens at the ends of the lines right above. */
static int64_t demerits(int64_t ratio, bool hyphen, int above)
{
    int64_t r = ratio > 50000 ? 50000 : ratio;
    int64_t badness = r * r / 1000 * r / 10000;
    int64_t penalty = hyphen ? HYPHEN_PENALTY + (int64_t)above * HYPHENS_BELOW_EACH_OTHER : 0;
    badness = 1 + (badness > MAX_BADNESS ? MAX_BADNESS : badness) + penalty;
    return badness * badness;
}

static void add_way(struct breaker *k, uint32_t brk, uint32_t previous, int64_t cost)
{
    bool hyphen = k->b[brk].kind == BREAK_HYPHEN;
    struct way *w = &k->ways[k->nways];
    uint32_t lines = k->ways[previous].lines + 1;
    *w = (struct way){brk, previous, lines < k->nshapes ? lines : k->nshapes, cost,
                      hyphen ? k->ways[previous].hyphens + 1 : 0};
    k->active[k->nactive++] = (uint32_t)k->nways++;
}

static int64_t cost_of_line(const struct breaker *k, const struct way *from, struct fit fit,
                            uint32_t brk)
{
    bool hyphen = k->b[brk].kind == BREAK_HYPHEN;
    int ladder = k->p->block->text->hyphenation_ladder;
    int64_t cost = from->demerits + demerits(fit.ratio, hyphen, from->hyphens);
    cost += from->hyphens > 0 && k->b[brk].kind == BREAK_END ? HYPHEN_BEFORE_LAST_LINE : 0;
    cost += k->b[brk].kind == BREAK_EMERGENCY ? EMERGENCY_DEMERITS : 0;
    return hyphen && ladder > 0 && from->hyphens >= ladder ? cost + OVERFULL_DEMERITS / 2 : cost;
}

/* Only differences count: a very long way begins to count from its cheapest end again. */
static void keep_small(struct breaker *k)
{
    int64_t least = INT64_MAX;
    for (size_t i = 0; i < k->nactive; i++) {
        int64_t d = k->ways[k->active[i]].demerits;
        least = d < least ? d : least;
    }
    for (size_t i = 0; least > MAX_DEMERITS && i < k->nactive; i++) {
        k->ways[k->active[i]].demerits -= least;
    }
}

/* The cheapest ways to one end. Beside floats lines have different widths, so that the cheapest way
 * for each number of lines is kept, as Knuth and Plass do. */
enum { WAYS = 8 };
struct best {
    size_t n;
    uint32_t way[WAYS];
    int64_t cost[WAYS];
};

static void note_way(const struct breaker *k, struct best *b, uint32_t way, int64_t cost)
{
    size_t at = 0;
    while (at < b->n && k->ways[b->way[at]].lines != k->ways[way].lines) {
        at++;
    }
    if (at == WAYS) {
        return;
    }
    if (at == b->n) {
        b->n++;
    } else if (cost > b->cost[at]) {
        return;
    }
    b->way[at] = way;
    b->cost[at] = cost;
}

/* Tries all lines that end at brk. false: this pass has failed. */
static bool try_break(struct breaker *k, uint32_t brk, int64_t tolerance, bool force)
{
    enum text_break_kind kind = k->b[brk].kind;
    bool forced = kind == BREAK_FORCED || kind == BREAK_END;
    struct best best = {0};
    size_t kept = 0;
    for (size_t i = 0; i < k->nactive; i++) {
        uint32_t w = k->active[i];
        struct fit fit = fit_line(k, k->ways[w].brk, k->ways[w].lines, brk);
        if (!fit.over && fit.ratio <= tolerance) {
            note_way(k, &best, w, cost_of_line(k, &k->ways[w], fit, brk));
        }
        if (fit.hopeless || forced) {
            k->latest = w;
        } else {
            k->active[kept++] = w;
        }
    }
    k->nactive = kept;
    for (size_t i = 0; i < best.n; i++) {
        add_way(k, brk, best.way[i], best.cost[i]);
    }
    if (best.n == 0 && kept == 0) {
        if (!force) {
            return false;
        }
        mpt over = fit_line(k, k->ways[k->latest].brk, k->ways[k->latest].lines, brk).excess;
        k->overfull |= over > k->p->style->text.size / 10 && k->width > k->p->style->text.size;
        add_way(k, brk, k->latest, k->ways[k->latest].demerits + OVERFULL_DEMERITS);
    }
    keep_small(k);
    return true;
}

static bool run_pass(struct breaker *k, int64_t tolerance, bool hyphens, bool force)
{
    k->overfull = false;
    k->ways[0] = (struct way){.brk = k->from};
    k->active[0] = 0;
    k->nways = k->nactive = 1;
    for (uint32_t i = k->from == PARA_START ? 0 : k->from + 1; i < k->p->nbreaks; i++) {
        bool last_resort = k->b[i].kind == BREAK_EMERGENCY;
        if ((k->b[i].kind == BREAK_HYPHEN && !hyphens) || (last_resort && !force)) {
            continue;
        }
        if (!try_break(k, i, tolerance, force)) {
            return false;
        }
    }
    return true;
}

static uint32_t cheapest_end(const struct breaker *k)
{
    uint32_t end = (uint32_t)k->nways - 1;
    for (uint32_t w = end; w > 0 && k->ways[w].brk == k->ways[end].brk; w--) {
        end = k->ways[w].demerits < k->ways[end].demerits ? w : end;
    }
    return end;
}

static size_t read_back(struct layout *l, const struct breaker *k, uint32_t **ends)
{
    size_t n = 0;
    uint32_t end = cheapest_end(k);
    for (uint32_t w = end; w != 0; w = k->ways[w].previous) {
        n++;
    }
    *ends = arena_array(l->now, uint32_t, n);
    size_t i = n;
    for (uint32_t w = end; w != 0; w = k->ways[w].previous) {
        (*ends)[--i] = k->ways[w].brk;
    }
    return n;
}

static size_t one_line(struct layout *l, const struct breaker *k, uint32_t **ends)
{
    *ends = arena_array(l->now, uint32_t, 1);
    **ends = (uint32_t)k->p->nbreaks - 1;
    return 1;
}

static void room_for_ways(struct layout *l, struct breaker *k)
{
    size_t n = k->p->nbreaks - (k->from == PARA_START ? 0 : k->from + 1);
    n *= k->nshapes > 0 ? WAYS : 1;
    k->ways = arena_array(l->now, struct way, n + 1);
    k->active = arena_array(l->now, uint32_t, n + 1);
}

/* All passes before have failed or made an overfull line. */
static void break_anywhere(struct layout *l, struct breaker *k, struct para *p)
{
    para_break_anywhere(l, p);
    k->from = k->from == PARA_START ? k->from : break_index(p, k->b[k->from].pos);
    k->b = p->breaks;
    room_for_ways(l, k);
    run_pass(k, INT64_MAX, true, true);
}

size_t para_break(struct layout *l, struct para *p, mpt width, const struct line_shape *shapes,
                  size_t nshapes, uint32_t *start, uint32_t **ends)
{
    const struct fo_text_props *t = p->block->text;
    uint32_t from = *start;
    struct breaker k = {.p = p,
                        .b = p->breaks,
                        .width = width,
                        .from = from,
                        .shapes = shapes,
                        .nshapes = (uint32_t)nshapes};
    size_t n = p->nbreaks - (from == PARA_START ? 0 : from + 1);
    k.indent = line_indent(p, width);
    k.last_indent = fo_resolve(&t->last_line_end_indent, width);
    k.justify = t->text_align == ALIGN_JUSTIFY;
    k.ragged = k.justify ? 0 : t->text_align == ALIGN_CENTER ? 2 * RAGGED_STRETCH : RAGGED_STRETCH;
    bool whole = from == PARA_START && p->breaks[p->nbreaks - 1].kind == BREAK_END;
    if ((n == 1 && !fit_line(&k, from, 0, (uint32_t)p->nbreaks - 1).over) ||
        (whole && !fit_line(&k, from, 0, (uint32_t)p->nbreaks - 1).over && p->nforced == 0)) {
        return one_line(l, &k, ends);
    }
    room_for_ways(l, &k);
    if (!run_pass(&k, PLAIN_TOLERANCE, false, false) &&
        (!p->has_hyphens || !run_pass(&k, TOLERANCE, true, false))) {
        run_pass(&k, INT64_MAX, true, true);
    }
    if (k.overfull && !p->anywhere) {
        break_anywhere(l, &k, p);
        *start = k.from;
    }
    return read_back(l, &k, ends);
}
