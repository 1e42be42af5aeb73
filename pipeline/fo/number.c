/* Fixed-point numbers and lengths with their units. */
#include "fo/number.h"

#include <string.h>

/* Far above any page, and far enough below the end of int64 for sums. */
#define LARGEST (INT64_C(1000000000) * FO_ONE)

int64_t fo_round(int64_t value, int64_t divisor)
{
    int64_t half = divisor / 2;

    return value < 0 ? -((-value + half) / divisor) : (value + half) / divisor;
}

static bool fits(int64_t v)
{
    return v >= -LARGEST && v <= LARGEST;
}

/* A product that stays clear of the end of int64, so that it can still be rounded. */
static bool product_of(int64_t a, int64_t b, int64_t *product)
{
    return !__builtin_mul_overflow(a, b, product) && *product < INT64_MAX / 2 &&
           *product > -(INT64_MAX / 2);
}

static bool read_digits(const char **s, int64_t *value)
{
    const char *p = *s, *start = p;
    int64_t whole = 0, part = 0, place = FO_ONE;

    for (; *p >= '0' && *p <= '9'; p++)
        if ((whole = whole * 10 + (*p - '0')) > LARGEST / FO_ONE)
            return false;
    if (*p == '.') {
        for (p++; *p >= '0' && *p <= '9'; p++) {
            if (place == 1)
                continue; /* digits behind the sixth */
            place /= 10;
            part += place * (*p - '0');
        }
    }
    if (p == start || (p == start + 1 && *start == '.'))
        return false;
    *s = p;
    *value = whole * FO_ONE + part;
    return true;
}

/* The unit as a fraction of points. A pixel is a point, as at 72 pixels an inch. */
static const struct unit {
    char name[4];
    int64_t times, by;
} units[] = {{"pt", 1, 1},  {"mm", 360, 127}, {"cm", 3600, 127}, {"in", 72, 1},
             {"pc", 12, 1}, {"px", 1, 1},     {"mpt", 1, 1000}};

static bool apply_unit(const char *name, size_t len, mpt em, struct fo_number *n)
{
    int64_t product;

    if (len == 2 && memcmp(name, "em", 2) == 0) {
        if (!product_of(n->abs, em, &product))
            return false;
        n->abs = fo_round(product, 1000);
        return fits(n->abs);
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strlen(units[i].name) == len && memcmp(units[i].name, name, len) == 0) {
            if (!product_of(n->abs, units[i].times, &product))
                return false;
            n->abs = fo_round(product, units[i].by);
            return fits(n->abs);
        }
    }
    return false;
}

bool fo_number_read(const char **s, mpt em, struct fo_number *out)
{
    size_t len = 0;

    *out = (struct fo_number){0};
    if (!read_digits(s, &out->abs))
        return false;
    if (**s == '%') {
        (*s)++;
        out->power = 1;
        out->pct = out->abs;
        out->abs = 0;
        return true;
    }
    while (((*s)[len] | 0x20) >= 'a' && ((*s)[len] | 0x20) <= 'z')
        len++;
    if (len == 0)
        return true;
    out->power = 1;
    *s += len;
    return apply_unit(*s - len, len, em, out);
}

bool fo_number_add(struct fo_number *a, const struct fo_number *b, int sign)
{
    if (a->power != b->power)
        return false;
    a->abs += sign * b->abs;
    a->pct += sign * b->pct;
    a->proportion += sign * b->proportion;
    return fits(a->abs) && fits(a->pct) && fits(a->proportion);
}

static bool scale(int64_t *v, int64_t times)
{
    int64_t product;

    if (!product_of(*v, times, &product))
        return false;
    *v = fo_round(product, FO_ONE);
    return fits(*v);
}

bool fo_number_multiply(struct fo_number *a, const struct fo_number *b)
{
    int64_t times = b->abs;

    if (a->power && b->power)
        return false; /* no property is an area */
    if (b->power) {
        times = a->abs;
        *a = *b;
    }
    return scale(&a->abs, times) && scale(&a->pct, times) && scale(&a->proportion, times);
}

static bool divide(int64_t *v, int64_t by)
{
    int64_t product;

    if (!product_of(*v, FO_ONE, &product))
        return false;
    *v = by < 0 ? fo_round(-product, -by) : fo_round(product, by);
    return fits(*v);
}

bool fo_number_divide(struct fo_number *a, const struct fo_number *b)
{
    if (b->power > a->power || !fo_number_is_absolute(b) || b->abs == 0)
        return false;
    if (b->power && !fo_number_is_absolute(a))
        return false;
    a->power -= b->power;
    return divide(&a->abs, b->abs) && divide(&a->pct, b->abs) && divide(&a->proportion, b->abs);
}

bool fo_number_modulo(struct fo_number *a, const struct fo_number *b)
{
    if (a->power != b->power || b->abs == 0 || !fo_number_is_absolute(a) ||
        !fo_number_is_absolute(b))
        return false;
    a->abs %= b->abs;
    return true;
}

bool fo_number_is_absolute(const struct fo_number *n)
{
    return n->pct == 0 && n->proportion == 0;
}

mpt fo_number_mpt(const struct fo_number *n)
{
    return fo_round(n->abs, 1000);
}

struct fo_number fo_number_of_mpt(mpt length)
{
    return (struct fo_number){.power = 1, .abs = length * 1000};
}

struct fo_number fo_number_of_int(int64_t n)
{
    return (struct fo_number){.power = 0, .abs = n * FO_ONE};
}
