/* The quarantine: a child with little memory and time, of which nothing is believed but its bytes.
 */
#include "intake/quarantine.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 30, PROCESSOR = 10 /* [s] */, MEMORY = 512 << 20 };

#if defined(__SANITIZE_ADDRESS__)
#define ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SANITIZER 1
#endif
#endif

static void limit(int what, rlim_t most)
{
    struct rlimit l = {most, most};

    setrlimit((__rlimit_resource_t)what, &l);
}

static bool write_all(int fd, const struct buf *b)
{
    size_t at = 0;

    while (at < b->len) {
        ssize_t n = write(fd, b->data + at, b->len - at);

        if (n < 0 && errno != EINTR)
            return false;
        at += n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* Its memory is the parent's copy; what it prints would be about a broken file. */
static void child(void (*work)(void *arg, struct buf *out), void *arg, int fd)
{
    struct buf out = BUF_INIT;
    bool written;

#ifndef ADDRESS_SANITIZER /* whose own tables are larger */
    limit(RLIMIT_DATA, MEMORY);
#endif
    limit(RLIMIT_CPU, PROCESSOR);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
#ifndef ADDRESS_SANITIZER /* whose findings are to be seen */
    close(STDERR_FILENO);
#endif
    work(arg, &out);
    written = write_all(fd, &out);
    buf_free(&out);
    _exit(written ? 0 : 1);
}

static long now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Until the other end is closed; false: too much, or too late. */
static bool read_all(int fd, size_t max, struct buf *out)
{
    long end = now() + PATIENCE * 1000L;

    for (;;) {
        struct pollfd p = {.fd = fd, .events = POLLIN};
        long left = end - now();
        char piece[65536];
        ssize_t n;

        int ready = left > 0 ? poll(&p, 1, (int)left) : 0;

        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return false;
        n = read(fd, piece, sizeof piece);
        if (n == 0)
            return true;
        if ((n < 0 && errno != EINTR) || (n > 0 && out->len + (size_t)n > max))
            return false;
        if (n > 0)
            buf_add(out, piece, (size_t)n);
    }
}

bool quarantine(void (*work)(void *arg, struct buf *out), void *arg, size_t max, struct buf *out)
{
    int ends[2], status = 1;
    bool good;
    pid_t pid;

    fflush(NULL);
    if (pipe(ends) != 0)
        return false;
    pid = fork();
    if (pid == 0) {
        close(ends[0]);
        child(work, arg, ends[1]);
    }
    close(ends[1]);
    good = pid > 0 && read_all(ends[0], max, out);
    close(ends[0]);
    if (pid > 0 && !good)
        kill(pid, SIGKILL);
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return good && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
