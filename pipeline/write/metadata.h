/* What the file says about itself: information dictionary, XMP, output intent. */
#ifndef WRITE_METADATA_H
#define WRITE_METADATA_H

#include "write/writer.h"

struct pdf_object *metadata_write_xmp(struct pdf_out *o);
void metadata_write_info(struct pdf_out *o);
struct pdf_object *metadata_write_output_intent(struct pdf_out *o);

/* DefaultCMYK for the resources, where the document uses CMYK. */
void metadata_put_colour_spaces(struct pdf_out *o, struct buf *out);

#endif
