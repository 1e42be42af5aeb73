/* How far a mailing is: a bar on a terminal, else a line every few seconds; and the summary. */
#include "command/batch.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BAR = 30, TERMINAL_EVERY = 200, LINE_EVERY = 5000 /* ms */ };

void progress_start(struct progress *p, const struct mailing *m)
{
    *p = (struct progress){.terminal = isatty(STDERR_FILENO),
                           .quiet = m->quiet,
                           .start = batch_now(),
                           .last = batch_now()};
}

void progress_clear(const struct progress *p)
{
    if (p->terminal && !p->quiet)
        fputs("\r\033[K", stderr);
}

static void put_left(const struct tally *t, int64_t elapsed)
{
    int64_t left =
        t->handled ? elapsed * (int64_t)(t->cases - t->handled) / (int64_t)t->handled : 0;

    fprintf(stderr, "%d:%02d", (int)(left / 60000), (int)(left / 1000 % 60));
}

static void put_bar(const struct tally *t)
{
    size_t filled = t->cases ? t->handled * BAR / t->cases : BAR;

    fputs("\r[", stderr);
    for (size_t i = 0; i < BAR; i++)
        fputc(i < filled ? '#' : ' ', stderr);
    fputs("] ", stderr);
}

void progress_show(struct progress *p, const struct mailing *m, bool now)
{
    const struct tally *t = &m->tally;
    bool swedish = diag_lang(m->diag) == DIAG_SV;
    int64_t time = batch_now(), elapsed = time - p->start;

    if (p->quiet || !t->cases ||
        (!now && time - p->last < (p->terminal ? TERMINAL_EVERY : LINE_EVERY)))
        return;
    if (now && !p->terminal && p->last == p->start)
        return; /* it was over before the first line was due */
    p->last = time;
    if (p->terminal)
        put_bar(t);
    fprintf(stderr,
            swedish ? "%zu av %zu ärenden, %d dokument/s, " : "%zu of %zu cases, %d documents/s, ",
            t->handled, t->cases, (int)(elapsed ? (int64_t)t->made * 1000 / elapsed : 0));
    put_left(t, elapsed);
    fprintf(stderr, swedish ? " kvar, %zu nekade%s" : " left, %zu refused%s", t->refused,
            p->terminal ? "\033[K" : "\n");
    if (p->terminal && now)
        fputc('\n', stderr);
    fflush(stderr);
}

void progress_print(struct progress *p, const struct mailing *m, size_t printed, size_t all)
{
    bool swedish = diag_lang(m->diag) == DIAG_SV;
    int64_t time = batch_now();

    if (p->quiet || time - p->last < (p->terminal ? TERMINAL_EVERY : LINE_EVERY))
        return;
    p->last = time;
    fprintf(stderr, swedish ? "%sutskrift: %zu av %zu brev%s" : "%sbundle: %zu of %zu letters%s",
            p->terminal ? "\r" : "", printed, all, p->terminal ? "\033[K" : "\n");
    fflush(stderr);
}

/* ---- the summary ---------------------------------------------------------------------------- */

void tally_rule(struct mailing *m, const char *rule)
{
    struct rule_count **at = &m->tally.rules, *new;

    while (*at && strcmp((*at)->rule, rule) < 0)
        at = &(*at)->next;
    if (*at && strcmp((*at)->rule, rule) == 0) {
        (*at)->n++;
        return;
    }
    new = arena_new_of(m->arena, struct rule_count);
    *new = (struct rule_count){arena_strdup(m->arena, rule), 1, *at};
    *at = new;
}

void tally_remarks(struct mailing *m, int remarks)
{
    m->tally.remarks += (size_t)remarks;
    m->tally.remarked += remarks > 0;
}

void tally_print(const struct mailing *m, int64_t elapsed)
{
    const struct tally *t = &m->tally;
    bool swedish = diag_lang(m->diag) == DIAG_SV;
    size_t left = t->cases - t->handled;

    printf(swedish ? "gjorda: %zu dokument\n" : "made: %zu documents\n", t->made);
    if (t->unchanged)
        printf(swedish ? "klara sedan förut: %zu dokument\n" : "done before: %zu documents\n",
               t->unchanged);
    printf(swedish ? "sidor: %zu, ark: %zu\n" : "pages: %zu, sheets: %zu\n", t->pages, t->sheets);
    printf(swedish ? "nekade: %zu ärenden\n" : "refused: %zu cases\n", t->refused);
    for (const struct rule_count *r = t->rules; r; r = r->next)
        printf("  %s: %zu\n", r->rule, r->n);
    printf(swedish ? "misslyckade: %zu ärenden\n" : "failed: %zu cases\n", t->failed);
    printf(swedish ? "fritext: %zu anmärkningar i %zu ärenden\n"
                   : "free text: %zu remarks in %zu cases\n",
           t->remarks, t->remarked);
    if (left)
        printf(swedish ? "kvar: %zu ärenden\n" : "left: %zu cases\n", left);
    if (t->bundled)
        printf(swedish ? "utskrift: %zu brev, %zu ark, filer: %zu\n"
                       : "bundle: %zu letters, %zu sheets, files: %zu\n",
               t->bundled, t->bundled_sheets, t->bundles);
    if (t->office)
        printf(swedish ? "inte i utskriften: %zu dokument för kontoret\n"
                       : "not in the bundle: %zu documents for the office\n",
               t->office);
    printf(swedish ? "tid: %.1f s\n" : "time: %.1f s\n", (double)elapsed / 1000);
}
