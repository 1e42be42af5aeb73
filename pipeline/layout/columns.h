/* Columns of the body region, and blocks that span them (XSL 1.1, 7.21.4 and 7.27.2). */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/fragment.h"

/* Lays out the flow in columns within a space for the whole region. */
struct result layout_columns(struct layout *l, struct box *flow,
                             const struct fo_region_spec *region, const struct space *space,
                             const struct token *token);

#endif
