/* The pool: hands cases out to worker processes, and replaces those that are lost.
 *
 * A worker has several cases at once in its pipe, so that it need not wait while the parent syncs;
 * it works on the first. When it dies or takes too long, that first case is put aside and the
 * others go to other workers. What was put aside is tried once more at the end, alone. */
#include "command/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DEEPEST = 16, COMMIT_AT = 256, COMMIT_EVERY = 300 /* ms */, TICK = 100 /* ms */ };
enum { PARTING = 5000 /* ms that a worker has to end when there is nothing left to do */ };

struct worker {
    pid_t pid; /* 0: none */
    int to, from;
    struct buf in;
    size_t queue[DEEPEST]; /* cases that it has; the first is in hand */
    int n;
    int64_t since; /* when it began with the first */
};

struct pool {
    struct mailing *m;
    struct ledger *ledger;
    struct progress progress;
    struct worker *workers;
    int nworkers, depth;
    size_t *list; /* cases to do; a stack, the next one last */
    size_t n;
    size_t *lost; /* to be tried alone */
    size_t nlost;
    bool alone;
    int signals; /* signalfd */
    int64_t committed;
};

/* ---- workers -------------------------------------------------------------------------------- */

/* In the child: none of the parent's other descriptors, and its signals as they were. */
static void become_worker(struct pool *p, pid_t parent, int in, int out)
{
    sigset_t none;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(0);
    for (int i = 0; i < p->nworkers; i++)
        if (p->workers[i].pid) {
            close(p->workers[i].to);
            close(p->workers[i].from);
        }
    close(p->signals);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    worker_run(p->m, in, out);
}

static bool start_worker(struct pool *p, struct worker *w)
{
    int to[2] = {-1, -1}, from[2] = {-1, -1};
    pid_t pid = -1, parent = getpid();

    if (pipe2(to, O_CLOEXEC) == 0 && pipe2(from, O_CLOEXEC) == 0)
        pid = fork();
    if (pid == 0) {
        close(to[1]);
        close(from[0]);
        become_worker(p, parent, to[0], from[1]);
    }
    for (int i = 0; i < 2; i++) {
        int fds[2] = {to[i], from[i]};

        for (int k = 0; k < 2; k++)
            if (fds[k] >= 0 && (pid < 0 || (k == 0 ? i == 0 : i == 1)))
                close(fds[k]);
    }
    if (pid < 0) {
        diag_error(p->m->diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL,
                   "ingen arbetsprocess kan startas: %s", "cannot start a worker process: %s",
                   strerror(errno));
        p->m->stop = true;
        return false;
    }
    *w = (struct worker){.pid = pid, .to = to[1], .from = from[0], .since = batch_now()};
    return true;
}

/* Whether it has ended by itself: its end of the pipe is closed then. One that stands still at the
 * end of a mailing has nothing in hand, but would be waited for without end. */
static bool has_left(const struct worker *w)
{
    struct pollfd end = {.fd = w->from};
    int n;

    while ((n = poll(&end, 1, PARTING)) < 0 && errno == EINTR)
        ;
    return n > 0;
}

/* Ends it and says how it ended. */
static int end_worker(struct worker *w, bool kill_it)
{
    int status = 0;

    close(w->to);
    if (kill_it || !has_left(w))
        kill(w->pid, SIGKILL);
    close(w->from);
    while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
        ;
    buf_free(&w->in);
    w->pid = 0;
    w->n = 0;
    return status;
}

/* ---- handing out ---------------------------------------------------------------------------- */

/* Near the end each worker gets less at once, so that all end together. */
static int depth_now(const struct pool *p)
{
    size_t share = p->n / (size_t)(2 * p->nworkers) + 1;

    return share < (size_t)p->depth ? (int)share : p->depth;
}

static void feed(struct pool *p, struct worker *w)
{
    while (!p->m->stop && p->n && w->n < depth_now(p)) {
        uint32_t number = (uint32_t)p->list[p->n - 1];

        if (!w->pid && !start_worker(p, w))
            return;
        if (write(w->to, &number, sizeof number) != (ssize_t)sizeof number)
            return; /* it has died; that is seen at its other end */
        if (w->n == 0)
            w->since = batch_now();
        w->queue[w->n++] = p->list[--p->n];
    }
}

/* ---- losses --------------------------------------------------------------------------------- */

static void say_lost(struct pool *p, size_t number, int status, bool late)
{
    struct diag *diag = p->m->diag;
    bool again = !p->alone;
    const char *then = diag_lang(diag) == DIAG_SV
                           ? again ? "ärendet prövas en gång till" : "inget görs"
                       : again ? "the case is tried once more"
                               : "nothing is made of it";
    enum diag_severity severity = again ? DIAG_WARNING : DIAG_ERROR;

    progress_clear(&p->progress);
    if (late)
        diag_say(diag, severity, EXIT_SYSTEM, diag_at(NULL, 0), NULL,
                 "plats %zu i utskicket tog längre tid än %d s; %s",
                 "position %zu of the mailing took longer than %d s; %s", number + 1,
                 (int)(p->m->time_limit / 1000), then);
    else if (WIFSIGNALED(status))
        diag_say(diag, severity, EXIT_SYSTEM, diag_at(NULL, 0), NULL,
                 "arbetsprocessen dog (signal %d) vid plats %zu i utskicket; %s",
                 "the worker died (signal %d) at position %zu of the mailing; %s", WTERMSIG(status),
                 number + 1, then);
    else
        diag_say(diag, severity, EXIT_SYSTEM, diag_at(NULL, 0), NULL,
                 "arbetsprocessen slutade (status %d) vid plats %zu i utskicket; %s",
                 "the worker ended (status %d) at position %zu of the mailing; %s",
                 WEXITSTATUS(status), number + 1, then);
}

/* One case is lost; the others that the worker had go back. */
static void lose(struct pool *p, struct worker *w, bool late)
{
    size_t queue[DEEPEST];
    int n = w->n, status;

    memcpy(queue, w->queue, sizeof queue);
    status = end_worker(w, late);
    for (int i = 0; i < n; i++)
        ledger_discard(p->m, queue[i]);
    for (int i = n - 1; i > 0; i--)
        p->list[p->n++] = queue[i];
    if (n == 0)
        return;
    say_lost(p, queue[0], status, late);
    if (p->alone) {
        p->m->cases[queue[0]].state = CASE_BAD;
        p->m->tally.failed++;
        p->m->tally.handled++;
    } else {
        p->lost[p->nlost++] = queue[0];
    }
}

/* ---- reports -------------------------------------------------------------------------------- */

/* The end of a whole report in b, NULL: there is none yet. */
static char *report_end(const struct buf *b)
{
    char *line = b->data;

    while (line && *line != 'E') {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    return line ? strchr(line, '\n') : NULL;
}

static void take_reports(struct pool *p, struct worker *w)
{
    for (char *end; w->in.len && w->n && (end = report_end(&w->in)) != NULL;) {
        size_t used = (size_t)(end - w->in.data) + 1, number = w->queue[0];

        *end = '\0';
        progress_clear(&p->progress);
        ledger_enter(p->ledger, number, w->in.data);
        memmove(w->in.data, w->in.data + used, w->in.len - used + 1);
        w->in.len -= used;
        memmove(w->queue, w->queue + 1, (size_t)--w->n * sizeof *w->queue);
        w->since = batch_now();
    }
}

static void hear(struct pool *p, struct worker *w)
{
    ssize_t n;

    buf_reserve(&w->in, 64 * 1024);
    n = read(w->from, w->in.data + w->in.len, 64 * 1024);
    if (n < 0 && errno == EINTR)
        return;
    if (n <= 0) {
        lose(p, w, false);
        return;
    }
    w->in.len += (size_t)n;
    w->in.data[w->in.len] = '\0';
    take_reports(p, w);
}

/* ---- signals -------------------------------------------------------------------------------- */

/* The first: what is in hand is finished. The second: that is thrown away too. */
static void on_signal(struct pool *p)
{
    struct signalfd_siginfo info;

    if (read(p->signals, &info, sizeof info) != (ssize_t)sizeof info)
        return;
    if (p->m->stop)
        for (int i = 0; i < p->nworkers; i++)
            if (p->workers[i].pid) {
                for (int k = 0; k < p->workers[i].n; k++)
                    ledger_discard(p->m, p->workers[i].queue[k]);
                end_worker(&p->workers[i], true);
            }
    p->m->stop = true;
    p->m->stopped_by = diag_lang(p->m->diag) == DIAG_SV ? "avbrutet" : "interrupted";
}

static int open_signals(sigset_t *before)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, before);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* ---- the loop ------------------------------------------------------------------------------- */

static bool busy(const struct pool *p)
{
    for (int i = 0; i < p->nworkers; i++)
        if (p->workers[i].n)
            return true;
    return p->n && !p->m->stop;
}

static void wait_for_something(struct pool *p, struct pollfd *fds)
{
    int n = 1;

    fds[0] = (struct pollfd){.fd = p->signals, .events = POLLIN};
    for (int i = 0; i < p->nworkers; i++)
        fds[n++] =
            (struct pollfd){.fd = p->workers[i].pid ? p->workers[i].from : -1, .events = POLLIN};
    if (poll(fds, (nfds_t)n, TICK) <= 0)
        return;
    if (fds[0].revents)
        on_signal(p);
    for (int i = 0; i < p->nworkers; i++)
        if (fds[i + 1].revents && p->workers[i].pid)
            hear(p, &p->workers[i]);
}

static void look_at_clock(struct pool *p)
{
    int64_t now = batch_now();

    for (int i = 0; i < p->nworkers; i++)
        if (p->workers[i].n && now - p->workers[i].since > p->m->time_limit)
            lose(p, &p->workers[i], true);
    if (ledger_waiting(p->ledger) >= COMMIT_AT || now - p->committed > COMMIT_EVERY) {
        ledger_commit(p->ledger);
        p->committed = batch_now();
    }
    progress_show(&p->progress, p->m, false);
}

static void work(struct pool *p)
{
    struct pollfd *fds = xmalloc(((size_t)p->nworkers + 1) * sizeof *fds);

    while (busy(p)) {
        for (int i = 0; i < p->nworkers; i++)
            feed(p, &p->workers[i]);
        wait_for_something(p, fds);
        look_at_clock(p);
    }
    for (int i = 0; i < p->nworkers; i++)
        if (p->workers[i].pid)
            end_worker(&p->workers[i], false);
    free(fds);
}

void pool_run(struct mailing *m)
{
    size_t most = m->ncases + 1;
    sigset_t before;
    struct pool p = {.m = m, .nworkers = m->workers, .depth = DEEPEST};

    p.workers = arena_array(m->arena, struct worker, (size_t)m->workers);
    p.list = arena_array(m->arena, size_t, most);
    p.lost = arena_array(m->arena, size_t, most);
    p.ledger = ledger_new(m);
    p.signals = open_signals(&before);
    for (size_t i = m->ncases; i-- > 0;)
        if (m->cases[i].state == CASE_TO_DO)
            p.list[p.n++] = i;
    progress_start(&p.progress, m);
    work(&p);
    p.alone = true;
    p.nworkers = p.depth = 1;
    for (size_t i = p.nlost; i-- > 0 && !m->stop;)
        p.list[p.n++] = p.lost[i];
    work(&p);
    ledger_commit(p.ledger);
    progress_show(&p.progress, m, true);
    ledger_free(p.ledger);
    close(p.signals);
    sigprocmask(SIG_SETMASK, &before, NULL);
}
