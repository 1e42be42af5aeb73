/* The rows of a long cross-reference table: one place in a nameless file for each number. */
#include "write/rows.h"

#include "base/arena.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

enum { AT_ONCE = 4096 /* rows */ };

struct rows {
    FILE *file; /* holds numbers of bytes and of objects only */
};

struct rows *rows_new(void)
{
    FILE *file = tmpfile();
    if (!file)
        return NULL;
    struct rows *r = xmalloc(sizeof *r);
    *r = (struct rows){file};
    return r;
}

void rows_free(struct rows *r)
{
    if (!r)
        return;
    fclose(r->file);
    free(r);
}

static bool seek(const struct rows *r, unsigned number)
{
    return fseeko(r->file, (off_t)number * XREF_COLUMNS, SEEK_SET) == 0;
}

bool rows_put(struct rows *r, unsigned number, const struct pdf_place *places, size_t n)
{
    uint8_t row[XREF_COLUMNS];
    if (!seek(r, number))
        return false;
    for (size_t i = 0; i < n; i++) {
        xref_put_row(&places[i], row);
        if (fwrite(row, 1, sizeof row, r->file) != sizeof row)
            return false;
    }
    return true;
}

/* Compresses what in holds, all of it. */
static bool squeeze(z_stream *z, const struct buf *in, bool last, struct buf *out)
{
    z->next_in = (Bytef *)in->data;
    z->avail_in = (uInt)in->len;
    do {
        enum { ROOM = 16384 };
        buf_reserve(out, ROOM);
        z->next_out = (Bytef *)out->data + out->len;
        z->avail_out = ROOM;
        if (deflate(z, last ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_ERROR)
            return false;
        out->len += ROOM - z->avail_out;
    } while (z->avail_out == 0);
    return true;
}

static bool squeeze_all(struct rows *r, z_stream *z, unsigned n, struct buf *out)
{
    uint8_t row[XREF_COLUMNS], above[XREF_COLUMNS] = {0};
    struct buf some = BUF_INIT;
    bool good = true;
    for (unsigned i = 0; i < n && good; i++) {
        good = fread(row, 1, sizeof row, r->file) == sizeof row;
        xref_put_difference(row, above, &some);
        if ((i + 1) % AT_ONCE == 0 || i + 1 == n) {
            good = good && squeeze(z, &some, i + 1 == n, out);
            buf_clear(&some);
        }
    }
    buf_free(&some);
    return good;
}

bool rows_deflate(struct rows *r, unsigned n, struct buf *out)
{
    z_stream z = {0};
    if (fflush(r->file) != 0 || !seek(r, 0) || deflateInit(&z, 9) != Z_OK)
        return false;
    bool good = squeeze_all(r, &z, n, out);
    deflateEnd(&z);
    if (!good && !errno)
        errno = EIO;
    return good;
}
