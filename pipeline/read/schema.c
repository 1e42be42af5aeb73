/* Validation against a schema: what was expected, never what was found.
 *
 * libxml2 says what is wrong in one sentence, which quotes the value first and the schema's own
 * words last. Only what stands after the last fixed phrase of the sentence is taken over: patterns,
 * lists of allowed values, names of expected elements. */
#include "read/read.h"

#include "base/arena.h"
#include "read/relax.h"

#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FAULTS = 20, LONGEST_LIST = 400 };

struct read_schema {
    xmlSchemaPtr schema;
};

struct validation {
    const char *file;
    struct diag *diag;
    struct arena *arena;
    int faults;
    const void *last; /* node of the last fault: libxml2 says some twice */
    void (*each)(void *user, const struct read_fault *fault); /* NULL: they are reported */
    void *user;
    struct read_fault fault; /* at work */
};

/* ---- loading ------------------------------------------------------------------------------- */

static void ignore(void *user, xmlErrorPtr error)
{
    (void)user, (void)error;
}

/* A schema is ours: nothing of it need be wiped. */
static struct read_schema *parse(xmlSchemaParserCtxtPtr ctxt, const char *path, struct diag *diag)
{
    xmlSchemaPtr schema = NULL;
    struct read_schema *s;
    bool wipes = read_wipe_memory(false);

    if (ctxt) {
        xmlSchemaSetParserStructuredErrors(ctxt, ignore, NULL);
        xmlSetStructuredErrorFunc(NULL, ignore); /* for the XML of the schema itself */
        schema = xmlSchemaParse(ctxt);
        xmlSetStructuredErrorFunc(NULL, NULL);
        xmlSchemaFreeParserCtxt(ctxt);
    }
    read_wipe_memory(wipes);
    if (!schema) {
        diag_error(diag, EXIT_SYSTEM, diag_at(path, 0), NULL, "schemat kan inte användas",
                   "the schema cannot be used");
        return NULL;
    }
    s = xmalloc(sizeof *s);
    s->schema = schema;
    return s;
}

struct read_schema *read_schema_new(const char *path, struct diag *diag)
{
    return parse(xmlSchemaNewParserCtxt(path), path, diag);
}

struct read_schema *read_schema_relaxed(const char *path, struct diag *diag)
{
    struct _xmlDoc *doc = relax_schema(path, diag);
    struct read_schema *s = doc ? parse(xmlSchemaNewDocParserCtxt(doc), path, diag) : NULL;

    xmlFreeDoc(doc);
    return s;
}

void read_schema_free(struct read_schema *s)
{
    bool wipes = read_wipe_memory(false);

    if (s)
        xmlSchemaFree(s->schema);
    free(s);
    read_wipe_memory(wipes);
}

/* ---- taking libxml2's sentences apart ------------------------------------------------------ */

/* What follows the last occurrence of phrase in text, NULL if there is none. */
static const char *after_last(const char *text, const char *phrase)
{
    const char *found = NULL, *at = text;

    while ((at = strstr(at, phrase)) != NULL)
        found = at += strlen(phrase);
    return found;
}

/* `{urn:x}a, {urn:x}b ).` or `'a', 'b'}.` as `a, b`: names without namespaces and quotes. */
static const char *clean_list(struct arena *a, const char *s)
{
    char *out = arena_alloc(a, LONGEST_LIST + 8), *to = out;

    while (*s == ' ' || *s == '(')
        s++;
    for (; *s && !strchr(")}\n", *s); s++) {
        if (*s == '{')
            s += strcspn(s, "}");
        else if (*s != '\'')
            *to++ = *s;
        if (!*s)
            break;
        if (to - out >= LONGEST_LIST) {
            memcpy(to, "…", sizeof "…" - 1);
            return out;
        }
    }
    while (to > out && (to[-1] == ' ' || to[-1] == '.'))
        *--to = '\0';
    return out;
}

/* The text up to the quote that ends it: `[a-z]+'.` as `[a-z]+`. */
static const char *unquote(struct arena *a, const char *s)
{
    const char *end = strrchr(s, '\'');

    return end ? arena_strndup(a, s, (size_t)(end - s)) : arena_strdup(a, s);
}

static const char *plain_type(enum diag_language lang, const char *type)
{
    static const struct {
        const char *type, *sv, *en;
    } types[] = {
        {"Date", "ett datum ÅÅÅÅ-MM-DD", "a date YYYY-MM-DD"},
        {"xs:date", "ett datum ÅÅÅÅ-MM-DD", "a date YYYY-MM-DD"},
        {"Time", "en tid ÅÅÅÅ-MM-DDThh:mm:ss", "a time YYYY-MM-DDThh:mm:ss"},
        {"xs:dateTime", "en tid ÅÅÅÅ-MM-DDThh:mm:ss", "a time YYYY-MM-DDThh:mm:ss"},
        {"xs:positiveInteger", "ett heltal från 1", "a whole number from 1"},
        {"xs:nonNegativeInteger", "ett heltal från 0", "a whole number from 0"},
        {"xs:decimal", "ett tal", "a number"},
        {"xs:boolean", "true eller false", "true or false"},
        {"xs:language", "en språkkod, t.ex. sv", "a language code, e.g. sv"},
    };
    const char *local = after_last(type, "}");

    type = local ? local : type;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].type, type) == 0)
            return lang == DIAG_SV ? types[i].sv : types[i].en;
    return type;
}

/* ---- reporting ----------------------------------------------------------------------------- */

static void say(struct validation *v, int line, const char *what, const char *sv, const char *en,
                const char *expected)
{
    const char *text = diag_lang(v->diag) == DIAG_SV ? sv : en;

    if (!v->each) {
        diag_error(v->diag, EXIT_INPUT, diag_at(v->file, line), NULL, "%s: %s%s", "%s: %s%s", what,
                   text, expected);
        return;
    }
    v->fault.line = line;
    v->fault.what = what;
    v->fault.text = arena_printf(v->arena, "%s%s", text, expected);
    v->each(v->user, &v->fault);
}

static const char *name_of(struct arena *a, const xmlNode *node)
{
    if (node->type == XML_ATTRIBUTE_NODE && node->parent)
        node = node->parent;
    return arena_printf(a, "<%s>", (const char *)node->name);
}

/* `<person protection>` for the value of an attribute, which the schema knows if it has a type. */
static const char *name_of_value(struct arena *a, const xmlNode *node, const char *message,
                                 const char **attribute)
{
    static const char phrase[] = "', attribute '";
    const char *found = strstr(message, phrase), *first = strchr(message, '\'');

    if (!found || !first || found != strchr(first + 1, '\''))
        return name_of(a, node);
    *attribute =
        arena_strndup(a, found + sizeof phrase - 1, strcspn(found + sizeof phrase - 1, "'"));
    if (node->type == XML_ATTRIBUTE_NODE && node->parent)
        node = node->parent;
    return arena_printf(a, "<%s %s>", (const char *)node->name, *attribute);
}

static int line_of(const xmlNode *node)
{
    if (node->type == XML_ATTRIBUTE_NODE && node->parent)
        node = node->parent;
    return (int)xmlGetLineNo(node);
}

/* An element that is not expected, or one that is missing: said of the parent or the element. */
static void say_content(struct validation *v, const xmlNode *node, const char *message)
{
    const char *expected = after_last(message, "Expected is one of (");
    bool missing = after_last(message, "Missing child element(s)") != NULL;
    const xmlNode *about =
        missing || !node->parent || node->parent->type != XML_ELEMENT_NODE ? node : node->parent;

    if (!expected)
        expected = after_last(message, "Expected is (");
    expected = expected ? clean_list(v->arena, expected) : "";
    if (missing)
        say(v, line_of(node), name_of(v->arena, about),
            "element saknas; väntade: ", "an element is missing; expected: ", expected);
    else if (*expected)
        say(v, line_of(node), name_of(v->arena, about), "ett element som inte väntades; väntade: ",
            "an element that was not expected; "
            "expected: ",
            expected);
    else
        say(v, line_of(node), name_of(v->arena, about), "ett element som inte väntades här",
            "an element that was not expected here", "");
}

/* A value against a facet or a type. true: it was one of those. */
static bool say_value(struct validation *v, const xmlNode *node, const char *message)
{

    static const struct {
        const char *phrase, *sv, *en;
    } facets[] = {
        {"exceeds the allowed maximum length of '",
         "högsta antal tecken: ", "most characters allowed: "},
        {"underruns the allowed minimum length of '",
         "minsta antal tecken: ", "fewest characters allowed: "},
        {"greater than the maximum value allowed ('", "högsta värde: ", "largest value allowed: "},
        {"less than the minimum value allowed ('", "minsta värde: ", "smallest value allowed: "},
        {"is not accepted by the pattern '", "väntad form: ", "expected form: "},
    };
    const char *what = name_of_value(v->arena, node, message, &v->fault.attribute), *found;

    v->fault.is_value = true;

    if ((found = after_last(message, "is not an element of the set {")) != NULL) {
        say(v, line_of(node), what,
            "väntade ett av: ", "expected one of: ", clean_list(v->arena, found));
        return true;
    }
    for (size_t i = 0; i < sizeof facets / sizeof *facets; i++)
        if ((found = after_last(message, facets[i].phrase)) != NULL) {
            say(v, line_of(node), what, facets[i].sv, facets[i].en, unquote(v->arena, found));
            return true;
        }
    if ((found = after_last(message, "is not a valid value of the ")) == NULL ||
        (found = strstr(found, "type '")) == NULL)
        return v->fault.is_value = false;
    say(v, line_of(node), what, "väntade ", "expected ",
        plain_type(diag_lang(v->diag), unquote(v->arena, found + strlen("type '"))));
    return true;
}

/* Keys and references: libxml2 knows the line, but not always the node. */
static void say_key(struct validation *v, int line, const char *message)
{
    if (after_last(message, "No match found"))
        say(v, line, "key", "hänvisar till något som inte finns i filen",
            "refers to something that is not in the file", "");
    else
        say(v, line, "key", "nyckeln används redan", "the key is used already", "");
}

static void say_other(struct validation *v, const xmlNode *node, int code, const char *message)
{
    const char *what = name_of(v->arena, node);
    const char *found = after_last(message, "The attribute '");

    if (code == XML_SCHEMAV_CVC_COMPLEX_TYPE_4 && found)
        say(v, line_of(node), what, "attribut saknas: ", "a missing attribute: ",
            arena_strndup(v->arena, found, strcspn(found, "'")));
    else if (code == XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1 ||
             code == XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2)
        say(v, line_of(node), what, "ett attribut som inte tillåts",
            "an attribute that is not allowed", "");
    else if (code == XML_SCHEMAV_CVC_ELT_1)
        say(v, line_of(node), "XML", "fel rotelement", "wrong root element", "");
    else if (after_last(message, "haracter content"))
        say(v, line_of(node), what, "text väntades inte här", "text was not expected here", "");
    else
        say(v, line_of(node), what, "är inte så som schemat kräver",
            "is not as the schema requires", "");
}

static void on_fault(void *user, xmlErrorPtr error)
{
    struct validation *v = user;
    const xmlNode *node = error->node;
    const char *message = error->message ? error->message : "";

    if (error->level < XML_ERR_ERROR)
        return;
    if (node && node == v->last && error->code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1)
        return; /* follows the facet that says more */
    v->last = node;
    if (v->faults++ >= MOST_FAULTS && !v->each)
        return;
    v->fault = (struct read_fault){.node = node};
    if (error->code == XML_SCHEMAV_CVC_IDC)
        say_key(v, node ? line_of(node) : error->line, message);
    else if (!node)
        say(v, error->line, "XML", "är inte så som schemat kräver", "is not as the schema requires",
            "");
    else if (error->code == XML_SCHEMAV_ELEMENT_CONTENT)
        say_content(v, node, message);
    else if (!say_value(v, node, message))
        say_other(v, node, error->code, message);
}

/* 0: valid. */
static int validate(struct read_schema *s, struct _xmlDoc *doc, struct validation *v)
{
    xmlSchemaValidCtxtPtr ctxt = xmlSchemaNewValidCtxt(s->schema);
    int result = -1;

    if (ctxt) {
        xmlSchemaSetValidStructuredErrors(ctxt, on_fault, v);
        result = xmlSchemaValidateDoc(ctxt, doc);
        xmlSchemaFreeValidCtxt(ctxt);
    }
    return result;
}

bool read_validate_each(struct read_schema *s, struct _xmlDoc *doc, struct diag *diag,
                        void (*each)(void *user, const struct read_fault *fault), void *user)
{
    struct validation v = {.diag = diag, .arena = arena_new(), .each = each, .user = user};
    int result = validate(s, doc, &v);

    arena_free(v.arena);
    return result == 0 && v.faults == 0;
}

bool read_validate(struct read_schema *s, struct _xmlDoc *doc, const char *name, struct diag *diag)
{
    struct validation v = {.file = name, .diag = diag, .arena = arena_new()};
    int result = validate(s, doc, &v);

    if (v.faults > MOST_FAULTS)
        diag_error(diag, EXIT_INPUT, diag_at(name, 0), NULL, "och %d fel till",
                   "and %d errors more", v.faults - MOST_FAULTS);
    if (result != 0 && v.faults == 0)
        diag_error(diag, result < 0 ? EXIT_SYSTEM : EXIT_INPUT, diag_at(name, 0), NULL,
                   "filen kunde inte prövas mot schemat",
                   "the file could not be checked against the schema");
    arena_free(v.arena);
    return result == 0 && v.faults == 0;
}
