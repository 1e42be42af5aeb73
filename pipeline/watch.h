/* The watchlist: what an office must watch over many cases. */
#ifndef WATCH_H
#define WATCH_H

#include "job.h"

/* Makes DIR/watchlist-DATE.pdf of job->out, by the profile of job->region, over the cases in n
 * files and folders (the .xml files in them). Protected cases are on it as all others: it holds
 * references and dates. A case that cannot be used is reported by its position in the list, not by
 * its file, and left out (EXIT_INPUT); the list is made of the rest. */
void job_watch(struct press *p, const struct job *job, const char *const *inputs, size_t n,
               struct diag *diag);

#endif
