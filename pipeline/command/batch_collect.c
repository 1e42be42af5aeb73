/* duform batch --collect: joins the journals of several folders and says what is missing. */
#include "command/batch.h"

#include "base/dir.h"
#include "command/batch_journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct gathering {
    struct arena *arena, *scratch;
    struct diag *diag;
    const char *folder; /* in hand */
    const char **names; /* of all documents */
    size_t nnames, cap;
    size_t cases, made, refused, failed, missing, pages, absent;
    int shards, shards_cap;
    bool *seen; /* [shards + 1] */
};

static void on_case(void *user, const struct journal_case *c)
{
    struct gathering *g = user;

    g->cases++;
    g->missing += c->status < 0;
    g->refused += c->status == EXIT_REFUSED;
    g->failed += c->status > EXIT_REFUSED;
    if (c->status >= 0)
        diag_raise(g->diag, (enum exit_status)c->status);
    if (c->status < 0)
        diag_error(g->diag, EXIT_SYSTEM, diag_at(g->folder, 0), NULL, "ärendet %s är inte gjort",
                   "the case %s has not been made", c->ref);
}

static void on_document(void *user, const struct journal_document *d)
{
    struct gathering *g = user;
    const char *name = arena_strdup(g->arena, d->file);

    g->made++;
    g->pages += (size_t)d->pages;
    *arena_push(g->arena, g->names, g->nnames, g->cap) = name;
    if (!dir_is_file(arena_printf(g->scratch, "%s/%s", g->folder, name))) {
        g->absent++;
        diag_error(g->diag, EXIT_SYSTEM, diag_at(g->folder, 0), NULL, "filen %s saknas",
                   "the file %s is missing", name);
    }
    arena_reset(g->scratch);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void find_doubles(struct gathering *g)
{
    if (g->nnames)
        qsort(g->names, g->nnames, sizeof *g->names, by_name);
    for (size_t i = 1; i < g->nnames; i++)
        if (strcmp(g->names[i - 1], g->names[i]) == 0)
            diag_error(g->diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL, "%s finns i mer än en mapp",
                       "%s is in more than one folder", g->names[i]);
}

static void note_shard(struct gathering *g, struct journal *j)
{
    int shard, shards;

    journal_find_shard(j, &shard, &shards);
    if (!shards)
        return;
    if (!g->shards) {
        g->shards = shards;
        g->seen = arena_array(g->arena, bool, (size_t)shards + 1);
    }
    if (shards != g->shards)
        diag_error(g->diag, EXIT_INPUT, diag_at(g->folder, 0), NULL,
                   "mappen är en av %d delar, de andra av %d",
                   "the folder is one of %d shares, "
                   "the others of %d",
                   shards, g->shards);
    else if (shard >= 1 && shard <= shards)
        g->seen[shard] = true;
}

static void find_missing_shards(struct gathering *g)
{
    for (int i = 1; i <= g->shards; i++)
        if (!g->seen[i])
            diag_error(g->diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL, "del %d/%d saknas",
                       "share %d/%d is missing", i, g->shards);
}

static void print(const struct gathering *g)
{
    bool swedish = diag_lang(g->diag) == DIAG_SV;

    printf(swedish ? "ärenden: %zu\ngjorda: %zu dokument, %zu sidor\nnekade: %zu ärenden\n"
                     "misslyckade: %zu ärenden\nsaknas: %zu ärenden, %zu filer\n"
                   : "cases: %zu\nmade: %zu documents, %zu pages\nrefused: %zu cases\n"
                     "failed: %zu cases\nmissing: %zu cases, %zu files\n",
           g->cases, g->made, g->pages, g->refused, g->failed, g->missing, g->absent);
}

void collect(const char *const *folders, size_t n, const char *report, bool quiet,
             struct diag *diag)
{
    struct gathering g = {.arena = arena_new(), .scratch = arena_new(), .diag = diag};
    struct journal **journals = arena_array(g.arena, struct journal *, n);
    size_t count = 0;

    for (size_t i = 0; i < n; i++) {
        struct journal *j = journal_read(folders[i], diag);

        if (!j)
            continue;
        g.folder = folders[i];
        journals[count++] = j;
        note_shard(&g, j);
        journal_each_case(j, on_case, &g);
        journal_each_document(j, NULL, on_document, &g);
    }
    find_doubles(&g);
    find_missing_shards(&g);
    if (!quiet)
        print(&g);
    if (report && count)
        report_write(journals, count, report, diag);
    for (size_t i = 0; i < count; i++)
        journal_close(journals[i]);
    arena_free(g.scratch);
    arena_free(g.arena);
}
