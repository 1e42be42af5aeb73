/* Private to transform: what a language needs to write dates, times, numbers of things and lists.
 * Patterns are data (lang/locales.xml); the words come from ICU. */
#ifndef TRANSFORM_LOCALE_H
#define TRANSFORM_LOCALE_H

#include "base/buf.h"
#include "base/diag.h"
#include "transform/date.h"

#include <stdbool.h>
#include <stddef.h>

struct _xmlDoc;
struct _xmlNode;

struct locales; /* those of one engine; formatters are opened when first used and kept */
/* doc is lang/locales.xml, which must outlive the result. NULL after a report (EXIT_SYSTEM). */
struct locales *locales_new(struct _xmlDoc *doc, const char *file, struct diag *diag);
void locales_free(struct locales *l);

struct locale;
struct locale *locale_find(struct locales *l, const char *lang); /* NULL: none of that name */
struct locale *locale_first(struct locales *l);
struct locale *locale_at(struct locales *l, size_t i); /* NULL behind the last */
const char *locale_lang(const struct locale *l);
struct _xmlNode *locale_node(const struct locale *l);
bool locale_rtl(const struct locale *l);

/* Each appends UTF-8 to out; false: ICU or the data fails, or form is unknown. */
bool locale_date(struct locale *l, struct date d, const char *form, struct buf *out);
bool locale_time(struct locale *l, int hour, int minute, struct buf *out);
/* end NULL: only a start. Both are times as locale_time made them. */
void locale_time_range(struct locale *l, const char *start, const char *end, struct buf *out);
bool locale_plural(struct locale *l, double n, struct buf *out);
bool locale_list(struct locale *l, const char *const *items, size_t n, struct buf *out);

#endif
