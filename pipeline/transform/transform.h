/* Transform: the stages that are XSLT, from case to findings, view, document and XSL-FO.
 *
 * An engine parses each stylesheet, profile and style once and keeps it. Stylesheets may read only
 * the project's own data folders and write nothing; messages of theirs never reach the user,
 * because they could carry data of a case.
 *
 * Parameters that every stylesheet gets, all strings: kind, recipient (1-based number among the
 * parties that receive, "0": none), lang, with, style, today (ISO date), draft ("" or "yes"),
 * fillable ("" or "yes"),
 * decision ("", "paper" or "phone"), reason, guardians ("" or "|N|N|").
 * Documents are handed over by extension functions (namespace urn:duform:functions:1):
 * d:profile(), d:laws(), d:style(), d:letterhead(name), d:words(name), d:locale(lang), and a unit
 * of a translation by d:unit(id, lang). The others
 * are d:date, d:time, d:time-range, d:add-days, d:add-months, d:days-between, d:age, d:weekday,
 * d:plural, d:list, d:personal-number, d:personal-number-display, d:personal-number-date,
 * d:personal-number-kind, d:isolate, d:nobreak, d:longest-word, d:direction and d:line; functions.c
 * says what each returns. */
#ifndef TRANSFORM_TRANSFORM_H
#define TRANSFORM_TRANSFORM_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>

struct _xmlDoc;

#define TRANSFORM_CASE_NS "urn:duform:case:1"

/* Stylesheets, profiles, styles, locales: parsed when first needed. One per process (or thread). */
struct transform;
struct transform *transform_new(const char *home, struct diag *diag); /* NULL after a report */
void transform_free(struct transform *t);

/* What is to be made. The strings are borrowed. */
struct transform_job {
    struct _xmlDoc *source;         /* the case, or transform_blank_source */
    const struct _xmlDoc *profile;  /* of transform_profile */
    const char *file;               /* of the case, for messages */
    const char *kind, *lang, *with; /* with: "" for none */
    const char *style;              /* "": the recipient's own, which the view says */
    char today[11];                 /* ISO date of the letter; "" for blanks */
    bool draft;
    bool fillable;         /* with form fields */
    int recipient;         /* 1-based; 0: none */
    const char *decision;  /* on a protected case: "paper", "phone"; "" or NULL: none */
    const char *reason;    /* why, without personal data; "" or NULL: none given */
    const char *guardians; /* "|N|N|": recipients to whom letters were decided; NULL: none */
};

/* The profile of a region, kept by the engine. NULL after a report at place (EXIT_INPUT: no such
 * region; EXIT_SYSTEM: the profile is not usable, so nothing may be made). */
const struct _xmlDoc *transform_profile(struct transform *t, const char *region,
                                        struct diag_place place, struct diag *diag);
/* Whether there is a template of this kind. Reports EXIT_USAGE, with the kinds there are. */
bool transform_kind_known(struct transform *t, const char *kind, struct diag *diag);
/* Whether a kind can be made without a case. Reports EXIT_USAGE, with the kinds that can. */
bool transform_blank_known(struct transform *t, const char *kind, struct diag *diag);
/* Whether a kind can be made with form fields. Reports EXIT_USAGE, with the kinds that can; NULL:
 * it does not. */
bool transform_fillable_known(struct transform *t, const char *kind, struct diag *diag);
/* The source of a watchlist, <cases>: of each case added it holds what is watched, references and
 * dates, whoever it is about. Freed by transform_doc_free. */
struct _xmlDoc *transform_cases_new(void);
void transform_cases_add(struct _xmlDoc *cases, const struct _xmlDoc *source);
/* All kinds, sorted, in arena a. */
const char *const *transform_kinds(struct transform *t, struct arena *a, size_t *n);
/* The kinds that fit the state of the case (set.xsl), in arena a. NULL after a report. */
const char *const *transform_set(struct transform *t, const struct transform_job *job,
                                 struct arena *a, size_t *n, struct diag *diag);
/* Whether documents can be made in this language: Swedish, or translated in lang/LANG.xlf. Reports
 * EXIT_USAGE with the languages there are. */
bool transform_lang_known(struct transform *t, const char *lang, struct diag *diag);
bool transform_style_known(struct transform *t, const char *style, struct diag *diag);

/* The stages. Each returns a new document (free with transform_doc_free) or NULL after a report
 * (EXIT_SYSTEM: our own data is at fault). */
struct _xmlDoc *transform_assess(struct transform *t, const struct transform_job *job,
                                 struct diag *diag);
struct _xmlDoc *transform_blank_source(const char *kind); /* freed by transform_doc_free */
struct _xmlDoc *transform_view(struct transform *t, const struct transform_job *job,
                               struct diag *diag);
/* In the language that the view asks for, see transform_view_lang; where its translation may not be
 * printed, Swedish under a notice. job->with: a second language beside it. */
struct _xmlDoc *transform_document(struct transform *t, const struct transform_job *job,
                                   struct _xmlDoc *view, struct diag *diag);
struct _xmlDoc *transform_page(struct transform *t, const struct transform_job *job,
                               struct _xmlDoc *document, struct diag *diag);
/* A document as a web page (web.xsl), appended to out. false after a report. */
bool transform_web(struct transform *t, const struct transform_job *job, struct _xmlDoc *document,
                   struct buf *out, struct diag *diag);
/* XSL-FO of the kind calibration, which has a stylesheet of its own and needs no case. The other
 * blanks go through the stages, with a source <blank kind="KIND"/> in the place of a case. */
struct _xmlDoc *transform_blank(struct transform *t, const struct transform_job *job,
                                struct diag *diag);

/* XSL-FO of a separator sheet, which stands before some letters of a bundle (separator.xsl). */
struct transform_separator {
    const char *area;       /* first digits of their post codes, "": they have none */
    size_t letters, sheets; /* that follow, up to the next separator */
    size_t first, last;     /* positions in the mailing */
};
struct _xmlDoc *transform_separator(struct transform *t, const struct transform_separator *s,
                                    struct diag *diag);

/* Parses the stages' stylesheets and compiles the templates of n kinds (0: all) for a language and
 * a style ("": the standard one). What fails here fails again, with a report, when it is used. */
void transform_warm(struct transform *t, const char *const *kinds, size_t n, const char *lang,
                    const char *style);

/* The style that a view asks for, "standard" if it asks for none that there is. */
const char *transform_view_style(struct transform *t, const struct _xmlDoc *view);
/* The language that a view asks for, if documents can be made in it; else "sv". */
const char *transform_view_lang(struct transform *t, const struct _xmlDoc *view);
/* The words of a document that do not come from the case, a line each: those of its kind's template
 * and of its language, and those of the region's profile (neutral: without what belongs to single
 * principals). */
void transform_template_words(struct transform *t, const struct transform_job *job,
                              const char *lang, struct buf *out, struct diag *diag);
void transform_region_words(const struct transform_job *job, bool neutral, struct buf *out);
/* No root element: this recipient gets no document of this kind. */
bool transform_is_empty(const struct _xmlDoc *doc);
/* Indented text of a stage's result, for `duform trace`. */
void transform_dump(struct _xmlDoc *doc, struct buf *out);
void transform_doc_free(struct _xmlDoc *doc); /* NULL is allowed */

/* ---- what the flow needs to know of a case and of results (case.c) --------------------------- */

int transform_recipients(const struct _xmlDoc *source); /* parties that receive documents */
/* Attribute of the root element of a case or a result, NULL if absent; owned by the document. */
const char *transform_root_attribute(const struct _xmlDoc *doc, const char *name);
int transform_root_line(const struct _xmlDoc *doc); /* line of the root element */
/* The post code of the address that a letter to this recipient bears, digits only; "" if it bears
 * none or one abroad. */
void transform_recipient_postcode(const struct _xmlDoc *source, int n, char postcode[6]);
/* Class of a recipient (1-based), "" if unknown. */
const char *transform_recipient_class(const struct _xmlDoc *source, int n);
/* Whether the person is protected: everything but the exact value "none", also no value at all. */
bool transform_protected(const struct _xmlDoc *source);
/* The same for a party that has a protection of its own. */
bool transform_recipient_protected(const struct _xmlDoc *source, int n);
/* What a profile does with protected persons: "paper", "phone", "ask"; "" if it does not say. */
const char *transform_policy(const struct _xmlDoc *profile);
const char *transform_policy_rule(const struct _xmlDoc *profile); /* the routine's rule, or "C.5" */
/* Whether electronic copies may be made; *rule: of the routine. A profile that does not say: no. */
bool transform_electronic(const struct _xmlDoc *profile, const char **rule);
/* Whether letters to this guardian were decided on in the case: 1 yes, 0 no, -1 not said. */
int transform_guardian_decision(const struct _xmlDoc *source, int n);
/* The date that a paper of this kind bears, as the case says: that of the last plan, follow-up,
 * closing or deviation for a paper about it, else when the letters are sent. false: it says none.
 */
bool transform_paper_date(const struct _xmlDoc *source, const char *kind, char date[11]);
/* Whether the text is an existing date YYYY-MM-DD. */
bool transform_is_date(const char *iso);

/* One finding of assess.xsl. The strings are owned by the findings document. */
struct transform_finding {
    enum diag_severity severity;
    const char *rule, *sv, *en;
    int line;
    int recipient; /* 0: concerns all */
};
/* Calls each for every finding, in order. */
void transform_findings(const struct _xmlDoc *findings,
                        void (*each)(void *user, const struct transform_finding *f), void *user);

#endif
