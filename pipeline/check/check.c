/* The checks of a case, in their order. */
#include "check/check.h"

#include "base/utf8.h"
#include "check/exam.h"
#include "check/findings.h"
#include "check/lexicon.h"

#include <libxml/encoding.h>
#include <libxml/tree.h>
#include <string.h>

struct checker *checker_new(const struct check_settings *settings, struct diag *diag)
{
    struct arena *a = arena_new();
    struct checker *c = arena_new_of(a, struct checker);

    c->arena = a;
    c->home = arena_strdup(a, settings->home);
    c->words = settings->words ? arena_strdup(a, settings->words) : NULL;
    c->spelling = settings->spelling;
    c->lenient = settings->lenient;
    c->rules = rules_read(c->home, a, diag);
    if (c->rules)
        return c;
    checker_free(c);
    return NULL;
}

void checker_free(struct checker *c)
{
    if (!c)
        return;
    lexicons_close(c->lexicons);
    arena_free(c->arena);
}

void checker_warm(struct checker *c, struct diag *diag)
{
    static const struct check_source no_file;
    struct exam x = {.checker = c, .rules = c->rules, .file = &no_file, .diag = diag};

    lexicon_of(&x, "sv");
}

/* ---- one text ------------------------------------------------------------------------------- */

/* Swedish that is not quoted: how it speaks to the person, and how plainly. */
static void check_swedish(struct exam *x, const struct text *t)
{
    if (t->field->plain) {
        check_jargon(x, t);
        check_lix(x, t);
    }
    if (t->field->du) {
        check_person_words(x, t);
        check_pronouns(x, t);
        check_passive(x, t);
    }
    if (t->field->role == ROLE_GOAL)
        check_goal(x, t);
    else if (t->field->role == ROLE_ACTION)
        check_action(x, t);
}

static void check_text(struct exam *x, struct text *t)
{
    check_spelling(x, t);
    check_private(x, t);
    check_places(x, t);
    if (t->own_words)
        return;
    if (t->field->plain)
        check_sentences(x, t);
    if (strcmp(t->lang, "sv") == 0)
        check_swedish(x, t);
}

/* ---- one case ------------------------------------------------------------------------------- */

/* The file as UTF-8, as libxml2 read it; NULL: in an encoding that cannot be followed. */
static xmlBufferPtr converted(const struct check_source *file)
{
    const char *name = (const char *)file->doc->encoding;
    xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(name ? name : "UTF-8");
    xmlBufferPtr in = xmlBufferCreateStatic((void *)file->data, file->len);
    xmlBufferPtr out = xmlBufferCreate();
    bool good = handler && xmlCharEncInFunc(handler, out, in) >= 0;

    xmlBufferFree(in);
    if (handler)
        xmlCharEncCloseFunc(handler);
    if (good && utf8_valid((const char *)xmlBufferContent(out), (size_t)xmlBufferLength(out)))
        return out;
    xmlBufferFree(out);
    return NULL;
}

static void open_exam(struct exam *x)
{
    enum { TABLES = 6 };
    struct table *const tables[TABLES] = {&x->own_names, &x->other_names, &x->known,
                                          &x->phones,    &x->told,        &x->places};

    x->arena = arena_new();
    x->scratch = arena_new();
    for (size_t i = 0; i < TABLES; i++)
        table_init(tables[i], x->arena);
    lexicons_begin(x->checker->lexicons);
    source_scan(&x->source, x->arena);
    exam_facts(x);
    x->swedish = x->rules && x->checker->spelling ? lexicon_of(x, "sv") : NULL;
}

static void close_exam(struct exam *x)
{
    arena_free(x->scratch);
    arena_free(x->arena);
}

static struct remarks *examine(struct checker *c, const struct check_source *file, bool suggest,
                               struct diag *diag)
{
    struct exam x = {.checker = c,
                     .rules = c->rules,
                     .file = file,
                     .source = {.data = file->data, .len = file->len},
                     .diag = diag,
                     .suggest = suggest};

    x.protected = check_is_protected(file->doc);
    x.remarks = remarks_new(file, x.protected);
    open_exam(&x);
    if (!x.failed)
        exam_texts(&x, check_text);
    if (!x.failed)
        check_lix_of_all(&x);
    x.remarks->partly = lexicons_tired(c->lexicons);
    close_exam(&x);
    remarks_order(x.remarks, file);
    if (!x.failed)
        return x.remarks;
    remarks_free(x.remarks);
    return NULL;
}

struct remarks *check_case(struct checker *c, const struct check_source *source, bool suggest,
                           struct diag *diag)
{
    struct check_source utf8 = *source;
    struct remarks *found;
    xmlBufferPtr buffer = NULL;

    if (!utf8_valid(source->data, source->len)) {
        buffer = converted(source);
        utf8.data = buffer ? (const char *)xmlBufferContent(buffer) : "";
        utf8.len = buffer ? (size_t)xmlBufferLength(buffer) : 0;
        if (!buffer)
            diag_note(diag, diag_at(source->file, 0), "DU-ENCODING",
                      "fritexten kontrolleras bara i filer med UTF-8",
                      "free text is checked only in files in UTF-8");
    }
    found = examine(c, &utf8, suggest, diag);
    xmlBufferFree(buffer);
    return found;
}
