/* Faults: what the schema says of elements, said of the fields that they came from. */
#include "intake/faults.h"

#include "intake/fill.h"
#include "intake/value.h"

#include <libxml/tree.h>
#include <string.h>

enum { ROUNDS = 4, DEPTH = 64 };

struct finding {
    struct slots *slots;
    struct diag *diag;
    const char *file;
    const xmlNode *node; /* what is looked for */
    const char *attribute;
    struct slot *found;
    size_t wrong;    /* in this round */
    bool unlabelled; /* say what has no field, too */
};

/* ---- values --------------------------------------------------------------------------------- */

static void compare(void *user, struct slot *k)
{
    struct finding *f = user;

    if (k->node != f->node || k->part->attribute != (f->attribute != NULL))
        return;
    if (!f->attribute || strcmp(k->name, f->attribute) == 0)
        f->found = k;
}

static struct slot *slot_of(struct finding *f, const struct read_fault *fault)
{
    const xmlNode *n = fault->node;

    f->attribute = fault->attribute;
    if (n && n->type == XML_ATTRIBUTE_NODE) {
        f->attribute = (const char *)n->name;
        n = n->parent;
    }
    f->node = n;
    f->found = NULL;
    if (n)
        slots_each(f->slots->root, compare, f);
    return f->found;
}

/* Undone only when all faults of a round are known: the validator is at work on the tree. */
static void on_fault(void *user, const struct read_fault *fault)
{
    struct finding *f = user;
    struct slot *k = fault->is_value ? slot_of(f, fault) : NULL;

    if (k && k->state != SLOT_WRONG) {
        k->state = SLOT_WRONG;
        k->expected = arena_strdup(f->slots->arena, fault->text);
        f->wrong++;
    } else if (!k && f->unlabelled) {
        diag_error(f->diag, EXIT_INPUT, diag_at(f->file, 0), NULL, "%s: %s", "%s: %s",
                   arena_strdup(f->slots->arena, fault->what), fault->text);
    }
}

static void undo(void *user, struct slot *k)
{
    struct finding *f = user;

    if (k->state == SLOT_WRONG && k->node && k->expected)
        fill_undo(f->slots, k);
}

/* ---- what is missing ------------------------------------------------------------------------ */

/* The fields below a place that is not there: those that would have to be filled in. */
static size_t mark_needed(struct slot *k)
{
    size_t n = 0;

    if (k->field && k->state == SLOT_GOOD && !k->field->fixed &&
        (k->field->required || !k->parent->part || k->part->required)) {
        k->state = SLOT_MISSING;
        n++;
    }
    for (struct slot *below = k->first; below; below = below->next)
        if (below->part->required || (below->field && below->field->required))
            n += mark_needed(below);
    return n;
}

static struct slot *first_field(struct slot *k)
{
    struct slot *found = k->field && !k->field->fixed ? k : NULL;

    for (struct slot *below = k->first; below && !found; below = below->next)
        found = first_field(below);
    return found;
}

static bool any_bad(const struct slot *k)
{
    if (k->state == SLOT_WRONG || k->state == SLOT_MISSING)
        return true;
    for (const struct slot *below = k->first; below; below = below->next)
        if (any_bad(below))
            return true;
    return false;
}

/* The slot that has become this element. */
static struct slot *slot_at(const struct slot *parent, const xmlNode *element)
{
    for (struct slot *k = parent ? parent->first : NULL; k; k = k->next)
        if (k->node == element && !k->part->attribute)
            return k;
    return NULL;
}

static void miss(struct finding *f, const xmlNode *element, const struct slot *slot,
                 const struct model_part *part)
{
    struct slot *k = slot ? slot_below(slot, part->name, part->attribute, 1) : NULL;
    struct slot *first = k ? first_field(k) : NULL;

    if (k && (mark_needed(k) || any_bad(k)))
        return;
    if (first) {
        first->state = SLOT_MISSING;
        return;
    }
    diag_error(f->diag, EXIT_INPUT, diag_at(f->file, 0), NULL,
               "<%s>: %s saknas, och formuläret har inget fält för det",
               "<%s>: %s is missing, and the form has no field for it", (const char *)element->name,
               part->name);
}

static bool has(const xmlNode *element, const struct model_part *part)
{
    if (part->attribute)
        return xmlHasProp((xmlNode *)element, BAD_CAST part->name) != NULL;
    for (const xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, part->name) == 0)
            return true;
    return false;
}

static void find_missing(struct finding *f, const xmlNode *element, const struct model_type *type,
                         const struct slot *slot, int depth)
{
    for (size_t i = 0; type && i < type->nparts; i++)
        if (type->parts[i].required && !has(element, &type->parts[i]))
            miss(f, element, slot, &type->parts[i]);
    for (const xmlNode *n = element->children; n && depth < DEPTH; n = n->next) {
        const struct model_part *part =
            n->type == XML_ELEMENT_NODE ? model_part(type, (const char *)n->name, false) : NULL;

        if (part)
            find_missing(f, n, model_type(f->slots->model, part->type), slot_at(slot, n),
                         depth + 1);
    }
}

static void mark_required(void *user, struct slot *k)
{
    struct finding *f = user;

    if (k->field->required && k->state == SLOT_GOOD && !k->locked &&
        !*value_of_slot(f->slots->arena, k))
        k->state = SLOT_MISSING;
}

/* ---- reporting ------------------------------------------------------------------------------ */

static void report(const struct slot *k, const char *file, struct diag *diag)
{
    struct diag_place place = diag_at(file, 0);
    const char *label = k->field->label, *wanted = value_wanted(k, diag_lang(diag));

    if (k->state == SLOT_MISSING)
        diag_error(diag, EXIT_INPUT, place, NULL, "%s: saknas", "%s: is missing", label);
    else if (k->state == SLOT_WRONG && k->expected)
        diag_error(diag, EXIT_INPUT, place, NULL, "%s: %s", "%s: %s", label,
                   wanted ? wanted : k->expected);
    else if (k->state == SLOT_WRONG)
        diag_error(diag, EXIT_INPUT, place, NULL, "%s: här kan ingen text stå",
                   "%s: no text can stand here", label);
    else if (k->state == SLOT_LOCKED)
        diag_warn(diag, place, NULL, "%s: tas inte över: det ändras inte genom ett sådant formulär",
                  "%s: not taken over: a form of this kind does not change it", label);
    else if (k->state == SLOT_CLEARED)
        diag_note(diag, place, NULL, "%s: är tomt nu, och tas bort ur ärendet",
                  "%s: is empty now, and is taken out of the case", label);
}

struct search {
    const struct form_field *field;
    const struct slot *found;
};

static void match(void *user, struct slot *k)
{
    struct search *s = user;

    if (k->field == s->field)
        s->found = k;
}

bool faults_find(struct slots *s, const struct form *form, struct _xmlDoc *doc,
                 struct read_schema *schema, struct read_schema *relaxed, const char *file,
                 struct diag *diag)
{
    struct finding f = {.slots = s, .diag = diag, .file = file};
    size_t errors = diag_count(diag, DIAG_ERROR);

    for (int round = 0; round < ROUNDS && (round == 0 || f.wrong); round++) {
        f.wrong = 0;
        read_validate_each(relaxed, doc, diag, on_fault, &f);
        slots_each(s->root, undo, &f);
    }
    slots_each(s->root, mark_required, &f);
    find_missing(&f, xmlDocGetRootElement(doc), model_root(s->model), s->root, 0);
    for (size_t i = 0; i < form->n; i++) {
        struct search search = {&form->fields[i], NULL};

        slots_each(s->root, match, &search);
        if (search.found)
            report(search.found, file, diag);
    }
    f.unlabelled = diag_count(diag, DIAG_ERROR) == errors;
    return read_validate_each(schema, doc, diag, on_fault, &f) &&
           diag_count(diag, DIAG_ERROR) == errors;
}
