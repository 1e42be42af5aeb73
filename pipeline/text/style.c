/* Resolves a style: which families its font-family list means, and what else shaping depends on. */
#include "text/engine.h"
#include "text/shape.h"

#include <string.h>
#include <strings.h>

static unsigned features_of(const struct text_style *s)
{
    return (s->no_kerning ? SHAPE_NO_KERNING : 0) |
           (s->no_ligatures || s->letter_spacing ? SHAPE_NO_LIGATURES : 0);
}

static enum font_shape shape_of(const struct text_style *s)
{
    return (enum font_shape)((s->weight >= 600 ? FONT_BOLD : 0) | (s->italic ? FONT_ITALIC : 0));
}

/* The next name of a comma-separated list, without quotes and white space around it. */
static size_t next_name(const char **list, const char **name)
{
    const char *s = *list + strspn(*list, " \t\n\r'\",");
    size_t n = strcspn(s, ",");

    *name = s;
    *list = s + n;
    while (n && strchr(" \t\n\r'\"", s[n - 1]))
        n--;
    return n;
}

static bool in_list(const char *list, const char *name, size_t n)
{
    const char *each;

    for (size_t len = next_name(&list, &each); len; len = next_name(&list, &each))
        if (len == n && !strncasecmp(each, name, n))
            return true;
    return false;
}

static bool find_family(const struct font_list *list, const char *name, size_t n, size_t *found)
{
    for (size_t i = 0; i < list->nfamilies; i++) {
        const struct font_family *f = &list->families[i];

        if ((strlen(f->name) == n && !strncasecmp(f->name, name, n)) ||
            in_list(f->aliases, name, n)) {
            *found = i;
            return true;
        }
    }
    return false;
}

/* The families of a preference list that exist; the default family when there is none. */
static void find_families(struct text_engine *e, struct resolved *r, struct diag *diag,
                          struct diag_place place)
{
    const char *list = r->family, *name, *first = NULL;
    size_t cap = 0, first_len = 0, found;

    for (size_t n = next_name(&list, &name); n; n = next_name(&list, &name)) {
        if (!first) {
            first = name;
            first_len = n;
        }
        if (find_family(e->list, name, n, &found))
            *arena_push(e->arena, r->families, r->nfamilies, cap) = found;
    }
    if (r->nfamilies)
        return;
    *arena_push(e->arena, r->families, r->nfamilies, cap) = 0;
    if (first)
        diag_warn(diag, place, NULL, "typsnittet %.*s är okänt; %s används i stället",
                  "the font %.*s is not known; %s is used instead", (int)first_len, first,
                  e->list->families[0].name);
}

static bool same(const struct resolved *r, const struct text_style *s, const char *family,
                 const char *lang)
{
    return r->shape == shape_of(s) && r->features == features_of(s) && !strcmp(r->lang, lang) &&
           !strcmp(r->family, family);
}

static struct resolved *resolve(struct text_engine *e, const struct text_style *style,
                                const char *family, const char *lang, struct diag *diag,
                                struct diag_place place)
{
    struct resolved *r = arena_new_of(e->arena, struct resolved);

    r->family = arena_strdup(e->arena, family);
    r->lang = arena_strdup(e->arena, lang);
    r->shape = shape_of(style);
    r->features = features_of(style);
    r->language = *lang ? hb_language_from_string(lang, -1) : HB_LANGUAGE_INVALID;
    find_families(e, r, diag, place);
    r->next = e->styles;
    e->styles = r;
    return r;
}

struct resolved *engine_resolve(struct text_engine *e, const struct text_style *style,
                                struct diag *diag, struct diag_place place)
{
    const char *family = style->family ? style->family : "";
    const char *lang = style->lang ? style->lang : "";
    struct resolved *r = e->recent;

    if (r && same(r, style, family, lang))
        return r;
    for (r = e->styles; r; r = r->next)
        if (same(r, style, family, lang))
            break;
    if (!r)
        r = resolve(e, style, family, lang, diag, place);
    return e->recent = r;
}
