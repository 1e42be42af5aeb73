/* Lexicons: opened when a text of the language is met, asked once for each word. */
#include "check/lexicon.h"

#include "base/dir.h"
#include "base/file.h"
#include "base/utf8.h"

#include <string.h>

/* What is known of a word. */
struct verdict {
    bool known;
    const struct proposals *proposals; /* NULL: not asked for yet */
};

enum task { ASKED, LIKENED, PROPOSED, TASKS };

struct lexicon {
    struct lexicon *next;
    const char *lang;
    struct arena *arena; /* of the verdicts */
    struct table verdicts;
    struct speller speller;
    const struct dictionary *dictionary;
    struct checker *checker;
    bool open, broken;
    enum task task;       /* what words are looked up for */
    size_t effort[TASKS]; /* since the case began [letters] */
    bool tired;
};

enum {
    VERDICTS_MOST = 200000, /* then they are forgotten: a mailing is endless */
    WORD_LONGEST = 60,      /* letters; no dictionary is asked for longer ones */
    SEARCH_EFFORT = 20000   /* of the engine's own search for proposals */
};

/* An unknown word costs Hunspell 1 to 2 µs a letter, since it may be a compound, and a known one
 * much less. Together these are less than half a second. Letters, so that the same text always
 * gets the same remarks. */
static const size_t efforts_most[TASKS] = {
    [ASKED] = 100000, [LIKENED] = 30000, [PROPOSED] = 150000};

/* ---- words of ours and of the office -------------------------------------------------------- */

/* A line: word, and after a tab the word that it is inflected like. */
static void add_line(struct lexicon *l, char *line)
{
    char *model = strchr(line, '\t');
    size_t n;

    if (*line == '#' || !*line)
        return;
    if (model)
        *model++ = '\0';
    for (n = strlen(line); n && (line[n - 1] == ' ' || line[n - 1] == '\r'); n--)
        line[n - 1] = '\0';
    if (*line && strlen(line) < 200)
        l->speller.add(l->speller.handle, line, model && *model ? model : NULL);
}

static bool add_file(struct lexicon *l, const char *path, struct diag *diag)
{
    struct buf bytes = BUF_INIT;
    char *state;
    bool good = file_read(path, 4u << 20, &bytes, diag);

    if (good && bytes.len && !utf8_valid(bytes.data, bytes.len)) {
        diag_error(diag, EXIT_INPUT, diag_at(path, 0), NULL, "UTF-8 väntades",
                   "UTF-8 was expected");
        good = false;
    }
    if (good && bytes.data)
        for (char *s = strtok_r(bytes.data, "\n", &state); s; s = strtok_r(NULL, "\n", &state))
            add_line(l, s);
    buf_free(&bytes);
    return good;
}

static bool add_words(struct lexicon *l, struct diag *diag)
{
    struct checker *c = l->checker;

    const char *ours = arena_printf(c->arena, "%s/lang/%s-words.txt", c->home, l->lang);

    if (!l->speller.add)
        return true;
    if (dir_is_file(ours) && !add_file(l, ours, diag))
        return false;
    return !c->words || strcmp(l->lang, "sv") != 0 || add_file(l, c->words, diag);
}

/* ---- opening -------------------------------------------------------------------------------- */

static bool there(const struct dictionary *d)
{
    return strcmp(d->engine, "voikko") == 0 ? voikko_is_there() : hunspell_is_there(d->file);
}

/* A dictionary that ought to be there: the check cannot be made, or is made without it. */
static void missing(struct exam *x, const struct dictionary *d)
{
    struct diag_place place = diag_at(x->file->file, 0);

    x->failed = !x->checker->lenient;
    if (x->failed)
        diag_error(x->diag, EXIT_SYSTEM, place, "DU-DICTIONARY",
                   "ordlistan för språket %s saknas: den finns i Debians paket %s; utan "
                   "stavningskontroll: --no-spelling",
                   "the dictionary of the language %s is missing: Debian's package %s has it; "
                   "without spelling: --no-spelling",
                   d->lang, d->package);
    else
        diag_warn(x->diag, place, "DU-DICTIONARY",
                  "ordlistan för språket %s saknas, så stavningen kontrolleras inte: den finns "
                  "i Debians paket %s",
                  "the dictionary of the language %s is missing, so that spelling is not "
                  "checked: Debian's package %s has it",
                  d->lang, d->package);
}

static void not_checked(struct exam *x, const char *lang)
{
    char shown[9] = "";

    for (size_t i = 0; i < 8 && ((lang[i] >= 'a' && lang[i] <= 'z')); i++)
        shown[i] = lang[i];
    diag_note(x->diag, diag_at(x->file->file, 0), "DU-DICTIONARY",
              "stavningen av text på språket %s kontrolleras inte: ingen ordlista finns",
              "spelling in the language %s is not checked: there is no dictionary", shown);
}

static void not_installed(struct exam *x, const struct dictionary *d)
{
    diag_note(x->diag, diag_at(x->file->file, 0), "DU-DICTIONARY",
              "stavningen av text på språket %s kontrolleras inte: ingen ordlista är installerad "
              "(Debians paket %s)",
              "spelling in the language %s is not checked: no dictionary is installed (Debian's "
              "package %s)",
              d->lang, d->package);
}

static struct lexicon *met_before(const struct checker *c, const char *lang)
{
    for (struct lexicon *l = c->lexicons; l; l = l->next)
        if (strcmp(l->lang, lang) == 0)
            return l;
    return NULL;
}

static struct lexicon *new_lexicon(struct checker *c, const struct dictionary *d)
{
    struct lexicon *l = arena_new_of(c->arena, struct lexicon);

    l->lang = d->lang;
    l->dictionary = d;
    l->checker = c;
    l->arena = arena_new();
    table_init(&l->verdicts, l->arena);
    l->next = c->lexicons;
    c->lexicons = l;
    return l;
}

/* Loads the dictionary; done when the first word is asked for. */
static void load(struct lexicon *l, struct exam *x)
{
    const struct dictionary *d = l->dictionary;

    l->open = there(d) && (strcmp(d->engine, "voikko") == 0 ? voikko_open(&l->speller)
                                                            : hunspell_open(&l->speller, d->file));
    if (!l->open)
        missing(x, d);
    else if (!add_words(l, x->diag))
        x->failed = true;
    l->broken = !l->open || x->failed;
}

struct lexicon *lexicon_of(struct exam *x, const char *lang)
{
    struct checker *c = x->checker;
    const struct dictionary *d = c->spelling ? rules_dictionary(x->rules, lang) : NULL;
    struct lexicon *l = d ? met_before(c, lang) : NULL;

    if (!c->spelling)
        return NULL;
    if (!d || (!l && d->optional && !there(d))) {
        if (d)
            not_installed(x, d);
        else
            not_checked(x, lang);
        return NULL;
    }
    if (!l) {
        l = new_lexicon(c, d);
        load(l, x);
    }
    return l->broken ? NULL : l;
}

void lexicons_close(struct lexicon *first)
{
    for (struct lexicon *l = first; l; l = l->next) {
        if (l->open)
            l->speller.close(l->speller.handle);
        arena_free(l->arena);
    }
}

/* ---- asking --------------------------------------------------------------------------------- */

static bool is_spent(const struct lexicon *l, enum task task)
{
    return l->effort[task] >= efforts_most[task];
}

static bool ask(struct lexicon *l, const char *word)
{
    size_t letters = text_letters(word);
    bool known = letters <= WORD_LONGEST && l->speller.knows(l->speller.handle, word);

    l->effort[l->task] += known ? 1 + letters / 4 : letters;
    return known;
}

static struct verdict *verdict_on(struct lexicon *l, const char *word)
{
    void **place;
    struct verdict *v;

    if (l->verdicts.count >= VERDICTS_MOST) {
        arena_reset(l->arena);
        table_init(&l->verdicts, l->arena);
    }
    place = table_enter(&l->verdicts, word);
    if (*place)
        return *place;
    v = arena_new_of(l->arena, struct verdict);
    v->known = ask(l, word);
    return *place = v;
}

bool lexicon_knows(struct lexicon *l, const char *word)
{
    if (is_spent(l, l->task) && !table_find(&l->verdicts, word)) {
        l->tired |= l->task == ASKED;
        return l->task == ASKED;
    }
    return verdict_on(l, word)->known;
}

bool lexicon_knows_like(struct lexicon *l, const char *word, struct arena *a)
{
    struct proposals p = {.count = 0};

    if (is_spent(l, LIKENED))
        return false;
    l->task = LIKENED;
    slips(l, word, &p, a);
    l->task = ASKED;
    return p.count > 0;
}

void lexicons_begin(struct lexicon *first)
{
    for (struct lexicon *l = first; l; l = l->next) {
        memset(l->effort, 0, sizeof l->effort);
        l->tired = false;
    }
}

bool lexicons_tired(const struct lexicon *first)
{
    for (const struct lexicon *l = first; l; l = l->next)
        if (l->tired)
            return true;
    return false;
}

struct wanted {
    struct proposals *out;
    struct arena *arena;
};

static void on_proposal(void *user, const char *word)
{
    struct wanted *w = user;

    if (w->out->count < 5 && !strchr(word, ' '))
        w->out->words[w->out->count++] = arena_strdup(w->arena, word);
}

const struct proposals *lexicon_propose(struct lexicon *l, const char *word)
{
    struct verdict *v = verdict_on(l, word);
    struct proposals *p;
    struct wanted w;

    if (v->proposals)
        return v->proposals;
    p = arena_new_of(l->checker->arena, struct proposals);
    w = (struct wanted){p, l->checker->arena};
    l->task = PROPOSED;
    if (text_letters(word) <= WORD_LONGEST / 2 && !is_spent(l, PROPOSED)) {
        if (l->speller.add) /* Voikko's own are good, and quick */
            slips(l, word, p, l->checker->arena);
        if (p->count == 0 && !is_spent(l, PROPOSED)) {
            l->effort[PROPOSED] += SEARCH_EFFORT;
            l->speller.propose(l->speller.handle, word, 15, on_proposal, &w);
        }
    }
    l->task = ASKED;
    verdict_on(l, word)->proposals = p;
    return p;
}
