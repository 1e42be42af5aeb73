/* What a mailing is made of: the cases, their references and digests, and what is to do. */
#include "command/batch.h"

#include "base/dir.h"
#include "base/file.h"
#include "command/batch_journal.h"
#include "command/command.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* ---- the list ------------------------------------------------------------------------------- */

static void add_case(struct mailing *m, const char *path)
{
    *arena_push(m->arena, m->cases, m->ncases, m->cap) = (struct batch_case){.path = path};
}

bool inputs_list(struct mailing *m, const char *const *operands, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *const *names;
        size_t count;

        if (!dir_is_folder(operands[i])) {
            add_case(m, operands[i]);
            continue;
        }
        names = dir_names(m->arena, operands[i], ".xml", &count);
        if (!names) {
            diag_error(m->diag, EXIT_INPUT, diag_at(operands[i], 0), NULL, "mappen kan inte läsas",
                       "cannot read the folder");
            return false;
        }
        for (size_t k = 0; k < count; k++)
            add_case(m, arena_printf(m->arena, "%s/%s", operands[i], names[k]));
    }
    return true;
}

/* ---- what documents depend on besides their case -------------------------------------------- */

/* A running digest: each part is digested together with what was before. */
static void stir(uint8_t digest[SIPHASH_BYTES], const void *data, size_t n)
{
    uint8_t next[SIPHASH_BYTES];

    siphash(digest, data, n, next);
    memcpy(digest, next, sizeof next);
}

static void stir_text(uint8_t digest[SIPHASH_BYTES], const char *text)
{
    stir(digest, text ? text : "", text ? strlen(text) + 1 : 0);
}

static void stir_file(uint8_t digest[SIPHASH_BYTES], const char *path)
{
    size_t n;
    const uint8_t *data = file_map(path, &n);

    if (data)
        stir(digest, data, n);
    file_unmap(data, n);
}

static void stir_folder(struct arena *a, const char *folder, uint8_t digest[SIPHASH_BYTES])
{
    static const char *const endings[] = {".xml", ".xsl", ".xlf", ".png", ".txt"};

    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
        size_t n;
        const char *const *names = dir_names(a, folder, endings[e], &n);

        for (size_t i = 0; names && i < n; i++) {
            stir_text(digest, names[i]);
            stir_file(digest, arena_printf(a, "%s/%s", folder, names[i]));
        }
    }
}

void inputs_settings(const struct mailing *m, const struct options *o,
                     uint8_t digest[SIPHASH_BYTES])
{
    static const char *const folders[] = {"templates",
                                          "templates/documents",
                                          "templates/profiles",
                                          "templates/styles",
                                          "xslt",
                                          "xslt/assess",
                                          "xslt/common",
                                          "xslt/compile",
                                          "xslt/page",
                                          "xslt/view",
                                          "fonts",
                                          "lang"};
    struct arena *a = arena_new();

    for (size_t i = 0; i < o->nkinds; i++)
        stir_text(digest, o->kinds[i]);
    stir_text(digest, "");
    stir_text(digest, m->job.lang);
    stir_text(digest, m->job.with);
    stir_text(digest, m->job.style);
    stir_text(digest, m->job.date);
    if (o->schools)
        stir_file(digest, o->schools);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        stir_folder(a, arena_printf(a, "%s/%s", m->press->home, folders[i]), digest);
    arena_free(a);
}

/* ---- what is to do -------------------------------------------------------------------------- */

int inputs_shard(const char *ref, int shards)
{
    static const uint8_t no_key[SIPHASH_BYTES];
    uint8_t digest[SIPHASH_BYTES];
    uint64_t number = 0;

    siphash(no_key, ref, strlen(ref), digest);
    for (int i = 0; i < 8; i++)
        number = number << 8 | digest[i];
    return (int)(number % (uint64_t)shards) + 1;
}

static void drop(void *user, const struct diag_message *message)
{
    (void)user, (void)message;
}

/* Reads a file for its reference and digest. A file that cannot be read is a worker's to report. */
static void identify(const struct mailing *m, struct batch_case *c,
                     const uint8_t settings[SIPHASH_BYTES], struct buf *bytes)
{
    struct diag *mute = diag_new(DIAG_EN);

    diag_listen(mute, drop, NULL);
    buf_clear(bytes);
    if (access(c->path, R_OK) == 0 && file_read(c->path, m->job.limits.bytes, bytes, mute))
        read_reference(bytes->data, bytes->len, c->ref);
    memcpy(c->digest, settings, SIPHASH_BYTES);
    stir(c->digest, bytes->data ? bytes->data : "", bytes->len);
    diag_free(mute);
}

struct presence {
    struct mailing *m;
    size_t documents, pages, sheets;
    bool all;
};

static void on_document(void *user, const struct journal_document *d)
{
    struct presence *p = user;

    p->documents++;
    p->pages += (size_t)d->pages;
    p->sheets += (size_t)(d->pages + 1) / 2;
    if (faccessat(p->m->folder, d->file, F_OK, 0) != 0)
        p->all = false;
}

static void on_refusal(void *user, const char *ref, const char *rule)
{
    (void)ref;
    tally_rule(user, rule);
}

/* Whether the journal has the case as it is now, with documents that are all there. A case of which
 * nothing was made is always tried again. */
static bool done_before(struct mailing *m, const struct batch_case *c)
{
    struct presence p = {m, 0, 0, 0, true};
    struct journal_case kept;

    if (!journal_find_case(m->journal, c->ref, &kept) || kept.status < 0 ||
        kept.status > EXIT_REFUSED || kept.documents == 0 ||
        memcmp(kept.digest, c->digest, SIPHASH_BYTES) != 0)
        return false;
    journal_each_document(m->journal, c->ref, on_document, &p);
    if (!p.all || p.documents != (size_t)kept.documents)
        return false;
    m->tally.unchanged += p.documents;
    m->tally.pages += p.pages;
    m->tally.sheets += p.sheets;
    tally_remarks(m, kept.remarks);
    if (kept.status == EXIT_REFUSED) {
        m->tally.refused++;
        diag_raise(m->diag, EXIT_REFUSED);
        journal_each_refusal(m->journal, c->ref, on_refusal, m);
    }
    return true;
}

/* false: the journal failed. */
static bool plan_one(struct mailing *m, struct batch_case *c)
{
    struct journal_case planned = {.ref = c->ref, .status = -1};

    if (m->shards && inputs_shard(c->ref, m->shards) != m->shard) {
        c->state = CASE_ELSEWHERE;
        return true;
    }
    m->tally.cases++;
    if (!*c->ref)
        return true; /* a worker says what is wrong with it */
    if (!journal_first_sight(m->journal, c->ref)) {
        if (diag_status(m->diag) == EXIT_SYSTEM)
            return false;
        diag_error(m->diag, EXIT_INPUT, diag_at(c->path, 1), NULL,
                   "ett tidigare ärende i utskicket har samma referens: inget görs av detta",
                   "an earlier case of the mailing has the same reference: nothing is made of "
                   "this one");
        m->tally.failed++;
        c->state = CASE_BAD;
    } else if (done_before(m, c)) {
        c->state = CASE_DONE_BEFORE;
    } else {
        memcpy(planned.digest, c->digest, SIPHASH_BYTES);
        return journal_put_case(m->journal, &planned);
    }
    m->tally.cases--;
    return true;
}

void inputs_plan(struct mailing *m)
{
    struct buf bytes = BUF_INIT;
    bool good = journal_begin(m->journal) && journal_shard(m->journal, m->shard, m->shards);

    for (size_t i = 0; i < m->ncases && good; i++) {
        identify(m, &m->cases[i], m->key, &bytes);
        good = plan_one(m, &m->cases[i]);
    }
    m->stop = !good || !journal_commit(m->journal);
    buf_free(&bytes);
}
