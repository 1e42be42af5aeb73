/* The file of a graphic while it is read. */
#ifndef LAYOUT_IMAGE_FILE_H
#define LAYOUT_IMAGE_FILE_H

#include "layout/image.h"

struct piece {
    const unsigned char *data;
    size_t len;
};

struct source { /* a file at work */
    struct layout *l;
    const struct fo_node *node;
    unsigned char *data;
    size_t len;
    unsigned dpi_x1000[2]; /* 0: not given */
    struct piece *pieces;  /* of the colour profile */
    unsigned npieces;
};

/* image_png.c; NULL: damaged or too large */
struct page_image_data *read_png(struct source *s);

#endif
