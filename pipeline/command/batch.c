/* duform batch: a mailing, from the list of its cases to the summary. */
#include "command/batch.h"

#include "base/dir.h"
#include "command/batch_journal.h"
#include "command/command.h"
#include "read/register.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

enum { DEFAULT_SECONDS = 30, DEFAULT_MIB = 512 };

static int cores(void)
{
    cpu_set_t set;

    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

static bool open_folder(struct mailing *m)
{
    m->folder = open(m->out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m->folder >= 0 && access(m->out, W_OK | X_OK) == 0)
        return true;
    diag_error(m->diag, EXIT_SYSTEM, diag_at(m->out, 0), NULL, "mappen kan inte användas: %s",
               "the folder cannot be used: %s", strerror(errno));
    return false;
}

static bool open_journal(struct mailing *m, const struct options *o)
{
    m->journal = journal_open(m->out, m->diag);
    if (!m->journal)
        return false;
    memcpy(m->key, journal_key(m->journal), SIPHASH_BYTES);
    inputs_settings(m, o, m->key);
    ledger_clean(m);
    return true;
}

static void say_stopped(const struct mailing *m)
{
    size_t left = m->tally.cases - m->tally.handled;

    if (m->stop || left)
        diag_error(m->diag, EXIT_SYSTEM, diag_at(m->out, 0), NULL,
                   "%s%s%zu ärenden är kvar: samma kommando igen går vidare där det slutade",
                   "%s%s%zu cases are left: the same command again goes on from here",
                   m->stopped_by ? m->stopped_by : "", m->stopped_by ? "; " : "", left);
}

static void run(struct mailing *m, const struct options *o)
{
    int64_t start = batch_now();

    if (!open_folder(m) || !inputs_list(m, o->operands, o->noperands) || !open_journal(m, o))
        return;
    inputs_plan(m);
    if (!m->stop && m->tally.cases && !worker_warm(m))
        return;
    if (!m->stop)
        pool_run(m);
    if (!m->stop && o->merge)
        bundle_run(m, o);
    say_stopped(m);
    if (!m->quiet)
        tally_print(m, batch_now() - start);
    if (o->report)
        report_write(&m->journal, 1, o->report, m->diag);
}

static void mail(const struct options *o, struct diag *diag)
{
    struct mailing m = {
        .arena = o->arena,
        .diag = diag,
        .out = o->output,
        .folder = -1,
        .workers = o->jobs ? o->jobs : cores(),
        .time_limit = 1000 * (int64_t)(o->time_limit ? o->time_limit : DEFAULT_SECONDS),
        .memory_limit = (size_t)(o->memory_limit ? o->memory_limit : DEFAULT_MIB) << 20,
        .shard = o->shard,
        .shards = o->shards,
        .quiet = o->quiet};
    struct school_register *schools = o->schools ? register_load(o->schools, diag) : NULL;

    m.press = press_new(diag);
    if (m.press && (schools || !o->schools) && options_job(o, m.press, &m.job, diag)) {
        m.job.schools = schools;
        run(&m, o);
    }
    journal_close(m.journal);
    if (m.folder >= 0)
        close(m.folder);
    register_free(schools);
    press_free(m.press);
}

/* What is said of a bundle without a bundle has no meaning. */
static bool bundle_good(const struct options *o, struct diag *diag)
{
    size_t len = o->merge ? strlen(o->merge) : 0;

    if (!o->merge && (o->split_at || o->duplex || o->separators || o->sheet_marks || o->index))
        usage_error(diag,
                    "batch: --split-at, --duplex, --separators, --sheet-marks och --index "
                    "hör till --merge",
                    "batch: --split-at, --duplex, --separators, --sheet-marks and --index belong "
                    "to --merge",
                    "");
    else if (o->merge && (len <= 4 || strcmp(o->merge + len - 4, ".pdf") != 0))
        usage_error(diag, "batch: --merge tar namnet på en PDF-fil",
                    "batch: --merge takes the name of a PDF file", "");
    else
        return true;
    return false;
}

void command_batch(const struct options *o, struct diag *diag)
{
    if (!bundle_good(o, diag))
        return;
    if (o->collect)
        collect(o->operands, o->noperands, o->report, o->quiet, diag);
    else if (!o->output)
        usage_error(diag, "batch: ange mappen med -o", "batch: give the folder with -o", "");
    else
        mail(o, diag);
}
