/* A worker: makes the documents of one case after another, and reports each case to its parent.
 *
 * A report is lines of fields with tabs between, ended by an E line:
 *   D name kind recipient lang class pages digest     a document, in temporary file 0, 1, 2 …
 *   M severity line column rule file text             a message
 *   L                                                 the case was left out: protected
 *   T remarks                                         how many the free text got
 *   E number status milliseconds disk                 disk 1: a file could not be written
 * Nothing of it is a value of a case. */
#include "command/batch.h"

#include "command/batch_journal.h"
#include "proof.h"
#include "transform/transform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

struct service {
    struct mailing *m;
    size_t number; /* of the case in hand */
    int documents;
    bool disk;
    struct arena *arena;
    struct buf report;
};

int64_t batch_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

const char *batch_temporary(struct arena *a, const char *folder, size_t number, int n)
{
    return arena_printf(a, "%s%s.duform-batch-%zu-%d", folder, *folder ? "/" : "", number, n);
}

/* ---- warming -------------------------------------------------------------------------------- */

static bool drop(void *user, const struct job_document *d, struct diag *diag)
{
    (void)user, (void)d, (void)diag;
    return true;
}

/* Makes a leaflet and throws it away: then fonts, profiles, stylesheets, and what was shaped and
 * compressed once, are in memory, and all workers share it. */
bool worker_warm(struct mailing *m)
{
    static const char *const kinds[] = {"leaflet"};
    size_t errors = diag_count(m->diag, DIAG_ERROR);
    struct job job = m->job;

    job.kinds = kinds;
    job.nkinds = 1;
    job.lang = "sv";
    job.with = "";
    job.style = "standard";
    job.region = "default";
    job.deliver = drop;
    if (!press_schema(m->press, m->diag))
        return false;
    job_blank(m->press, &job, m->diag);
    proof_warm(m->press, &job, m->diag);
    if (diag_count(m->diag, DIAG_ERROR) > errors)
        return false;
    transform_warm(m->press->transform, m->job.kinds, m->job.nkinds, m->job.lang, m->job.style);
    return true;
}

/* ---- one document --------------------------------------------------------------------------- */

static bool write_file(int folder, const char *name, const char *data, size_t len)
{
    int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    bool good = fd >= 0;
    int saved;

    while (good && len) {
        ssize_t n = write(fd, data, len);

        if (n < 0 && errno == EINTR)
            continue;
        good = n > 0;
        data += good ? n : 0;
        len -= good ? (size_t)n : 0;
    }
    saved = errno;
    if (fd >= 0 && close(fd) < 0 && good) {
        good = false;
        saved = errno;
    }
    errno = saved;
    return good;
}

static bool on_document(void *user, const struct job_document *d, struct diag *diag)
{
    struct service *s = user;
    const char *name = batch_temporary(s->arena, "", s->number, s->documents);
    uint8_t digest[SIPHASH_BYTES];

    if (!write_file(s->m->folder, name, d->pdf, d->len)) {
        s->disk = true;
        diag_error(diag, EXIT_SYSTEM, diag_at(s->m->out, 0), NULL, "filen kan inte skrivas: %s",
                   "cannot write the file: %s", strerror(errno));
        return false;
    }
    siphash(journal_key(s->m->journal), d->pdf, d->len, digest);
    buf_printf(&s->report, "D\t%s\t%s\t%d\t%s\t%s\t%d\t", d->name, d->kind, d->recipient, d->lang,
               d->class, d->pages);
    for (int i = 0; i < SIPHASH_BYTES; i++)
        buf_printf(&s->report, "%02x", digest[i]);
    buf_char(&s->report, '\n');
    s->documents++;
    return true;
}

/* ---- one case ------------------------------------------------------------------------------- */

static void put_defused(struct buf *b, const char *text)
{
    for (; *text; text++)
        buf_char(b, (unsigned char)*text < 0x20 ? '?' : *text);
}

static void on_message(void *user, const struct diag_message *message)
{
    struct service *s = user;

    if (message->severity == DIAG_NOTE)
        return;
    buf_printf(&s->report, "M\t%d\t%d\t%d\t%s\t", (int)message->severity, message->place.line,
               message->place.column, message->rule);
    put_defused(&s->report, message->place.file ? message->place.file : "");
    buf_char(&s->report, '\t');
    put_defused(&s->report, message->text);
    buf_char(&s->report, '\n');
}

static void on_proofread(void *user, size_t remarks)
{
    struct service *s = user;

    buf_printf(&s->report, "T\t%zu\n", remarks);
}

static void serve_case(struct service *s)
{
    struct mailing *m = s->m;
    struct diag *diag = diag_new(diag_lang(m->diag));
    int64_t start = batch_now();
    struct job job = m->job;

    buf_clear(&s->report);
    s->documents = 0;
    s->disk = false;
    job.file = m->cases[s->number].path;
    job.deliver = on_document;
    job.proofread = on_proofread;
    job.user = s;
    diag_listen(diag, on_message, s);
    if (!job_mail(m->press, &job, diag)) {
        buf_clear(&s->report);
        buf_str(&s->report, "L\n");
    }
    buf_printf(&s->report, "E\t%zu\t%d\t%d\t%d\n", s->number, (int)diag_status(diag),
               (int)(batch_now() - start), s->disk);
    diag_free(diag);
    arena_reset(s->arena);
}

/* ---- serving -------------------------------------------------------------------------------- */

static bool read_number(int fd, size_t *number)
{
    uint32_t bytes;
    ssize_t n;

    do
        n = read(fd, &bytes, sizeof bytes); /* fewer bytes than a pipe writes at once */
    while (n < 0 && errno == EINTR);
    *number = bytes;
    return n == (ssize_t)sizeof bytes;
}

static bool write_all(int fd, const char *data, size_t len)
{
    while (len) {
        ssize_t n = write(fd, data, len);

        if (n < 0 && errno != EINTR)
            return false;
        data += n > 0 ? n : 0;
        len -= n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* The sanitizers' shadow memory counts as ours, so with them there is no limit. */
static void limit_memory(size_t bytes)
{
    struct rlimit limit = {bytes, bytes};
    bool sanitized = false;

#if defined(__SANITIZE_ADDRESS__)
    sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    sanitized = true;
#endif
#endif
    if (bytes && !sanitized)
        setrlimit(RLIMIT_DATA, &limit);
}

void worker_run(struct mailing *m, int in, int out)
{
    struct service s = {.m = m, .arena = arena_new(), .report = BUF_INIT};

    limit_memory(m->memory_limit);
    while (read_number(in, &s.number)) {
        serve_case(&s);
        if (!write_all(out, s.report.data, s.report.len))
            break;
    }
    _exit(0);
}
