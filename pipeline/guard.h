/* The guard of protected persons: what may be made of their cases at all. */
#ifndef GUARD_H
#define GUARD_H

#include "dossier.h"

/* Refuses, with a report, what the region's routine and the decisions do not allow for documents of
 * the dossier's kind: all of them, or those to single recipients. What is not expressly allowed is
 * refused, whatever the stylesheets say. */
void guard_refuse(struct dossier *d, const struct job *job, struct diag *diag);

#endif
