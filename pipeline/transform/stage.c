/* The stages: each runs one stylesheet on one document. */
#include "transform/engine.h"

#include "base/dir.h"
#include "transform/grove.h"
#include "transform/sheet.h"

#include <libxml/parser.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Caps: more than any document of ours needs, less than would hurt. */
enum { DEEPEST_TEMPLATE = 600, MOST_VARIABLES = 15000 };
static const unsigned long most_operations = 200000000;

struct place engine_place(const xmlNode *at)
{
    if (!at)
        return (struct place){NULL, 0, false};
    return (struct place){at->doc ? (const char *)at->doc->URL : NULL, (int)xmlGetLineNo(at),
                          strcmp((const char *)at->name, "message") == 0};
}

/* Where the stylesheet spoke last is remembered, in case it fails. */
static void on_error(void *user, const char *fmt, ...)
{
    xsltTransformContextPtr ctxt = user;
    struct run *run = ctxt->_private;
    char piece[256];
    va_list args;

    run->fault = engine_place(ctxt->inst);
    if (!run->words)
        return;
    va_start(args, fmt);
    vsnprintf(piece, sizeof piece, fmt, args);
    va_end(args);
    buf_str(run->words, piece);
}

const char *engine_parameter(struct run *run, const char *name)
{
    const struct transform_job *job = run->job;
    const struct {
        const char *name, *value;
    } all[] = {{"kind", job->kind},
               {"lang", job->lang},
               {"with", job->with},
               {"style", job->style},
               {"today", job->today},
               {"draft", job->draft ? "yes" : ""},
               {"fillable", job->fillable ? "yes" : ""},
               {"recipient", run->recipient},
               {"decision", job->decision},
               {"reason", job->reason},
               {"guardians", job->guardians}};

    snprintf(run->recipient, sizeof run->recipient, "%d", job->recipient);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].name, name) == 0)
            return all[i].value ? all[i].value : "";
    return NULL;
}

static bool set_parameters(xsltTransformContextPtr ctxt, struct run *run)
{
    static const char *const names[] = {"kind",     "lang",   "with",     "style",
                                        "today",    "draft",  "fillable", "recipient",
                                        "decision", "reason", "guardians"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xsltQuoteOneUserParam(ctxt, (const xmlChar *)names[i],
                                  (const xmlChar *)engine_parameter(run, names[i])) != 0)
            return false;
    return true;
}

/* A stylesheet that stops itself (xsl:message) lacks something that the document needs: then this
 * document is refused. All else is a fault of the stylesheet. */
static void say_failed(const struct run *run, const char *name, struct diag *diag)
{
    const struct place *at = &run->fault;
    struct diag_place place = diag_at(at->file ? at->file : name, at->line);

    if (run->words && run->words->len)
        diag_error(diag, EXIT_SYSTEM, place, NULL, "stilmallen avbröts: %s",
                   "the stylesheet was stopped: %s", run->words->data);
    else if (at->message)
        diag_error(diag, EXIT_REFUSED, place, NULL,
                   "mottagare %d: något som dokumentet behöver saknas i ärendet",
                   "recipient %d: the case lacks something that the document needs",
                   run->job->recipient);
    else
        diag_error(diag, EXIT_SYSTEM, place, NULL, "stilmallen avbröts",
                   "the stylesheet was stopped");
}

static xmlDocPtr run_in(struct run *run, xsltTransformContextPtr ctxt, xsltStylesheetPtr style,
                        xmlDocPtr source)
{
    xmlDocPtr result;

    ctxt->_private = run;
    ctxt->maxTemplateDepth = DEEPEST_TEMPLATE;
    ctxt->maxTemplateVars = MOST_VARIABLES;
    ctxt->xpathCtxt->opLimit = most_operations;
    ctxt->xinclude = 0;
    xsltSetTransformErrorFunc(ctxt, ctxt, on_error);
    functions_register(ctxt);
    if (xsltSetCtxtSecurityPrefs(run->transform->security, ctxt) != 0 || !set_parameters(ctxt, run))
        return NULL;
    result = xsltApplyStylesheetUser(style, source, NULL, NULL, NULL, ctxt);
    if (ctxt->state == XSLT_STATE_OK)
        return result;
    if (!run->fault.file)
        run->fault = engine_place(ctxt->inst);
    xmlFreeDoc(result);
    return NULL;
}

static xmlDocPtr apply_slowly(struct run *run, xsltStylesheetPtr style, xmlDocPtr source)
{
    const char *before = sandbox_enter(run->transform->home);
    xsltTransformContextPtr ctxt = xsltNewTransformContext(style, source);
    xmlDocPtr result = ctxt ? run_in(run, ctxt, style, source) : NULL;

    xsltFreeTransformContext(ctxt);
    sandbox_leave(before);
    return result;
}

static xmlDocPtr apply(struct transform *t, const struct program *program, const char *name,
                       xmlDocPtr source, const struct transform_job *job, struct buf *words,
                       struct diag *diag)
{
    struct run run = {.transform = t, .job = job, .diag = diag, .words = words};
    xmlDocPtr result = program->sheet ? sheet_run(program->sheet, &run, source)
                                      : apply_slowly(&run, program->slow, source);

    if (!result)
        say_failed(&run, name, diag);
    return result;
}

xmlDocPtr engine_apply(struct transform *t, const struct program *program, const char *name,
                       xmlDocPtr source, const struct transform_job *job, struct diag *diag)
{
    return apply(t, program, name, source, job, NULL, diag);
}

static xmlDocPtr stage(struct transform *t, const char *name, xmlDocPtr source,
                       const struct transform_job *job, struct diag *diag)
{
    struct program *program = engine_program(t, name, diag);

    return program ? engine_apply(t, program, name, source, job, diag) : NULL;
}

xmlDocPtr engine_units(struct transform *t, const char *lang, xmlDocPtr source, struct diag *diag)
{
    static const char name[] = "xslt/units.xsl";
    struct transform_job job = {.kind = "", .lang = lang, .with = "", .style = ""};
    struct program *style = engine_slow_program(t, name, diag);

    return style ? engine_apply(t, style, name, source, &job, diag) : NULL;
}

struct _xmlDoc *transform_assess(struct transform *t, const struct transform_job *job,
                                 struct diag *diag)
{
    return stage(t, "xslt/assess.xsl", job->source, job, diag);
}

const char *const *transform_set(struct transform *t, const struct transform_job *job,
                                 struct arena *a, size_t *n, struct diag *diag)
{
    xmlDocPtr set = stage(t, "xslt/set.xsl", job->source, job, diag);
    xmlNodePtr root = set ? xmlDocGetRootElement(set) : NULL;
    const char **kinds = NULL;
    size_t cap = 0;

    *n = 0;
    for (xmlNodePtr kid = root ? root->children : NULL; kid; kid = kid->next)
        if (kid->type == XML_ELEMENT_NODE && kid->children && kid->children->content)
            *arena_push(a, kinds, *n, cap) = arena_strdup(a, (const char *)kid->children->content);
    transform_doc_free(set);
    return kinds;
}

struct _xmlDoc *transform_view(struct transform *t, const struct transform_job *job,
                               struct diag *diag)
{
    return stage(t, "xslt/view.xsl", job->source, job, diag);
}

/* Compiles a template into a stylesheet. No case is near, so the compiler's words may be shown. */
static xmlDocPtr compile(struct transform *t, xmlDocPtr source, const struct transform_job *job,
                         struct diag *diag)
{
    static const char name[] = "xslt/compile.xsl";
    struct program *style = engine_program(t, name, diag);
    struct buf words = BUF_INIT;
    xmlDocPtr sheet = style ? apply(t, style, name, source, job, &words, diag) : NULL;

    buf_free(&words);
    if (sheet && !sheet->URL) /* where document('') and relative paths start */
        grove_set_url(sheet, (const char *)source->URL);
    return sheet;
}

/* The stylesheet of a template: made once for each kind, language and style. */
static struct program *compiled(struct transform *t, const struct transform_job *job,
                                const char *relative, const char *key, struct diag *diag)
{
    struct program *style = engine_kept_program(t, key);
    xmlDocPtr source, sheet;

    if (style)
        return style;
    source = engine_parse(t, relative, diag);
    if (!source) {
        diag_error(diag, EXIT_SYSTEM, diag_at(relative, 0), NULL, "mallen kan inte läsas",
                   "the template cannot be read");
        return NULL;
    }
    sheet = compile(t, source, job, diag);
    transform_doc_free(source);
    return sheet ? engine_compile(t, sheet, key, relative, false, diag) : NULL;
}

/* KIND.STYLE.xml where the style has an edition of its own, else KIND.xml; forms have one text. */
static const char *template_of(struct transform *t, struct arena *a,
                               const struct transform_job *job)
{
    const char *edition = arena_printf(a, "templates/documents/%s.%s.xml", job->kind, job->style);

    return !job->fillable && dir_is_file(arena_printf(a, "%s/%s", t->home, edition))
               ? edition
               : arena_printf(a, "templates/documents/%s.xml", job->kind);
}

bool engine_has_edition(struct transform *t, const char *kind, const char *style)
{
    struct arena *a = arena_new();
    bool has =
        dir_is_file(arena_printf(a, "%s/templates/documents/%s.%s.xml", t->home, kind, style));

    arena_free(a);
    return has;
}

xmlDocPtr engine_reading(struct transform *t, const struct transform_job *job, xmlDocPtr reading,
                         struct diag *diag)
{
    return stage(t, "xslt/reader.xsl", reading, job, diag);
}

/* The documents of one template: one stylesheet for each language and style, on paper and to fill
 * in, and for another language than Swedish each region, which says what may be printed. */
xmlDocPtr engine_document_in(struct transform *t, const struct transform_job *job, xmlDocPtr view,
                             struct diag *diag)
{
    struct arena *a = arena_new();
    const char *relative = template_of(t, a, job);
    const char *region = job->profile ? transform_root_attribute(job->profile, "region") : NULL;
    const char *form = job->fillable ? " form" : "";
    const char *key = strcmp(job->lang, "sv") == 0
                          ? arena_printf(a, "%s sv %s%s", relative, job->style, form)
                          : arena_printf(a, "%s %s %s %s %s%s", relative, job->lang, job->style,
                                         region ? region : "", job->draft ? "draft" : "", form);
    struct program *style = compiled(t, job, relative, key, diag);
    xmlDocPtr result = style ? engine_apply(t, style, relative, view, job, diag) : NULL;

    arena_free(a);
    return result;
}

struct _xmlDoc *transform_page(struct transform *t, const struct transform_job *job,
                               struct _xmlDoc *document, struct diag *diag)
{
    return stage(t, "xslt/page.xsl", document, job, diag);
}

bool transform_web(struct transform *t, const struct transform_job *job, struct _xmlDoc *document,
                   struct buf *out, struct diag *diag)
{
    static const char name[] = "xslt/web.xsl";
    struct program *style = engine_slow_program(t, name, diag);
    xmlDocPtr page = style ? engine_apply(t, style, name, document, job, diag) : NULL;
    xmlChar *text = NULL;
    int len = 0;

    if (page && xsltSaveResultToString(&text, &len, page, style->slow) == 0 && len > 0) {
        buf_str(out, "<!DOCTYPE html>\n");
        buf_add(out, text, (size_t)len);
    }
    xmlFree(text);
    transform_doc_free(page);
    return out->len > 0;
}

struct _xmlDoc *transform_blank_source(const char *kind)
{
    xmlDocPtr source = xmlNewDoc((const xmlChar *)"1.0");
    xmlNodePtr root = source ? xmlNewDocNode(source, NULL, (const xmlChar *)"blank", NULL) : NULL;

    if (root) {
        xmlDocSetRootElement(source, root);
        xmlNewProp(root, (const xmlChar *)"kind", (const xmlChar *)kind);
    }
    return source;
}

struct _xmlDoc *transform_blank(struct transform *t, const struct transform_job *job,
                                struct diag *diag)
{
    return stage(t, "xslt/calibration.xsl", job->source, job, diag);
}

static void set_number(xmlNodePtr node, const char *name, size_t value)
{
    char text[24];

    snprintf(text, sizeof text, "%zu", value);
    xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)text);
}

struct _xmlDoc *transform_separator(struct transform *t, const struct transform_separator *s,
                                    struct diag *diag)
{
    struct transform_job job = {.kind = "separator", .lang = "sv", .style = "standard"};
    xmlDocPtr source = xmlNewDoc((const xmlChar *)"1.0"), made;
    xmlNodePtr root = xmlNewDocNode(source, NULL, (const xmlChar *)"separator", NULL);

    xmlDocSetRootElement(source, root);
    xmlNewProp(root, (const xmlChar *)"area", (const xmlChar *)s->area);
    set_number(root, "letters", s->letters);
    set_number(root, "sheets", s->sheets);
    set_number(root, "first", s->first);
    set_number(root, "last", s->last);
    made = stage(t, "xslt/separator.xsl", source, &job, diag);
    xmlFreeDoc(source);
    return made;
}

const char *transform_view_style(struct transform *t, const struct _xmlDoc *view)
{
    const char *style = transform_root_attribute(view, "style");
    struct arena *a = arena_new();
    bool there = style && engine_name(style) &&
                 dir_is_file(arena_printf(a, "%s/templates/styles/%s.xml", t->home, style));

    arena_free(a);
    return there ? style : "standard";
}

bool transform_is_empty(const struct _xmlDoc *doc)
{
    return !xmlDocGetRootElement((xmlDocPtr)doc);
}

void transform_dump(struct _xmlDoc *doc, struct buf *out)
{
    xmlChar *text = NULL;
    int len = 0;

    xmlDocDumpFormatMemoryEnc(doc, &text, &len, "UTF-8", 1);
    if (text && len > 0)
        buf_add(out, text, (size_t)len);
    xmlFree(text);
}

void transform_doc_free(struct _xmlDoc *doc)
{
    if (doc && grove_owns(doc))
        grove_free(doc);
    else
        xmlFreeDoc(doc);
}
