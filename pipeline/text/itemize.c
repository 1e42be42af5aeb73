/* Cuts a paragraph into segments: stretches of one item, level, script and face, words and spaces
 * apart.
 *
 * Scripts follow UAX #24: a character of no script of its own (Common, Inherited) belongs to the
 * script before it, or after it at the start. Runs end where the bidi level changes, so that a
 * number in Arabic text is set like the Latin text around it is. The face of a character is that
 * of the letters around it where it has the character, else the fallback's. */
#include "text/chars.h"
#include "text/para.h"

#include <hb.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

/* Longer words are shaped in parts, so that no shaping takes long: cut before a letter where there
 * is one [code units]. */
enum { LONGEST_WORD = 256, LONGEST_CLUSTER = 64 };

struct itemizing {
    struct text_para *p;
    struct diag *diag;
    struct diag_place place;
    hb_unicode_funcs_t *unicode;
    struct segment *segments; /* scratch storage */
    size_t n;
    struct segment current; /* end == start: none open */
    uint32_t item;          /* of the current code unit */
    struct resolved *resolved;
    struct face *face; /* of the letters around */
};

static hb_script_t script_of(const struct itemizing *it, uint32_t c)
{
    if (c < 0x80)
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    return hb_unicode_script(it->unicode, c);
}

static bool has_script(hb_script_t s)
{
    return s != HB_SCRIPT_COMMON && s != HB_SCRIPT_INHERITED && s != HB_SCRIPT_UNKNOWN;
}

static void close_segment(struct itemizing *it)
{
    struct scratch *store = &it->p->engine->segments;

    if (it->current.end == it->current.start)
        return;
    it->segments = scratch_grow(store, (it->n + 1) * sizeof *it->segments);
    it->segments[it->n++] = it->current;
    it->current.start = it->current.end;
}

/* Opens a segment of [start, end). */
static void open_segment(struct itemizing *it, enum segment_kind kind, uint32_t start, uint32_t end)
{
    const struct text_para *p = it->p;

    close_segment(it);
    it->current = (struct segment){.kind = kind,
                                   .start = start,
                                   .end = end,
                                   .item = it->item,
                                   .level = p->levels ? p->levels[start] : 0,
                                   .resolved = it->resolved};
}

static void report_missing(struct itemizing *it, uint32_t c)
{
    diag_error(it->diag, EXIT_INPUT, it->place, NULL,
               "tecknet U+%04X finns varken i %s eller i något reservtypsnitt",
               "the character U+%04X is neither in %s nor in a fallback font", (unsigned)c,
               it->p->engine->list->families[it->resolved->families[0]].name);
}

/* The face for a character; letters decide what the characters around them are set in. */
static struct face *choose_face(struct itemizing *it, hb_script_t script, uint32_t c, bool letter)
{
    struct text_engine *e = it->p->engine;
    struct face *face =
        fallback_face(e, it->resolved, script, c, letter ? NULL : it->face, it->diag);

    if (!face) {
        report_missing(it, c);
        face = it->face ? it->face : engine_first_face(e, it->resolved, it->diag);
    }
    if (letter)
        it->face = face;
    return face;
}

static bool is_mark(uint32_t c)
{
    return c >= 0x300 && (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK);
}

static void add_space(struct itemizing *it, hb_script_t script, uint32_t i, uint32_t c)
{
    bool fixed = c == CHAR_NBSP;
    struct segment *s = &it->current;
    struct face *face;

    if (s->end > s->start && s->kind == SEGMENT_SPACE && s->fixed == fixed && s->item == it->item) {
        s->end++;
        return;
    }
    face = choose_face(it, script, ' ', false);
    open_segment(it, SEGMENT_SPACE, i, i + 1);
    it->current.fixed = fixed;
    it->current.face = face;
}

static void add_letter(struct itemizing *it, hb_script_t script, uint32_t i, uint32_t end,
                       uint32_t c, bool letter)
{
    struct segment *s = &it->current;
    bool open = s->end > s->start && s->kind == SEGMENT_WORD && s->item == it->item;
    uint32_t len = s->end - s->start;
    bool tied = open && (is_mark(c) || chars_ignorable(c)) && len < LONGEST_WORD + LONGEST_CLUSTER;
    const struct face *face;

    if (tied && (chars_ignorable(c) || face_glyph(s->face, c))) {
        s->end = end;
        return;
    }
    face = choose_face(it, script, c, letter);
    if (open && s->face == face && s->script == script && (len < LONGEST_WORD || tied)) {
        s->end = end;
        return;
    }
    open_segment(it, SEGMENT_WORD, i, end);
    it->current.face = face;
    it->current.script = script;
}

/* Is it the face of the first family that the style names? */
static bool is_first_choice(const struct itemizing *it, const struct face *face)
{
    const struct resolved *r = it->resolved;

    return face == engine_face(it->p->engine, r->families[0], r->shape, it->diag);
}

/* Letters of ASCII that a word goes on with, from at on; where they end. They are what add_letter
 * would add one by one: the face is the one that is tried first, so that all letters that it has
 * are set in it. */
static uint32_t add_ascii(struct itemizing *it, hb_script_t script, uint32_t at, uint32_t to)
{
    const struct text_para *p = it->p;
    struct segment *s = &it->current;
    uint32_t end = p->item_from[s->item + 1], most = s->start + LONGEST_WORD;

    if (s->end == s->start || s->kind != SEGMENT_WORD || s->item != it->item || s->end != at ||
        s->face != it->face || s->script != script || !is_first_choice(it, s->face))
        return at;
    to = to < end ? to : end;
    to = to < most ? to : most;
    while (at < to && (p->text[at] | 0x20) >= 'a' && (p->text[at] | 0x20) <= 'z' &&
           face_glyph(s->face, p->text[at]))
        at++;
    s->end = at;
    return at;
}

static void enter_item(struct itemizing *it, uint32_t i)
{
    const struct text_para *p = it->p;
    const struct text_style *style;

    while (p->item_from[it->item + 1] <= i)
        it->item++;
    if (p->item_from[it->item] != i && it->resolved)
        return;
    style = p->items[it->item].style;
    close_segment(it);
    if (p->items[it->item].kind == TEXT_CHARS) {
        struct resolved *r = engine_resolve(p->engine, style, it->diag, it->place);

        if (r != it->resolved)
            it->face = NULL;
        it->resolved = r;
    }
}

static void add_stand_in(struct itemizing *it, uint32_t i)
{
    static const enum segment_kind kinds[] = {[TEXT_OBJECT] = SEGMENT_OBJECT,
                                              [TEXT_EDGE] = SEGMENT_EDGE,
                                              [TEXT_BREAK] = SEGMENT_NONE,
                                              [TEXT_CONTROL] = SEGMENT_NONE};

    open_segment(it, kinds[it->p->items[it->item].kind], i, i + 1);
}

/* The first letter decides the face of what stands before it in a run. */
static void start_run(struct itemizing *it, uint32_t first_letter, hb_script_t script)
{
    it->face = NULL;
    if (it->resolved && has_script(script))
        it->face = fallback_face(it->p->engine, it->resolved, script, first_letter, NULL, it->diag);
}

/* Segments of [from, to), which has one level and one script. */
static void add_run(struct itemizing *it, uint32_t from, uint32_t to, hb_script_t script,
                    uint32_t first_letter)
{
    const struct text_para *p = it->p;
    uint32_t i = from;

    close_segment(it);
    enter_item(it, from);
    start_run(it, first_letter, script);
    while ((i = add_ascii(it, script, i, to)) < to) {
        uint32_t at = i;
        UChar32 c;

        enter_item(it, at);
        U16_NEXT(p->text, i, to, c);
        if (p->items[it->item].kind != TEXT_CHARS)
            add_stand_in(it, at);
        else if (chars_is_space((uint32_t)c))
            add_space(it, script, at, (uint32_t)c);
        else if (chars_dropped((uint32_t)c) && !chars_inside_word((uint32_t)c))
            open_segment(it, SEGMENT_NONE, at, i);
        else
            add_letter(it, script, at, i, (uint32_t)c, has_script(script_of(it, (uint32_t)c)));
    }
    close_segment(it);
}

/* Runs of one script in [from, to), which has one level. */
static void add_level_run(struct itemizing *it, uint32_t from, uint32_t to)
{
    hb_script_t current = HB_SCRIPT_COMMON;
    uint32_t i = from, first_letter = 0;

    while (i < to) {
        uint32_t at = i;
        hb_script_t script;
        UChar32 c;

        U16_NEXT(it->p->text, i, to, c);
        script = script_of(it, (uint32_t)c);
        if (!has_script(script) || script == current)
            continue;
        if (has_script(current)) {
            add_run(it, from, at, current, first_letter);
            from = at;
        }
        current = script;
        first_letter = (uint32_t)c;
    }
    add_run(it, from, to, current, first_letter);
}

void para_segments(struct text_para *p, struct arena *arena, struct diag *diag,
                   struct diag_place place)
{
    struct itemizing it = {
        .p = p, .diag = diag, .place = place, .unicode = hb_unicode_funcs_get_default()};
    uint32_t from = 0;

    while (from < p->n) {
        uint32_t to = p->levels ? from + 1 : p->n;

        while (to < p->n && p->levels[to] == p->levels[from])
            to++;
        add_level_run(&it, from, to);
        from = to;
    }
    p->segments = arena_array(arena, struct segment, it.n);
    p->nsegments = it.n;
    for (size_t i = 0; i < it.n; i++)
        p->segments[i] = it.segments[i];
}
