/* Private to transform: the engine's parts. */
#ifndef TRANSFORM_ENGINE_H
#define TRANSFORM_ENGINE_H

#include "base/arena.h"
#include "read/read.h"
#include "transform/grove.h"
#include "transform/locale.h"
#include "transform/transform.h"

#include <libxslt/security.h>
#include <libxslt/xsltInternals.h>

/* A document or stylesheet that is kept, by its path below the data folder or another key. */
struct kept {
    const char *key;
    void *what;
    struct kept *next;
};

struct value;
struct transform {
    struct arena *arena; /* keys and paths; never reset */
    const char *home;    /* real path of the data folder */
    xsltSecurityPrefsPtr security;
    struct kept *documents;   /* xmlDocPtr */
    struct kept *stylesheets; /* struct program */
    struct grove_shed shed;
    struct index *indexes; /* of documents that were asked */
    /* Of the stylesheet that runs, wiped after each run: */
    struct arena *scratch;
    struct value *stack; /* local variables of all templates in hand */
    bool slow;           /* libxslt runs everything: for the test that compares */
    struct read_schema *profile_schema;
    struct locales *locales;
};

/* Where a stylesheet was stopped. */
struct place {
    const char *file; /* NULL: not known */
    int line;
    bool message; /* it stopped itself, with xsl:message */
};

/* Of an instruction; NULL: nowhere. The file is the document's own string. */
struct place engine_place(const xmlNode *at);

/* One run of a stylesheet: the _private of its context. */
struct run {
    struct transform *transform;
    const struct transform_job *job;
    struct diag *diag;
    struct buf *words; /* where its words go; NULL: they are dropped, for they could quote a case */
    struct place fault;        /* the instruction that was heard of last */
    const struct index *parts; /* of the style; NULL: not asked for yet */
    char recipient[16];
};

/* A stylesheet, compiled by us if it keeps to what sheet.h lists, else by libxslt. */
struct program {
    struct sheet *sheet; /* or */
    xsltStylesheetPtr slow;
};

/* A document of our own, kept. NULL if the file is absent (no report) or not well-formed
 * (reported, EXIT_SYSTEM). */
xmlDocPtr engine_document(struct transform *t, const char *relative, struct diag *diag);
xmlDocPtr engine_kept_document(struct transform *t, const char *relative); /* NULL: not kept */
void engine_keep_document(struct transform *t, const char *relative, xmlDocPtr doc); /* owns doc */
/* Our own file parsed anew; the caller frees. */
xmlDocPtr engine_parse(struct transform *t, const char *relative, struct diag *diag);
/* The same without the elements that filter does not want. */
xmlDocPtr engine_parse_some(struct transform *t, const char *relative,
                            const struct grove_filter *filter, struct diag *diag);
/* A stylesheet below the data folder, kept. NULL after a report. */
struct program *engine_program(struct transform *t, const char *relative, struct diag *diag);
/* The same for libxslt, whose results may be changed and written out as the stylesheet says. */
struct program *engine_slow_program(struct transform *t, const char *relative, struct diag *diag);
/* Compiles doc (taken over) and keeps it under key; name is its path below the data folder. NULL
 * after a report. */
struct program *engine_compile(struct transform *t, xmlDocPtr doc, const char *key,
                               const char *name, bool slow, struct diag *diag);
/* Runs it on source. The result is for transform_doc_free; NULL after a report. name is for
 * messages. */
xmlDocPtr engine_apply(struct transform *t, const struct program *program, const char *name,
                       xmlDocPtr source, const struct transform_job *job, struct diag *diag);
struct program *engine_kept_program(struct transform *t, const char *key);
/* The value of a parameter that all stylesheets get; NULL: there is none of this name. */
const char *engine_parameter(struct run *run, const char *name);
/* The units of a template (units.xsl), as XLIFF for a language. NULL after a report. */
xmlDocPtr engine_units(struct transform *t, const char *lang, xmlDocPtr source, struct diag *diag);
/* The document of a view in the language of the job, marked where a translation is missing. NULL
 * after a report. */
xmlDocPtr engine_document_in(struct transform *t, const struct transform_job *job, xmlDocPtr view,
                             struct diag *diag);
/* Whether a kind has an edition of its own for a style. */
bool engine_has_edition(struct transform *t, const char *kind, const char *style);
/* One or two documents with notices and marks, as one (reader.xsl). NULL after a report. */
xmlDocPtr engine_reading(struct transform *t, const struct transform_job *job, xmlDocPtr reading,
                         struct diag *diag);
/* Whether a word stands in a list that spaces separate. */
bool language_listed(const char *list, const char *word);
/* Whether name is one of ours: letters a-z, digits and hyphens, at most 40. */
bool engine_name(const char *name);

/* Around everything that libxslt does: what it may read, and where its words go. */
void sandbox_install(void);                  /* process-wide hooks, any number of times */
xsltSecurityPrefsPtr sandbox_new(void);      /* the preferences of an engine */
const char *sandbox_enter(const char *home); /* gives what was set before */
void sandbox_leave(const char *before);
void sandbox_collect(struct buf *words); /* NULL: words are dropped */

/* Registers the extension functions for one run. */
void functions_register(xsltTransformContextPtr ctxt);
/* One of them; NULL: there is none of this name. */
xmlXPathFunction functions_find(const char *href, const char *name);
struct focus;
struct path;
/* The same function for our own engine, which gives it one argument; NULL: there is none. */
struct value (*functions_quick(xmlXPathFunction function))(const struct focus *f,
                                                           const struct path *p);

#endif
