/* The print bundle of a mailing: which letters, in which order, into which files.
 *
 * The letters are made again, one after another in the order of the post codes, and each must be
 * the very file that the journal has: so what was inspected is what is printed, and nothing about
 * an address has to be kept between runs. */
#include "command/batch_bundle.h"

#include "base/dir.h"
#include "base/file.h"
#include "command/batch_journal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- letters -------------------------------------------------------------------------------- */

struct gathering {
    struct bundle *bundle;
    size_t number;
};

static const char *word_of(struct bundle *b, const char *word)
{
    for (size_t i = 0; i < b->nwords; i++)
        if (strcmp(b->words[i], word) == 0)
            return b->words[i];
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are what is listed */
    return *arena_push(b->m->arena, b->words, b->nwords, b->words_cap) =
               arena_strdup(b->m->arena, word);
}

static struct letter *new_letter(struct bundle *b)
{
    if (b->nletters == b->cap) {
        b->cap = b->cap ? b->cap + b->cap / 2 : 64;
        b->letters = xrealloc(b->letters, b->cap * sizeof *b->letters);
    }
    return &b->letters[b->nletters++];
}

const char *bundle_file(const struct bundle *b, const struct letter *l)
{
    return b->files.data + l->file;
}

static void on_document(void *user, const struct journal_document *d)
{
    struct gathering *g = user;
    struct bundle *b = g->bundle;
    struct letter *l;

    if (d->recipient == 0) {
        b->office++;
        return;
    }
    l = new_letter(b);
    *l = (struct letter){.number = (uint32_t)g->number,
                         .kind = word_of(b, d->kind),
                         .lang = word_of(b, d->lang),
                         .file = (uint32_t)b->files.len,
                         .recipient = d->recipient,
                         .pages = d->pages};
    buf_add(&b->files, d->file, strlen(d->file) + 1);
    memcpy(l->digest, d->digest, sizeof l->digest);
}

static void drop(void *user, const struct diag_message *message)
{
    (void)user, (void)message;
}

/* Reads a case for the addresses of its letters, those from first on. */
static bool find_addresses(struct bundle *b, size_t number, size_t first)
{
    struct mailing *m = b->m;
    struct arena *a = arena_new();
    struct diag *mute = diag_new(diag_lang(m->diag));
    struct job_addresses found;
    struct job job = m->job;
    bool good;

    diag_listen(mute, drop, NULL);
    job.file = m->cases[number].path;
    good = job_addresses(m->press, &job, a, &found, mute);
    for (size_t i = first; i < b->nletters && good; i++) {
        struct letter *l = &b->letters[i];

        if (l->recipient <= found.recipients)
            memcpy(l->postcode, found.postcodes[l->recipient], sizeof l->postcode);
        while (l->order < found.nkinds && strcmp(found.kinds[l->order], l->kind) != 0)
            l->order++;
    }
    if (!good)
        diag_error(m->diag, EXIT_SYSTEM, diag_at(job.file, 0), NULL,
                   "ärendet går inte längre att läsa: utskriften görs inte",
                   "the case can no longer be read: the bundle is not made");
    diag_free(mute);
    arena_free(a);
    return good;
}

static bool gather(struct bundle *b)
{
    struct mailing *m = b->m;
    bool good = true;

    for (size_t i = 0; i < m->ncases && good; i++) {
        struct gathering g = {b, i};
        size_t before = b->nletters;

        if (m->cases[i].state != CASE_DONE_BEFORE && m->cases[i].state != CASE_HANDLED)
            continue;
        journal_each_document(m->journal, m->cases[i].ref, on_document, &g);
        good = b->nletters == before || find_addresses(b, i, before);
    }
    return good;
}

static int by_address(const void *x, const void *y, void *user)
{
    const struct letter *a = x, *b = y;
    const struct bundle *bundle = user;
    const struct mailing *m = bundle->m;
    int order = !*a->postcode - !*b->postcode;

    order = order ? order : strcmp(a->postcode, b->postcode);
    order = order ? order : strcmp(m->cases[a->number].ref, m->cases[b->number].ref);
    order = order ? order : a->recipient - b->recipient;
    order = order ? order : (a->order > b->order) - (a->order < b->order);
    return order ? order : strcmp(bundle_file(bundle, a), bundle_file(bundle, b));
}

bool bundle_same_envelope(const struct bundle *b, const struct letter *x, const struct letter *y)
{
    (void)b;
    return x->number == y->number && x->recipient == y->recipient;
}

/* ---- files ---------------------------------------------------------------------------------- */

size_t bundle_sheets(const struct options *o, int pages)
{
    return (size_t)(o->duplex ? (pages + 1) / 2 : pages);
}

size_t bundle_area(const struct bundle *b, const struct bundle_part *part, size_t i)
{
    const char *area = b->letters[i].postcode;
    size_t k = i;

    while (k < part->first + part->n && strncmp(b->letters[k].postcode, area, AREA_DIGITS) == 0)
        k++;
    return k - i;
}

/* FILE.pdf, or FILE-001.pdf … when it is split. */
static const char *part_path(const struct bundle *b, size_t n)
{
    const char *path = b->o->merge;
    size_t stem = strlen(path) - strlen(".pdf");

    if (!b->o->split_at)
        return path;
    return arena_printf(b->m->arena, "%.*s-%03zu.pdf", (int)stem, path, n);
}

static struct bundle_part *new_part(struct bundle *b, size_t first)
{
    struct bundle_part *p = arena_push(b->m->arena, b->parts, b->nparts, b->parts_cap);

    *p = (struct bundle_part){.first = first, .path = part_path(b, b->nparts)};
    return p;
}

/* Sheets of the envelope that begins with letter i; *n: its letters. */
static size_t envelope(const struct bundle *b, size_t i, size_t *n)
{
    size_t sheets = 0, k = i;

    for (; k < b->nletters && bundle_same_envelope(b, &b->letters[i], &b->letters[k]); k++)
        sheets += bundle_sheets(b->o, b->letters[k].pages);
    *n = k - i;
    return sheets;
}

static bool same_area(const struct bundle *b, size_t i, size_t k)
{
    return strncmp(b->letters[i].postcode, b->letters[k].postcode, AREA_DIGITS) == 0;
}

static void divide(struct bundle *b)
{
    size_t most = (size_t)b->o->split_at, n;
    struct bundle_part *part = NULL;

    for (size_t i = 0; i < b->nletters; i += n) {
        size_t sheets = envelope(b, i, &n), alone = sheets + b->o->separators;

        if (b->o->separators && (!part || !part->n || !same_area(b, i, i - 1)))
            sheets++;
        if (!part || (most && part->n && part->sheets + sheets > most)) {
            part = new_part(b, i);
            sheets = alone;
        }
        if (most && alone > most)
            diag_warn(b->m->diag, diag_at(part->path, 0), NULL,
                      "ett brev har %zu ark, fler än --split-at",
                      "a letter has %zu sheets, more than --split-at", alone);
        part->n += n;
        part->sheets += sheets;
    }
}

/* Parts of an earlier division that was finer: printed once more, they would be sent twice. */
static void remove_older_parts(const struct bundle *b)
{
    for (size_t n = b->nparts + 1; b->o->split_at && unlink(part_path(b, n)) == 0;)
        n++;
}

/* ---- whether it is there already ------------------------------------------------------------ */

static void stir(uint8_t digest[SIPHASH_BYTES], const void *data, size_t n)
{
    uint8_t next[SIPHASH_BYTES];

    siphash(digest, data, n, next);
    memcpy(digest, next, sizeof next);
}

static void digest_of(const struct bundle *b, uint8_t digest[SIPHASH_BYTES])
{
    const struct options *o = b->o;
    int how[] = {o->split_at, o->duplex, o->separators, o->sheet_marks};

    memcpy(digest, b->m->key, SIPHASH_BYTES); /* settings and our own data among it */
    stir(digest, how, sizeof how);
    stir(digest, o->merge, strlen(o->merge));
    stir(digest, b->index, strlen(b->index));
    for (size_t i = 0; i < b->nletters; i++) {
        const char *file = bundle_file(b, &b->letters[i]);

        stir(digest, file, strlen(file));
        stir(digest, b->letters[i].digest, SIPHASH_BYTES);
    }
}

static bool is_there(const struct bundle *b, const uint8_t digest[SIPHASH_BYTES])
{
    uint8_t kept[SIPHASH_BYTES];
    bool there = journal_find_bundle(b->m->journal, kept) &&
                 memcmp(kept, digest, SIPHASH_BYTES) == 0 && dir_is_file(b->index);

    for (size_t i = 0; i < b->nparts && there; i++)
        there = dir_is_file(b->parts[i].path);
    return there;
}

/* ---- all of it ------------------------------------------------------------------------------ */

static bool write_all(struct bundle *b)
{
    static const uint8_t none[SIPHASH_BYTES];
    uint8_t digest[SIPHASH_BYTES];
    size_t printed = 0;
    bool good;

    digest_of(b, digest);
    if (is_there(b, digest))
        return true;
    good = journal_put_bundle(b->m->journal, none);
    for (size_t i = 0; i < b->nparts && good; i++)
        good = bundle_print(b, &b->parts[i], &printed);
    if (!good)
        return false;
    remove_older_parts(b);
    return bundle_write_index(b) && journal_put_bundle(b->m->journal, digest);
}

static const char *index_path(const struct mailing *m, const struct options *o)
{
    size_t stem = strlen(o->merge) - strlen(".pdf");

    return o->index ? o->index : arena_printf(m->arena, "%.*s.csv", (int)stem, o->merge);
}

static void bundle_all(struct bundle *b)
{
    const struct options *o = b->o;
    struct mailing *m = b->m;

    if (b->nletters)
        qsort_r(b->letters, b->nletters, sizeof *b->letters, by_address, b);
    divide(b);
    if (b->nletters == 0)
        diag_warn(m->diag, diag_at(o->merge, 0), NULL, "inga brev: ingen utskrift görs",
                  "no letters: no bundle is made");
    else if (write_all(b)) {
        m->tally.bundled = b->nletters;
        m->tally.bundles = b->nparts;
        m->tally.office = b->office;
        for (size_t i = 0; i < b->nparts; i++)
            m->tally.bundled_sheets += b->parts[i].sheets;
    }
}

void bundle_run(struct mailing *m, const struct options *o)
{
    struct bundle b = {.m = m, .o = o, .index = index_path(m, o)};

    if (gather(&b))
        bundle_all(&b);
    free(b.letters);
    buf_free(&b.files);
}
