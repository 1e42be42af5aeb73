/* Packing: deflate (RFC 1951) for the short streams of a letter, with codes that are made once. */
#ifndef WRITE_PACK_H
#define WRITE_PACK_H

#include <stddef.h>
#include <stdint.h>

/* What a stream holds, and so which code words are short. */
enum pack_kind {
    PACK_CONTENT, /* operators of a page */
    PACK_OBJECTS, /* dictionaries */
    PACK_CMAP,    /* ToUnicode */
    PACK_TABLE,   /* rows of binary numbers */
    PACK_KINDS
};

enum { PACK_MOST = 32 * 1024 /* bytes; the farthest that deflate looks back */ };

struct packer;

struct packer *packer_new(void);
void packer_free(struct packer *p); /* NULL is allowed */
/* Bytes that n bytes may become. */
size_t pack_bound(size_t n);
/* Packs n <= PACK_MOST bytes into out, in zlib's format; gives the length. The same bytes give the
 * same result, whatever was packed before. */
size_t pack(struct packer *p, enum pack_kind kind, const void *bytes, size_t n, void *out);

#endif
