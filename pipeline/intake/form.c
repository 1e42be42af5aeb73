/* A filled-in form: fields, cleaned as they come in. */
#include "intake/form.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/* What XML cannot hold or a reader must not see; tab and line ends are dealt with before. */
static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || (c >= 0xFFFE && c <= 0xFFFF) ||
           (c >= 0xD800 && c < 0xE000);
}

/* In PDF two escapes enclose the name of the language that follows (ISO 32000-1, 7.9.2.2). */
static const char *skip_language(const char *p, const char *end)
{
    const char *close = memchr(p, 0x1B, (size_t)(end - p));

    return close && close - p <= 8 ? close + 1 : p;
}

/* Line ends become line feeds, tabs blanks; line: all of them become blanks. most: characters. */
static char *clean(struct arena *a, const char *s, size_t most, bool line)
{
    size_t n = strlen(s), count = 0;
    char *out = arena_alloc(a, n + 4), *to = out;
    const char *p = s, *end = s + n;

    while (p < end && count < most) {
        uint32_t c = utf8_next(&p, end);

        if (c == 0x1B)
            p = skip_language(p, end);
        if (c == '\r' && p < end && *p == '\n')
            continue;
        if (c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C)
            c = '\n';
        if (c == '\t' || (line && c == '\n'))
            c = ' ';
        if (c != '\n' && is_control(c))
            continue;
        to += utf8_put(to, c);
        count++;
    }
    *to = '\0';
    return out;
}

enum form_fault form_add(struct form *f, const struct form_field *field)
{
    size_t name = strlen(field->name), value = strlen(field->value);
    struct form_field *to;

    if (name > FORM_NAME || value > FORM_VALUE || f->n >= FORM_FIELDS ||
        (f->bytes += value) > FORM_VALUES)
        return FORM_TOO_LARGE;
    if (!utf8_valid(field->name, name) || !utf8_valid(field->value, value))
        return FORM_TYPE;
    to = arena_push(f->arena, f->fields, f->n, f->cap);
    *to = *field;
    to->name = arena_strdup(f->arena, field->name);
    to->value = clean(f->arena, field->value, SIZE_MAX, false);
    to->label = clean(f->arena, field->label && *field->label ? field->label : field->name,
                      FORM_LABEL, true);
    return FORM_GOOD;
}

const char *form_value(const struct form *f, const char *name)
{
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->fields[i].name, name) == 0)
            return f->fields[i].value;
    return NULL;
}

/* ---- from one process to the other ---------------------------------------------------------- */

void form_pack(const struct form *f, struct buf *out)
{
    for (size_t i = 0; i < f->n; i++) {
        const struct form_field *field = &f->fields[i];

        buf_char(out, (char)('0' + field->required + 2 * field->button + 4 * field->fixed));
        buf_add(out, field->name, strlen(field->name) + 1);
        buf_add(out, field->label, strlen(field->label) + 1);
        buf_add(out, field->value, strlen(field->value) + 1);
    }
}

/* The string at *p, which moves behind it; NULL: it does not end. */
static const char *string_at(const char **p, const char *end)
{
    const char *s = *p, *zero = s < end ? memchr(s, '\0', (size_t)(end - s)) : NULL;

    *p = zero ? zero + 1 : end;
    return zero ? s : NULL;
}

bool form_unpack(struct form *f, const char *data, size_t n)
{
    const char *p = data, *end = data + n;

    while (p < end) {
        int flags = *p++ - '0';
        struct form_field field = {.required = flags & 1, .button = flags & 2, .fixed = flags & 4};

        field.name = string_at(&p, end);
        field.label = string_at(&p, end);
        field.value = string_at(&p, end);
        if (flags < 0 || flags > 7 || !field.value || form_add(f, &field) != FORM_GOOD)
            return false;
    }
    return true;
}
