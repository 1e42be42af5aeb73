/* duform check: validates a case and applies the rules. */
#include "base/file.h"
#include "base/json.h"
#include "command/command.h"
#include "job.h"
#include "press.h"

#include <stdio.h>
#include <string.h>

static void on_message(void *user, const struct diag_message *m)
{
    static const char *const words[] = {"note", "warning", "error"};
    struct buf *out = user;

    buf_str(out, out->len ? ",\n    " : "\n    ");
    buf_printf(out, "{\"severity\": \"%s\", \"file\": ", words[m->severity]);
    json_string(out, m->place.file ? m->place.file : "");
    buf_printf(out, ", \"line\": %d, \"rule\": ", m->place.line);
    json_string(out, m->rule);
    buf_str(out, ", \"text\": ");
    json_string(out, m->text);
    buf_str(out, m->members);
    buf_char(out, '}');
}

static void print_json(const struct options *o, const struct buf *messages, struct diag *diag)
{
    struct buf out = BUF_INIT;

    buf_str(&out, "{\n  \"format\": 1,\n  \"file\": ");
    json_string(&out, o->operand);
    buf_printf(&out, ",\n  \"status\": %d,\n  \"errors\": %zu,\n  \"warnings\": %zu,\n",
               diag_status(diag), diag_count(diag, DIAG_ERROR), diag_count(diag, DIAG_WARNING));
    buf_printf(&out, "  \"notes\": %zu,\n  \"messages\": [%s%s]\n}\n", diag_count(diag, DIAG_NOTE),
               messages->data ? messages->data : "", messages->len ? "\n  " : "");
    diag_listen(diag, NULL, NULL);
    file_write_whole("-", out.data, out.len, diag);
    buf_free(&out);
}

void command_check(const struct options *o, struct diag *diag)
{
    bool json = o->format && strcmp(o->format, "json") == 0;
    struct buf messages = BUF_INIT;
    struct press *p;
    struct job job;

    if (o->fix && !o->output) {
        usage_error(diag, "check --fix: ange den nya filen med -o",
                    "check --fix: give the new file with -o", "");
        return;
    }
    if (json)
        diag_listen(diag, on_message, &messages);
    p = press_new(diag);
    if (p && options_job(o, p, &job, diag))
        job_check(p, &job, diag);
    press_free(p);
    if (json)
        print_json(o, &messages, diag);
    buf_free(&messages);
}
