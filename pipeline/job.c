/* The job: the flow of the whole program. A case file becomes findings, and for each recipient a
 * view, a document, XSL-FO, pages and a PDF. Each stage hands a tree to the next. */
#include "job.h"

#include "base/dir.h"
#include "base/file.h"
#include "dossier.h"
#include "fo/build.h"
#include "fo/fo.h"
#include "formatter.h"
#include "inspect.h"
#include "layout/layout.h"
#include "page/page.h"
#include "press.h"
#include "proof.h"
#include "transform/transform.h"
#include "write/seal.h"
#include "write/write.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- one document: the stages in order ------------------------------------------------------ */

/* What the stages made of one document, as far as they got. */
struct sheet {
    const char *name; /* for messages */
    const char *lang; /* that the reader wants, once there is a view */
    struct _xmlDoc *view, *document, *fo_xml;
    struct fo_doc *fo;      /* in the press's arenas */
    struct page_doc *pages; /* NULL for a web page */
    struct buf pdf;         /* or the web page */
    bool html;              /* wanted as a web page */
    bool skipped;           /* this recipient gets no document of this kind */
    bool streams;           /* it may be long: pages are written while it is laid out */
};

static void sheet_free(struct press *p, struct sheet *s)
{
    transform_doc_free(s->view);
    transform_doc_free(s->document);
    transform_doc_free(s->fo_xml);
    buf_free(&s->pdf);
    fo_free(s->fo);
    arena_reset(p->fo);
    arena_reset(p->page);
}

/* From the FO tree on, up to a stage; false after a report. */
static bool lay_out(struct press *p, struct sheet *s, enum job_stage until, struct diag *diag)
{
    struct text_engine *text = until > STAGE_TREE ? press_text(p, diag) : NULL;
    size_t errors;

    if (!s->fo || until == STAGE_TREE)
        return s->fo != NULL;
    if (!text)
        return false;
    if (s->streams && until == STAGE_PDF)
        return (s->pages = formatter_stream(p, s->fo, &s->pdf, diag)) != NULL;
    errors = diag_count(diag, DIAG_ERROR);
    s->pages = layout_pages(s->fo, text, p->page, diag);
    if (diag_count(diag, DIAG_ERROR) > errors) /* a letter that no font has: it would be a hole */
        return false;
    if (!s->pages || until == STAGE_PAGE)
        return s->pages != NULL;
    return pdf_write(press_writer(p), s->pages, &s->pdf, diag);
}

/* From XSL-FO on. */
static bool format(struct press *p, struct sheet *s, const char *images, enum job_stage until,
                   struct diag *diag)
{
    s->fo = fo_build_known(s->fo_xml, s->name, images, p->fo_known, p->fo, diag);
    return lay_out(p, s, until, diag);
}

/* From the case on, up to a stage; false after a report. */
static bool make(struct press *p, const struct transform_job *asked, struct sheet *s,
                 enum job_stage until, struct diag *diag)
{
    struct transform_job t = *asked;

    s->view = transform_view(p->transform, &t, diag);
    s->skipped = s->view && transform_is_empty(s->view);
    if (!s->view || s->skipped || until == STAGE_VIEW)
        return s->view != NULL;
    s->lang = transform_view_lang(p->transform, s->view);
    t.style = transform_view_style(p->transform, s->view);
    s->document = transform_document(p->transform, &t, s->view, diag);
    if (!s->document || until == STAGE_DOCUMENT)
        return s->document != NULL;
    t.style = transform_view_style(p->transform, s->document);
    if (s->html && until == STAGE_PDF)
        return transform_web(p->transform, &t, s->document, &s->pdf, diag);
    s->fo_xml = transform_page(p->transform, &t, s->document, diag);
    if (!s->fo_xml || until == STAGE_FO)
        return s->fo_xml != NULL;
    return format(p, s, p->images, until, diag);
}

/* ---- where documents go --------------------------------------------------------------------- */

/* Reports a folder that cannot be written to before anything is made. */
static bool folder_usable(const char *folder, struct diag *diag)
{
    if (!dir_is_folder(folder))
        diag_error(diag, EXIT_SYSTEM, diag_at(folder, 0), NULL, "mappen finns inte",
                   "there is no such folder");
    else if (access(folder, W_OK | X_OK) != 0)
        diag_error(diag, EXIT_SYSTEM, diag_at(folder, 0), NULL, "mappen är skrivskyddad",
                   "the folder is not writable");
    else
        return true;
    return false;
}

bool job_folder_usable(const struct job *job, struct diag *diag)
{
    return strcmp(job->out, "-") == 0 || folder_usable(job->out, diag);
}

/* One line for each file: no personal data, not even a name of the recipient. */
static void tell(const struct sheet *s, const char *kind, const char *class, const char *path,
                 struct diag *diag)
{
    int n = s->pages ? s->pages->npages : 1;
    const char *pages =
        diag_lang(diag) == DIAG_SV ? (n == 1 ? "sida" : "sidor") : (n == 1 ? "page" : "pages");

    printf("%-12s %-20s %2d %-5s %7zu byte  %s\n", kind, class, n, pages, s->pdf.len, path);
}

static bool deliver(const struct job *job, const struct sheet *s, const char *kind,
                    const char *class, const char *path, struct diag *diag)
{
    if (!file_write_whole(path, s->pdf.data, s->pdf.len, diag))
        return false;
    if (!job->quiet && strcmp(path, "-") != 0)
        tell(s, kind, class, path, diag);
    return true;
}

static bool hand_over(const struct job *job, const struct sheet *s, const struct transform_job *t,
                      const char *class, struct diag *diag)
{
    struct job_document d = {.name = s->name,
                             .kind = t->kind,
                             .class = class,
                             .lang = s->lang ? s->lang : "sv",
                             .recipient = t->recipient,
                             .pages = s->pages ? s->pages->npages : 1,
                             .pdf = s->pdf.data,
                             .len = s->pdf.len,
                             .tree = s->pages};

    return job->deliver(job->user, &d, diag);
}

/* ---- make ----------------------------------------------------------------------------------- */

/* REF-KIND-N[-LANG]: the language that the reader wants, if it is not Swedish. */
static const char *name_of(const struct dossier *d, const char *lang)
{
    bool swedish = !lang || strcmp(lang, "sv") == 0;

    return arena_printf(d->arena, "%s-%s-%d%s%s", d->ref, d->transform.kind, d->transform.recipient,
                        swedish ? "" : "-", swedish ? "" : lang);
}

/* false: the system failed, and would fail again. */
static bool make_one(struct press *p, const struct job *job, const struct dossier *d,
                     struct diag *diag)
{
    const struct transform_job *t = &d->transform;
    struct sheet s = {.name = name_of(d, NULL), .html = job->html};
    bool good = make(p, t, &s, STAGE_PDF, diag);

    s.name = name_of(d, s.lang);
    if (good && !s.skipped)
        good = s.html ? inspect_text(p, d, s.lang, s.pdf.data, s.pdf.len, diag)
                      : inspect_document(p, d, s.lang, s.pages, &s.pdf, diag);
    if (good && !s.skipped && job->password)
        good = pdf_seal(&s.pdf, job->password, s.name, diag);
    if (good && s.skipped && job->nto)
        diag_note(diag, diag_at(d->file, 0), NULL, "mottagare %d får inget dokument av slaget %s",
                  "recipient %d gets no document of the kind %s", t->recipient, t->kind);
    else if (good && !s.skipped && job->deliver)
        good = hand_over(job, &s, t, transform_recipient_class(d->doc, t->recipient), diag);
    else if (good && !s.skipped)
        good = deliver(job, &s, t->kind, transform_recipient_class(d->doc, t->recipient),
                       strcmp(job->out, "-") == 0 ? "-"
                                                  : arena_printf(d->arena, "%s/%s.%s", job->out,
                                                                 s.name, s.html ? "html" : "pdf"),
                       diag);
    sheet_free(p, &s);
    return good || diag_status(diag) < EXIT_SYSTEM;
}

void job_sheet(struct press *p, const struct job *job, const struct transform_job *t,
               const char *name, const char *path, struct diag *diag)
{
    struct sheet s = {.name = name};

    if (make(p, t, &s, STAGE_PDF, diag) && !s.skipped)
        deliver(job, &s, t->kind, "office", path, diag);
    sheet_free(p, &s);
}

static bool make_kind(struct press *p, const struct job *job, struct dossier *d, const char *kind,
                      struct diag *diag)
{
    if (!dossier_assess(d, p, job, kind, NULL, diag))
        return false;
    for (int n = 0; n <= d->recipients && !d->refused; n++) { /* 0: the office's own copy */
        d->transform.recipient = n;
        if (dossier_asked_for(job, n) && !d->refused_to[n] && !make_one(p, job, d, diag))
            return false;
    }
    return true;
}

/* Leaves out the kinds that have no form fields; those that were asked for have some. */
static bool only_forms(struct press *p, struct job *job, const struct dossier *d)
{
    const char **forms = arena_array(d->arena, const char *, job->nkinds);
    size_t n = 0;

    for (size_t i = 0; i < job->nkinds; i++)
        if (transform_fillable_known(p->transform, job->kinds[i], NULL))
            forms[n++] = job->kinds[i];
    job->kinds = forms;
    job->nkinds = n;
    return true;
}

/* The kinds that are asked for, or those that fit the state of the case. false after a report. */
static bool choose_kinds(struct press *p, struct job *job, const struct dossier *d,
                         struct diag *diag)
{
    struct transform_job t = d->transform;

    t.kind = "";
    if (!job->nkinds)
        job->kinds = transform_set(p->transform, &t, d->arena, &job->nkinds, diag);
    return job->kinds != NULL && (!job->fillable || only_forms(p, job, d));
}

/* Whether each recipient asked for exists, and standard output gets no more than one document. */
static bool recipients_good(const struct job *job, const struct dossier *d, struct diag *diag)
{
    for (size_t i = 0; i < job->nto; i++)
        if (job->to[i] > d->recipients) {
            diag_error(diag, EXIT_USAGE, diag_at(d->file, 0), NULL,
                       "--to: ärendet har %d mottagare", "--to: the case has %d recipients",
                       d->recipients);
            return false;
        }
    if (job->out && strcmp(job->out, "-") == 0 &&
        (job->nkinds != 1 || (job->nto ? job->nto != 1 : d->recipients != 1))) {
        diag_error(diag, EXIT_USAGE, diag_at(NULL, 0), NULL,
                   "-o - tar ett enda dokument: välj med -d och --to",
                   "-o - takes a single document: choose with -d and --to");
        return false;
    }
    return true;
}

void job_make(struct press *p, const struct job *asked, struct diag *diag)
{
    struct job job = *asked;
    struct dossier d;

    if (!job_folder_usable(&job, diag))
        return;
    if (dossier_open(&d, p, &job, diag) && choose_kinds(p, &job, &d, diag) &&
        recipients_good(&job, &d, diag))
        for (size_t i = 0; i < job.nkinds; i++)
            if (!make_kind(p, &job, &d, job.kinds[i], diag))
                break;
    if (job.password && diag_status(diag) == EXIT_DONE)
        diag_note(diag, diag_at(d.file, 0), NULL,
                  "krypterade filer är PDF/UA men inte PDF/A, och blir olika varje gång",
                  "encrypted files are PDF/UA but no PDF/A, and differ each time");
    if (d.is_case && d.transform.profile)
        proof_summary(p, &job, &d, diag);
    dossier_close(&d);
}

/* A protected person, or a recipient who is. What says so badly counts as protected. */
static bool is_protected(const struct dossier *d)
{
    bool found = d->is_case && transform_protected(d->doc);

    for (int n = 1; d->is_case && !found && n <= transform_recipients(d->doc); n++)
        found = transform_recipient_protected(d->doc, n);
    return found;
}

bool job_mail(struct press *p, const struct job *asked, struct diag *diag)
{
    struct job job = *asked;
    struct dossier d;
    bool open = dossier_open(&d, p, &job, diag), left_out = is_protected(&d);

    read_wipe_memory(left_out);
    if (open && !left_out && choose_kinds(p, &job, &d, diag))
        for (size_t i = 0; i < job.nkinds; i++)
            if (!make_kind(p, &job, &d, job.kinds[i], diag))
                break;
    if (open && !left_out)
        job.proofread(job.user, proof_count(p, &job, &d, diag));
    dossier_close(&d);
    read_wipe_memory(true);
    return !left_out;
}

bool job_again(struct press *p, const struct job *job, const char *kind, int recipient,
               struct diag *diag)
{
    struct dossier d;
    struct sheet s = {.name = NULL};
    bool good = dossier_open(&d, p, job, diag) && !is_protected(&d);

    if (good) {
        dossier_choose(&d, job, kind);
        d.transform.recipient = recipient;
        s.name = name_of(&d, NULL);
        good = make(p, &d.transform, &s, STAGE_PDF, diag) && !s.skipped &&
               hand_over(job, &s, &d.transform, transform_recipient_class(d.doc, recipient), diag);
    }
    sheet_free(p, &s);
    dossier_close(&d);
    return good;
}

bool job_separator(struct press *p, const struct job *job, const struct transform_separator *asked,
                   struct diag *diag)
{
    struct transform_job t = {.kind = "separator"};
    struct sheet s = {.name = t.kind};
    bool good;

    s.fo_xml = transform_separator(p->transform, asked, diag);
    good = s.fo_xml && format(p, &s, p->images, STAGE_PDF, diag) &&
           hand_over(job, &s, &t, "office", diag);
    sheet_free(p, &s);
    return good;
}

bool job_addresses(struct press *p, const struct job *asked, struct arena *a,
                   struct job_addresses *addresses, struct diag *diag)
{
    struct job job = *asked;
    struct dossier d;
    bool good = dossier_open(&d, p, &job, diag) && choose_kinds(p, &job, &d, diag);

    memset(addresses, 0, sizeof *addresses);
    if (good) {
        const char **kinds = arena_array(a, const char *, job.nkinds);

        addresses->recipients = d.recipients;
        addresses->postcodes = arena_alloc_array(a, (size_t)d.recipients + 1, 6);
        for (int n = 1; n <= d.recipients; n++)
            transform_recipient_postcode(d.doc, n, addresses->postcodes[n]);
        for (size_t i = 0; i < job.nkinds; i++)
            kinds[i] = arena_strdup(a, job.kinds[i]);
        addresses->kinds = kinds;
        addresses->nkinds = job.nkinds;
    }
    dossier_close(&d);
    return good;
}

/* ---- the other commands --------------------------------------------------------------------- */

void job_check(struct press *p, const struct job *asked, struct diag *diag)
{
    struct job job = *asked;
    struct dossier d;

    if (dossier_open(&d, p, &job, diag) && choose_kinds(p, &job, &d, diag))
        for (size_t i = 0; i < job.nkinds; i++)
            if (!dossier_assess(&d, p, &job, job.kinds[i], NULL, diag))
                break;
    if (d.is_case && d.transform.profile && job.fix)
        proof_fix(p, &job, &d, diag);
    else if (d.is_case && d.transform.profile)
        proof_report(p, &job, &d, diag);
    dossier_close(&d);
}

static void dump(const struct sheet *s, enum job_stage stage, struct buf *out)
{
    if (stage == STAGE_VIEW)
        transform_dump(s->view, out);
    else if (stage == STAGE_DOCUMENT)
        transform_dump(s->document, out);
    else if (stage == STAGE_FO)
        transform_dump(s->fo_xml, out);
    else if (stage == STAGE_TREE)
        fo_dump(s->fo, out);
    else if (stage == STAGE_PAGE)
        page_dump(s->pages, out);
}

/* Several recipients' results are told apart by a comment line. */
static void trace_one(struct press *p, const struct job *job, const struct dossier *d,
                      enum job_stage stage, struct buf *out, struct diag *diag)
{
    struct sheet s = {.name = arena_printf(d->arena, "%s-%s-%d", d->ref, d->transform.kind,
                                           d->transform.recipient)};
    struct buf shown = BUF_INIT;
    bool show;

    if (make(p, &d->transform, &s, stage, diag) && !s.skipped) {
        dump(&s, stage, &shown);
        show = inspect_text(p, d, s.lang, shown.data, shown.len, diag);
        if (show && job->nto != 1)
            buf_printf(out, "<!-- recipient %d -->\n", d->transform.recipient);
        if (show)
            buf_add(out, shown.data, shown.len);
    }
    buf_free(&shown);
    sheet_free(p, &s);
}

void job_trace(struct press *p, const struct job *job, enum job_stage stage, struct buf *out,
               struct diag *diag)
{
    struct _xmlDoc *findings = NULL;
    struct dossier d;

    if (dossier_open(&d, p, job, diag) && recipients_good(job, &d, diag) &&
        dossier_assess(&d, p, job, job->kinds[0], &findings, diag)) {
        if (stage == STAGE_ASSESS)
            transform_dump(findings, out);
        for (int n = 0; n <= d.recipients && !d.refused && stage != STAGE_ASSESS; n++) {
            d.transform.recipient = n;
            if (dossier_asked_for(job, n) && !d.refused_to[n])
                trace_one(p, job, &d, stage, out, diag);
        }
    }
    transform_doc_free(findings);
    dossier_close(&d);
}

/* The calibration page is drawn by a stylesheet of its own; all other blanks take the same way as
 * letters, with an empty view. */
static bool make_blank(struct press *p, const struct transform_job *t, struct sheet *s,
                       struct diag *diag)
{
    if (strcmp(t->kind, "calibration") != 0)
        return make(p, t, s, STAGE_PDF, diag) && !s->skipped;
    s->fo_xml = transform_blank(p->transform, t, diag);
    return s->fo_xml && format(p, s, p->images, STAGE_PDF, diag);
}

void job_blank(struct press *p, const struct job *job, struct diag *diag)
{
    struct transform_job t = {.kind = job->kinds[0],
                              .lang = job->lang,
                              .with = job->with,
                              .style = job->style,
                              .draft = job->draft,
                              .fillable = job->fillable};
    struct sheet s = {.name = job->kinds[0], .html = job->html};

    t.profile = transform_profile(p->transform, job->region, diag_at(NULL, 0), diag);
    t.source = transform_blank_source(t.kind);
    if (t.profile && make_blank(p, &t, &s, diag)) {
        if (job->deliver)
            hand_over(job, &s, &t, "-", diag);
        else
            deliver(job, &s, t.kind, "-", job->out, diag);
    }
    sheet_free(p, &s);
    transform_doc_free(t.source);
}

void job_format(struct press *p, const struct job *job, enum job_stage stage, struct buf *out,
                struct diag *diag)
{
    struct sheet s = {.name = strcmp(job->file, "-") == 0 ? "<stdin>" : job->file, .streams = true};
    const char *slash = strrchr(job->file, '/');
    const char *folder = !slash
                             ? "."
                             : arena_strndup(p->names, job->file,
                                             slash == job->file ? 1 : (size_t)(slash - job->file));

    s.fo = formatter_read(p, job->file, s.name, folder, &job->limits, diag);
    if (lay_out(p, &s, stage, diag)) {
        if (stage == STAGE_PDF)
            deliver(job, &s, "-", "-", job->out, diag);
        else
            dump(&s, stage, out);
    }
    sheet_free(p, &s);
}
