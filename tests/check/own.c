/* Our own texts keep the rules that we hold others to: the Swedish of every template is spelt
 * right, what the person reads speaks to the person, and the easy-read editions have LIX 25 at
 * most. */
#include "base/buf.h"
#include "base/utf8.h"
#include "check/exam.h"
#include "check/lix.h"
#include "read/read.h"

#include <dirent.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct own {
    struct checker *checker;
    struct diag *diag;
    int failed;
};

/* ---- units of a template -------------------------------------------------------------------- */

static bool named(const xmlNode *node, const char *name)
{
    return strcmp((const char *)node->name, name) == 0;
}

static bool has_id(const xmlNode *node)
{
    return xmlHasProp((xmlNodePtr)node, BAD_CAST "id") != NULL;
}

static void add_escaped(struct buf *out, const char *s)
{
    for (; *s; s++)
        if (*s == '&')
            buf_str(out, "&amp;");
        else if (*s == '<')
            buf_str(out, "&lt;");
        else
            buf_char(out, *s == '\n' ? ' ' : *s);
}

/* The text of a unit; where a value will stand, a number stands. */
static void add_text(struct buf *out, const xmlNode *node)
{
    for (node = node->children; node; node = node->next)
        if (node->type == XML_TEXT_NODE)
            add_escaped(out, (const char *)node->content);
        else if (node->type == XML_ELEMENT_NODE && named(node, "value"))
            buf_char(out, '7');
        else if (node->type == XML_ELEMENT_NODE && !has_id(node))
            add_text(out, node);
}

/* Of a unit with a count, each form is a text. */
static void add_forms(struct buf *out, const xmlNode *form)
{
    for (; form; form = form->next) {
        if (form->type != XML_ELEMENT_NODE)
            continue;
        buf_str(out, "<p>");
        add_text(out, form);
        buf_str(out, "</p>\n");
    }
}

static void add_units(struct buf *out, const xmlNode *node)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (xmlHasProp((xmlNodePtr)node, BAD_CAST "plural")) {
            add_forms(out, node->children);
            continue;
        }
        if (has_id(node)) {
            buf_str(out, "<p>");
            add_text(out, node);
            buf_str(out, "</p>\n");
        }
        add_units(out, node->children);
    }
}

/* ---- LIX ------------------------------------------------------------------------------------ */

static int lix_of_units(const struct own *o, const xmlDoc *units)
{
    struct arena *a = arena_new();
    size_t words = 0, sentences = 0, longer = 0;

    for (const xmlNode *p = xmlDocGetRootElement((xmlDocPtr)units)->children; p; p = p->next) {
        struct text t = {.lang = "sv"};
        xmlChar *content = p->type == XML_ELEMENT_NODE ? xmlNodeGetContent((xmlNodePtr)p) : NULL;
        const char *s = (const char *)content, *end = s ? s + strlen(s) : s;

        t.c = arena_array(a, uint32_t, (size_t)(end - s) + 1);
        while (s < end)
            t.c[t.n++] = utf8_next(&s, end);
        text_words(&t, o->checker->rules, a);
        for (size_t i = 0; i < t.nwords; i++)
            longer += text_letters(t.words[i].text) > 6;
        words += t.nwords;
        sentences += t.nsentences;
        xmlFree(content);
    }
    arena_free(a);
    return lix_of(words, sentences, longer);
}

/* ---- one template --------------------------------------------------------------------------- */

/* What was looked at and is right as it stands. */
static const struct {
    const char *file, *word;
} right[] = {
    {"agenda.xml", "skrivs"},     /* the meeting writes it, whoever holds the pen */
    {"plan.xml", "gjordes"},      /* a label with a date behind it */
    {"consent.xml", "personen"},  /* to those who act for the person */
    {"intake.xml", "ÅÅÅÅ-MM-DD"}, /* how a date is written */
};

static bool is_right(const char *file, const struct remark *r)
{
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        if (strcmp(right[i].file, file) == 0 && strcmp(right[i].word, r->words) == 0)
            return true;
    return false;
}

/* What concerns staff alone is only to be spelt right, and says what has to be said. Templates
 * explain the words of the trade, and speak to families too. */
static bool concerns(const char *file, const struct remark *r, bool person)
{
    if (is_right(file, r))
        return false;
    return strcmp(r->id, "DU-SPELLING") == 0 || strcmp(r->id, "DU-HIDDEN") == 0 ||
           strcmp(r->id, "DU-SPACES") == 0 ||
           (person && strcmp(r->id, "DU-JARGON") != 0 && strcmp(r->id, "DU-NI") != 0 &&
            strcmp(r->id, "DU-ABBREVIATION") != 0);
}

static int count_remarks(struct own *o, const char *name, struct buf *units, bool person, bool easy)
{
    struct buf xml = BUF_INIT;
    struct check_source source = {name, NULL, NULL, 0};
    struct remarks *found;
    int n = 0;

    buf_printf(&xml,
               "<case xmlns='urn:duform:case:1'><person protection='none'><name><given>Qx</given>"
               "</name><style>%s</style></person><need><explanation>%s</explanation></need></case>",
               easy ? "easy" : "standard", units->data ? units->data : "");
    source.data = xml.data;
    source.len = xml.len;
    source.doc = read_xml_memory(xml.data, xml.len, name, &read_limits_default, o->diag);
    found = source.doc ? check_case(o->checker, &source, false, o->diag) : NULL;
    for (size_t i = 0; found && i < found->count; i++)
        if (concerns(name, &found->items[i], person)) {
            const struct remark *r = &found->items[i];

            printf("# %s: %s «%s» %s [%s] %s\n", name, r->before, r->words, r->after, r->id, r->sv);
            n++;
        }
    n += !found;
    remarks_free(found);
    xmlFreeDoc(source.doc);
    buf_free(&xml);
    return n;
}

static void say(struct own *o, bool good, const char *name, const char *what, int figure)
{
    printf("%s - %s: %s (%d)\n", good ? "ok" : "not ok", name, what, figure);
    o->failed += !good;
}

static void try_template(struct own *o, const char *folder, const char *name)
{
    char path[1400];
    struct buf units = BUF_INIT, root = BUF_INIT;
    xmlDocPtr doc, all;
    xmlChar *reader;
    bool easy = strstr(name, ".easy.") != NULL, person;
    int n, lix;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    doc = read_xml(path, &read_limits_default, o->diag);
    if (!doc)
        exit(3);
    reader = xmlGetProp(xmlDocGetRootElement(doc), BAD_CAST "reader");
    person = reader && strcmp((const char *)reader, "person") == 0;
    add_units(&units, xmlDocGetRootElement(doc));
    n = count_remarks(o, name, &units, person, easy);
    say(o, n == 0, name, "remarks on the template", n);
    buf_printf(&root, "<units>%s</units>", units.data ? units.data : "");
    all = read_xml_memory(root.data, root.len, name, &read_limits_default, o->diag);
    lix = all ? lix_of_units(o, all) : 99;
    if (easy)
        say(o, lix <= 25, name, "LIX", lix);
    xmlFree(reader);
    xmlFreeDoc(all);
    xmlFreeDoc(doc);
    buf_free(&units);
    buf_free(&root);
}

static int is_template(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');

    return dot && strcmp(dot, ".xml") == 0;
}

int main(void)
{
    const char *root = getenv("ROOT") ? getenv("ROOT") : ".";
    struct own o = {.diag = diag_new(DIAG_EN)};
    struct check_settings settings = {root, NULL, true, false};
    struct dirent **names = NULL;
    char folder[1000];
    int n;

    snprintf(folder, sizeof folder, "%s/templates/documents", root);
    o.checker = checker_new(&settings, o.diag);
    n = o.checker ? scandir(folder, &names, is_template, alphasort) : -1;
    for (int i = 0; i < n; i++) {
        try_template(&o, folder, names[i]->d_name);
        free(names[i]);
    }
    free((void *)names);
    checker_free(o.checker);
    diag_free(o.diag);
    return n > 0 && o.failed == 0 ? 0 : 1;
}
