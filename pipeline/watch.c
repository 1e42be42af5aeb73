/* The watchlist: gathers what is watched of many cases, and makes one list of it. */
#include "watch.h"

#include "base/dir.h"
#include "dossier.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

struct watch {
    struct press *press;
    const struct job *job;
    struct diag *diag;
    struct _xmlDoc *cases;
    size_t position; /* of the case at hand, 1-based */
    size_t taken;
    const char *fault; /* the first of the case at hand; NULL: none */
    int line;
    struct arena *arena; /* what lives as long as the case at hand */
};

static void on_message(void *user, const struct diag_message *m)
{
    struct watch *w = user;

    if (m->severity != DIAG_ERROR || w->fault)
        return;
    w->fault = arena_strdup(w->arena, m->text);
    w->line = m->place.line;
}

/* The first fault stands for all: `check` says the rest. The file's name is left out. */
static void report(const struct watch *w, enum exit_status status)
{
    bool swedish = diag_lang(w->diag) == DIAG_SV;
    const char *line =
        w->line ? arena_printf(w->arena, swedish ? ", rad %d" : ", line %d", w->line) : "";

    diag_error(w->diag, status, diag_at(NULL, 0), NULL,
               "ärende %zu%s: %s; det är inte med i listan",
               "case %zu%s: %s; it is not on the list", w->position, line, w->fault);
}

/* false: the system failed, and would fail again. */
static bool take(struct watch *w, const char *file)
{
    struct diag *own = diag_new(diag_lang(w->diag));
    struct job job = *w->job;
    enum exit_status status;
    struct dossier d;

    w->position++;
    w->fault = NULL;
    w->arena = arena_new();
    diag_listen(own, on_message, w);
    job.file = file;
    if (dossier_open(&d, w->press, &job, own)) {
        transform_cases_add(w->cases, d.doc);
        w->taken++;
    }
    dossier_close(&d);
    status = diag_status(own);
    if (w->fault)
        report(w, status);
    arena_free(w->arena);
    diag_free(own);
    return status < EXIT_SYSTEM;
}

static bool take_folder(struct watch *w, const char *folder)
{
    struct arena *a = arena_new();
    size_t n;
    const char *const *names = dir_names(a, folder, ".xml", &n);
    bool good = names != NULL;

    if (!good)
        diag_error(w->diag, EXIT_INPUT, diag_at(folder, 0), NULL, "mappen kan inte läsas",
                   "cannot read the folder");
    for (size_t i = 0; i < n && good; i++)
        good = take(w, arena_printf(a, "%s/%s", folder, names[i]));
    arena_free(a);
    return good;
}

/* The day of the list: what is asked for, else today. */
static void set_day(struct transform_job *t, const char *asked)
{
    time_t now = time(NULL);
    struct tm local;

    if (asked)
        snprintf(t->today, sizeof t->today, "%s", asked);
    else if (localtime_r(&now, &local))
        strftime(t->today, sizeof t->today, "%Y-%m-%d", &local);
}

static void print(struct watch *w)
{
    const struct job *job = w->job;
    struct transform_job t = {.source = w->cases,
                              .kind = "watchlist",
                              .lang = job->lang,
                              .with = job->with,
                              .style = job->style};
    const char *name, *file;

    t.profile = transform_profile(w->press->transform, job->region, diag_at(NULL, 0), w->diag);
    if (!t.profile)
        return;
    set_day(&t, job->date);
    name = arena_printf(w->press->names, "watchlist-%s", t.today);
    file = arena_printf(w->press->names, "%s/%s.pdf", job->out, name);
    job_sheet(w->press, job, &t, name, strcmp(job->out, "-") == 0 ? "-" : file, w->diag);
}

void job_watch(struct press *p, const struct job *job, const char *const *inputs, size_t n,
               struct diag *diag)
{
    struct watch w = {.press = p, .job = job, .diag = diag};
    bool good = job_folder_usable(job, diag);

    w.cases = transform_cases_new();
    for (size_t i = 0; i < n && good; i++)
        good = dir_is_folder(inputs[i]) ? take_folder(&w, inputs[i]) : take(&w, inputs[i]);
    if (good && w.taken)
        print(&w);
    else if (good)
        diag_error(diag, EXIT_INPUT, diag_at(NULL, 0), NULL,
                   "inget ärende att bevaka: ingen lista görs",
                   "no case to watch: no list is made");
    transform_doc_free(w.cases);
}
