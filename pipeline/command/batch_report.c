/* The report of a mailing for the office: references, kinds, recipients by number; no names. */
#include "command/batch_journal.h"

#include "base/buf.h"
#include "base/file.h"

#include <string.h>

struct report {
    struct buf out;
    bool json, first;
};

static const char *status_of(const struct journal_case *c)
{
    static const char *const words[] = {"made", "refused", "unusable", "failed", "failed"};

    if (c->status < 0)
        return "missing";
    if (c->status == EXIT_REFUSED && c->documents)
        return "partly";
    return c->status <= EXIT_SYSTEM ? words[c->status] : "failed";
}

/* All strings are of our own alphabet: references, kinds, rules; nothing needs escaping. */
static void on_case(void *user, const struct journal_case *c)
{
    struct report *r = user;

    if (r->json)
        buf_printf(&r->out,
                   "%s\n    {\"ref\": \"%s\", \"status\": \"%s\", \"documents\": %d, \"ms\": %d, "
                   "\"remarks\": %d}",
                   r->first ? "" : ",", c->ref, status_of(c), c->documents, c->milliseconds,
                   c->remarks);
    else
        buf_printf(&r->out, "case;%s;;;;;;%s;;%d\n", c->ref, status_of(c), c->remarks);
    r->first = false;
}

static void on_document(void *user, const struct journal_document *d)
{
    struct report *r = user;

    if (r->json)
        buf_printf(
            &r->out,
            "%s\n    {\"ref\": \"%s\", \"kind\": \"%s\", \"recipient\": %d, \"language\": \"%s\", "
            "\"class\": \"%s\", \"pages\": %d, \"status\": \"made\"}",
            r->first ? "" : ",", d->ref, d->kind, d->recipient, d->lang, d->class, d->pages);
    else
        buf_printf(&r->out, "document;%s;%s;%d;%s;%s;%d;made;;\n", d->ref, d->kind, d->recipient,
                   d->lang, d->class, d->pages);
    r->first = false;
}

static void on_refusal(void *user, const char *ref, const char *rule)
{
    struct report *r = user;

    if (r->json)
        buf_printf(&r->out, "%s\n    {\"ref\": \"%s\", \"rule\": \"%s\"}", r->first ? "" : ",", ref,
                   rule);
    else
        buf_printf(&r->out, "refusal;%s;;;;;;refused;%s;\n", ref, rule);
    r->first = false;
}

static void open_list(struct report *r, const char *name)
{
    if (r->json)
        buf_printf(&r->out, ",\n  \"%s\": [", name);
    r->first = true;
}

static void close_list(struct report *r)
{
    if (r->json)
        buf_str(&r->out, r->first ? "]" : "\n  ]");
}

bool report_write(struct journal *const *journals, size_t n, const char *path, struct diag *diag)
{
    size_t len = strlen(path);
    struct report r = {.out = BUF_INIT, .json = len > 5 && strcmp(path + len - 5, ".json") == 0};
    bool done;

    buf_str(&r.out, r.json ? "{\n  \"format\": 1"
                           : "what;ref;kind;recipient;language;class;pages;status;rule;remarks\n");
    open_list(&r, "cases");
    for (size_t i = 0; i < n; i++)
        journal_each_case(journals[i], on_case, &r);
    close_list(&r);
    open_list(&r, "documents");
    for (size_t i = 0; i < n; i++)
        journal_each_document(journals[i], NULL, on_document, &r);
    close_list(&r);
    open_list(&r, "refusals");
    for (size_t i = 0; i < n; i++)
        journal_each_refusal(journals[i], NULL, on_refusal, &r);
    close_list(&r);
    if (r.json)
        buf_str(&r.out, "\n}\n");
    done = file_write_whole(path, r.out.data, r.out.len, diag);
    buf_free(&r.out);
    return done;
}
