/* Hyphenation with libhyphen (patterns after Liang), a dictionary a language, words kept. */
#include "text/hyphen.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

enum { KEPT = 4096 /* words kept for each language, by hash */ };

struct kept_word {
    uint64_t breaks;
    uint8_t len; /* 0: empty slot */
    UChar word[HYPHEN_LONGEST];
};

struct dictionary {
    const struct font_patterns *patterns;
    HyphenDict *dict; /* NULL: not loaded, or not usable */
    bool tried;
    struct kept_word *kept; /* [KEPT] */
};

struct hyphenator {
    size_t n;
    struct dictionary dictionaries[];
};

struct hyphenator *hyphenator_new(const struct font_list *list)
{
    size_t size = sizeof(struct hyphenator) + list->npatterns * sizeof(struct dictionary);
    struct hyphenator *h = xmalloc(size);

    memset(h, 0, size);
    h->n = list->npatterns;
    for (size_t i = 0; i < h->n; i++)
        h->dictionaries[i].patterns = &list->patterns[i];
    return h;
}

void hyphenator_free(struct hyphenator *h)
{
    if (!h)
        return;
    for (size_t i = 0; i < h->n; i++) {
        if (h->dictionaries[i].dict)
            hnj_hyphen_free(h->dictionaries[i].dict);
        free(h->dictionaries[i].kept);
    }
    free(h);
}

/* Only encodings in which a position in bytes or characters is a position in code units. */
static bool encoding_known(const HyphenDict *dict)
{
    return dict->utf8 || !strcasecmp(dict->cset, "ISO8859-1");
}

static void load(struct dictionary *d)
{
    d->tried = true;
    d->dict = hnj_hyphen_load(d->patterns->file);
    if (d->dict && !encoding_known(d->dict)) {
        hnj_hyphen_free(d->dict);
        d->dict = NULL;
    }
    if (d->dict) {
        d->kept = xmalloc(KEPT * sizeof *d->kept);
        memset(d->kept, 0, KEPT * sizeof *d->kept);
    }
}

static bool primary_language_is(const char *tag, const char *lang)
{
    size_t n = strlen(lang);

    return !strncasecmp(tag, lang, n) && (tag[n] == 0 || tag[n] == '-' || tag[n] == '_');
}

static struct dictionary *dictionary_of(struct hyphenator *h, const char *lang, struct diag *diag)
{
    for (size_t i = 0; i < h->n; i++) {
        struct dictionary *d = &h->dictionaries[i];

        if (!primary_language_is(lang, d->patterns->lang))
            continue;
        if (!d->tried)
            load(d);
        if (!d->dict)
            diag_warn(diag, diag_at(NULL, 0), NULL,
                      "avstavningsmönstren för %s kan inte läsas (paketet %s): inga ord avstavas",
                      "the hyphenation patterns for %s cannot be read (package %s): no word is "
                      "hyphenated",
                      d->patterns->lang, d->patterns->package);
        return d->dict ? d : NULL;
    }
    return NULL;
}

/* Lower case in the dictionary's encoding; 0 bytes when the word cannot be written in it. */
static size_t encode(const HyphenDict *dict, const UChar *word, size_t len, char *out)
{
    size_t n = 0;

    for (size_t i = 0; i < len; i++) {
        UChar32 c = u_tolower(word[i]);

        if (c < 0x80 || (!dict->utf8 && c <= 0xFF)) {
            out[n++] = (char)c;
        } else if (!dict->utf8 || (c >= 0xD800 && c <= 0xDFFF) || c > 0xFFFF) {
            return 0;
        } else if (c < 0x800) {
            out[n++] = (char)(0xC0 | c >> 6);
            out[n++] = (char)(0x80 | (c & 0x3F));
        } else {
            out[n++] = (char)(0xE0 | c >> 12);
            out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
            out[n++] = (char)(0x80 | (c & 0x3F));
        }
    }
    return n;
}

static void free_replacements(char **rep, int *pos, int *cut, size_t n)
{
    for (size_t i = 0; rep && i < n; i++)
        free(rep[i]);
    free(rep);
    free(pos);
    free(cut);
}

static uint64_t ask_dictionary(HyphenDict *dict, const UChar *word, size_t len)
{
    char text[HYPHEN_LONGEST * 3 + 1], marks[sizeof text + 5] = {0};
    size_t n = encode(dict, word, len, text);
    char **rep = NULL;
    int *pos = NULL, *cut = NULL;
    uint64_t breaks = 0;

    if (!n)
        return 0;
    text[n] = 0;
    if (!hnj_hyphen_hyphenate2(dict, text, (int)n, marks, NULL, &rep, &pos, &cut))
        for (size_t i = 0; i + 1 < len; i++)
            if ((marks[i] & 1) && !(rep && rep[i])) /* a division that respells is not for us */
                breaks |= (uint64_t)1 << (i + 1);
    free_replacements(rep, pos, cut, n);
    return breaks;
}

static uint64_t breaks_of(struct dictionary *d, const UChar *word, size_t len)
{
    uint32_t hash = 2166136261u;
    struct kept_word *k;

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ word[i]) * 16777619u;
    k = &d->kept[(hash ^ hash >> 15) % KEPT];
    if (k->len == len && !memcmp(k->word, word, len * sizeof *word))
        return k->breaks;
    k->len = (uint8_t)len;
    memcpy(k->word, word, len * sizeof *word);
    return k->breaks = ask_dictionary(d->dict, word, len);
}

uint64_t hyphenate(struct hyphenator *h, const char *lang, const UChar *word, size_t len,
                   int before, int after, struct diag *diag)
{
    struct dictionary *d = lang ? dictionary_of(h, lang, diag) : NULL;
    uint64_t mask;

    if (!d || len > HYPHEN_LONGEST)
        return 0;
    before = before > 0 ? before : d->patterns->before;
    after = after > 0 ? after : d->patterns->after;
    if ((size_t)before >= len || (size_t)after >= len || (size_t)before + (size_t)after > len)
        return 0;
    mask = (~(uint64_t)0 << before) & ~(~(uint64_t)0 << (len - (size_t)after + 1));
    return breaks_of(d, word, len) & mask;
}
