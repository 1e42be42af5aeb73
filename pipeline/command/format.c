/* duform format: an XSL-FO file becomes a PDF, or a dump of one of the trees on the way. */
#include "base/file.h"
#include "command/command.h"
#include "job.h"
#include "press.h"

#include <string.h>

static enum job_stage stage_of(const char *dump)
{
    if (!dump)
        return STAGE_PDF;
    return strcmp(dump, "tree") == 0 ? STAGE_TREE : STAGE_PAGE;
}

void command_format(const struct options *o, struct diag *diag)
{
    struct job job = {.file = o->operand,
                      .limits = read_limits_fo,
                      .out = o->output ? o->output : "-",
                      .quiet = o->quiet};
    struct buf out = BUF_INIT;
    struct press *p;

    if (!o->output && !o->dump) {
        usage_error(diag, "format: ange filen med -o", "format: give the file with -o", "");
        return;
    }
    if (o->max_size)
        job.limits.bytes = o->max_size;
    p = press_new(diag);
    if (p)
        job_format(p, &job, stage_of(o->dump), &out, diag);
    if (out.len)
        file_write_whole(job.out, out.data, out.len, diag);
    buf_free(&out);
    press_free(p);
}
