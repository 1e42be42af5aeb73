/* Form fields and their widgets (ISO 32000-1, 12.7 and 12.5.6.19). */
#ifndef WRITE_FIELDS_H
#define WRITE_FIELDS_H

#include "write/content.h"

/* Takes a field into the form, and paints its appearance stream. */
void fields_add(struct content *c, struct pdf_annotation *a);
/* The dictionary of a widget, which is that of its field too unless it is one of several. */
void fields_write_widget(struct pdf_out *o, const struct pdf_annotation *a);
/* Groups, hidden fields, and the font for typing. */
void fields_write(struct pdf_out *o);
/* /AcroForm<<…>> for the catalog, or nothing. */
void fields_put_form(struct pdf_out *o, struct buf *out);

/* form_font.c: a simple font with the characters of Windows-1252. NULL after a report. */
struct pdf_object *form_font_write(struct pdf_out *o, const struct font *font);

#endif
