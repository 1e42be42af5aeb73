/* Images: one XObject for each picture, however often it is shown. */
#ifndef WRITE_IMAGES_H
#define WRITE_IMAGES_H

#include "write/writer.h"

const struct pdf_image *images_use(struct pdf_out *o, const struct page_image_data *data);
void images_write(struct pdf_out *o);
/* /XObject<<…>> for the resources. */
void images_put_resources(struct pdf_out *o, struct buf *out);

#endif
