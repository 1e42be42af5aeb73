/* The decision on a protected case: --decision, --reason and --guardian.
 *
 * Arguments of a program can be read by everybody on the machine while it runs. So the reason must
 * not hold personal data, is wiped from the arguments once it has been copied, and can be read from
 * standard input instead. */
#include "base/file.h"
#include "base/utf8.h"
#include "command/command.h"
#include "job.h"

#include <string.h>

enum { LONGEST_REASON = 500 }; /* [byte] */

const char *decision_take_reason(struct arena *a, char *argument)
{
    char *copy = arena_strdup(a, argument);

    if (strcmp(argument, "-") != 0)
        memset(argument, '*', strlen(argument));
    return copy;
}

/* The first line of standard input. NULL after a report. */
static const char *read_reason(struct arena *a, struct diag *diag)
{
    struct buf line = BUF_INIT;
    const char *reason = NULL;

    if (file_read("-", 64 * 1024, &line, diag))
        reason = arena_strndup(a, line.data ? line.data : "", line.len);
    buf_free(&line);
    return reason;
}

/* Without blanks around it, and cut behind the first line. */
static const char *trimmed(struct arena *a, const char *reason)
{
    size_t n;

    reason += strspn(reason, " \t\r\n");
    n = strcspn(reason, "\r\n");
    while (n && (reason[n - 1] == ' ' || reason[n - 1] == '\t'))
        n--;
    return arena_strndup(a, reason, n);
}

static bool reason_good(const char *reason)
{
    size_t n = strlen(reason);

    if (!n || n > LONGEST_REASON || !utf8_valid(reason, n))
        return false;
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)reason[i] < 0x20)
            return false;
    return true;
}

bool decision_read(const struct options *o, struct job *job, struct diag *diag)
{
    const char *reason = o->reason;

    job->decision = o->decision ? o->decision : "";
    job->guardians = o->guardians;
    job->nguardians = o->nguardians;
    job->reason = "";
    if (!o->decision != !o->reason) {
        usage_error(diag, "--decision och --reason hör ihop: ange båda",
                    "--decision and --reason belong together: give both", "");
        return false;
    }
    if (!reason)
        return true;
    if (strcmp(reason, "-") == 0 && strcmp(o->operand, "-") == 0) {
        usage_error(diag, "ärende och skäl kan inte båda läsas från standard in",
                    "the case and the reason cannot both be read from standard input", "");
        return false;
    }
    if (strcmp(reason, "-") == 0)
        reason = read_reason(o->arena, diag);
    if (!reason)
        return false;
    job->reason = trimmed(o->arena, reason);
    if (!reason_good(job->reason)) {
        usage_error(diag, "--reason: en rad text väntades, högst 500 byte",
                    "--reason: one line of text was expected, at most 500 bytes", "");
        return false;
    }
    return true;
}
