/* The tables of properties, objects and colours: in order, found by name, with a way to read them.
 */
#include "fo/colour.h"
#include "fo/elements.h"
#include "fo/properties.h"

#include <stdio.h>
#include <string.h>

static int failed;

static void check(bool good, const char *what, const char *name)
{
    if (good)
        return;
    printf("not ok - %s: %s\n", what, name);
    failed++;
}

static void properties(void)
{
    for (int i = 0; i < PROP_COUNT; i++) {
        const struct fo_property *p = &fo_properties[i];

        check(i == 0 || strcmp(p[-1].name, p->name) < 0, "properties are in order", p->name);
        check(fo_property_find(p->name, strlen(p->name)) == i, "property is found", p->name);
        check(p->type == TYPE_NONE || p->support == SUPPORT_FULL || p->support == SUPPORT_PART,
              "what is read is supported", p->name);
        check(p->type != TYPE_NONE || p->support == SUPPORT_NONE || p->support == SUPPORT_HINT,
              "what is supported is read", p->name);
        check((p->type != TYPE_CUSTOM && p->type != TYPE_SHORTHAND) || p->set,
              "there is a function to read it", p->name);
        check(p->type != TYPE_KEYWORD || (p->words && p->where), "keywords have words", p->name);
    }
}

static void elements(void)
{
    for (int i = 0; i < ELEMENT_COUNT; i++) {
        const struct fo_element *e = &fo_elements[i];

        check(i == 0 || strcmp(e[-1].name, e->name) < 0, "objects are in order", e->name);
        check(fo_element_find(e->name) == e, "object is found", e->name);
        check(e->id == (enum fo_element_id)i, "object knows its place", e->name);
    }
}

static void colours(void)
{
    static const char *const names[] = {
#define C(name, rgb) name,
#include "fo/colour_names.def"
#undef C
    };
    struct fo_colour colour;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check(fo_colour_read(names[i], &colour), "colour is found", names[i]);
}

int main(void)
{
    properties();
    elements();
    colours();
    if (!failed)
        printf("ok - %d properties, %d objects\n", (int)PROP_COUNT, (int)ELEMENT_COUNT);
    return failed > 0;
}
