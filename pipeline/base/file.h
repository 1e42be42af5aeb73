/* Files: read whole with a cap, written whole or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stdint.h>

/* Reads all of path ("-": standard input) into out, at most max bytes. Reports and returns false
 * when it cannot be read (EXIT_INPUT where the file is absent, unreadable or too large). */
bool file_read(const char *path, size_t max, struct buf *out, struct diag *diag);

/* The same piece by piece, and reported at the end. */
struct file_source {
    const char *path;
    int fd;
    size_t max, done; /* bytes */
    int error;        /* errno, 0: none */
};
void file_source_open(struct file_source *s, const char *path, size_t max);
/* At most n bytes of it; 0: that was all; -1: it cannot be read, or there is more than max. */
int file_source_read(struct file_source *s, char *bytes, int n);
/* false: it could not be read, after a report. */
bool file_source_close(struct file_source *s, struct diag *diag);

/* A file that appears whole or not at all: a temporary file of a random name in the same folder,
 * mode 0600, checked write, fsync, rename, fsync of the folder. path "-": standard output.
 * On failure reports (EXIT_SYSTEM), leaves nothing behind and returns false. */
bool file_write_whole(const char *path, const void *data, size_t len, struct diag *diag);

/* The same for a file that is written piece by piece. Its temporary file has a name of its own for
 * each path, so that one that a killed run left is replaced. */
struct file_stream;
struct file_stream *file_stream_open(const char *path, struct diag *diag); /* NULL after a report */
bool file_stream_put(void *stream, const void *data, size_t len);          /* false: errno */
/* keep: gives the file its name; else nothing is left. Frees; false after a report. */
bool file_stream_close(struct file_stream *s, bool keep, struct diag *diag);

/* A read-only mapping of a data file of ours (fonts). Returns NULL when it cannot be mapped; no
 * report. */
const uint8_t *file_map(const char *path, size_t *len);
void file_unmap(const uint8_t *data, size_t len);

#endif
