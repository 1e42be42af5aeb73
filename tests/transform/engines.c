/* Our own stylesheets run by our compiler and by libxslt: the same trees. First the stylesheet that
 * each template becomes in each language, then every stage of every kind for every recipient of
 * every sample, in several languages and styles. */
#include "engines.h"

struct pair {
    struct engines e;
    int compared, different;
};

static void compare_texts(struct pair *p, struct buf *x, struct buf *y, const char *what,
                          const char *kind)
{
    p->compared++;
    if (x->len != y->len || memcmp(x->data, y->data, x->len) != 0) {
        p->different++;
        printf("# %s of %s differs\n", what, kind);
    }
    buf_free(x);
    buf_free(y);
}

static void dump(struct _xmlDoc *doc, struct buf *out)
{
    buf_char(out, ' ');
    if (doc)
        transform_dump(doc, out);
}

/* ---- templates ------------------------------------------------------------------------------- */

/* Each engine has names of its own for nodes, which become names of variables: they are replaced by
 * numbers in the order in which they come. */
static void number_ids(struct buf *text)
{
    struct buf out = BUF_INIT, seen = BUF_INIT;
    char *at = text->data, *id;

    while ((id = strstr(at, "path-id"))) {
        size_t n = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
        char name[64];
        char *known;

        snprintf(name, sizeof name, " %.*s ", (int)n, id);
        known = seen.data ? strstr(seen.data, name) : NULL;
        if (!known)
            buf_str(&seen, name);
        buf_add(&out, at, (size_t)(id - at));
        buf_printf(&out, "path-%zu", known ? (size_t)(known - seen.data) : seen.len - strlen(name));
        at = id + n;
    }
    buf_str(&out, at);
    buf_free(&seen);
    buf_free(text);
    *text = out;
}

/* What compile.xsl makes of a template. */
static void compiled_in(struct transform *t, const char *relative, const struct transform_job *job,
                        struct buf *out)
{
    struct program *compiler = engine_program(t, "xslt/compile.xsl", mute);
    xmlDocPtr source = engine_parse(t, relative, mute);
    xmlDocPtr sheet = engine_apply(t, compiler, "compile", source, job, mute);

    dump(sheet, out);
    number_ids(out);
    transform_doc_free(sheet);
    transform_doc_free(source);
}

static void compare_template(struct pair *p, struct transform_job *job, const char *relative)
{
    struct buf ours = BUF_INIT, theirs = BUF_INIT;

    compiled_in(p->e.fast, relative, job, &ours);
    compiled_in(p->e.slow, relative, job, &theirs);
    compare_texts(p, &ours, &theirs, job->lang, relative);
}

static void compare_templates_in(struct pair *p, struct transform_job *job, struct arena *a)
{
    size_t n;
    const char *const *kinds = transform_kinds(p->e.fast, a, &n);

    for (size_t i = 0; i < n; i++) {
        job->kind = kinds[i];
        compare_template(p, job, arena_printf(a, "templates/documents/%s.xml", kinds[i]));
        if (engine_has_edition(p->e.fast, kinds[i], "easy"))
            compare_template(p, job, arena_printf(a, "templates/documents/%s.easy.xml", kinds[i]));
    }
}

/* As letters, whose translations have to have come far enough, as drafts, and as forms. */
static void compare_templates(struct pair *p, struct arena *a)
{
    static const struct {
        const char *lang;
        bool draft, fillable;
    } all[] = {{"sv", false, false}, {"sv", false, true}, {"ar", true, false}, {"en", false, false},
               {"en", true, true},   {"fa", true, false}, {"fi", true, false}, {"so", true, false}};
    struct transform_job job = {.style = "standard", .with = "", .today = "2026-03-02"};

    job.profile = transform_profile(p->e.fast, "uppsala", diag_at("test", 0), mute);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        job.lang = all[i].lang;
        job.draft = all[i].draft;
        job.fillable = all[i].fillable;
        compare_templates_in(p, &job, a);
    }
    verdict(p->compared > 200 && !p->different,
            "every template in every language becomes the same stylesheet as with libxslt");
    p->compared = p->different = 0;
}

/* ---- all stages ------------------------------------------------------------------------------ */

struct asked {
    const char *lang, *with, *style;
    bool draft;
};
static const struct asked ways[] = {{"", "", "", false},
                                    {"ar", "sv", "", true},
                                    {"en", "", "easy", false},
                                    {"fi", "", "large", true}};

static void compare_docs(struct pair *p, struct _xmlDoc *a, struct _xmlDoc *b, const char *what,
                         const char *kind)
{
    struct buf x = BUF_INIT, y = BUF_INIT;

    dump(a, &x);
    dump(b, &y);
    compare_texts(p, &x, &y, what, kind);
}

/* view, document and page of one engine; the next one only if there was one */
struct chain {
    struct _xmlDoc *view, *document, *page;
};

static struct chain chain_of(struct transform *t, const struct transform_job *asked)
{
    struct transform_job job = *asked;
    struct chain c = {transform_view(t, &job, mute), NULL, NULL};

    if (!c.view || transform_is_empty(c.view))
        return c;
    job.style = transform_view_style(t, c.view);
    c.document = transform_document(t, &job, c.view, mute);
    if (!c.document)
        return c;
    job.style = transform_view_style(t, c.document);
    c.page = transform_page(t, &job, c.document, mute);
    return c;
}

static void chain_free(struct chain *c)
{
    transform_doc_free(c->view);
    transform_doc_free(c->document);
    transform_doc_free(c->page);
}

static void compare_chain(struct pair *p, const struct transform_job *job)
{
    struct chain a = chain_of(p->e.fast, job), b = chain_of(p->e.slow, job);

    compare_docs(p, a.view, b.view, "view", job->kind);
    compare_docs(p, a.document, b.document, "document", job->kind);
    compare_docs(p, a.page, b.page, "page", job->kind);
    chain_free(&a);
    chain_free(&b);
}

static void compare_kind(struct pair *p, struct transform_job *job)
{
    struct _xmlDoc *a, *b;

    job->recipient = 0;
    a = transform_assess(p->e.fast, job, mute);
    b = transform_assess(p->e.slow, job, mute);
    compare_docs(p, a, b, "findings", job->kind);
    transform_doc_free(a);
    transform_doc_free(b);
    for (int n = 0; n <= transform_recipients(job->source); n++) {
        job->recipient = n;
        compare_chain(p, job);
    }
}

static void compare_sample(struct pair *p, const char *path, struct arena *a)
{
    struct _xmlDoc *source = read_xml(path, &read_limits_default, mute);
    const char *const *kinds;
    size_t n, all;

    kinds = transform_kinds(p->e.fast, a, &all);
    for (size_t w = 0; source && w < sizeof ways / sizeof *ways; w++) {
        struct transform_job job = {.source = source,
                                    .file = path,
                                    .lang = ways[w].lang,
                                    .with = ways[w].with,
                                    .style = ways[w].style,
                                    .draft = ways[w].draft,
                                    .today = "2026-03-02",
                                    .decision = "paper",
                                    .kind = ""};

        job.profile = transform_profile(p->e.fast, transform_root_attribute(source, "region"),
                                        diag_at(path, 0), mute);
        transform_set(p->e.fast, &job, a, &n, mute);
        for (size_t i = 0; i < all; i++) {
            job.kind = kinds[i];
            compare_kind(p, &job);
        }
    }
    transform_doc_free(source);
}

/* What our own stylesheets are made of must stay within what we compile. */
static bool all_compiled(const struct transform *t)
{
    bool good = true;

    for (const struct kept *k = t->stylesheets; k; k = k->next)
        if (!((const struct program *)k->what)->sheet) {
            printf("# libxslt runs %s\n", k->key);
            good = false;
        }
    return good;
}

int main(void)
{
    static const char *const samples[] = {"uppsala", "skane", "gavleborg", "protected-uppsala"};
    struct arena *a = arena_new();
    struct pair p = {0};

    if (!engines_start(&p.e))
        return 1;
    compare_templates(&p, a);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        compare_sample(&p, arena_printf(a, "%s/templates/samples/%s.xml", p.e.home, samples[i]), a);
    verdict(p.compared > 1000 && !p.different,
            "every stage of every kind gives the same tree as with libxslt");
    verdict(all_compiled(p.e.fast), "all our stylesheets are within what is compiled");
    arena_free(a);
    return engines_end(&p.e);
}
