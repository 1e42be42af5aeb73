/* QR codes: df:qr in fo:instream-foreign-object. */
#ifndef LAYOUT_CODE_H
#define LAYOUT_CODE_H

#include "layout/core.h"

bool is_code(const struct fo_node *node);
/* The code of a text, error correction H; natural size: a module is 0.6 mm. Never NULL; code is
 * NULL after a report, where the text is empty or does not fit. */
struct picture *code_of(struct layout *l, const struct fo_node *node);
/* Its dark modules as one path, for a square of this width at (x, y), quiet zone included. */
struct page_path code_path(struct layout *l, const struct text_symbol *code, mpt x, mpt y,
                           mpt width);

#endif
