/* Proof-reading: the free text of a dossier, for the commands that say or count what is to mend. */
#ifndef PROOF_H
#define PROOF_H

#include "dossier.h"

/* Reports each remark. */
void proof_report(struct press *p, const struct job *job, const struct dossier *d,
                  struct diag *diag);
/* Reports how many remarks there are, as one note. A dictionary that is missing is a warning. */
void proof_summary(struct press *p, const struct job *job, const struct dossier *d,
                   struct diag *diag);
/* How many remarks there are on a case of a mailing. */
size_t proof_count(struct press *p, const struct job *job, const struct dossier *d,
                   struct diag *diag);
/* Loads what that needs, for processes that will share it. */
void proof_warm(struct press *p, const struct job *job, struct diag *diag);
/* Writes the case with the certain changes made to job->out, and a diff to standard output; of a
 * protected case only how many lines changed. */
void proof_fix(struct press *p, const struct job *job, const struct dossier *d, struct diag *diag);

#endif
