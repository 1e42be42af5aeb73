/* The slots: names like case/plan[1]/goal[2]/text taken apart, and looked up in the schema. */
#include "intake/slots.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 999, DEPTH = 16 };

struct step {
    const char *name;
    int index;
    const char *key, *key_value;
    bool attribute;
};

void slots_new(struct slots *s, struct arena *arena, const struct model *model)
{
    *s = (struct slots){.arena = arena, .model = model, .root = arena_new_of(arena, struct slot)};
    *s->root = (struct slot){.name = "case", .index = 1, .type = model_root(model)};
}

/* [2] or [@code='other']; what follows it, NULL: neither. */
static const char *take_choice(struct arena *a, const char *p, struct step *step)
{
    const char *equals;
    char *end;
    long index = strtol(p + 1, &end, 10);

    if (end > p + 1 && *end == ']' && index >= 1 && index <= MOST) {
        step->index = (int)index;
        return end + 1;
    }
    equals = strstr(p, "='");
    end = equals ? strchr(equals + 2, '\'') : NULL;
    if (p[1] != '@' || !end || end[1] != ']')
        return NULL;
    step->key = arena_strndup(a, p + 2, (size_t)(equals - p - 2));
    step->key_value = arena_strndup(a, equals + 2, (size_t)(end - equals - 2));
    return end + 2;
}

/* One step of a path; *path moves behind it and its slash. */
static bool take_step(struct arena *a, const char **path, struct step *step)
{
    const char *p = *path;
    size_t n;

    *step = (struct step){.index = 1, .attribute = *p == '@'};
    p += step->attribute;
    n = strcspn(p, "/[@");
    step->name = arena_strndup(a, p, n);
    p += n;
    if (*p == '[' && (step->attribute || !(p = take_choice(a, p, step))))
        return false;
    if (n == 0 || (*p && (*p != '/' || !p[1] || step->attribute)))
        return false;
    *path = *p ? p + 1 : p;
    return true;
}

static bool has_key(const struct slot *k, const char *key, const char *value)
{
    if (!key || !k->key)
        return key == k->key;
    return strcmp(k->key, key) == 0 && strcmp(k->key_value, value) == 0;
}

static struct slot *find(const struct slot *parent, const struct step *step)
{
    for (struct slot *k = parent->first; k; k = k->next)
        if (k->index == step->index && k->part->attribute == step->attribute &&
            strcmp(k->name, step->name) == 0 && has_key(k, step->key, step->key_value))
            return k;
    return NULL;
}

struct slot *slot_below(const struct slot *parent, const char *name, bool attribute, int index)
{
    const struct step step = {.name = name, .index = index, .attribute = attribute};

    return find(parent, &step);
}

/* Attributes first, then elements in the schema's order, and by index. */
static bool before(const struct slot *a, const struct slot *b)
{
    if (a->part->attribute != b->part->attribute)
        return a->part->attribute;
    if (a->part->order != b->part->order)
        return a->part->order < b->part->order;
    return a->index < b->index;
}

/* A key becomes the attribute's name as it stands: one that the schema has, or the case would hold
 * what nobody validated. */
static bool allows(const struct slots *s, const struct model_part *part, const struct step *step)
{
    bool one_of_many = step->index > 1 || step->key;

    return (!one_of_many || part->repeated) &&
           (!step->key || model_part(model_type(s->model, part->type), step->key, true));
}

static struct slot *add_below(struct slots *s, struct slot *parent, const struct step *step)
{
    const struct model_part *part = model_part(parent->type, step->name, step->attribute);
    struct slot *k = part ? find(parent, step) : NULL;
    struct slot **at = &parent->first;

    if (!part || k || !allows(s, part, step))
        return k;
    k = arena_new_of(s->arena, struct slot);
    *k = (struct slot){.name = part->name,
                       .index = step->index,
                       .key = step->key,
                       .key_value = step->key_value,
                       .part = part,
                       .type = model_type(s->model, part->type),
                       .parent = parent};
    while (*at && before(*at, k))
        at = &(*at)->next;
    k->next = *at;
    *at = k;
    return k;
}

struct slot *slots_add(struct slots *s, const struct form_field *field, int shift)
{
    struct slot *slot = s->root;
    const char *path = field->name;
    struct step step;

    if (!take_step(s->arena, &path, &step) || strcmp(step.name, "case") != 0 || step.index != 1)
        return NULL;
    for (int depth = 0; *path && slot; depth++) {
        if (depth >= DEPTH || !take_step(s->arena, &path, &step))
            return NULL;
        step.index += depth == 0 && !step.attribute ? shift : 0;
        slot = add_below(s, slot, &step);
    }
    if (!slot || slot == s->root || slot->field)
        return NULL;
    slot->field = field;
    return slot;
}

void slots_each(struct slot *from, void (*each)(void *user, struct slot *slot), void *user)
{
    for (struct slot *k = from->first; k; k = k->next) {
        if (k->field)
            each(user, k);
        slots_each(k, each, user);
    }
}
