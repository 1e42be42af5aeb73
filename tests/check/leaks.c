/* Tests of the scan: a document that leaks one value of a case, in each way that a document can, is
 * found out; one that does not leak passes. What the scan of pages and the scan of the PDF that is
 * read back find is the same. */
#include "base/arena.h"
#include "check/scan.h"
#include "fo/build.h"
#include "fo/fo.h"
#include "layout/layout.h"
#include "press.h"
#include "read/read.h"
#include "transform/transform.h"
#include "write/write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed;

static void is(bool condition, const char *what, const char *of)
{
    printf("%s - %s%s%s\n", condition ? "ok" : "not ok", what, *of ? ": " : "", of);
    failed += !condition;
}

/* One party, protected or not; all values are canaries. */
static const char case_text[] =
    "<case xmlns='urn:duform:case:1' ref='tcanary01' region='default'>\n"
    "<person protection='%s'><name><given>Kanarina</given><family>Ek</family></name>\n"
    "<number kind='personal'>200001252386</number><birth-date>2000-01-25</birth-date>\n"
    "<address><street>Kanariegatan 9913</street><postcode>991 39</postcode>"
    "<town>Kanarieby</town></address>\n"
    "<phone>070-174 06 99</phone><email>kanariefagel@example.se</email>\n"
    "<health-centre>Trafficåkerns vårdcentral</health-centre></person>\n"
    "<caller class='health-region'><principal>Kanariekommunen</principal>"
    "<unit>Enheten</unit><phone>+46 31 390 06 77</phone></caller>\n"
    "<consents><child-view><maturity>Barnet är moget nog att avgöra detta själv.</maturity>"
    "</child-view></consents>\n"
    "<parties><party id='me' class='person'/><party id='u' class='social-services'>"
    "<unit>حدیقه</unit><attention>Bo Ek</attention></party></parties>\n"
    "<meeting><place><link>https://kanarie.example/möte rum</link></place></meeting>\n"
    "</case>";

struct leak {
    const char *name;
    const char *body; /* of an FO flow, or, with a leading '@', what stands before the sequence */
    bool strict;      /* found only in a protected case */
};

static const struct leak leaks[] = {
    {"plain text", "<fo:block>Brev till Kanariegatan 9913.</fo:block>", false},
    {"capitals", "<fo:block>KANARIEGATAN 9913</fo:block>", false},
    {"no-break spaces", "<fo:block>Kanariegatan&#xA0;9913</fo:block>", false},
    {"soft hyphens", "<fo:block>Kana&#xAD;rie&#xAD;gatan 9913</fo:block>", false},
    {"letters apart", "<fo:block letter-spacing='4pt'>Kanariegatan 9913</fo:block>", false},
    {"spread over lines",
     "<fo:block margin-right='155mm' xml:lang='sv' hyphenate='true'>vi ses Kanariegatan 9913 då"
     "</fo:block>",
     false},
    {"decomposed letters", "<fo:block>Trafficа&#x30A; Trafficåkerns va&#x30A;rdcentral</fo:block>",
     false},
    {"ligatures", "<fo:block font-family='serif'>Trafficåkerns vårdcentral</fo:block>", false},
    {"ligature characters", "<fo:block>Tra&#xFB03;cåkerns vårdcentral</fo:block>", false},
    {"half bold",
     "<fo:block>Kanarie<fo:inline font-weight='bold'>gatan</fo:inline> 9913</fo:block>", false},
    {"telephone, digits only", "<fo:block>0701740699</fo:block>", false},
    {"telephone, abroad", "<fo:block>+46 (0)70 174 06 99</fo:block>", false},
    {"telephone, Arabic digits",
     "<fo:block>&#x660;&#x667;&#x660; &#x661;&#x667;&#x664; "
     "&#x660;&#x666; &#x669;&#x669;</fo:block>",
     false},
    {"mail", "<fo:block>kanariefagel@example.se</fo:block>", false},
    {"a sentence", "<fo:block>Ja. Barnet är moget nog att avgöra detta själv!</fo:block>", false},
    {"white text", "<fo:block color='#FFFFFF'>Kanariegatan 9913</fo:block>", false},
    {"a footer's text",
     "<fo:block/>#<fo:static-content flow-name='xsl-region-after'><fo:block>Kanariegatan 9913"
     "</fo:block></fo:static-content>",
     false},
    {"a table's cell",
     "<fo:table width='100%' table-layout='fixed'><fo:table-column/><fo:table-column/>"
     "<fo:table-body><fo:table-row><fo:table-cell><fo:block>Kanariegatan 9913</fo:block>"
     "</fo:table-cell><fo:table-cell><fo:block>x</fo:block></fo:table-cell></fo:table-row>"
     "</fo:table-body></fo:table>",
     false},
    {"a link",
     "<fo:block><fo:basic-link external-destination=\"url('https://x.example/Kanarie"
     "gatan%209913')\">här</fo:basic-link></fo:block>",
     false},
    {"a link's characters as bytes",
     "<fo:block><fo:basic-link external-destination=\"url('https://x.example/?a=Traffic%C3%A5kerns"
     "+v%C3%A5rdcentral')\">här</fo:basic-link></fo:block>",
     false},
    {"a bookmark",
     "@<fo:bookmark-tree><fo:bookmark internal-destination='a'><fo:bookmark-title>Kanariegatan 9913"
     "</fo:bookmark-title></fo:bookmark></fo:bookmark-tree>",
     false},
    {"the title", "@TITLE", false},
    {"an id", "<fo:block id='kanariefagel-example-se'>x</fo:block>", false},
    {"personal number", "<fo:block>20000125-2386</fo:block>", true},
    {"personal number, ten digits", "<fo:block>000125-2386</fo:block>", true},
    {"date of birth", "<fo:block>född 2000-01-25</fo:block>", true},
    {"post code", "<fo:block>991 39 X</fo:block>", true},
    {"town alone", "<fo:block>i KANARIEBY,</fo:block>", true},
    {"street without number", "<fo:block>på Kanariegatan</fo:block>", true},
    {"given name, genitive", "<fo:block>Kanarinas plan</fo:block>", true},
    {"two short names", "<fo:block>Bo  Ek</fo:block>", true},
    {"principal", "<fo:block>Kanariekommunens brev</fo:block>", true},
    {"area code", "<fo:block>031-390 06 77</fo:block>", true},
    {"right to left", "<fo:block writing-mode='rl-tb' xml:lang='fa'>به حدیقه بروید</fo:block>",
     true},
    {"words of free text", "<fo:block>hon är moget nog att avgöra mycket</fo:block>", true},
};

static const struct leak clean[] = {
    {"other words", "<fo:block>Vi ses på torsdag. Ring 070-174 06 12.</fo:block>", true},
    {"a longer number", "<fo:block>Dnr 1991394</fo:block>", true},
    {"numbers in a row", "<fo:block>9.91 39.5</fo:block>", true},
    {"a word within a word", "<fo:block>Enhetens och enhetenas</fo:block>", false},
    {"another house", "<fo:block>Kanariegatan 99131</fo:block>", false},
};

/* ---- making a document ----------------------------------------------------------------------- */

static const char *between(struct arena *a, const char *title, const char *declarations,
                           const char *body, const char *statics)
{
    return arena_printf(
        a,
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='sv' font-family='Noto "
        "Sans' font-size='11pt'><fo:layout-master-set><fo:simple-page-master master-name='a' "
        "page-width='210mm' page-height='297mm' margin='20mm'><fo:region-body "
        "margin-bottom='20mm'/>"
        "<fo:region-after extent='15mm'/></fo:simple-page-master></fo:layout-master-set>"
        "<fo:declarations><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>%s</dc:title></rdf:Description>"
        "</rdf:RDF></x:xmpmeta></fo:declarations>%s<fo:page-sequence master-reference='a'>%s"
        "<fo:flow flow-name='xsl-region-body'><fo:block id='a'>Hej.</fo:block>%s</fo:flow>"
        "</fo:page-sequence></fo:root>",
        title, declarations, statics, body);
}

static const char *fo_of(struct arena *a, const char *body)
{
    const char *statics = strchr(body, '#');

    if (strcmp(body, "@TITLE") == 0)
        return between(a, "Kanariegatan 9913", "", "", "");
    if (*body == '@')
        return between(a, "Brev", body + 1, "", "");
    if (statics && statics[1] == '<')
        return between(a, "Brev", "", arena_strndup(a, body, (size_t)(statics - body)),
                       statics + 1);
    return between(a, "Brev", "", body, "");
}

struct made {
    struct _xmlDoc *xml;
    struct page_doc *pages;
    struct buf pdf;
};

static struct made make(struct press *p, struct arena *a, const char *body, struct diag *diag)
{
    struct made m = {NULL, NULL, BUF_INIT};
    const char *fo = fo_of(a, body);
    struct fo_doc *tree;

    m.xml = read_xml_memory(fo, strlen(fo), "test.fo", &read_limits_fo, diag);
    tree = m.xml ? fo_build(m.xml, "test.fo", ".", p->fo, diag) : NULL;
    m.pages = tree ? layout_pages(tree, press_text(p, diag), p->page, diag) : NULL;
    if (!m.pages || !pdf_write(press_writer(p), m.pages, &m.pdf, diag))
        is(false, "the document could not be made", body);
    return m;
}

static void made_free(struct press *p, struct made *m)
{
    transform_doc_free(m->xml);
    buf_free(&m->pdf);
    arena_reset(p->fo);
    arena_reset(p->page);
}

/* ---- tests ----------------------------------------------------------------------------------- */

struct test {
    struct press *press;
    struct scan *scan;
    struct diag *diag;
    struct _xmlDoc *ordinary, *protected_case;
};

static struct scan_job job_of(const struct test *t, bool strict)
{
    return (struct scan_job){
        strict ? t->protected_case : t->ordinary, "invitation", 2, strict, NULL, NULL};
}

static void one(const struct test *t, const struct leak *leak, bool strict, bool found)
{
    struct arena *a = arena_new();
    struct made m = make(t->press, a, leak->body, t->diag);
    struct scan_job job = job_of(t, strict);
    struct scan_place place, place_of_pdf;
    enum scan_result pages = scan_pages(t->scan, &job, m.pages, &place);
    enum scan_result pdf = scan_pdf(t->scan, &job, m.pdf.data, m.pdf.len, &place_of_pdf);
    const char *what = arena_printf(a, "%s, %s", leak->name, strict ? "protected" : "ordinary");

    is(pdf == (found ? SCAN_FOUND : SCAN_CLEAN), found ? "read back: found" : "read back: clean",
       what);
    is(pages == pdf, "pages: the same", what);
    made_free(t->press, &m);
    arena_free(a);
}

static void test_documents(const struct test *t)
{
    for (size_t i = 0; i < sizeof leaks / sizeof *leaks; i++) {
        one(t, &leaks[i], true, true);
        one(t, &leaks[i], false, !leaks[i].strict);
    }
    for (size_t i = 0; i < sizeof clean / sizeof *clean; i++) {
        if (clean[i].strict)
            one(t, &clean[i], true, false);
        one(t, &clean[i], false, false);
    }
}

/* ---- files that our writer would not make ---------------------------------------------------- */

#define CATALOG "1 0 obj<</Type/Catalog/Pages 2 0 R%s>>endobj\n"
#define PAGES                                                                                      \
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"                                           \
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]%s>>endobj\n"
#define END "trailer<</Root 1 0 R/Size 9%s>>\n%%%%EOF\n"

static const struct {
    const char *name, *catalog, *page, *objects, *trailer;
} files[] = {
    {"nothing", "", "", "", ""},
    {"Info", "", "", "4 0 obj<</Subject(Kanariegatan 9913)>>endobj\n", "/Info 4 0 R"},
    {"UTF-16 Info", "", "",
     "4 0 obj<</Author<FEFF004B0061006E006100720069006500670061007400610"
     "06E00200039003900310033>>>endobj\n",
     "/Info 4 0 R"},
    {"an object that nothing refers to", "", "", "5 0 obj(Kanariegatan 9913)endobj\n", ""},
    {"an attachment's name", "/Names<</EmbeddedFiles<</Names[(Kanariegatan 9913.xml)5 0 R]>>>>", "",
     "5 0 obj<</Type/Filespec/F(x)>>endobj\n", ""},
    {"an attachment", "", "",
     "5 0 obj<</Type/EmbeddedFile/Length 40>>stream\n<a>Kanarie<b>gatan</b>&#32;99&#x31;3</a>  "
     "\nendstream endobj\n",
     ""},
    {"XMP", "/Metadata 5 0 R", "",
     "5 0 obj<</Type/Metadata/Subtype/XML/Length 40>>stream\n<x>Kanarie&#103;atan 9913</x>         "
     "\nendstream endobj\n",
     ""},
    {"a form's value", "/AcroForm<</Fields[4 0 R]>>", "",
     "4 0 obj<</FT/Tx/T(a)/V(Kanariegatan 9913)/DV()>>endobj\n", ""},
    {"an annotation", "", "/Annots[<</Subtype/Text/Contents(Kanariegatan\\0409913)>>]", "", ""},
    {"a name", "", "/Kanariegatan#209913 1", "", ""},
    {"an alternative text", "/StructTreeRoot<</K<</S/Figure/Alt(Kanariegatan 9913)>>>>", "", "",
     ""},
    {"replacement text in the content", "", "/Contents 5 0 R",
     "5 0 obj<</Length 60>>stream\n/Span<</ActualText(Kanariegatan 9913)>>BDC EMC               "
     "\nendstream endobj\n",
     ""},
    {"text without a font's map", "", "/Contents 5 0 R",
     "5 0 obj<</Length 40>>stream\nBT[(Kanarie)-9(gatan)]TJ(9913)' ET       \nendstream endobj\n",
     ""},
    {"text of a form", "", "",
     "5 0 obj<</Subtype/Form/Length 40>>stream\nBT(Kanariegatan)Tj 0 9 Td(9913)Tj ET    "
     "\nendstream "
     "endobj\n",
     ""},
    {"a comment", "", "", "% Kanariegatan 9913\n", ""},
    {"an older version of an object", "", "",
     "5 0 obj(Kanariegatan 9913)endobj\n5 0 obj(x)endobj\n", ""},
};

static void test_files(const struct test *t)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct arena *a = arena_new();
        const char *pdf = arena_printf(a, "%%PDF-1.7\n" CATALOG PAGES "%s" END, files[i].catalog,
                                       files[i].page, files[i].objects, files[i].trailer);
        struct scan_job job = job_of(t, true);
        struct scan_place place;
        enum scan_result result = scan_pdf(t->scan, &job, pdf, strlen(pdf), &place);

        is(result == (i ? SCAN_FOUND : SCAN_CLEAN), "a file with", files[i].name);
        if (i)
            is(strcmp(place.element, "street") == 0 && place.line == 4, "its place is told",
               files[i].name);
        arena_free(a);
    }
}

static void test_unreadable(const struct test *t)
{
    struct scan_job job = job_of(t, true);
    struct scan_place place;

    is(scan_pdf(t->scan, &job, "%PDF-1.7\nno more", 16, &place) == SCAN_UNREADABLE,
       "what cannot be read back is not clean", "");
    is(scan_pdf(t->scan, &job, "", 0, &place) == SCAN_UNREADABLE, "nor is an empty file", "");
}

static void test_text(const struct test *t)
{
    static const char *const found[] = {
        "<p>Kanarie<b>gatan</b> 9913</p>", "<p title='Kanariegatan&#160;9913'>x</p>",
        "<a href='?q=Kanariegatan%209913'>x</a>", "<!-- Kanariegatan 9913 -->"};
    struct scan_job job = job_of(t, true);
    struct scan_place place;

    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        is(scan_text(t->scan, &job, found[i], strlen(found[i]), &place) == SCAN_FOUND, "HTML",
           found[i]);
    is(scan_text(t->scan, &job, "<p>Hej</p>", 10, &place) == SCAN_CLEAN, "HTML without", "");
}

/* What the template says of itself is no secret, but it excuses no address. */
static void words(void *user, enum scan_words which, struct buf *out)
{
    (void)user;
    buf_str(out, which == WORDS_OF_TEMPLATE ? "Enheten i Kanarieby\nKanariegatan 9913\n" : "");
}

static void test_excuses(const struct test *t)
{
    struct scan_job job = job_of(t, true);
    struct scan_place place;

    is(scan_text(t->scan, &job, "Enheten", 7, &place) == SCAN_FOUND, "a unit is secret", "");
    job.words = words;
    is(scan_text(t->scan, &job, "Enheten", 7, &place) == SCAN_CLEAN,
       "but not a word of the template", "");
    is(scan_text(t->scan, &job, "Kanariegatan 9913", 17, &place) == SCAN_FOUND,
       "an address is, whatever the template says", "");
}

/* The values of a case are collected once for its documents: each reader still has secrets of his
 * own, and another case has its own values. */
static void test_kept(const struct test *t)
{
    static const char street[] = "Kanariegatan 9913", mark[] = "Barnet är moget nog att avgöra";
    struct scan_job unit = job_of(t, false), person = unit, strict = job_of(t, true);
    struct scan_place place;

    person.recipient = 1;
    scan_keep(t->scan, true);
    for (int round = 1; round < 3; round++) {
        is(scan_text(t->scan, &unit, street, strlen(street), &place) == SCAN_FOUND,
           "the address is secret to the unit", "");
        is(scan_text(t->scan, &person, street, strlen(street), &place) == SCAN_CLEAN,
           "and not to the person", "");
    }
    is(scan_text(t->scan, &unit, mark, strlen(mark), &place) == SCAN_CLEAN,
       "half a sentence of an ordinary case is nothing", "");
    is(scan_text(t->scan, &strict, mark, strlen(mark), &place) == SCAN_FOUND,
       "of a protected one it is", "");
    is(scan_text(t->scan, &unit, mark, strlen(mark), &place) == SCAN_CLEAN, "of that one alone",
       "");
    scan_keep(t->scan, true);
    is(scan_text(t->scan, &unit, street, strlen(street), &place) == SCAN_FOUND,
       "the next case has the values that it had", "");
    scan_keep(t->scan, false);
    is(scan_text(t->scan, &unit, street, strlen(street), &place) == SCAN_FOUND,
       "and outside a case nothing is missed", "");
}

static struct _xmlDoc *read_case(struct arena *a, const char *protection, struct diag *diag)
{
    const char *text = arena_printf(a, case_text, protection);

    return read_xml_memory(text, strlen(text), "case", &read_limits_default, diag);
}

int main(void)
{
    /* the program's data stands in the checkout, not beside the test */
    const char *root = getenv("ROOT");
    int set = root ? setenv("DUFORM_HOME", root, 0) : 0;
    struct diag *diag = diag_new(DIAG_EN);
    struct arena *a = arena_new();
    struct test t = {set == 0 ? press_new(diag) : NULL, scan_new(), diag,
                     read_case(a, "none", diag), read_case(a, "confidentiality-mark", diag)};

    if (!t.press || !t.scan || !t.ordinary || !t.protected_case) {
        is(false, "the test could not begin", "");
        return 1;
    }
    test_documents(&t);
    test_files(&t);
    test_unreadable(&t);
    test_text(&t);
    test_excuses(&t);
    test_kept(&t);
    is(diag_count(diag, DIAG_ERROR) == 0, "no errors were reported", "");
    transform_doc_free(t.ordinary);
    transform_doc_free(t.protected_case);
    scan_free(t.scan);
    press_free(t.press);
    arena_free(a);
    diag_free(diag);
    return failed != 0;
}
