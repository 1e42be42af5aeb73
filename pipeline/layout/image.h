/* External graphics. */
#ifndef LAYOUT_IMAGE_H
#define LAYOUT_IMAGE_H

#include "layout/para.h"

/* Loads a PNG or JPEG (once per URL). What cannot be read is an error that names the line. Never
 * NULL; data is NULL then. */
struct picture *picture_of(struct layout *l, const struct fo_node *node);
/* Warns of a graphic that is no artifact and has no text in its place. */
void picture_needs_text(struct layout *l, const struct fo_node *node);
/* … by URL; node: for messages. */
struct picture *picture_load(struct layout *l, const struct fo_node *node, const char *src);
/* A viewport, and the picture in it, which may be larger. */
struct graphic_size {
    mpt w, h;                 /* of the viewport */
    mpt content_w, content_h; /* of the picture, scaled */
};
/* Of a graphic in a line of this width: width, height, content-width, content-height, scaling. */
struct graphic_size graphic_size(const struct fo_node *node, const struct picture *picture,
                                 mpt ref_width);

#endif
