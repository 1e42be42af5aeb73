/* duform trace: what a stage made of a case. */
#include "base/file.h"
#include "command/command.h"
#include "job.h"
#include "press.h"

#include <string.h>

/* STAGE_PDF: no stage of that name can be shown. */
static enum job_stage stage_named(const char *name)
{
    static const char *const names[STAGE_PDF] = {"assess", "view", "document",
                                                 "fo",     "tree", "page"};
    int stage = 0;

    while (stage < STAGE_PDF && (!name || strcmp(names[stage], name) != 0))
        stage++;
    return (enum job_stage)stage;
}

void command_trace(const struct options *o, struct diag *diag)
{
    enum job_stage stage = stage_named(o->stage);
    struct buf out = BUF_INIT;
    struct press *p;
    struct job job;

    if (stage == STAGE_PDF || o->nkinds != 1) {
        usage_error(diag, "trace: ange -d SLAG och -t ", "trace: give -d KIND and -t ",
                    "assess|view|document|fo|tree|page");
        return;
    }
    p = press_new(diag);
    if (p && options_job(o, p, &job, diag)) {
        job.out = NULL;
        job_trace(p, &job, stage, &out, diag);
    }
    if (out.len)
        file_write_whole(o->output ? o->output : "-", out.data, out.len, diag);
    buf_free(&out);
    press_free(p);
}
