/* duform make: the documents of a case, or one watchlist of many cases. */
#include "command/command.h"
#include "command/password.h"
#include "job.h"
#include "press.h"
#include "watch.h"

#include <string.h>

static bool asks_for(const struct options *o, const char *kind)
{
    for (size_t i = 0; i < o->nkinds; i++)
        if (strcmp(o->kinds[i], kind) == 0)
            return true;
    return false;
}

/* A watchlist is about many cases, and all else about one. false after a report. */
static bool usable(const struct options *o, bool watchlist, struct diag *diag)
{
    if (!o->output)
        usage_error(diag, "make: ange mappen med -o", "make: give the folder with -o", "");
    else if (watchlist && (o->nkinds > 1 || o->nto))
        usage_error(diag, "make: bevakningslistan görs för sig, utan --to",
                    "make: the watchlist is made by itself, without --to", "");
    else if (!watchlist && o->noperands > 1)
        usage_error(diag, "make: ett ärende i taget; flera bara med -d watchlist",
                    "make: one case at a time; several only with -d watchlist", "");
    else if (!watchlist && o->region)
        usage_error(diag, "make: regionen står i ärendet; -r bara med -d watchlist",
                    "make: the case says the region; -r only with -d watchlist", "");
    else if (o->encrypt && (watchlist || o->html))
        usage_error(diag, "make: --encrypt gäller ett ärendes PDF-filer",
                    "make: --encrypt is for the PDF files of a case", "");
    else
        return true;
    return false;
}

static bool get_password(const struct options *o, struct password *password, struct job *job,
                         struct diag *diag)
{
    if (!o->encrypt)
        return true;
    job->password = password->text;
    return password_read(o->encrypt, password, diag);
}

void command_make(const struct options *o, struct diag *diag)
{
    bool watchlist = asks_for(o, "watchlist");
    struct password password;
    struct press *p;
    struct job job;

    if (!usable(o, watchlist, diag))
        return;
    p = press_new(diag);
    if (p && options_job(o, p, &job, diag) && get_password(o, &password, &job, diag)) {
        /* one letter printed again is not to wait for a dictionary */
        job.no_spelling = o->no_spelling || (o->nto && !o->spelling && !o->words);
        if (watchlist)
            job_watch(p, &job, o->operands, o->noperands, diag);
        else
            job_make(p, &job, diag);
    }
    press_free(p);
    if (o->encrypt)
        password_wipe(&password);
}
