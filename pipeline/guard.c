/* The guard of protected persons. The rules (assess.xsl) say the same in the words of the region's
 * routine, and the views hold nothing else; this is the lock that does not depend on them. */
#include "guard.h"

#include <string.h>

/* What must have been decided before a document of a kind is made of a protected case. A kind that
 * is not listed is never made. */
enum need { NEED_NOTHING, NEED_DECISION, NEED_PAPER, NEVER };
static const struct {
    const char *kind;
    enum need need;
} kinds[] = {
    {"leaflet", NEED_NOTHING},   {"evaluation", NEED_NOTHING}, /* hold nothing of the case */
    {"checklist", NEED_NOTHING}, {"dispatch", NEED_NOTHING},   /* the reference alone */
    {"deviation", NEED_NOTHING}, {"deviation-copy", NEED_NOTHING},
    {"watchlist", NEED_NOTHING}, {"call-sheet", NEED_DECISION},
    {"invitation", NEED_PAPER},  {"reply", NEED_PAPER},
    {"consent", NEED_PAPER},     {"withdrawal", NEED_PAPER},
    {"preparation", NEED_PAPER}, {"agenda", NEED_PAPER},
    {"plan", NEED_PAPER},        {"cover", NEED_PAPER},
    {"follow-up", NEED_PAPER},   {"closing", NEED_PAPER},
    {"labels", NEED_PAPER},
};

static enum need need_of(const char *kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].need;
    return NEVER;
}

static bool is(const char *a, const char *b)
{
    return a && strcmp(a, b) == 0;
}

/* What holds in this case: "paper", "phone" or "" (nobody has decided, or the profile is silent).
 * A decision counts only where the routine asks for one. */
static const char *way(const struct dossier *d)
{
    const char *policy = transform_policy(d->transform.profile);

    if (is(policy, "ask"))
        policy = d->transform.decision;
    return is(policy, "paper") ? "paper" : is(policy, "phone") ? "phone" : "";
}

/* What is made on paper is not made as a web page: no electronic channel. An encrypted copy is for
 * nothing else. */
static bool allowed(const struct dossier *d, const struct job *job)
{
    const char *now = way(d);
    enum need need = need_of(d->transform.kind);

    if (job->password || job->fillable) /* values in fields are made to be copied */
        return false;
    return need == NEED_NOTHING || (!job->html && ((need == NEED_DECISION && *now) ||
                                                   (need == NEED_PAPER && is(now, "paper"))));
}

/* The routine may forbid electronic copies altogether. */
static void check_channel(struct dossier *d, struct diag *diag)
{
    const char *rule;

    if (transform_electronic(d->transform.profile, &rule))
        return;
    diag_error(diag, EXIT_REFUSED, diag_at(d->file, transform_root_line(d->doc)), rule,
               "regionens rutin tillåter inga elektroniska kopior: inget krypteras",
               "the region's routine allows no electronic copies: nothing is encrypted");
    d->refused = true;
}

static void refuse_all(struct dossier *d, const struct job *job, struct diag *diag)
{
    struct diag_place place = diag_at(d->file, transform_root_line(d->doc));
    const char *rule = transform_policy_rule(d->transform.profile);

    if (job->password)
        diag_error(diag, EXIT_REFUSED, place, rule,
                   "skyddade personuppgifter: inga elektroniska kopior, inte heller krypterade",
                   "protected personal data: no electronic copies, not even encrypted ones");
    else if (job->fillable)
        diag_error(diag, EXIT_REFUSED, place, rule,
                   "skyddade personuppgifter: inget att fylla i på skärm görs av ärendet; en tom "
                   "blankett ger duform blank %s --fillable",
                   "protected personal data: nothing to fill in on screen is made of the case; "
                   "duform blank %s --fillable gives an empty form",
                   d->transform.kind);
    else if (need_of(d->transform.kind) == NEVER)
        diag_error(
            diag, EXIT_REFUSED, place, rule,
            "skyddade personuppgifter: slaget %s görs inte, bara som blankett (duform blank)",
            "protected personal data: the kind %s is not made, only as a blank (duform blank)",
            d->transform.kind);
    else
        diag_error(diag, EXIT_REFUSED, place, rule,
                   "skyddade personuppgifter: slaget %s görs inte så som det är bestämt",
                   "protected personal data: the kind %s is not made by what is decided",
                   d->transform.kind);
    d->refused = true;
}

static void refuse_one(struct dossier *d, int n, struct diag *diag)
{
    diag_error(diag, EXIT_REFUSED, diag_at(d->file, 0), transform_policy_rule(d->transform.profile),
               "mottagare %d: skyddade personuppgifter: inget dokument görs",
               "recipient %d: protected personal data: no document is made", n);
    d->refused_to[n] = true;
}

/* A guardian can be the one whom the child is protected from: somebody must have decided on just
 * this one, in the case or by --guardian. A no in the case cannot be overruled. 1 yes, 0 no, -1
 * nobody has. */
static int decided_on(const struct dossier *d, const struct job *job, int n)
{
    int said = transform_guardian_decision(d->doc, n);

    for (size_t i = 0; i < job->nguardians && said < 0; i++)
        if (job->guardians[i] == n)
            said = 1;
    return said;
}

static void check_guardian(struct dossier *d, const struct job *job, int n, struct diag *diag)
{
    int said = decided_on(d, job, n);

    if (said == 1)
        return;
    d->refused_to[n] = true;
    if (said == 0)
        diag_note(diag, diag_at(d->file, 0), "C.5",
                  "mottagare %d: vårdnadshavaren får inget brev, så som det är beslutat",
                  "recipient %d: the guardian gets no letter, as was decided", n);
    else if (need_of(d->transform.kind) != NEED_NOTHING)
        diag_error(diag, EXIT_REFUSED, diag_at(d->file, 0), "C.5",
                   "mottagare %d: brev till barnets vårdnadshavare kräver ett beslut om just den "
                   "vårdnadshavaren: decision i ärendet, eller --guardian %d",
                   "recipient %d: a letter to the child's guardian needs a decision on just that "
                   "guardian: decision in the case, or --guardian %d",
                   n, n);
}

void guard_refuse(struct dossier *d, const struct job *job, struct diag *diag)
{
    bool person = transform_protected(d->doc);

    if (job->password && !d->refused)
        check_channel(d, diag);
    if (person && !allowed(d, job) && !d->refused)
        refuse_all(d, job, diag);
    for (int n = 1; n <= d->recipients && !d->refused; n++) {
        bool touched = person || transform_recipient_protected(d->doc, n);

        if (!touched || d->refused_to[n] || !dossier_asked_for(job, n))
            continue;
        if (!allowed(d, job))
            refuse_one(d, n, diag);
        else if (is(transform_recipient_class(d->doc, n), "guardian"))
            check_guardian(d, job, n, diag);
    }
}
