/* Words and sentences. A word is what a reader takes for one: letters with the hyphens, apostrophes
 * and full stops inside it, a number with its separators, an address of mail or web as a whole. */
#include "check/cook.h"
#include "check/rules.h"
#include "check/text.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

bool text_is_letter(uint32_t c)
{
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
                    : (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0 || c == 0x200C;
}

static bool is_digit(uint32_t c)
{
    return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit((UChar32)c);
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2BC;
}

static bool is_part(uint32_t c)
{
    return text_is_letter(c) || is_digit(c);
}

static bool part_at(const struct text *t, size_t i)
{
    return i < t->n && is_part(t->c[i]);
}

/* ---- as UTF-8 ------------------------------------------------------------------------------- */

/* Variants of letters that mean the same: Arabic vowel signs and tatweel go, and Persian text typed
 * with Arabic yeh and kaf becomes Persian and loses the small yeh of an izafe. 0: nothing is
 * written. */
static uint32_t plain_letter(uint32_t c, const char *lang)
{
    if (is_apostrophe(c))
        return '\'';
    if (is_hyphen(c))
        return '-';
    if (c == 0x640 || (c >= 0x64B && c <= 0x652) || c == 0x670)
        return 0;
    if (strcmp(lang, "fa") == 0)
        return c == 0x64A || c == 0x649 ? 0x6CC : c == 0x643 ? 0x6A9 : c == 0x654 ? 0 : c;
    return c;
}

char *text_utf8(const struct text *t, size_t start, size_t end, struct arena *a)
{
    char *out = arena_alloc(a, (end - start) * 4 + 1), *p = out;

    for (size_t i = start; i < end; i++)
        p += utf8_put(p, t->c[i] == 0x2029 ? ' ' : t->c[i]);
    return out;
}

static char *word_utf8(const struct text *t, const struct word *w, struct arena *a)
{
    char *out = arena_alloc(a, (size_t)(w->end - w->start) * 4 + 1), *p = out;

    for (size_t i = w->start; i < w->end; i++) {
        uint32_t c = plain_letter(t->c[i], t->lang);

        if (c)
            p += utf8_put(p, c);
    }
    return out;
}

char *text_lower(const char *utf8, struct arena *a)
{
    const char *end = utf8 + strlen(utf8);
    char *out = arena_alloc(a, (size_t)(end - utf8) * 2 + 4), *p = out;

    while (utf8 < end) {
        uint32_t c = utf8_next(&utf8, end);

        p += utf8_put(p, c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c)
                                  : (uint32_t)u_tolower((UChar32)c));
    }
    return out;
}

size_t text_letters(const char *utf8)
{
    const char *end = utf8 + strlen(utf8);
    size_t n = 0;

    while (utf8 < end)
        n += text_is_letter(utf8_next(&utf8, end));
    return n;
}

/* ---- where a word ends ---------------------------------------------------------------------- */

static bool starts(const struct text *t, size_t i, const char *ascii)
{
    size_t k = 0;

    while (ascii[k] && i + k < t->n && (t->c[i + k] | 0x20) == ((uint32_t)ascii[k] | 0x20))
        k++;
    return ascii[k] == '\0';
}

static size_t run_end(const struct text *t, size_t i)
{
    while (i < t->n && t->c[i] != ' ' && t->c[i] != 0x2029)
        i++;
    return i;
}

/* RFC 5321 and 1035; and a bound on how far ahead of each word is looked. */
enum { MAILBOX_LONGEST = 64, HOST_LONGEST = 255 };

/* Behind an address of mail that begins at i; i if there is none. */
static size_t mail_end(const struct text *t, size_t i)
{
    size_t p = i, host;

    while (p - i <= MAILBOX_LONGEST &&
           (part_at(t, p) || (p < t->n && t->c[p] < 0x80 && strchr("._%+-", (int)t->c[p]))))
        p++;
    if (p == i || p >= t->n || t->c[p] != '@' || !part_at(t, p + 1))
        return i;
    host = ++p;
    while (part_at(t, p) || (p < t->n && (t->c[p] == '-' || t->c[p] == '.') && part_at(t, p + 1)))
        p++;
    return p > host ? p : i;
}

static size_t link_end(const struct text *t, size_t i)
{
    size_t p;

    if (!starts(t, i, "http://") && !starts(t, i, "https://") && !starts(t, i, "www."))
        return i;
    p = run_end(t, i);
    while (p > i && !is_part(t->c[p - 1]) && t->c[p - 1] != '/')
        p--;
    return p;
}

/* Behind a host's name like "kommun.se" that begins at i; i if there is none. */
static size_t host_end(const struct text *t, size_t i)
{
    static const char *const ends[] = {".se", ".com", ".nu", ".org", ".net", ".fi", ".eu"};
    size_t p = i;

    while (p - i <= HOST_LONGEST && (part_at(t, p) || (p < t->n && t->c[p] == '-')))
        p++;
    for (size_t k = 0; p > i && k < sizeof ends / sizeof *ends; k++)
        if (starts(t, p, ends[k]) && !part_at(t, p + strlen(ends[k])))
            return p + strlen(ends[k]);
    return i;
}

/* How many letters stand together from i on, in the direction step. */
static int letters_from(const struct text *t, size_t i, int step)
{
    int n = 0;

    for (; i < t->n && text_is_letter(t->c[i]) && n < 5; i += (size_t)step)
        n++;
    return n;
}

/* Whether the character at i joins what stands before and behind it into one word. */
static bool joins(const struct text *t, size_t start, size_t i)
{
    uint32_t c = t->c[i], before = t->c[i - 1], behind;

    if (!part_at(t, i + 1))
        return false;
    behind = t->c[i + 1];
    if (is_hyphen(c) || is_apostrophe(c) || c == '_')
        return true;
    if (c == '.' || c == ',')
        return (is_digit(before) && is_digit(behind)) ||
               (c == '.' && text_is_letter(before) && text_is_letter(behind) &&
                letters_from(t, i - 1, -1) <= 3 && letters_from(t, i + 1, 1) <= 3 &&
                (i - start) <= 6);
    if (c == ':')
        return (is_digit(before) && is_digit(behind)) || u_isupper((UChar32)before);
    return false;
}

static size_t plain_end(const struct text *t, size_t start, size_t i)
{
    while (i < t->n &&
           (is_part(t->c[i]) || (i > start && is_part(t->c[i - 1]) && joins(t, start, i))))
        i++;
    return i;
}

/* ---- words ---------------------------------------------------------------------------------- */

static void look_at_letters(const struct text *t, struct word *w)
{
    size_t letters = 0, capitals = 0, digits = 0;

    for (size_t i = w->start; i < w->end; i++) {
        letters += text_is_letter(t->c[i]);
        digits += is_digit(t->c[i]);
        capitals += u_isupper((UChar32)t->c[i]) != 0;
        if (letters == 1 && digits == 0 && capitals == 1)
            w->capital = true;
    }
    w->all_capital = letters > 1 && capitals == letters;
    if (digits)
        w->kind = letters ? WORD_CODE : WORD_NUMBER;
}

static bool is_short(const struct rules *r, const char *low, struct arena *a)
{
    return rules_has(r, LIST_ABBREVIATIONS, arena_printf(a, "%s.", low));
}

/* Takes the word that begins at i. */
static struct word take(const struct text *t, size_t i, const struct rules *r, struct arena *a)
{
    struct word w = {.start = (uint32_t)i};
    size_t end;

    if ((end = mail_end(t, i)) > i) {
        w.kind = WORD_EMAIL;
    } else if ((end = link_end(t, i)) > i || (end = host_end(t, i)) > i) {
        w.kind = WORD_LINK;
    } else {
        w.trails = is_hyphen(t->c[i]);
        end = plain_end(t, i, i + w.trails);
        w.hangs = end < t->n && is_hyphen(t->c[end]);
        end += w.hangs;
    }
    w.end = (uint32_t)end;
    if (w.kind == WORD_PLAIN)
        look_at_letters(t, &w);
    w.text = word_utf8(t, &w, a);
    w.low = text_lower(w.text, a);
    if (w.kind == WORD_PLAIN && end < t->n && t->c[end] == '.' && end - i <= 8 &&
        is_short(r, w.low, a)) {
        w.kind = WORD_SHORT;
        w.end++;
        w.text = arena_printf(a, "%s.", w.text);
        w.low = arena_printf(a, "%s.", w.low);
    } else if (w.kind == WORD_PLAIN && rules_has(r, LIST_ABBREVIATIONS, w.low)) {
        w.kind = WORD_SHORT;
    }
    return w;
}

static bool begins(const struct text *t, size_t i)
{
    return is_part(t->c[i]) || (is_hyphen(t->c[i]) && i + 1 < t->n && text_is_letter(t->c[i + 1]));
}

/* ---- sentences and quotations --------------------------------------------------------------- */

static bool ends_sentence(const struct text *t, size_t i)
{
    uint32_t c = t->c[i];

    if (c == 0x2029 || c == 0x61F || c == 0x6D4)
        return true;
    return (c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026) &&
           (i + 1 >= t->n || !is_part(t->c[i + 1]));
}

/* Whether a sentence ends between two words. */
static bool parted(const struct text *t, const struct word *a, const struct word *b)
{
    bool initial = a->capital && a->end - a->start == 1;

    if (a->kind == WORD_SHORT && b->capital && a->text[strlen(a->text) - 1] == '.')
        return true;
    for (size_t i = a->end; i < b->start; i++)
        if (t->c[i] == 0x2029 || (ends_sentence(t, i) && !(initial && t->c[i] == '.')))
            return true;
    return false;
}

static void find_sentences(struct text *t, struct arena *a)
{
    size_t cap = 0;
    struct sentence *s = NULL;

    for (size_t i = 0; i < t->nwords; i++) {
        if (i == 0 || parted(t, &t->words[i - 1], &t->words[i])) {
            s = arena_push(a, t->sentences, t->nsentences, cap);
            s->first = (uint32_t)i;
            t->words[i].opens = true;
        }
        s->end = (uint32_t)i + 1;
        t->words[i].sentence = (uint32_t)t->nsentences - 1;
    }
}

static bool is_quote(uint32_t c)
{
    return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

/* Words between quotation marks that come in pairs within a paragraph. */
static void find_quotations(struct text *t)
{
    size_t w = 0, open = t->n;

    for (size_t i = 0; i < t->n; i++) {
        if (t->c[i] == 0x2029) {
            open = t->n;
        } else if (is_quote(t->c[i])) {
            for (; open < i && w < t->nwords && t->words[w].start < i; w++)
                t->words[w].quoted = t->words[w].start > open;
            open = open < i ? t->n : i;
        }
    }
}

void text_words(struct text *t, const struct rules *rules, struct arena *a)
{
    size_t cap = 0;

    for (size_t i = 0; i < t->n;) {
        if (!begins(t, i)) {
            i++;
            continue;
        }
        *arena_push(a, t->words, t->nwords, cap) = take(t, i, rules, a);
        i = t->words[t->nwords - 1].end;
    }
    find_sentences(t, a);
    find_quotations(t);
}
