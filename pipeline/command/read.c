/* duform read: a filled-in form becomes a case, or joins one. */
#include "base/file.h"
#include "command/command.h"
#include "intake/intake.h"
#include "job.h"
#include "press.h"
#include "transform/transform.h"

#include <string.h>
#include <sys/stat.h>

/* What is read is never written over. */
static bool same_file(const char *a, const char *b)
{
    struct stat x, y;

    return a && b && stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

static bool usable(const struct options *o, struct diag *diag)
{
    if (!o->output)
        usage_error(diag, "read: ange den nya filen med -o", "read: give the new file with -o", "");
    else if (same_file(o->output, o->into) || same_file(o->output, o->operand))
        usage_error(diag, "read: -o är en fil som läses: ange en ny",
                    "read: -o is a file that is read: give a new one", "");
    else if (o->into && o->region)
        usage_error(diag, "read: regionen står i ärendet; -r bara utan --into",
                    "read: the case says the region; -r only without --into", "");
    else
        return true;
    return false;
}

/* NULL after a report. */
static struct _xmlDoc *open_case(struct press *p, const char *file, struct diag *diag)
{
    struct _xmlDoc *doc = read_xml(file, &read_limits_default, diag);

    if (doc && read_root_is(doc, TRANSFORM_CASE_NS, "case", file, diag) &&
        read_validate(p->schema, doc, file, diag))
        return doc;
    transform_doc_free(doc);
    return NULL;
}

static void take_in(const struct options *o, const struct intake_job *job, struct diag *diag)
{
    struct buf out = BUF_INIT;

    if (intake_read(job, &out, diag) && file_write_whole(o->output, out.data, out.len, diag) &&
        diag_status(diag) != EXIT_DONE)
        diag_note(diag, diag_at(o->output, 0), NULL, "utkast: det som är rätt står i filen",
                  "a draft: what is right stands in the file");
    buf_free(&out);
}

void command_read(const struct options *o, struct diag *diag)
{
    struct buf file = BUF_INIT;
    struct intake_job job = {.file = o->operand, .region = o->region ? o->region : "default"};
    struct press *p = NULL;

    if (usable(o, diag) && file_read(o->operand, 32u << 20, &file, diag) &&
        (p = press_new(diag)) != NULL && (job.schema = press_schema(p, diag)) != NULL &&
        (!o->into || (job.into = open_case(p, o->into, diag)) != NULL)) {
        job.file = strcmp(o->operand, "-") == 0 ? "<stdin>" : o->operand;
        job.data = file.data ? file.data : "";
        job.len = file.len;
        job.schemas = arena_printf(p->names, "%s/xslt", p->home);
        job.into_file = o->into;
        take_in(o, &job, diag);
    }
    transform_doc_free(job.into);
    press_free(p);
    buf_free(&file);
}
