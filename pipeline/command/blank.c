/* duform blank: a document without a case. */
#include "command/command.h"
#include "job.h"
#include "press.h"

#include <string.h>

void command_blank(const struct options *o, struct diag *diag)
{
    const char *kinds[1] = {o->operand};
    struct press *p;
    struct job job;

    if (!o->output) {
        usage_error(diag, "blank: ange filen med -o", "blank: give the file with -o", "");
        return;
    }
    if (strcmp(o->operand, "calibration") != 0) {
        usage_error(diag, "utan ärende kan bara detta göras: ",
                    "without a case only this can be made: ", "calibration");
        return;
    }
    p = press_new(diag);
    if (p && options_job(o, p, &job, diag)) {
        job.kinds = kinds;
        job.nkinds = 1;
        job_blank(p, &job, diag);
    }
    press_free(p);
}
