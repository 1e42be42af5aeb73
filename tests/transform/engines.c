/* Our own stylesheets run by our compiler and by libxslt: the same trees. First expressions and
 * instructions one by one, then the stylesheet that each template becomes in each language, then
 * every stage of every kind for every recipient of every sample, in several languages and styles.
 */
#include "transform/sheet.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct diag *mute;
static int failures;

static void drop(void *user, const struct diag_message *m)
{
    (void)user, (void)m;
}

static void verdict(bool good, const char *what)
{
    printf("%s - %s\n", good ? "ok" : "not ok", what);
    failures += !good;
}

/* ---- one by one ------------------------------------------------------------------------------ */

static const char source_text[] = "<r xmlns:n='urn:n' a='1' b='zwei'><x i='1' "
                                  "n:k='v'>one<y>deep</y></x><x i='2'> two  <!--c--> words </x>"
                                  "<n:x i='3'>drei</n:x><y i='4'><x i='5'/><y i='6'>six<x "
                                  "i='7'>7</x></y></y><z>10</z><z>9</z><z>nan</z>"
                                  "<u>\u00e5\u00e4\u00f6 \u2013 x</u></r>";

static const char *const expressions[] = {
    "1 + 2 * 3 - 4 div 8",
    "7 mod 3",
    "-7 mod 3",
    "7 mod -3",
    "1 div 0",
    "-1 div 0",
    "0 div 0",
    "--3",
    "-(2)",
    "1.5 + 1",
    ".5",
    "3 = 3.0",
    "'a' = 'b'",
    "'1' = 1",
    "true() = 'x'",
    "1 < 2 and 2 <= 2",
    "3 > 2 or 1 div 0",
    "not(1 = 1)",
    "r",
    "r/x",
    "r/x[2]",
    "count(//x)",
    "count(//x[1])",
    "count(//x | //y)",
    "//y[@i = 6]",
    "(//x)[last()]/@i",
    "(//x)[3]/@i",
    "//y//x/@i",
    "count(r//y/ancestor::*)",
    "//x[@i = 7]/ancestor::y[1]/@i",
    "//x[@i = 7]/ancestor-or-self::*[2]/@i",
    "r/z/preceding-sibling::*[1]/@i",
    "r/z[3]/preceding-sibling::z[1]",
    "r/z/following-sibling::z",
    "r/x[1]/following-sibling::*[last()]",
    "count(r/@*)",
    "r/@b",
    "name(r/*[3])",
    "local-name(r/*[3])",
    "r/*[3]",
    "//*[local-name() = 'x'][2]",
    "r/x/text()",
    "r/x[2]/comment()",
    "count(r/x[2]/node())",
    "string-length(r/u)",
    "substring(r/u, 2, 3)",
    "substring('12345', 1.5, 2.6)",
    "substring('12345', 0)",
    "substring('12345', -42, 1 div 0)",
    "substring('12345', 0 div 0, 3)",
    "normalize-space(r/x[2])",
    "normalize-space('  a b ')",
    "translate(r/u, '\u00e5\u00e4x', 'AB')",
    "concat('a', 1, true())",
    "contains('abc', '')",
    "starts-with('abc', 'ab')",
    "substring-before('a-b-c', '-')",
    "substring-after('a-b-c', '-')",
    "substring-after('abc', 'x')",
    "boolean(r/nothing)",
    "boolean('0')",
    "number('12x')",
    "number(' 12 ')",
    "number('')",
    "sum(r/z[position() < 3])",
    "sum(r/z)",
    "floor(-1.5)",
    "ceiling(-1.5)",
    "round(-1.5)",
    "round(2.5)",
    "r/z = 9",
    "r/z != 9",
    "r/z > 9",
    "9 < r/z",
    "r/z = r/x/@i",
    "r/x = 'one'",
    "r/nothing = ''",
    "r/nothing != ''",
    "r/x = true()",
    "string(r/z[. > 9])",
    "0.1 + 0.2",
    "1000000000000",
    "1 div 3",
    "100000000000000000000",
    "-0.5",
    "generate-id(r) = generate-id(/*)",
    "generate-id(r/x[1])",
    "r/x[position() = last()]/@i",
    "r/*[@i][2]/@i",
    "r/x[@i = 2 or @i = 1][1]/@i",
    "//x[@i = 7]/ancestor::*[@i][1]/@i",
    "string(//x[@i = 7]/ancestor::*[@i][1][self::y])",
    "r/z[. = 9]/preceding-sibling::*[@i][1]/@i",
    "count(//x[@i][1])",
    "count(//y/*[1][@i = 5])",
    "//x[@i][1][last() = 1]/@i",
    "//x[position() < 3][1]/@i",
    "(//z)[2]/following-sibling::*[1][self::z]",
    "boolean(//z[following-sibling::*[1][self::u]])",
    "translate('abcabc', 'b', '')",
    "translate(r/u, 'x–', 'å-')",
    "//x/..",
    "count(//x/..)",
    "count(//y/self::y)",
    "//y[@i = 6]/preceding::x[1]/@i",
    "count(//z[1]/preceding::*)",
    "//z[1]/preceding::*[2]/@i",
    "count(//x/preceding::node())",
    "count(//@i/preceding::x)",
    "../r",
    "/r/x[2]/../@a",
    "//x[../@a]",
    "r/*[self::z or self::u][last()]",
    "@a",
    "r/x/@n:k",
    "count(//n:*)",
    "count(//@*)",
    "//x[not(node())]/@i",
    "//x[count(*) = 1]",
    "d:age('2000-02-29', '2026-02-28')",
    "d:list(r/z, 'sv')",
    "d:nobreak('a b')",
    "d:date('2026-03-09', 'long', 'sv')",
    "$v/x[2]",
    "$v[1]/@a",
    "$f",
    "$f = 'ab'",
    "string-length($f)",
    "boolean($none)",
    "$none = ''",
    "$none",
    "count($v/x[$two]/@i)",
    "$v/x[$two]/@i",
    "$two + 1",
    "r/x[current()/r/@a]/@i",
    "position()",
    "last()",
    "string(//nothing)",
};

static const char *const bodies[] = {
    "<a><xsl:for-each select='//x'><xsl:sort select='@i' order='descending'/><b "
    "p='{position()}/{last()}'><xsl:value-of select='@i'/></b></xsl:for-each></a>",
    "<a><xsl:for-each select='r/z'><xsl:sort select='.' data-type='number'/><xsl:copy-of "
    "select='.'/></xsl:for-each></a>",
    "<a><xsl:for-each select='r/z'><xsl:sort select='string-length()' data-type='number' "
    "order='descending'/><xsl:sort/><c/><xsl:value-of select='.'/></xsl:for-each></a>",
    "<a b='{{{1 + 1}}}'><xsl:attribute name='b'>new</xsl:attribute><xsl:attribute "
    "name='n:c'><xsl:value-of select='1'/>x</xsl:attribute></a>",
    "<a><xsl:copy-of select='r/@*'/><xsl:copy-of select='r/x'/><xsl:copy-of select='1 + 1'/></a>",
    "<a><xsl:for-each select='r/x[1] | r/@a'><xsl:copy><q/></xsl:copy></xsl:for-each></a>",
    "<a><xsl:for-each select='r/y'><xsl:copy><xsl:copy-of "
    "select='@*'/><xsl:apply-templates/></xsl:copy></xsl:for-each></a>",
    "<a><xsl:apply-templates select='r'/></a>",
    "<a><xsl:apply-templates select='r/*' mode='m'><xsl:with-param name='p' "
    "select='\"given\"'/></xsl:apply-templates></a>",
    "<a><xsl:call-template name='down'><xsl:with-param name='n' "
    "select='5'/></xsl:call-template></a>",
    "<a><xsl:choose><xsl:when test='r/nothing'>1</xsl:when><xsl:when "
    "test='r/x'>2</xsl:when><xsl:otherwise>3</xsl:otherwise></xsl:choose></a>",
    "<a><xsl:variable name='t'><u>1</u><u>2</u></xsl:variable><xsl:copy-of "
    "select='$t'/>|<xsl:value-of select='$t'/></a>",
    "<xsl:element name='{name(r)}e'><xsl:if test='1'>in</xsl:if><xsl:text> "
    "</xsl:text>&lt;&amp;</xsl:element>",
    "<n:a><b><n:c xmlns:m='urn:m' m:d='1'/></b></n:a>",
    "<a><xsl:value-of select='$global'/><xsl:value-of select='$lazy'/><xsl:value-of "
    "select='$kind'/></a>",
    "<a>  <b/>  text  <xsl:text>  </xsl:text><c/></a>",
    "<xsl:message terminate='yes'>stop</xsl:message>",
    "<a><xsl:call-template name='for-ever'/></a>",
};

static const char prologue[] =
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
    "xmlns:n='urn:n' "
    "xmlns:d='urn:duform:functions:1' exclude-result-prefixes='d'><xsl:param name='kind'/>"
    "<xsl:variable name='lazy' select='concat($global, 1)'/><xsl:variable name='global'><xsl:if "
    "test='/r'>g</xsl:if></xsl:variable>"
    "<xsl:template match='x'><any><xsl:apply-templates/></any></xsl:template>"
    "<xsl:template match='y/x'><below/></xsl:template><xsl:template match='y//y' "
    "priority='2'><deep/></xsl:template>"
    "<xsl:template match='x[@i = 2]'><two><xsl:apply-templates "
    "select='node()'/></two></xsl:template>"
    "<xsl:template match='z | u' mode='m'><xsl:param name='p'/><xsl:param name='q' "
    "select='\"own\"'/><zu p='{$p}' q='{$q}'/></xsl:template>"
    "<xsl:template match='*' mode='m'><xsl:param name='p'>body</xsl:param><other "
    "p='{$p}'/></xsl:template>"
    "<xsl:template match='n:*'><ns/></xsl:template><xsl:template match='@i'>attr</xsl:template>"
    "<xsl:template match='text()[. = \"10\"]'>ten</xsl:template>"
    "<xsl:template name='down'><xsl:param name='n'/><xsl:if test='$n &gt; 0'><e "
    "n='{$n}'><xsl:call-template name='down'>"
    "<xsl:with-param name='n' select='$n - 1'/></xsl:call-template></e></xsl:if></xsl:template>"
    "<xsl:template name='for-ever'><xsl:call-template name='for-ever'/></xsl:template>"
    "<xsl:template match='/'>";
static const char variables[] =
    "<xsl:variable name='v' select='r'/><xsl:variable name='f'>a<xsl:value-of "
    "select='\"b\"'/></xsl:variable>"
    "<xsl:variable name='none' select='r/nothing'/><xsl:variable name='two' select='2'/>";

/* The tree that a stylesheet makes; "(failed)" if it does not. fast: it must be compiled by us. */
static void result_of(struct transform *t, const char *key, const char *sheet, bool fast,
                      struct buf *out)
{
    struct transform_job job = {
        .kind = "k", .lang = "sv", .with = "", .style = "", .today = "2026-11-22"};
    xmlDocPtr source = xmlReadMemory(source_text, sizeof source_text - 1, NULL, NULL, 0);
    xmlDocPtr doc = xmlReadMemory(sheet, (int)strlen(sheet), "sheet", NULL, 0), result;
    struct program *p = doc ? engine_compile(t, doc, key, "xslt/test.xsl", !fast, mute) : NULL;

    buf_clear(out);
    buf_str(out, "(failed)");
    if (p && fast && !p->sheet) {
        buf_str(out, " not compiled: ");
        buf_str(out, sheet);
    }
    result = p ? engine_apply(t, p, "test", source, &job, mute) : NULL;
    if (result) {
        buf_clear(out);
        transform_dump(result, out);
    }
    transform_doc_free(result);
    xmlFreeDoc(source);
}

static bool compare_one(struct transform *fast, struct transform *slow, const char *body)
{
    struct buf sheet = BUF_INIT, a = BUF_INIT, b = BUF_INIT;
    bool same;

    buf_printf(&sheet, "%s%s%s</xsl:template></xsl:stylesheet>", prologue, variables, body);
    result_of(fast, body, sheet.data, true, &a);
    result_of(slow, body, sheet.data, false, &b);
    same = strcmp(a.data, b.data) == 0;
    if (!same)
        printf("# %s\n# ours %s\n# libxslt %s\n", body, a.data, b.data);
    buf_free(&sheet);
    buf_free(&a);
    buf_free(&b);
    return same;
}

static void compare_parts(struct transform *fast, struct transform *slow)
{
    int bad = 0;

    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++) {
        struct buf body = BUF_INIT, escaped = BUF_INIT;

        for (const char *c = expressions[i]; *c; c++)
            if (*c == '<')
                buf_str(&escaped, "&lt;");
            else
                buf_char(&escaped, *c);
        buf_printf(&body, "<a><xsl:value-of select=\"%s\"/><xsl:if test=\"%s\">true</xsl:if></a>",
                   escaped.data, escaped.data);
        bad += !compare_one(fast, slow, body.data);
        buf_free(&escaped);
        buf_free(&body);
    }
    verdict(!bad, "expressions mean the same as to libxml2");
    bad = 0;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        bad += !compare_one(fast, slow, bodies[i]);
    verdict(!bad, "instructions do the same as with libxslt");
}

/* ---- comparing ------------------------------------------------------------------------------- */

struct pair {
    struct transform *fast, *slow;
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

    compiled_in(p->fast, relative, job, &ours);
    compiled_in(p->slow, relative, job, &theirs);
    compare_texts(p, &ours, &theirs, job->lang, relative);
}

static void compare_templates_in(struct pair *p, struct transform_job *job, struct arena *a)
{
    size_t n;
    const char *const *kinds = transform_kinds(p->fast, a, &n);

    for (size_t i = 0; i < n; i++) {
        job->kind = kinds[i];
        compare_template(p, job, arena_printf(a, "templates/documents/%s.xml", kinds[i]));
        if (engine_has_edition(p->fast, kinds[i], "easy"))
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

    job.profile = transform_profile(p->fast, "uppsala", diag_at("test", 0), mute);
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
    struct chain a = chain_of(p->fast, job), b = chain_of(p->slow, job);

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
    a = transform_assess(p->fast, job, mute);
    b = transform_assess(p->slow, job, mute);
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

    kinds = transform_kinds(p->fast, a, &all);
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

        job.profile = transform_profile(p->fast, transform_root_attribute(source, "region"),
                                        diag_at(path, 0), mute);
        transform_set(p->fast, &job, a, &n, mute);
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
    const char *home = getenv("ROOT") ? getenv("ROOT") : ".";
    struct arena *a = arena_new();
    struct pair p = {0};

    mute = diag_new(DIAG_EN);
    diag_listen(mute, drop, NULL);
    p.fast = transform_new(home, mute);
    p.slow = transform_new(home, mute);
    if (!p.fast || !p.slow)
        return 1;
    p.slow->slow = true;
    compare_parts(p.fast, p.slow);
    compare_templates(&p, a);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        compare_sample(&p, arena_printf(a, "%s/templates/samples/%s.xml", home, samples[i]), a);
    verdict(p.compared > 1000 && !p.different,
            "every stage of every kind gives the same tree as with libxslt");
    verdict(all_compiled(p.fast), "all our stylesheets are within what is compiled");
    transform_free(p.fast);
    transform_free(p.slow);
    arena_free(a);
    diag_free(mute);
    return failures != 0;
}
