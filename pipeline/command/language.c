/* duform language: translations out, in, and how far they have come. */
#include "transform/language.h"

#include "base/dir.h"
#include "base/file.h"
#include "command/command.h"
#include "press.h"
#include "read/read.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static void write_out(struct _xmlDoc *doc, const char *path, struct diag *diag)
{
    struct buf out = BUF_INIT;

    language_print(doc, &out);
    /* words of ours alone: unlike a document, others may read the file */
    if (file_write_whole(path, out.data, out.len, diag) && strcmp(path, "-") != 0)
        chmod(path, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    buf_free(&out);
}

static void export_language(const struct options *o, struct press *p, struct diag *diag)
{
    struct _xmlDoc *doc;

    if (!o->second || !o->output) {
        usage_error(diag, "language export: ange språk och -o FIL",
                    "language export: give a language and -o FILE", "");
        return;
    }
    doc = language_export(p->transform, o->second, diag);
    if (doc)
        write_out(doc, o->output, diag);
    transform_doc_free(doc);
}

static void import_language(const struct options *o, struct press *p, struct diag *diag)
{
    const char *file = o->second, *lang = NULL, *folder;
    struct _xmlDoc *came = NULL, *all = NULL;

    if (!file) {
        usage_error(diag, "language import: ange filen", "language import: give the file", "");
        return;
    }
    folder = o->into ? o->into : arena_printf(o->arena, "%s/lang", p->home);
    came = read_xml(file, &read_limits_default, diag);
    if (came)
        all = language_import(p->transform, came, strcmp(file, "-") == 0 ? "<stdin>" : file, &lang,
                              diag);
    if (all)
        write_out(all, arena_printf(o->arena, "%s/%s.xlf", folder, lang), diag);
    transform_doc_free(all);
    transform_doc_free(came);
}

/* ---- check ---------------------------------------------------------------------------------- */

struct checking {
    struct press *press;
    struct diag *diag;
};

static void check_one(void *user, const char *lang)
{
    const struct checking *c = user;

    language_check(c->press->transform, lang, c->diag);
}

static void check(const struct options *o, struct press *p, struct diag *diag)
{
    struct checking c = {p, diag};

    if (o->second)
        check_one(&c, o->second);
    else
        language_each(p->transform, check_one, &c);
}

/* ---- status --------------------------------------------------------------------------------- */

struct table {
    struct buf out;
    bool json;
};

static void put_row(void *user, const struct language_count *c)
{
    static const char *const names[] = {"missing", "stale", "translated", "reviewed", "final"};
    struct table *t = user;

    if (!t->json) {
        buf_printf(&t->out, "%-4s %-18s %6zu %10zu %8zu %6zu %6zu %8zu\n", c->lang, c->kind,
                   c->units, c->in[LANGUAGE_TRANSLATED], c->in[LANGUAGE_REVIEWED],
                   c->in[LANGUAGE_FINAL], c->in[LANGUAGE_STALE], c->in[LANGUAGE_MISSING]);
        return;
    }
    buf_printf(&t->out, "%s    {\"language\": \"%s\", \"kind\": \"%s\", \"units\": %zu",
               t->out.len ? ",\n" : "", c->lang, c->kind, c->units);
    for (int i = LANGUAGE_STATES - 1; i >= 0; i--)
        buf_printf(&t->out, ", \"%s\": %zu", names[i], c->in[i]);
    buf_char(&t->out, '}');
}

static void status(const struct options *o, struct press *p, struct diag *diag)
{
    struct table t = {.json = o->format && strcmp(o->format, "json") == 0};

    if (o->second)
        usage_error(diag, "ett argument för mycket för ", "one argument too many for ", "status");
    else if (language_status(p->transform, put_row, &t, diag) && t.json)
        printf("{\n  \"format\": 1,\n  \"languages\": [\n%s\n  ]\n}\n",
               t.out.data ? t.out.data : "");
    else
        printf("%-4s %-18s %6s %10s %8s %6s %6s %8s\n%s", "", "", "units", "translated", "reviewed",
               "final", "stale", "missing", t.out.data ? t.out.data : "");
    buf_free(&t.out);
}

void command_language(const struct options *o, struct diag *diag)
{
    struct press *p = press_new(diag);

    if (!p)
        return;
    if (strcmp(o->operand, "status") == 0)
        status(o, p, diag);
    else if (strcmp(o->operand, "export") == 0)
        export_language(o, p, diag);
    else if (strcmp(o->operand, "import") == 0)
        import_language(o, p, diag);
    else if (strcmp(o->operand, "check") == 0)
        check(o, p, diag);
    else
        usage_error(diag, "language: status, check, export eller import väntades, inte ",
                    "language: status, check, export or import was expected, not ", o->operand);
    press_free(p);
}
