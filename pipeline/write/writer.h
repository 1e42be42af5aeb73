/* What the files of the writer share: the caches, and the document that is being written.
 *
 * libharu (2.3.0) keeps the objects and their numbers, the root of the page tree, the catalog and
 * the trailer. Dictionaries of many keys are written as raw bytes through a dictionary's write_fn,
 * since each key that libharu holds costs it 136 bytes and a search. Of what a long document has
 * thousands (pages, elements) libharu has the number only: a page of its own takes it 4 KB. */
#ifndef WRITE_WRITER_H
#define WRITE_WRITER_H

#include "write/write.h"

#include "base/arena.h"
#include "write/map.h"

#include <hpdf.h>
#include <libdeflate.h>

/* ---- objects (object.c) ---------------------------------------------------------------------- */

/* A dictionary, or a stream, whose keys are the raw bytes of body. */
struct pdf_object {
    unsigned number; /* 0 after libharu failed */
    HPDF_Dict dict;
    const char *body;
    size_t body_len;
    bool later; /* only its number is taken: the end of a bundle writes it */
    bool is_stream;
    const uint8_t *stream; /* as stored in the file */
    size_t stream_len;
    const uint8_t *digest; /* MD5 of the stream, where it is kept with the bytes; else NULL */
    HPDF_Stream writing;   /* where libharu is writing the dictionary now */
};

/* ---- bytes that are kept between documents (stream_cache.c) -----------------------------------
 */

/* A stream's stored form, shared by the documents that need it. */
struct pdf_stored {
    uint8_t *bytes; /* heap */
    size_t len;
    size_t raw_len; /* before compression */
    bool deflated;
    uint8_t digest[16];
};

/* ---- fonts (fonts.c, cid.c) --------------------------------------------------------------------
 */

/* A character code: one glyph standing for one text. */
struct pdf_cid {
    const char *text; /* UTF-8, not terminated */
    uint32_t hash;
    uint32_t head; /* of the text: its first four bytes */
    int width;     /* [1/1000 em] */
    uint16_t gid;
    uint8_t text_len;
    bool used;
};

/* A font as this document, or all of a bundle, uses it. */
struct pdf_font {
    const struct font *font;
    unsigned index;       /* 1…: resource name F1 … */
    unsigned used;        /* number of the last document that used it */
    struct pdf_cid *cids; /* [0] is .notdef */
    size_t ncids, cap;
    size_t nordinary;          /* the first codes that are the same in all documents (ordinary.c) */
    uint16_t *slots;           /* hash table of CIDs, 0: free */
    size_t nslots;             /* a power of two */
    uint16_t ascii[128];       /* the CID last found for a text of one character; 0: none yet */
    unsigned number;           /* of the Type0 dictionary */
    struct pdf_object *object; /* that dictionary, once it is to be written */
    struct pdf_font *next;
};

/* The fonts of a file: of one document, or of all in a bundle. */
struct pdf_fonts {
    struct arena *arena;
    struct pdf_font *first, *last;
    struct ptr_map map; /* struct font → struct pdf_font */
};

/* ---- images ------------------------------------------------------------------------------------
 */

struct pdf_image {
    const struct page_image_data *data;
    unsigned index; /* 1…: resource name Im1 … */
    unsigned number;
    struct pdf_object *object; /* NULL: it is in the bundle already */
    struct pdf_image *next;
};

/* ---- pages, marked content, annotations --------------------------------------------------------
 */

struct pdf_annotation {
    const struct page_item *item;
    struct pdf_object *object;
    unsigned index; /* in the document */
    mpt rect[4];    /* in default user space: x0 y0 x1 y1, y upwards */
    struct pdf_page *page;
    unsigned owner;          /* number of the element that holds it, 0: none */
    struct pdf_object *look; /* a field's appearance stream */
    struct pdf_field *group; /* the radio buttons that it is one of, NULL: a field itself */
    struct pdf_annotation *next;
};

/* A field of the form. */
struct pdf_field {
    const struct page_field *field; /* of its first widget, or hidden */
    struct pdf_object *object;      /* of a single widget: the widget's own */
    struct pdf_annotation *widget;  /* the only one; NULL: hidden, or radio buttons */
    struct pdf_field *next;
};

/* One marked-content sequence. A mark that is taken up again has several, the first in page_mark.
 */
struct pdf_sequence {
    int page;
    unsigned mcid;
    struct pdf_sequence *next; /* of the same mark */
};

struct pdf_page {
    const struct page *page;
    int index;
    bool written;  /* its content is, and its items are forgotten */
    bool deflated; /* the content is */
    /* object number; those that follow are its content's, and that of the content's length */
    unsigned number;
    unsigned nmcids;
    unsigned *owners; /* [nmcids] number of the element of each sequence, 0: none */
    const uint8_t *content;
    size_t content_len; /* as stored */
    struct pdf_annotation *annotations, *last_annotation;
};

/* Objects of which there are thousands: libharu has one entry for all of a kind. */
enum pdf_light { LIGHT_NODE, LIGHT_PAGE, LIGHT_CONTENT, LIGHT_LENGTH, LIGHT_ELEMENT, LIGHT_KINDS };

/* A place that links and bookmarks may lead to, in the index by id. */
struct pdf_dest {
    const struct page_dest *at;
};

/* ---- the writer and the document ---------------------------------------------------------------
 */

struct pdf_stream_cache;
struct pdf_bundle; /* bundle.h */

struct pdf_writer {
    struct arena *arena; /* of the document in hand, libharu's memory included */
    struct buf content;  /* scratch: page content, later object streams */
    struct buf scratch;  /* a body or stream under construction */
    struct buf deflated; /* scratch of the compressor */
    /* for what each document has for itself (half the time, 4 % larger), and for what is kept */
    struct libdeflate_compressor *quick, *thorough;
    struct pdf_stream_cache *cache;
    struct ordinary *ordinary; /* of each font (ordinary.c); heap */
};

struct pdf_out {
    struct pdf_writer *w;
    struct arena *arena;
    const struct page_doc *doc;
    struct diag *diag;
    HPDF_Doc pdf;
    struct pdf_bundle *bundle; /* that the document goes into; NULL: a file of its own */
    unsigned serial;           /* of the document in its bundle, from 1 */
    int first_key;             /* its first in the parent tree */
    bool failed;               /* reported already */
    struct pdf_page **pages;   /* those that have numbers: all of the document's in the end */
    size_t npages, pages_cap;
    unsigned *nodes; /* numbers of the page tree's nodes below its root */
    size_t nnodes, nodes_cap;
    HPDF_XrefEntry light[LIGHT_KINDS]; /* NULL: there are none */
    struct pdf_fonts *fonts;
    HPDF_Dict *spare; /* numbered by libharu and not needed as what they were */
    size_t nspare, spare_cap;
    struct pdf_object **late; /* with numbers that earlier documents of the bundle took */
    size_t nlate, late_cap;
    struct pdf_image *images, *last_image;
    struct pdf_object *resources;
    struct page_elem *light_elements; /* the first of LIGHT_ELEMENT */
    struct pdf_object *structure_root;
    unsigned root_parent;       /* number of what holds the root element */
    struct ptr_map annotations; /* struct page_item → struct pdf_annotation */
    struct ptr_map image_map;   /* struct page_image_data → struct pdf_image */
    struct pdf_dest *dests;     /* [ndests] by id */
    size_t ndests;
    unsigned nannotations;
    struct pdf_field *fields, *last_field;
    struct pdf_object *no_look;   /* the empty appearance of boxes that are off */
    struct pdf_object *form_font; /* what viewers set typed text in */
    bool uses_cmyk;
};

/* Reports that the page tree cannot be written, once. */
void pdf_fail(struct pdf_out *o, enum exit_status status, const char *sv, const char *en);
/* libharu's sticky error after a stage; false: failed. */
bool pdf_check(struct pdf_out *o);

#endif
