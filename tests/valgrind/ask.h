/* What a caller sends to the resident program: its folder and the three standard files as
 * descriptors, and this head before `size` bytes of arguments and environment, each ended by a null
 * byte. */
#ifndef VALGRIND_ASK_H
#define VALGRIND_ASK_H

#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

struct asked {
    uint32_t size, argc, envc;
    mode_t umask;
    struct rlimit file_size, open_files;
    int warm; /* run in the resident program itself, so that what is translated stays */
};

enum { ASKED_FDS = 4 /* standard input, output, error; the folder */ };

#endif
