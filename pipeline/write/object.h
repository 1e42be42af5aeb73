/* Indirect objects on libharu's cross-reference table. */
#ifndef WRITE_OBJECT_H
#define WRITE_OBJECT_H

#include "write/writer.h"

/* A new dictionary with a number; never NULL (after a failure its number is 0). */
struct pdf_object *object_new(struct pdf_out *o);
/* Takes the next number for an object of a kind: save.c knows how to write those, in this order. */
unsigned object_light(struct pdf_out *o, enum pdf_light kind);
/* Takes a number for a dictionary that the end of the bundle writes. */
unsigned object_later(struct pdf_out *o);
/* A dictionary of a number that was taken so. */
struct pdf_object *object_late(struct pdf_out *o, unsigned number);
/* Takes over a dictionary that libharu made and numbered; its own keys are written too. */
struct pdf_object *object_adopt(struct pdf_out *o, HPDF_Dict dict);
/* Its keys: a copy of the bytes. */
void object_set_body(struct pdf_out *o, struct pdf_object *obj, const struct buf *body);
/* Makes it a stream of these bytes, compressed when that pays; keys: the others, or "". */
void object_set_stream(struct pdf_out *o, struct pdf_object *obj, const char *keys,
                       const void *bytes, size_t n);
/* Makes it a stream of bytes that are stored as they are (they must outlive the document). */
void object_set_stored(struct pdf_out *o, struct pdf_object *obj, const char *keys,
                       const struct pdf_stored *stored);
/* Uncompressed, as the metadata stream must be. */
void object_set_plain_stream(struct pdf_out *o, struct pdf_object *obj, const char *keys,
                             const void *bytes, size_t n);
/* The struct that dict was made with, NULL if it is not one of ours. */
struct pdf_object *object_of(HPDF_Dict dict);

/* The same without an object: the arena's copy of the bytes as they are to be stored. */
const uint8_t *object_store(struct pdf_out *o, const void *bytes, size_t n, size_t *stored,
                            bool *deflated);

/* zlib-compresses into w->deflated; false when n is too small for that to pay. */
bool deflate_bytes(struct pdf_writer *w, const void *bytes, size_t n);
/* The same for what is kept and used by many documents: slower and smaller. */
bool deflate_thoroughly(struct pdf_writer *w, const void *bytes, size_t n);
/* As deflate_bytes, whether it pays or not. */
void deflate_always(struct pdf_writer *w, const void *bytes, size_t n);

#endif
