/* Kinds of forms. What comes back from outside changes only what it is about: a reply slip cannot
 * change the plan, and no form but the intake says whether somebody is protected. */
#include "intake/kinds.h"

#include <string.h>

static const struct intake_kind kinds[] = {
    {"intake", "", true, false},
    {"reply", "parties/party/reply", false, false},
    {"consent", "consents", false, false},
    {"withdrawal", "consents/consent/withdrawn", false, false},
    {"plan", "plan", false, false},
    {"follow-up", "follow-up", false, false},
    {"evaluation", "evaluation", false, true},
    {"deviation", "deviation", false, false},
    {"needs", "need", false, false},
    {"mapping", "mapping", false, false},
};

const struct intake_kind *intake_kind(const char *name)
{
    for (size_t i = 0; name && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

/* Compares from the last step of the part to the first; *part ends where what is left begins. */
static bool begins(const struct slot *slot, const char *part, size_t *n)
{
    size_t name;

    if (!slot->part) /* the case itself */
        return true;
    if (!begins(slot->parent, part, n))
        return false;
    if (!part[*n])
        return true;
    name = strcspn(part + *n, "/");
    if (slot->part->attribute || strlen(slot->name) != name ||
        strncmp(slot->name, part + *n, name) != 0)
        return false;
    *n += name + (part[*n + name] == '/');
    return true;
}

bool intake_kind_owns(const struct intake_kind *kind, const struct slot *slot)
{
    size_t n = 0;

    return begins(slot, kind->part, &n) && !kind->part[n];
}
