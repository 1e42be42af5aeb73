/* Files: read whole with a cap, written whole or not at all. */
#include "base/file.h"

#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* ---- reading ------------------------------------------------------------------------------- */

void file_source_open(struct file_source *s, const char *path, size_t max)
{
    *s = (struct file_source){.path = path, .max = max};
    s->fd = is_dash(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    s->error = s->fd < 0 ? errno : 0;
}

int file_source_read(struct file_source *s, char *bytes, int n)
{
    ssize_t got = -1;

    if (s->error || s->done > s->max)
        return -1;
    do
        got = read(s->fd, bytes, (size_t)n);
    while (got < 0 && errno == EINTR);
    s->error = got < 0 ? errno : 0;
    s->done += got > 0 ? (size_t)got : 0;
    return s->done > s->max ? -1 : (int)got;
}

bool file_source_close(struct file_source *s, struct diag *diag)
{
    const char *name = is_dash(s->path) ? "<stdin>" : s->path;

    if (s->fd > STDIN_FILENO)
        close(s->fd);
    s->fd = -1;
    if (s->error)
        diag_error(diag, EXIT_INPUT, diag_at(name, 0), NULL, "filen kan inte läsas: %s",
                   "cannot read the file: %s", strerror(s->error));
    else if (s->done > s->max)
        diag_error(diag, EXIT_INPUT, diag_at(name, 0), NULL, "filen är större än %zu byte",
                   "the file is larger than %zu bytes", s->max);
    return !s->error && s->done <= s->max;
}

bool file_read(const char *path, size_t max, struct buf *out, struct diag *diag)
{
    enum { PIECE = 64 * 1024 };
    struct file_source s;
    int n = 1;

    file_source_open(&s, path, max);
    while (n > 0) {
        buf_reserve(out, PIECE);
        n = file_source_read(&s, out->data + out->len, PIECE);
        out->len += n > 0 ? (size_t)n : 0;
        out->data[out->len] = '\0';
    }
    return file_source_close(&s, diag);
}

/* ---- writing ------------------------------------------------------------------------------- */

static bool write_all(int fd, const char *data, size_t len)
{
    while (len) {
        ssize_t n = write(fd, data, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        data += n;
        len -= (size_t)n;
    }
    return true;
}

/* The folder of path, "." if path names none. */
static char *folder_of(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return arena_strdup(a, ".");
    return arena_strndup(a, path, slash == path ? 1 : (size_t)(slash - path));
}

/* Makes a temporary file in folder; its name goes to *name. -1: errno. */
static int open_temporary(struct arena *a, const char *folder, char **name)
{
    for (int tries = 0; tries < 16; tries++) {
        unsigned long long random;
        int fd;

        if (getrandom(&random, sizeof random, 0) != (ssize_t)sizeof random)
            return -1;
        *name = arena_printf(a, "%s/.duform-%016llx", folder, random);
        fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static bool sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL || errno == EROFS);

    if (fd >= 0)
        close(fd);
    return done;
}

/* Writes, syncs and renames; on failure the temporary file is gone and errno says why. */
static bool replace(const char *path, const void *data, size_t len)
{
    struct arena *a = arena_new();
    char *folder = folder_of(a, path), *name;
    int fd = open_temporary(a, folder, &name);
    bool done = fd >= 0 && write_all(fd, data, len) && fsync(fd) == 0;
    int saved = errno;

    if (fd >= 0 && close(fd) < 0 && done) {
        done = false;
        saved = errno;
    }
    if (done && rename(name, path) < 0) {
        done = false;
        saved = errno;
    }
    if (fd >= 0 && !done)
        unlink(name);
    if (done && !sync_folder(folder)) {
        done = false;
        saved = errno;
        unlink(path);
    }
    arena_free(a);
    errno = saved;
    return done;
}

/* A device or pipe is written to, not replaced. */
static bool write_special(const char *path, const void *data, size_t len)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    bool done = fd >= 0 && write_all(fd, data, len);
    int saved = errno;

    if (fd >= 0)
        close(fd);
    errno = saved;
    return done;
}

static bool write_to(const char *path, const void *data, size_t len)
{
    struct stat st;

    if (is_dash(path))
        return write_all(STDOUT_FILENO, data, len);
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
        if (!S_ISDIR(st.st_mode))
            return write_special(path, data, len);
        errno = EISDIR;
        return false;
    }
    return replace(path, data, len);
}

bool file_write_whole(const char *path, const void *data, size_t len, struct diag *diag)
{
    sigset_t stop, before;
    bool done;
    int saved;

    /* Whoever stops the program now must not leave a temporary file with a case in it. */
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGHUP);
    sigprocmask(SIG_BLOCK, &stop, &before);
    done = write_to(path, data, len);
    saved = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (!done)
        diag_error(diag, EXIT_SYSTEM, diag_at(is_dash(path) ? "<stdout>" : path, 0), NULL,
                   "filen kan inte skrivas: %s", "cannot write the file: %s", strerror(saved));
    return done;
}

/* ---- piece by piece ------------------------------------------------------------------------- */

struct file_stream {
    struct arena *arena;
    const char *path, *folder, *temporary;
    int fd;
};

static void report_write(const char *path, struct diag *diag)
{
    diag_error(diag, EXIT_SYSTEM, diag_at(path, 0), NULL, "filen kan inte skrivas: %s",
               "cannot write the file: %s", strerror(errno));
}

struct file_stream *file_stream_open(const char *path, struct diag *diag)
{
    struct arena *a = arena_new();
    struct file_stream *s = arena_new_of(a, struct file_stream);
    const char *slash = strrchr(path, '/');

    s->arena = a;
    s->path = arena_strdup(a, path);
    s->folder = folder_of(a, path);
    s->temporary = arena_printf(a, "%s/.duform-part-%s", s->folder, slash ? slash + 1 : path);
    unlink(s->temporary);
    s->fd = open(s->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (s->fd >= 0)
        return s;
    report_write(path, diag);
    arena_free(a);
    return NULL;
}

bool file_stream_put(void *stream, const void *data, size_t len)
{
    const struct file_stream *s = stream;

    return write_all(s->fd, data, len);
}

bool file_stream_close(struct file_stream *s, bool keep, struct diag *diag)
{
    bool done = !keep || fsync(s->fd) == 0;
    int saved = errno;

    if (close(s->fd) < 0 && done) {
        done = false;
        saved = errno;
    }
    errno = saved;
    if (keep && done)
        done = rename(s->temporary, s->path) == 0 && sync_folder(s->folder);
    if (!keep || !done) {
        saved = errno;
        unlink(s->temporary);
        errno = saved;
    }
    if (!done)
        report_write(s->path, diag);
    arena_free(s->arena);
    return done;
}

/* ---- mapping ------------------------------------------------------------------------------- */

const uint8_t *file_map(const char *path, size_t *len)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    void *p = MAP_FAILED;

    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
        p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (fd >= 0)
        close(fd);
    if (p == MAP_FAILED)
        return NULL;
    *len = (size_t)st.st_size;
    return p;
}

void file_unmap(const uint8_t *data, size_t len)
{
    if (data)
        munmap((void *)data, len);
}
