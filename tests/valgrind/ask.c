/* Has the resident program under valgrind do what the arguments say, and ends with its status.
 * ask SOCKET PROGRAM [--warm] ARGUMENT...: where a process of its own is needed, PROGRAM is run. */
#include "ask.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

extern char **environ;

/* The process itself is looked at while it waits at a named pipe. */
static int waits_at_pipe(const char *argument)
{
    struct stat st;

    return stat(argument, &st) == 0 && S_ISFIFO(st.st_mode);
}

static int stdin_is_named_pipe(void)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/fd/0", path, sizeof path - 1);

    if (n < 0)
        return 0;
    path[n] = '\0';
    return path[0] == '/' && waits_at_pipe(path);
}

/* Signals go to the workers of a mailing, forms are read with a limit of memory, a password comes
 * in a file of its own, a closed file and a terminal cannot be handed on, and limits of memory,
 * time or rights are those of a process. */
static int needs_own_process(int argc, char **argv, const char *socket_path)
{
    static const int limits[] = {RLIMIT_AS, RLIMIT_DATA, RLIMIT_CPU};
    struct rlimit limit;
    struct stat owner;
    int tty = open("/dev/tty", O_RDWR);

    if (tty >= 0) {
        close(tty);
        return 1;
    }
    for (int i = 0; i < argc; i++)
        if (strcmp(argv[i], "batch") == 0 || strcmp(argv[i], "read") == 0 ||
            strncmp(argv[i], "--encrypt", 9) == 0 || waits_at_pipe(argv[i]))
            return 1;
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            return 1;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (getrlimit((__rlimit_resource_t)limits[i], &limit) != 0 ||
            limit.rlim_cur != RLIM_INFINITY)
            return 1;
    if (stdin_is_named_pipe())
        return 1;
    return stat(socket_path, &owner) != 0 || owner.st_uid != geteuid();
}

static int connect_to(const char *path)
{
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (strlen(path) >= sizeof to.sun_path)
        return -1;
    memcpy(to.sun_path, path, strlen(path) + 1);
    return connect(fd, (struct sockaddr *)&to, sizeof to) == 0 ? fd : -1;
}

static char *append(char *at, char **strings, uint32_t n)
{
    for (uint32_t i = 0; i < n && strings[i]; i++)
        at = stpcpy(at, strings[i]) + 1;
    return at;
}

static uint32_t size_of(char **strings, uint32_t n)
{
    size_t size = 0;

    for (uint32_t i = 0; i < n; i++)
        size += strlen(strings[i]) + 1;
    return (uint32_t)size;
}

static int send_asked(int to, struct asked *asked, const char *text)
{
    union {
        struct cmsghdr align;
        char bytes[CMSG_SPACE(ASKED_FDS * sizeof(int))];
    } control = {0};
    int fds[ASKED_FDS] = {0, 1, 2, open(".", O_PATH | O_DIRECTORY | O_CLOEXEC)};
    struct iovec head = {asked, sizeof *asked};
    struct msghdr message = {.msg_iov = &head,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    struct cmsghdr *c = CMSG_FIRSTHDR(&message);

    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof fds);
    memcpy(CMSG_DATA(c), fds, sizeof fds);
    if (sendmsg(to, &message, 0) != (ssize_t)sizeof *asked)
        return -1;
    for (size_t done = 0; done < asked->size;) {
        ssize_t n = write(to, text + done, asked->size - done);

        if (n <= 0)
            return -1;
        done += (size_t)n;
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct asked asked = {0};
    char *program = argc > 2 ? argv[2] : NULL, **args = argv + 2, *text;
    int n = argc - 2, to, status = 125;

    if (!program)
        return 125;
    if (n > 1 && strcmp(args[1], "--warm") == 0) {
        asked.warm = 1;
        args++, n--;
        args[0] = program;
    }
    if (needs_own_process(n - 1, args + 1, argv[1])) {
        execv(program, args);
        return 126;
    }
    while (environ[asked.envc])
        asked.envc++;
    asked.argc = (uint32_t)n;
    asked.size = size_of(args, asked.argc) + size_of(environ, asked.envc);
    asked.umask = umask(0);
    getrlimit(RLIMIT_FSIZE, &asked.file_size);
    getrlimit(RLIMIT_NOFILE, &asked.open_files);
    text = malloc(asked.size);
    if (!text)
        return 125;
    append(append(text, args, asked.argc), environ, asked.envc);
    to = connect_to(argv[1]);
    if (to < 0 || send_asked(to, &asked, text) != 0 ||
        read(to, &status, sizeof status) != (ssize_t)sizeof status)
        fprintf(stderr, "ask: the resident program does not answer\n");
    free(text);
    if (status < 0) /* it died of a signal: so does this */
        raise(-status);
    return status;
}
