/* Remarks of one case. */
#ifndef CHECK_FINDINGS_H
#define CHECK_FINDINGS_H

#include "check/check.h"

struct remarks *remarks_new(const struct check_source *source, bool protected);
/* Sorts by place, drops what is told twice, finds lines and columns. */
void remarks_order(struct remarks *all, const struct check_source *s);

#endif
