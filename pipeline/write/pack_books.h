/* The code lengths of packed streams. */
#ifndef WRITE_PACK_BOOKS_H
#define WRITE_PACK_BOOKS_H

#include "write/pack.h"

enum { PACK_SYMBOLS = 286, PACK_DISTANCES = 30, PACK_LENGTHS = 19 };

/* Of literals, end and lengths, then of distances, then of code lengths. */
extern const uint8_t pack_books[PACK_KINDS][PACK_SYMBOLS + PACK_DISTANCES + PACK_LENGTHS];

#endif
