/* An encrypted copy, made by qpdf of the finished file: libharu has RC4 only. */
#include "write/seal.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { OWNER = 32 }; /* random bytes of the owner's password */

/* 256 random bits in letters; nobody keeps them. */
static bool invent_password(char out[2 * OWNER + 1])
{
    unsigned char bytes[OWNER];
    bool good = getrandom(bytes, sizeof bytes, 0) == sizeof bytes;

    for (size_t i = 0; i < OWNER; i++) {
        out[2 * i] = (char)('a' + bytes[i] / 16);
        out[2 * i + 1] = (char)('a' + bytes[i] % 16);
    }
    out[2 * OWNER] = '\0';
    explicit_bzero(bytes, sizeof bytes);
    return good;
}

/* Takes elements <pdfaid:…>…</pdfaid:…> out of the metadata, in place. */
static size_t drop_identification(char *xmp, size_t n)
{
    static const char open[] = "<pdfaid:", close[] = "</pdfaid:";
    char *at, *end;

    while ((at = memmem(xmp, n, open, sizeof open - 1)) != NULL) {
        end = memmem(at, n - (size_t)(at - xmp), close, sizeof close - 1);
        end = end ? memchr(end, '>', n - (size_t)(end - xmp)) : NULL;
        if (!end)
            break;
        memmove(at, end + 1, n - (size_t)(end + 1 - xmp));
        n -= (size_t)(end + 1 - at);
    }
    return n;
}

/* The file says no longer that it is PDF/A. */
static bool change_metadata(qpdf_data q)
{
    qpdf_oh metadata = qpdf_oh_get_key(q, qpdf_get_root(q), "/Metadata");
    unsigned char *xmp = NULL;
    size_t n = 0;
    QPDF_BOOL filtered;

    if (!qpdf_oh_is_stream(q, metadata) ||
        qpdf_oh_get_stream_data(q, metadata, qpdf_dl_all, &filtered, &xmp, &n) >= QPDF_ERRORS)
        return false;
    n = drop_identification((char *)xmp, n);
    qpdf_oh_replace_stream_data(q, metadata, xmp, n, qpdf_oh_new_null(q), qpdf_oh_new_null(q));
    free(xmp);
    return !qpdf_has_error(q);
}

static bool write_sealed(qpdf_data q, const char *password)
{
    char owner[2 * OWNER + 1];
    bool good = invent_password(owner) && qpdf_init_write_memory(q) < QPDF_ERRORS;

    if (good) {
        qpdf_set_r6_encryption_parameters2(q, password, owner, QPDF_TRUE, QPDF_TRUE, QPDF_FALSE,
                                           QPDF_FALSE, QPDF_TRUE, QPDF_FALSE, qpdf_r3p_full,
                                           QPDF_TRUE);
        good = qpdf_write(q) < QPDF_ERRORS;
    }
    explicit_bzero(owner, sizeof owner);
    return good;
}

bool pdf_seal(struct buf *pdf, const char *password, const char *name, struct diag *diag)
{
    qpdf_data q = qpdf_init();
    struct buf sealed = BUF_INIT;
    bool good;

    qpdf_silence_errors(q);
    qpdf_set_suppress_warnings(q, QPDF_TRUE);
    good = qpdf_read_memory(q, "", pdf->data, pdf->len, NULL) < QPDF_ERRORS && change_metadata(q) &&
           write_sealed(q, password);
    if (good)
        buf_add(&sealed, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
    else
        diag_error(diag, EXIT_SYSTEM, diag_at(name, 0), NULL, "dokumentet kan inte krypteras",
                   "the document cannot be encrypted");
    while (qpdf_has_error(q)) /* else it would be printed */
        qpdf_get_error(q);
    qpdf_cleanup(&q);
    if (pdf->data)
        explicit_bzero(pdf->data, pdf->len);
    buf_free(pdf);
    *pdf = sealed;
    return good;
}
