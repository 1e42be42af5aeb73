/* Content: only what concerns text is interpreted. Invisible text counts as well as any other. */
#include "check/content.h"

#include "check/lexer.h"

#include <string.h>

struct reading {
    const struct shown *to;
    struct lexer lexer;
    const struct cmap *(*font)(void *user, const char *name);
    void *user;
    const struct cmap *map;
    struct buf name, string, text; /* last operands; what a string stands for */
    double y;                      /* the last number: of Td, how far down */
    int depth, artifact;           /* of marked content; artifact: depth at which one began, or 0 */
    size_t line;                   /* where the line begins in to->turned */
};

static void show(struct reading *r)
{
    const struct shown *to = r->to;

    buf_clear(&r->text);
    cmap_text(r->map, r->string.data ? r->string.data : "", r->string.len, &r->text);
    if (!r->text.len)
        return;
    if (r->artifact) {
        fold_add(to->fold, to->around, r->text.data, r->text.len);
        return;
    }
    fold_add(to->fold, to->text, r->text.data, r->text.len);
    fold_add(to->fold, to->turned, r->text.data, r->text.len);
}

static void end_line(struct reading *r)
{
    folded_reverse(r->to->turned, r->line);
    r->line = r->to->turned->n;
}

/* A string of a property list, such as ActualText, says something by itself. */
static void say(struct reading *r)
{
    buf_clear(&r->text);
    lexer_text_string(r->lexer.text.data ? r->lexer.text.data : "", r->lexer.text.len, &r->text);
    if (!r->text.len)
        return;
    fold_break(r->to->around);
    fold_add(r->to->fold, r->to->around, r->text.data, r->text.len);
    fold_break(r->to->around);
}

static void dictionary(struct reading *r)
{
    enum token t;

    for (int depth = 1; depth > 0 && (t = lexer_next(&r->lexer)) != TOKEN_END;) {
        depth += (t == TOKEN_OPEN_DICTIONARY) - (t == TOKEN_CLOSE_DICTIONARY);
        if (t == TOKEN_STRING)
            say(r);
    }
}

/* The strings of a TJ array are shown at once; should the operator be another, no harm is done. */
static void array(struct reading *r)
{
    enum token t;

    while ((t = lexer_next(&r->lexer)) != TOKEN_END && t != TOKEN_CLOSE)
        if (t == TOKEN_STRING) {
            buf_clear(&r->string);
            buf_add(&r->string, r->lexer.text.data ? r->lexer.text.data : "", r->lexer.text.len);
            show(r);
        }
    buf_clear(&r->string);
}

static void begin_marked(struct reading *r, bool artifact)
{
    r->depth++;
    if (artifact && !r->artifact)
        r->artifact = r->depth;
}

static void end_marked(struct reading *r)
{
    if (r->artifact == r->depth)
        r->artifact = 0;
    if (r->depth)
        r->depth--;
}

static void operate(struct reading *r)
{
    const struct lexer *l = &r->lexer;

    if (lexer_is(l, "Tj") || lexer_is(l, "'") || lexer_is(l, "\""))
        show(r);
    else if (lexer_is(l, "Tf"))
        r->map = r->font(r->user, r->name.data ? r->name.data : "");
    else if (lexer_is(l, "BMC") || lexer_is(l, "BDC"))
        begin_marked(r, r->name.data && strcmp(r->name.data, "Artifact") == 0);
    else if (lexer_is(l, "EMC"))
        end_marked(r);
    else if (lexer_is(l, "ID"))
        lexer_skip_image(&r->lexer);
    if (lexer_is(l, "ET") || lexer_is(l, "T*") || lexer_is(l, "Tm") || lexer_is(l, "'") ||
        lexer_is(l, "\"") || ((lexer_is(l, "Td") || lexer_is(l, "TD")) && r->y != 0))
        end_line(r);
    buf_clear(&r->name);
    buf_clear(&r->string);
}

/* The first name before an operator is kept: the tag of BDC, the font of Tf. */
static void keep(struct buf *to, const struct lexer *l)
{
    buf_clear(to);
    buf_add(to, l->text.data ? l->text.data : "", l->text.len);
}

void content_read(const struct shown *to, const char *data, size_t n,
                  const struct cmap *(*font)(void *user, const char *name), void *user)
{
    struct reading r = {.to = to, .font = font, .user = user, .line = to->turned->n};
    enum token t;

    lexer_open(&r.lexer, data, n);
    while ((t = lexer_next(&r.lexer)) != TOKEN_END) {
        if (t == TOKEN_WORD)
            operate(&r);
        else if (t == TOKEN_STRING)
            keep(&r.string, &r.lexer);
        else if (t == TOKEN_NAME && !r.name.len)
            keep(&r.name, &r.lexer);
        else if (t == TOKEN_NUMBER)
            r.y = r.lexer.number;
        else if (t == TOKEN_OPEN)
            array(&r);
        else if (t == TOKEN_OPEN_DICTIONARY)
            dictionary(&r);
    }
    end_line(&r);
    lexer_close(&r.lexer);
    buf_free(&r.name);
    buf_free(&r.string);
    buf_free(&r.text);
}
