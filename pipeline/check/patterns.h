/* Patterns: many texts looked for in one pass over another, all of them folded. */
#ifndef CHECK_PATTERNS_H
#define CHECK_PATTERNS_H

#include "base/arena.h"
#include "check/fold.h"

enum pattern_kind {
    PATTERN_TEXT,   /* anywhere; a digit at its end is not within a longer number */
    PATTERN_DIGITS, /* anywhere */
    PATTERN_WORD,   /* as whole words; a genitive s may follow */
    PATTERN_NUMBER  /* not within a longer number, and nothing but blanks and hyphens within */
};

struct pattern {
    const uint16_t *units;
    size_t n;
    enum pattern_kind kind;
    int tag; /* the caller's */
};

/* Shorter ones say nothing and are not taken. */
enum { PATTERN_LEAST = 4 };

struct patterns;
struct patterns *patterns_new(struct arena *a); /* lives and dies with the arena */
/* The units are borrowed. */
void patterns_add(struct patterns *p, const struct pattern *pattern);
/* What is to be done with a pattern that was found. */
enum pattern_verdict { PATTERN_GO_ON, PATTERN_FORGET /* never find it again */, PATTERN_STOP };
/* Calls each for every pattern of at least `least` units that stands in the text. */
void patterns_scan(struct patterns *p, const struct folded *text, size_t least,
                   enum pattern_verdict (*each)(void *user, const struct pattern *found),
                   void *user);

#endif
