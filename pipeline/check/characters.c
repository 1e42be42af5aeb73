/* Characters: letters in parts, runs of spaces, hyphens in times, and what is not seen. */
#include "check/characters.h"

#include "check/cook.h"
#include "check/exam.h"

#include "base/utf8.h"

#include <string.h>

/* Whether characters first to end stand in the file as they are, one after the other. */
static bool as_written(const struct source *s, const struct source_text *raw, size_t first,
                       size_t end)
{
    for (size_t i = first; i < end; i++) {
        const char *p = s->data + raw->at[i];

        if (utf8_next(&p, s->data + s->len) != raw->c[i] ||
            (size_t)(p - s->data) !=
                (i + 1 < raw->n && i + 1 < end ? raw->at[i + 1] : (size_t)(p - s->data)))
            return false;
    }
    return true;
}

static size_t end_of(const struct source *s, const struct source_text *raw, size_t i)
{
    const char *p = s->data + raw->at[i];

    utf8_next(&p, s->data + s->len);
    return (size_t)(p - s->data);
}

static void add(const struct source *s, const struct source_text *raw, struct changes *out,
                struct change change, struct arena *a)
{
    if (!as_written(s, raw, change.first, change.end))
        return;
    change.from = raw->at[change.first];
    change.to = end_of(s, raw, change.end - 1);
    *arena_push(a, out->items, out->count, out->cap) = change;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t';
}

/* Blanks between two words of a line; not those that indent a line or end it. */
static size_t spaces(const struct source *s, const struct source_text *raw, size_t i,
                     struct changes *out, struct arena *a)
{
    size_t end = i;

    while (end < raw->n && is_blank(raw->c[end]))
        end++;
    if (end - i > 1 && i > 0 && raw->c[i - 1] > ' ' && raw->c[i - 1] != 0x2029 && end < raw->n &&
        raw->c[end] > ' ' && raw->c[end] != 0x2029)
        add(s, raw, out, (struct change){CHANGE_SPACES, 0, 0, i, end, " "}, a);
    return end;
}

static size_t cluster(const struct source *s, const struct source_text *raw, size_t i,
                      struct changes *out, struct arena *a)
{
    size_t n = cook_cluster(raw->c, raw->n, i), made;
    uint32_t composed[COOK_CLUSTER];
    char *put, *p;

    if (n > COOK_CLUSTER || (n == 1 && raw->c[i] < 0x340))
        return i + n;
    made = cook_compose(raw->c + i, n, composed);
    if (made == 0 || (made == n && memcmp(composed, raw->c + i, n * sizeof *composed) == 0))
        return i + n;
    put = p = arena_alloc(a, made * 4 + 1);
    for (size_t k = 0; k < made; k++)
        p += utf8_put(p, composed[k]);
    add(s, raw, out, (struct change){CHANGE_FORM, 0, 0, i, i + n, put}, a);
    return i + n;
}

/* ---- times ---------------------------------------------------------------------------------- */

static bool digit(const struct source_text *raw, size_t i)
{
    return i < raw->n && raw->c[i] >= '0' && raw->c[i] <= '9';
}

/* "13.00" or "9.30" that ends before i, with nothing digital before it. */
static bool time_before(const struct source_text *raw, size_t i)
{
    size_t k = i;

    if (i < 4 || !digit(raw, i - 1) || !digit(raw, i - 2) ||
        (raw->c[i - 3] != '.' && raw->c[i - 3] != ':') || !digit(raw, i - 4))
        return false;
    k = i >= 5 && digit(raw, i - 5) ? i - 5 : i - 4;
    return k == 0 || (raw->c[k - 1] != '.' && raw->c[k - 1] != '-' && !digit(raw, k - 1));
}

static bool time_at(const struct source_text *raw, size_t i)
{
    size_t k = digit(raw, i + 1) ? i + 2 : i + 1;

    return digit(raw, i) && k < raw->n && (raw->c[k] == '.' || raw->c[k] == ':') &&
           digit(raw, k + 1) && digit(raw, k + 2) && !digit(raw, k + 3);
}

static size_t dash(const struct source *s, const struct source_text *raw, size_t i,
                   struct changes *out, struct arena *a)
{
    if (time_before(raw, i) && time_at(raw, i + 1))
        add(s, raw, out, (struct change){CHANGE_DASH, 0, 0, i, i + 1, "–"}, a);
    return i + 1;
}

void changes_find(const struct source *s, const struct source_text *raw, struct changes *out,
                  struct arena *a)
{
    *out = (struct changes){0};
    for (size_t i = 0; i < raw->n;) {
        if (is_blank(raw->c[i]))
            i = spaces(s, raw, i, out, a);
        else if (raw->c[i] == '-')
            i = dash(s, raw, i, out, a);
        else
            i = cluster(s, raw, i, out, a);
    }
}

/* ---- remarks -------------------------------------------------------------------------------- */

/* The first character of the text that comes from raw character i or a later one. */
static size_t text_at(const struct text *t, size_t i)
{
    size_t low = 0, high = t->n;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (t->offset[middle] < i)
            low = middle + 1;
        else
            high = middle;
    }
    return low < t->n ? low : t->n - 1;
}

static void remark_at(struct exam *x, const struct text *t, const struct source_text *raw,
                      size_t first, size_t end, const char *id, const char *sv, const char *en)
{
    size_t at = text_at(t, first);
    struct remark *r = exam_remark(x, t, at, at + 1, id, DIAG_NOTE, NULL, sv, en);

    if (!r)
        return;
    r->source = raw->at[first];
    r->offset = (uint32_t)first;
    r->length = (uint32_t)(end - first);
}

static void certain(struct exam *x, const struct text *t, const struct source_text *raw)
{
    static const char *const sv[] = {"flera mellanslag i rad: --fix lagar det",
                                     "bokstäver i två delar: --fix lagar det",
                                     "bindestreck i ett klockslag: --fix gör det till tankstreck"};
    static const char *const en[] = {"several spaces in a row: --fix mends it",
                                     "letters in two parts: --fix mends it",
                                     "a hyphen between times: --fix makes it a dash"};
    struct changes changes;
    bool told[3] = {false};

    changes_find(&x->source, raw, &changes, x->scratch);
    for (size_t i = 0; i < changes.count; i++) {
        const struct change *c = &changes.items[i];

        if (!told[c->kind])
            remark_at(x, t, raw, c->first, c->end, "DU-SPACES", sv[c->kind], en[c->kind]);
        told[c->kind] = true;
    }
}

/* Direction marks and zero-width characters; ZWNJ is Persian, ZWJ makes one picture of several. */
static bool is_out_of_place(const struct text *t, const struct source_text *raw, size_t i)
{
    uint32_t c = raw->c[i];
    bool right_to_left = strcmp(t->lang, "ar") == 0 || strcmp(t->lang, "fa") == 0;

    if (!cook_is_hidden(c) || c == 0xAD || c == 0x2060 || (right_to_left && c < 0x2070))
        return false;
    return c != 0x200D || (i > 0 && text_is_letter(raw->c[i - 1]));
}

void check_characters(struct exam *x, const struct text *t, const struct source_text *raw)
{
    if (!t->n)
        return;
    certain(x, t, raw);
    for (size_t i = 0; i < raw->n; i++)
        if (is_out_of_place(t, raw, i)) {
            remark_at(x, t, raw, i, i + 1, "DU-HIDDEN", "ett tecken som inte syns: ta bort det",
                      "a character that is not seen: take it out");
            break;
        }
    if (t->cut)
        remark_at(x, t, raw, 0, 1, "DU-LONG", "texten är för lång: bara dess början kontrolleras",
                  "the text is too long: only its beginning is checked");
}
