/* Secrets: the values of a case that one document may not hold.
 *
 * This is a second statement of who may see what, independent of the views (view.xsl): fields.def
 * says it per field. Of a protected case, or for a protected recipient, every value is secret but
 * those few that fields.def lets through. */
#ifndef CHECK_SECRET_H
#define CHECK_SECRET_H

#include "base/buf.h"
#include "check/patterns.h"

struct _xmlDoc;

/* A document: what it is made of and for whom. All is borrowed. */
struct secret_job {
    const struct _xmlDoc *source; /* the case */
    const char *kind;
    int recipient; /* 1-based, as transform counts them; 0: the office */
    bool strict;   /* the person or this recipient is protected */
};

/* Where a secret stands in the case. */
struct secret {
    const char *element; /* its name, or that of an attribute */
    int line;
    bool sure; /* identity or address: no chance likeness with words of a template excuses it */
};

struct secrets {
    struct arena *arena;
    struct patterns *patterns; /* tag: index of the secret */
    struct secret *list;
    size_t n, cap;
};

/* The values of a case and what would tell them, for all documents that are made of it. It borrows
 * the case. */
struct case_values;
struct case_values *case_values_new(const struct fold *f, const struct _xmlDoc *source);
void case_values_free(struct case_values *v); /* NULL is allowed */
bool case_values_of(const struct case_values *v, const struct _xmlDoc *source);

/* v must live as long. */
struct secrets *secrets_new(struct case_values *v, const struct secret_job *job);
void secrets_free(struct secrets *s);
/* Appends the values of the case that the document may hold, a line each. */
void secrets_open_values(const struct case_values *v, const struct secret_job *job,
                         struct buf *out);

#endif
