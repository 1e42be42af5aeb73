/* A dossier: reading a case, checking it, and applying the rules. */
#include "dossier.h"

#include "base/file.h"

#include "guard.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* A reference that may stand in a file name. The schema says the same. */
static bool safe_reference(const char *ref)
{
    size_t n = ref ? strspn(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                 "0123456789-")
                   : 0;

    return n > 0 && n <= 40 && ref[n] == '\0' && ref[0] != '-';
}

static void set_date(struct transform_job *t, const char *asked)
{
    time_t now = time(NULL);
    struct tm local;

    if (asked)
        snprintf(t->today, sizeof t->today, "%s", asked);
    else if (!transform_paper_date(t->source, t->kind, t->today) && localtime_r(&now, &local))
        strftime(t->today, sizeof t->today, "%Y-%m-%d", &local);
}

static void on_school_fault(void *user, enum register_fault fault, int recipient, int line)
{
    struct dossier *d = user;
    struct school_fault *f = arena_new_of(d->arena, struct school_fault);

    *f = (struct school_fault){fault, recipient, line, d->schools};
    d->schools = f;
}

static bool read_case(struct press *p, const struct job *job, struct dossier *d, struct diag *diag)
{
    if (!file_read(job->file, job->limits.bytes, &d->bytes, diag))
        return false;
    d->doc = read_xml_memory(d->bytes.data ? d->bytes.data : "", d->bytes.len, d->file,
                             &job->limits, diag);
    d->is_case = d->doc && read_root_is(d->doc, TRANSFORM_CASE_NS, "case", d->file, diag);
    if (d->is_case && read_is_draft(d->doc)) {
        diag_error(diag, EXIT_INPUT, diag_at(d->file, 1), NULL,
                   "ett utkast: fyll i det som saknas och ta bort <?%s?>",
                   "a draft: fill in what is missing and take away <?%s?>", READ_DRAFT);
        return false;
    }
    if (d->is_case && job->schools)
        register_fill(job->schools, d->doc, on_school_fault, d);
    return d->is_case && press_schema(p, diag) && read_validate(p->schema, d->doc, d->file, diag);
}

/* The guardians that were decided on, as the stylesheets take them: "|2|5|". */
static const char *guardians(struct arena *a, const struct job *job)
{
    const char *list = "|";

    for (size_t i = 0; i < job->nguardians; i++)
        list = arena_printf(a, "%s%d|", list, job->guardians[i]);
    return list;
}

bool dossier_open(struct dossier *d, struct press *p, const struct job *job, struct diag *diag)
{
    const char *region;

    memset(d, 0, sizeof *d);
    d->arena = arena_new();
    d->press = p;
    press_open_case(p);
    d->file = strcmp(job->file, "-") == 0 ? "<stdin>" : job->file;
    if (!read_case(p, job, d, diag))
        return false;
    d->ref = transform_root_attribute(d->doc, "ref");
    region = transform_root_attribute(d->doc, "region");
    if (!safe_reference(d->ref) || !region) {
        diag_error(diag, EXIT_INPUT, diag_at(d->file, 1), NULL,
                   "<case>: referens och region väntades",
                   "<case>: a reference and a region were expected");
        return false;
    }
    d->transform = (struct transform_job){.source = d->doc,
                                          .file = d->file,
                                          .lang = job->lang,
                                          .with = job->with,
                                          .style = job->style,
                                          .draft = job->draft,
                                          .fillable = job->fillable,
                                          .decision = job->decision,
                                          .reason = job->reason,
                                          .guardians = guardians(d->arena, job)};
    d->transform.profile = transform_profile(p->transform, region,
                                             diag_at(d->file, transform_root_line(d->doc)), diag);
    d->recipients = transform_recipients(d->doc);
    d->refused_to = arena_array(d->arena, bool, (size_t)d->recipients + 1);
    return d->transform.profile != NULL;
}

void dossier_close(struct dossier *d)
{
    press_close_case(d->press);
    transform_doc_free(d->doc);
    buf_free(&d->bytes);
    arena_free(d->arena);
}

/* ---- rules ---------------------------------------------------------------------------------- */

bool dossier_asked_for(const struct job *job, int recipient)
{
    for (size_t i = 0; i < job->nto; i++)
        if (job->to[i] == recipient)
            return true;
    return job->nto == 0;
}

struct assessment {
    const struct job *job;
    struct dossier *dossier;
    struct diag *diag;
};

static void on_finding(void *user, const struct transform_finding *f)
{
    struct assessment *a = user;
    struct dossier *d = a->dossier;
    bool one = f->recipient >= 1 && f->recipient <= d->recipients;

    if (one && !dossier_asked_for(a->job, f->recipient))
        return;
    diag_say(a->diag, f->severity, EXIT_REFUSED, diag_at(d->file, f->line), f->rule, "%s", "%s",
             diag_lang(a->diag) == DIAG_SV ? f->sv : f->en);
    if (f->severity == DIAG_ERROR && one)
        d->refused_to[f->recipient] = true;
    else if (f->severity == DIAG_ERROR)
        d->refused = true;
}

/* No letter goes to a school that the register does not have, or no longer has. */
static void refuse_schools(struct assessment *a)
{
    struct dossier *d = a->dossier;

    for (const struct school_fault *f = d->schools; f; f = f->next) {
        if (f->recipient < 1 || f->recipient > d->recipients || d->refused ||
            !dossier_asked_for(a->job, f->recipient))
            continue;
        if (f->fault == REGISTER_CLOSED)
            diag_error(a->diag, EXIT_REFUSED, diag_at(d->file, f->line), "JH-18",
                       "mottagare %d: skolenheten är inte i drift enligt registret",
                       "recipient %d: the school unit is closed, says the register", f->recipient);
        else
            diag_error(a->diag, EXIT_REFUSED, diag_at(d->file, f->line), "JH-18",
                       "mottagare %d: skolenhetens kod finns inte i registret",
                       "recipient %d: the register has no such school unit", f->recipient);
        d->refused_to[f->recipient] = true;
    }
}

void dossier_choose(struct dossier *d, const struct job *job, const char *kind)
{
    d->transform.kind = kind;
    d->transform.recipient = 0;
    set_date(&d->transform, job->date);
}

bool dossier_assess(struct dossier *d, struct press *p, const struct job *job, const char *kind,
                    struct _xmlDoc **findings, struct diag *diag)
{
    struct assessment a = {job, d, diag};
    struct _xmlDoc *found;

    dossier_choose(d, job, kind);
    d->refused = false;
    memset(d->refused_to, 0, ((size_t)d->recipients + 1) * sizeof *d->refused_to);
    found = transform_assess(p->transform, &d->transform, diag);
    if (!found)
        return false;
    transform_findings(found, on_finding, &a);
    guard_refuse(d, job, diag);
    refuse_schools(&a);
    if (findings)
        *findings = found;
    else
        transform_doc_free(found);
    return true;
}
