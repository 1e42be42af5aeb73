/* Lengths: integers of 1/1000 pt, so that every compiler lays out the same page. */
#ifndef BASE_LEN_H
#define BASE_LEN_H

#include <stdint.h>

typedef int64_t mpt; /* a length or coordinate [1/1000 pt] */

#define MPT_PER_PT 1000
#define MPT_PER_INCH 72000
#define MPT_MAX (INT64_MAX / 4) /* "unbounded": safe to add two of them */

static inline mpt mpt_from_mm1000(int64_t mm1000) /* thousandths of a millimetre */
{
    return (mm1000 * 72000 + (mm1000 < 0 ? -12700 : 12700)) / 25400;
}

#endif
