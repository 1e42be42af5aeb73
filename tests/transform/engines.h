/* What the tests of the two engines share: our compiler, and libxslt alone, in one program. */
#ifndef TESTS_TRANSFORM_ENGINES_H
#define TESTS_TRANSFORM_ENGINES_H

#include "transform/sheet.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct diag *mute;
static int failures;

static inline void verdict(bool good, const char *what)
{
    printf("%s - %s\n", good ? "ok" : "not ok", what);
    failures += !good;
}

struct engines {
    const char *home;
    struct transform *fast, *slow; /* slow: libxslt runs every stylesheet */
};

static void drop(void *user, const struct diag_message *m)
{
    (void)user, (void)m;
}

static inline bool engines_start(struct engines *e)
{
    e->home = getenv("ROOT") ? getenv("ROOT") : ".";
    mute = diag_new(DIAG_EN);
    diag_listen(mute, drop, NULL);
    e->fast = transform_new(e->home, mute);
    e->slow = transform_new(e->home, mute);
    if (!e->fast || !e->slow)
        return false;
    e->slow->slow = true;
    return true;
}

/* The status that the test ends with. */
static inline int engines_end(struct engines *e)
{
    transform_free(e->fast);
    transform_free(e->slow);
    diag_free(mute);
    return failures != 0;
}

#endif
