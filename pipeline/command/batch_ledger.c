/* The ledger: what workers reported, until it is on the disk and in the journal.
 *
 * One sync of the file system for many documents costs a fifth of one sync for each. The order is
 * what makes it safe: content synced, then names, names synced, then the journal. */
#include "command/batch.h"

#include "command/batch_journal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct entry {
    struct journal_document document;
    const char *temporary;
};

struct kept_case {
    size_t number;
    struct journal_case record;
    bool left_out;
    size_t first, n; /* of entries */
    const char **rules;
    size_t nrules, rules_cap;
};

struct ledger {
    struct mailing *m;
    struct arena *arena; /* reset when all is in the journal */
    struct entry *entries;
    size_t nentries, entries_cap;
    struct kept_case *cases;
    size_t ncases, cases_cap;
};

struct ledger *ledger_new(struct mailing *m)
{
    struct ledger *l = xmalloc(sizeof *l);

    *l = (struct ledger){.m = m, .arena = arena_new()};
    return l;
}

void ledger_free(struct ledger *l)
{
    arena_free(l->arena);
    free(l);
}

size_t ledger_waiting(const struct ledger *l)
{
    return l->nentries + l->ncases;
}

/* ---- temporary files ------------------------------------------------------------------------ */

void ledger_discard(struct mailing *m, size_t number)
{
    struct arena *a = arena_new();

    for (int n = 0; unlinkat(m->folder, batch_temporary(a, "", number, n), 0) == 0;)
        n++;
    arena_free(a);
}

void ledger_clean(struct mailing *m)
{
    DIR *dir = opendir(m->out);

    for (struct dirent *e; dir && (e = readdir(dir)) != NULL;)
        if (strncmp(e->d_name, ".duform-batch-", 14) == 0)
            unlinkat(m->folder, e->d_name, 0);
    if (dir)
        closedir(dir);
}

/* ---- entering ------------------------------------------------------------------------------- */

/* The next field of a line, NULL at its end. */
static char *field(char **line)
{
    return *line ? strsep(line, "\t") : NULL;
}

static int whole(const char *s)
{
    return s ? (int)strtol(s, NULL, 10) : 0;
}

static void read_digest(const char *hex, uint8_t digest[SIPHASH_BYTES])
{
    for (int i = 0; i < SIPHASH_BYTES && hex && hex[0] && hex[1]; i++, hex += 2) {
        char pair[3] = {hex[0], hex[1], 0};

        digest[i] = (uint8_t)strtoul(pair, NULL, 16);
    }
}

static const char *kept_field(struct ledger *l, char **line)
{
    const char *text = field(line);

    return arena_strdup(l->arena, text ? text : "");
}

static void enter_document(struct ledger *l, struct kept_case *c, char *line)
{
    struct entry e = {.temporary = batch_temporary(l->arena, "", c->number, (int)c->n)};

    e.document.file = arena_printf(l->arena, "%s.pdf", kept_field(l, &line));
    e.document.ref = c->record.ref;
    e.document.kind = kept_field(l, &line);
    e.document.recipient = whole(field(&line));
    e.document.lang = kept_field(l, &line);
    e.document.class = kept_field(l, &line);
    e.document.pages = whole(field(&line));
    read_digest(field(&line), e.document.digest);
    *arena_push(l->arena, l->entries, l->nentries, l->entries_cap) = e;
    c->n++;
}

/* The terminal gets errors and warnings, --quiet errors only. */
static void enter_message(struct ledger *l, struct kept_case *c, char *line)
{
    enum diag_severity severity = (enum diag_severity)whole(field(&line));
    struct diag_place place = {.line = whole(field(&line))};
    const char *rule, *text;
    struct diag *diag;

    place.column = whole(field(&line));
    rule = kept_field(l, &line);
    place.file = kept_field(l, &line);
    text = kept_field(l, &line);
    if (!*place.file)
        place.file = NULL;
    if (severity == DIAG_ERROR && *rule)
        *arena_push(l->arena, c->rules, c->nrules, c->rules_cap) = rule;
    if (severity != DIAG_ERROR && l->m->quiet)
        return;
    diag = diag_new(diag_lang(l->m->diag)); /* one that remembers no lines: there may be many */
    diag_say(diag, severity, EXIT_DONE, place, *rule ? rule : NULL, "%s", "%s", text);
    diag_free(diag);
}

/* Nothing but the position is told, and nothing is counted. */
static void leave_out(struct ledger *l, struct kept_case *c)
{
    diag_error(l->m->diag, EXIT_REFUSED, diag_at(NULL, 0), "C.5",
               "plats %zu i utskicket görs inte här: ta det ärendet för sig",
               "position %zu of the mailing is left out: handle that case by itself",
               c->number + 1);
    c->left_out = true;
    l->m->tally.cases--;
}

static void end_case(struct ledger *l, struct kept_case *c, char *line)
{
    struct mailing *m = l->m;

    field(&line); /* the number */
    c->record.status = whole(field(&line));
    c->record.milliseconds = whole(field(&line));
    c->record.documents = (int)c->n;
    m->cases[c->number].state = CASE_HANDLED;
    if (whole(field(&line)) && !m->stop) {
        m->stop = true;
        m->stopped_by = diag_lang(m->diag) == DIAG_SV ? "mappen kan inte skrivas"
                                                      : "the folder cannot be written to";
    }
    if (c->left_out)
        return;
    diag_raise(m->diag, (enum exit_status)c->record.status);
    m->tally.handled++;
    tally_remarks(m, c->record.remarks);
    if (c->record.status == EXIT_REFUSED)
        m->tally.refused++;
    else if (c->record.status > EXIT_REFUSED)
        m->tally.failed++;
}

void ledger_enter(struct ledger *l, size_t number, char *report)
{
    const struct batch_case *of = &l->m->cases[number];
    struct kept_case *c = arena_push(l->arena, l->cases, l->ncases, l->cases_cap);

    *c = (struct kept_case){.number = number, .first = l->nentries};
    c->record.ref = of->ref;
    memcpy(c->record.digest, of->digest, SIPHASH_BYTES);
    for (char *line; (line = strsep(&report, "\n")) != NULL;) {
        const char *type = *line ? field(&line) : "";

        if (*type == 'D')
            enter_document(l, c, line);
        else if (*type == 'M')
            enter_message(l, c, line);
        else if (*type == 'T')
            c->record.remarks = whole(line);
        else if (*type == 'L')
            leave_out(l, c);
        else if (*type == 'E')
            end_case(l, c, line);
    }
}

/* ---- committing ----------------------------------------------------------------------------- */

static bool system_failed(struct ledger *l)
{
    struct mailing *m = l->m;

    diag_error(m->diag, EXIT_SYSTEM, diag_at(m->out, 0), NULL, "filen kan inte skrivas: %s",
               "cannot write the file: %s", strerror(errno));
    m->stop = true;
    return false;
}

/* A case is whole or not at all: of one that failed no document is kept. */
static bool is_good(const struct kept_case *c)
{
    return !c->left_out && c->record.status <= EXIT_REFUSED;
}

static bool name_files(struct ledger *l)
{
    struct mailing *m = l->m;

    if (l->nentries && syncfs(m->folder) != 0)
        return system_failed(l);
    for (size_t i = 0; i < l->ncases; i++) {
        const struct kept_case *c = &l->cases[i];

        for (size_t k = c->first; k < c->first + c->n; k++)
            if (!is_good(c))
                unlinkat(m->folder, l->entries[k].temporary, 0);
            else if (renameat(m->folder, l->entries[k].temporary, m->folder,
                              l->entries[k].document.file) != 0)
                return system_failed(l);
    }
    return true;
}

struct outdated {
    struct ledger *ledger;
    const struct kept_case *c;
};

/* A letter that the case no longer gives must not be sent. */
static void remove_outdated(void *user, const struct journal_document *d)
{
    struct outdated *o = user;

    for (size_t k = o->c->first; k < o->c->first + o->c->n && is_good(o->c); k++)
        if (strcmp(o->ledger->entries[k].document.file, d->file) == 0)
            return;
    unlinkat(o->ledger->m->folder, d->file, 0);
}

static bool journal_one(struct ledger *l, const struct kept_case *c)
{
    struct journal *j = l->m->journal;
    struct journal_case record = c->record;
    struct outdated o = {l, c};
    bool good;

    if (!*record.ref)
        return true;
    if (!is_good(c))
        record.documents = 0;
    journal_each_document(j, record.ref, remove_outdated, &o);
    good = journal_forget(j, record.ref);
    if (c->left_out)
        return good;
    good = good && journal_put_case(j, &record);
    for (size_t i = 0; i < c->nrules && good; i++)
        good = journal_put_refusal(j, record.ref, c->rules[i]);
    for (size_t k = c->first; k < c->first + c->n && good && is_good(c); k++)
        good = journal_put_document(j, &l->entries[k].document);
    return good;
}

static void count(struct ledger *l)
{
    struct tally *t = &l->m->tally;

    for (size_t i = 0; i < l->ncases; i++) {
        const struct kept_case *c = &l->cases[i];

        for (size_t k = 0; k < c->nrules && c->record.status == EXIT_REFUSED; k++)
            tally_rule(l->m, c->rules[k]);
        for (size_t k = c->first; k < c->first + c->n && is_good(c); k++) {
            t->made++;
            t->pages += (size_t)l->entries[k].document.pages;
            t->sheets += (size_t)(l->entries[k].document.pages + 1) / 2;
        }
    }
}

void ledger_commit(struct ledger *l)
{
    bool good = true;

    if (!ledger_waiting(l))
        return;
    if (name_files(l) && journal_begin(l->m->journal)) {
        for (size_t i = 0; i < l->ncases && good; i++)
            good = journal_one(l, &l->cases[i]);
        good = good && (fsync(l->m->folder) == 0 || errno == EINVAL || system_failed(l));
        good = journal_commit(l->m->journal) && good;
        if (good)
            count(l);
    } else {
        good = false;
    }
    if (!good)
        l->m->stop = true;
    l->nentries = l->entries_cap = l->ncases = l->cases_cap = 0;
    l->entries = NULL;
    l->cases = NULL;
    arena_reset(l->arena);
}
