/* The fields of a form in the shape of the case: a tree of the places that they name. */
#ifndef INTAKE_SLOTS_H
#define INTAKE_SLOTS_H

#include "intake/form.h"
#include "intake/model.h"

struct _xmlNode;

enum slot_state {
    SLOT_GOOD,
    SLOT_MISSING, /* it has to be filled in */
    SLOT_WRONG,   /* the schema does not allow the value; it was left out */
    SLOT_LOCKED,  /* a form of this kind may not change it; it was left out */
    SLOT_CLEARED  /* empty now, and the case had something */
};

/* An element or attribute of the case. */
struct slot {
    const char *name;
    int index;                     /* among elements of its name, from 1 */
    const char *key, *key_value;   /* the one whose attribute has a value, instead; NULL */
    const struct model_part *part; /* NULL: the root */
    const struct model_type *type; /* NULL: simple */
    struct slot *parent, *first, *next;
    const struct form_field *field; /* what fills it; NULL: only what is below does */
    bool locked;
    struct _xmlNode *node; /* the element that it has become, or that has the attribute */
    enum slot_state state;
    const char *old;      /* what stood there before; NULL: nothing */
    const char *expected; /* SLOT_WRONG: in words, in the language of messages */
};

struct slots {
    struct arena *arena;
    const struct model *model;
    struct slot *root;
    bool guess; /* which fields are fixed is not known: attributes alone fill no row of a form */
};

void slots_new(struct slots *s, struct arena *arena, const struct model *model);
/* The slot of a field, made with those above it. NULL: its name is no place in a case. shift: added
 * to the index of the first step below the root. */
struct slot *slots_add(struct slots *s, const struct form_field *field, int shift);
/* The slot below parent, NULL if no field names it; of those with a key, none. */
struct slot *slot_below(const struct slot *parent, const char *name, bool attribute, int index);
/* Calls each for all slots with a field, in the tree's order. */
void slots_each(struct slot *from, void (*each)(void *user, struct slot *slot), void *user);

#endif
