/* duform: from a case file to the papers of a coordinated individual plan. */
#include "base/arena.h"
#include "base/diag.h"
#include "command/command.h"
#include "read/read.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef DUFORM_VERSION
#define DUFORM_VERSION "unknown"
#endif

/* Cases are secret: no core file, no reading of our memory by others, files for the owner alone.
 * A write that fails is an error to report, not a signal to die of. */
static void protect_process(void)
{
    struct rlimit none = {0, 0};
    int fd;

    do /* so that no file of ours becomes standard output; a write to a closed one still fails */
        fd = open("/dev/null", O_RDONLY);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd > STDERR_FILENO)
        close(fd);
    umask(077);
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

static void run(const struct command *c, int argc, char **argv, struct diag *diag)
{
    struct options o = {.arena = arena_new()};

    if (options_parse(c, argc, argv, &o, diag)) {
        if (o.help) {
            o.operand = c->name;
            c = command_find("help");
        }
        c->run(&o, diag);
    }
    arena_free(o.arena);
}

/* The name of the command: the first argument that is no --messages. */
static int command_at(int argc, char **argv)
{
    int i = 1;

    while (i < argc && strncmp(argv[i], "--messages", 10) == 0)
        i += argv[i][10] == '=' ? 1 : 2;
    return i;
}

static void run_named(int argc, char **argv, struct diag *diag)
{
    int at = command_at(argc, argv);
    const char *name = at < argc ? argv[at] : "";
    const struct command *c = command_find(name);

    if (strcmp(name, "--version") == 0)
        puts("duform " DUFORM_VERSION);
    else if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        run(command_find("help"), 0, NULL, diag);
    else if (c)
        run(c, argc - at - 1, argv + at + 1, diag);
    else if (!*name)
        usage_error(diag, "ett kommando väntades", "a command was expected", "");
    else
        usage_error(diag, "okänt kommando: ", "unknown command: ", name);
}

int main(int argc, char **argv)
{
    struct diag *diag;
    enum exit_status status;

    protect_process();
    read_take_memory();
    diag = diag_new(options_language(argc, argv));
    run_named(argc, argv, diag);
    if (fflush(stdout) != 0 || ferror(stdout))
        diag_error(diag, EXIT_SYSTEM, diag_at("<stdout>", 0), NULL, "kan inte skriva: %s",
                   "cannot write: %s", strerror(errno));
    status = diag_status(diag);
    diag_free(diag);
    return (int)status;
}
