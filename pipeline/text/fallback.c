/* Which face sets a character: the families asked for, then the script's own, then stand-ins. */
#include "text/chars.h"
#include "text/engine.h"

#include <string.h>
#include <unicode/uscript.h>

static hb_script_t script_of_family(const struct font_family *f)
{
    return *f->script ? hb_script_from_string(f->script, -1) : HB_SCRIPT_INVALID;
}

static bool holds(const struct chain *chain, size_t family)
{
    for (size_t i = 0; i < chain->n; i++)
        if (chain->families[i] == family)
            return true;
    return false;
}

static void add(struct chain *chain, size_t family)
{
    if (!holds(chain, family))
        chain->families[chain->n++] = family;
}

/* Order: families asked for; the script's own; the stand-ins. */
static struct chain *chain_new(struct text_engine *e, struct resolved *style, hb_script_t script)
{
    const struct font_list *list = e->list;
    struct chain *chain =
        arena_alloc(e->arena, sizeof *chain + list->nfamilies * sizeof chain->families[0]);

    chain->script = script;
    for (size_t i = 0; i < style->nfamilies; i++)
        add(chain, style->families[i]);
    for (size_t i = 0; i < list->nfamilies; i++)
        if (script != HB_SCRIPT_COMMON && script_of_family(&list->families[i]) == script)
            add(chain, i);
    for (size_t i = 0; i < list->nfamilies; i++)
        if (list->families[i].fallback)
            add(chain, i);
    chain->next = style->chains;
    return style->chains = chain;
}

static const struct chain *chain_of(struct text_engine *e, struct resolved *style,
                                    hb_script_t script)
{
    for (const struct chain *c = style->chains; c; c = c->next)
        if (c->script == script)
            return c;
    return chain_new(e, style, script);
}

/* HarfBuzz sets a no-break hyphen with the hyphen and makes missing spaces from the space. */
static bool has(const struct face *face, uint32_t c)
{
    if (face_glyph(face, c) || chars_ignorable(c))
        return true;
    if (c == CHAR_NB_HYPHEN)
        return face_glyph(face, 0x2010) != 0;
    return face->space && (c == 0x202F || c == 0x205F || (c >= 0x2000 && c <= 0x200A));
}

/* Families of other scripts that the character is also used in, such as a digit or a comma. */
static struct face *by_script_extension(struct text_engine *e, struct resolved *style, uint32_t c,
                                        struct diag *diag)
{
    for (size_t i = 0; i < e->list->nfamilies; i++) {
        const char *name = e->list->families[i].script;
        struct face *face;
        int32_t code;

        if (!*name)
            continue;
        code = u_getPropertyValueEnum(UCHAR_SCRIPT, name);
        if (code == UCHAR_INVALID_CODE || !uscript_hasScript((UChar32)c, (UScriptCode)code))
            continue;
        face = engine_face(e, i, style->shape, diag);
        if (face && has(face, c))
            return face;
    }
    return NULL;
}

struct face *fallback_face(struct text_engine *e, struct resolved *style, hb_script_t script,
                           uint32_t c, struct face *preferred, struct diag *diag)
{
    const struct chain *chain;

    if (preferred && has(preferred, c))
        return preferred;
    chain = chain_of(e, style, script);
    for (size_t i = 0; i < chain->n; i++) {
        struct face *face;

        if (i == style->nfamilies && script == HB_SCRIPT_COMMON) {
            face = by_script_extension(e, style, c, diag);
            if (face)
                return face;
        }
        face = engine_face(e, chain->families[i], style->shape, diag);
        if (face && has(face, c))
            return face;
    }
    return NULL;
}
