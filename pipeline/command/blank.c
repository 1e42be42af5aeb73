/* duform blank: a document without a case. */
#include "command/command.h"
#include "job.h"
#include "press.h"
#include "transform/transform.h"

void command_blank(const struct options *o, struct diag *diag)
{
    const char *kinds[1] = {o->operand};
    struct press *p;
    struct job job;

    if (!o->output) {
        usage_error(diag, "blank: ange filen med -o", "blank: give the file with -o", "");
        return;
    }
    p = press_new(diag);
    if (p && transform_blank_known(p->transform, o->operand, diag) &&
        (!o->fillable || transform_fillable_known(p->transform, o->operand, diag)) &&
        options_job(o, p, &job, diag)) {
        job.kinds = kinds;
        job.nkinds = 1;
        job_blank(p, &job, diag);
    }
    press_free(p);
}
