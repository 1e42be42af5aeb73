/* Work on what comes from outside, in a process of its own that can do no harm. */
#ifndef INTAKE_QUARANTINE_H
#define INTAKE_QUARANTINE_H

#include "base/buf.h"

#include <stdbool.h>

/* Runs work in a child that has at most 512 MiB of memory, 10 s of processor and 30 s in all, no
 * files and no children of its own; what it puts into out comes back, at most max bytes. false: it
 * crashed, asked for more, or could not be started. */
bool quarantine(void (*work)(void *arg, struct buf *out), void *arg, size_t max, struct buf *out);

#endif
