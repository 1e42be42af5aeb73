/* Colours: names, #rgb, rgb(), rgb-icc(), cmyk() (XSL 1.1, 5.9.9 and 5.10.2). */
#ifndef FO_COLOUR_H
#define FO_COLOUR_H

#include "fo/fo.h"

/* False: s is not a colour. Tones of gray come out as gray, so that black text is printed with
 * black alone. */
bool fo_colour_read(const char *s, struct fo_colour *out);

#endif
