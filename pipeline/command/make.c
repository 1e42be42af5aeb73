/* duform make: the documents of a case. */
#include "command/command.h"
#include "job.h"
#include "press.h"

void command_make(const struct options *o, struct diag *diag)
{
    struct press *p;
    struct job job;

    if (!o->output) {
        usage_error(diag, "make: ange mappen med -o", "make: give the folder with -o", "");
        return;
    }
    p = press_new(diag);
    if (p && options_job(o, p, &job, diag))
        job_make(p, &job, diag);
    press_free(p);
}
