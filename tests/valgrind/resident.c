/* The program kept resident under valgrind, so that a test run under it takes an hour, not a night.
 *
 * Half of a short run under valgrind goes to translating code: some 40,000 blocks for one letter.
 * A fork keeps what its parent has translated. So this process runs the program a few times itself
 * ("warm"), and then forks for each call: the child takes over the caller's folder, standard files,
 * environment, umask and limits, runs main, and ends through exit, where valgrind looks for leaks
 * and turns an error into its error status. The program holds nothing between runs that a later one
 * could see: what is wrong in a first run shows in the warm ones, which are under valgrind too.
 *
 * Of what is left, half is compiling the stylesheets and schemas of the data folder, the same for
 * each call. So the linker puts our own functions before those that open and close them
 * (--wrap): the warm runs leave them behind, as a mailing does for its next case, and a call for
 * the same data folder finds them. Calls with a process of their own (ask.c) do it all. */
#include "ask.h"

#include "read/read.h"
#include "transform/transform.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
int duform_main(int argc, char **argv);

enum { CALLS = 64 };
static struct {
    pid_t pid;
    int to;
} calls[CALLS];
static int woken[2];

/* What the strings of a run lie in: held here, for main may end without returning. */
static char **argv_held, **env_held, *text_held;

/* ---- what the warm runs leave behind --------------------------------------------------------- */

struct transform *__real_transform_new(const char *home, struct diag *diag);
void __real_transform_free(struct transform *t);
struct read_schema *__real_read_schema_new(const char *path, struct diag *diag);
void __real_read_schema_free(struct read_schema *s);
struct transform *__wrap_transform_new(const char *home, struct diag *diag);
void __wrap_transform_free(struct transform *t);
struct read_schema *__wrap_read_schema_new(const char *path, struct diag *diag);
void __wrap_read_schema_free(struct read_schema *s);

enum { LEFT = 8 };
static struct left {
    char *from; /* folder or file */
    void *what;
} left[LEFT];

static void *find_left(const char *from)
{
    for (int i = 0; i < LEFT && left[i].from; i++)
        if (strcmp(left[i].from, from) == 0)
            return left[i].what;
    return NULL;
}

static bool is_left(const void *what)
{
    for (int i = 0; i < LEFT && left[i].from; i++)
        if (left[i].what == what)
            return true;
    return false;
}

/* The first of each is left behind: in this process, since a child sets up nothing that lasts. */
static void *leave(const char *from, void *what)
{
    int i = 0;

    while (i < LEFT && left[i].from)
        i++;
    if (what && i < LEFT)
        left[i] = (struct left){strdup(from), what};
    return what;
}

struct transform *__wrap_transform_new(const char *home, struct diag *diag)
{
    struct transform *t = find_left(home);

    return t ? t : leave(home, __real_transform_new(home, diag));
}

void __wrap_transform_free(struct transform *t)
{
    if (!is_left(t))
        __real_transform_free(t);
}

struct read_schema *__wrap_read_schema_new(const char *path, struct diag *diag)
{
    struct read_schema *s = find_left(path);

    return s ? s : leave(path, __real_read_schema_new(path, diag));
}

void __wrap_read_schema_free(struct read_schema *s)
{
    if (!is_left(s))
        __real_read_schema_free(s);
}

/* ---- calls ----------------------------------------------------------------------------------- */

static void on_child(int signal)
{
    (void)signal;
    (void)!write(woken[1], "", 1);
}

/* The head and the descriptors, then the strings, *text. */
static int receive(int from, struct asked *asked, int fds[ASKED_FDS], char **text)
{
    union {
        struct cmsghdr align;
        char bytes[CMSG_SPACE(ASKED_FDS * sizeof(int))];
    } control = {0};
    struct iovec head = {asked, sizeof *asked};
    struct msghdr message = {.msg_iov = &head,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    struct cmsghdr *c;

    if (recvmsg(from, &message, MSG_CMSG_CLOEXEC) != (ssize_t)sizeof *asked ||
        !(c = CMSG_FIRSTHDR(&message)) || c->cmsg_len != CMSG_LEN(ASKED_FDS * sizeof(int)))
        return -1;
    memcpy(fds, CMSG_DATA(c), ASKED_FDS * sizeof(int));
    *text = malloc(asked->size + 1);
    for (size_t done = 0; done < asked->size;) {
        ssize_t n = read(from, *text + done, asked->size - done);

        if (n <= 0)
            return -1;
        done += (size_t)n;
    }
    return 0;
}

static char **strings(char **text, uint32_t n)
{
    char **list = calloc(n + 1, sizeof *list);

    for (uint32_t i = 0; i < n; i++) {
        list[i] = *text;
        *text += strlen(*text) + 1;
    }
    return list;
}

static void let_go(void)
{
    free((void *)argv_held);
    free((void *)env_held);
    free(text_held);
}

/* Runs the program as its caller would have. */
static int run(const struct asked *asked, const int fds[ASKED_FDS], char *text)
{
    text_held = text;
    argv_held = strings(&text, asked->argc);
    env_held = strings(&text, asked->envc);
    for (int i = 0; i < 3; i++)
        dup2(fds[i], i);
    if (fchdir(fds[3]) != 0)
        return 125;
    for (int i = 0; i < ASKED_FDS; i++)
        close(fds[i]);
    umask(asked->umask);
    environ = env_held;
    return duform_main((int)asked->argc, argv_held);
}

static void answer(int to, int status)
{
    send(to, &status, sizeof status, MSG_NOSIGNAL); /* who asked may have gone */
    close(to);
}

/* In this process: what it sets is set back, but for what the program sets in each run anyway. */
static void run_warm(const struct asked *asked, const int fds[ASKED_FDS], char *text, int to)
{
    int own[3], status;
    char **env = environ;

    for (int i = 0; i < 3; i++)
        own[i] = dup(i);
    status = run(asked, fds, text);
    fflush(stdout);
    clearerr(stdout);
    for (int i = 0; i < 3; i++) {
        dup2(own[i], i);
        close(own[i]);
    }
    environ = env;
    let_go();
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
    answer(to, status);
}

static void run_forked(int listening, const struct asked *asked, const int fds[ASKED_FDS],
                       char *text, int to)
{
    int slot = 0;
    pid_t pid;

    while (slot < CALLS && calls[slot].pid)
        slot++;
    if (slot == CALLS || (pid = fork()) < 0) {
        answer(to, 125);
        return;
    }
    if (pid == 0) {
        for (int i = 0; i < CALLS; i++)
            if (calls[i].pid)
                close(calls[i].to);
        close(to);
        close(listening);
        close(woken[0]);
        close(woken[1]);
        signal(SIGCHLD, SIG_DFL);
        setrlimit(RLIMIT_FSIZE, &asked->file_size);
        setrlimit(RLIMIT_NOFILE, &asked->open_files);
        exit(run(asked, fds, text));
    }
    calls[slot].pid = pid;
    calls[slot].to = to;
    for (int i = 0; i < ASKED_FDS; i++)
        close(fds[i]);
    free(text);
}

static void take_call(int listening)
{
    struct asked asked;
    int fds[ASKED_FDS], to = accept(listening, NULL, NULL);
    char *text = NULL;

    if (to < 0)
        return;
    if (receive(to, &asked, fds, &text) != 0) {
        free(text);
        close(to);
    } else if (asked.warm) {
        run_warm(&asked, fds, text, to);
    } else {
        run_forked(listening, &asked, fds, text, to);
    }
}

static void take_ended(void)
{
    char bytes[CALLS];
    int status;
    pid_t pid;

    (void)!read(woken[0], bytes, sizeof bytes);
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
        for (int i = 0; i < CALLS; i++)
            if (calls[i].pid == pid) {
                calls[i].pid = 0;
                answer(calls[i].to, WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
            }
}

int main(int argc, char **argv)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    int listening = socket(AF_UNIX, SOCK_STREAM, 0);

    if (argc != 2 || strlen(argv[1]) >= sizeof at.sun_path || pipe(woken) != 0)
        return 125;
    memcpy(at.sun_path, argv[1], strlen(argv[1]) + 1);
    if (bind(listening, (struct sockaddr *)&at, sizeof at) != 0 || listen(listening, CALLS) != 0)
        return 125;
    signal(SIGCHLD, on_child);
    for (;;) {
        struct pollfd wait[2] = {{.fd = listening, .events = POLLIN},
                                 {.fd = woken[0], .events = POLLIN}};

        if (poll(wait, 2, -1) < 0)
            continue;
        if (wait[1].revents)
            take_ended();
        if (wait[0].revents)
            take_call(listening);
    }
}
