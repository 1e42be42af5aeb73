/* Reporting remarks: a line each, or members of a JSON object. */
#include "base/buf.h"
#include "base/json.h"
#include "check/exam.h"

#include <string.h>

static const char *text_in(const struct remark *r, enum diag_language language)
{
    return language == DIAG_SV ? r->sv : r->en;
}

/* Signs of direction would turn a message around; and a message is one line. */
static void add_shown(struct buf *b, const char *s)
{
    for (; *s; s++)
        buf_char(b, (unsigned char)*s < 0x20 ? ' ' : *s);
}

/* TEXT: …before «words» after…; förslag: a, b */
static void put_line(struct buf *b, const struct remark *r, enum diag_language language)
{
    buf_str(b, text_in(r, language));
    if (*r->words) {
        buf_str(b, ": ");
        add_shown(b, r->before);
        buf_str(b, "«");
        add_shown(b, r->words);
        buf_str(b, "»");
        add_shown(b, r->after);
    }
    for (size_t i = 0; i < r->nuse; i++) {
        buf_str(b, i ? ", " : language == DIAG_SV ? "; förslag: " : "; proposal: ");
        add_shown(b, r->use[i]);
    }
}

static void member(struct buf *b, const char *name, const char *value)
{
    buf_printf(b, ", \"%s\": ", name);
    json_string(b, value);
}

/* What a message has in JSON besides severity, file, line, rule and text. */
static void put_members(struct buf *b, const struct remark *r)
{
    buf_printf(b, ", \"column\": %d", r->column);
    member(b, "path", r->path);
    member(b, "language", r->lang);
    buf_printf(b, ", \"offset\": %u, \"length\": %u", (unsigned)r->offset, (unsigned)r->length);
    member(b, "before", r->before);
    member(b, "words", r->words);
    member(b, "after", r->after);
    buf_str(b, ", \"suggestions\": [");
    for (size_t i = 0; i < r->nuse; i++) {
        buf_str(b, i ? ", " : "");
        json_string(b, r->use[i]);
    }
    buf_char(b, ']');
}

static void report(const struct remarks *all, const struct remark *r, struct diag *diag)
{
    struct buf line = BUF_INIT, members = BUF_INIT;

    put_line(&line, r, diag_lang(diag));
    put_members(&members, r);
    diag_say_with(diag, r->severity, (struct diag_place){all->file, r->line, r->column}, r->id,
                  line.data, text_in(r, diag_lang(diag)), members.data);
    buf_free(&line);
    buf_free(&members);
}

void remarks_report(const struct remarks *all, struct diag *diag)
{
    for (size_t i = 0; i < all->count; i++)
        report(all, &all->items[i], diag);
    if (all->dropped)
        diag_note(diag, diag_at(all->file, 0), "DU-MORE", "och %zu anmärkningar till",
                  "and %zu remarks more", all->dropped);
    if (all->partly)
        diag_note(diag, diag_at(all->file, 0), "DU-MORE",
                  "så många ord är okända att resten inte stavningskontrollerades",
                  "so many words are unknown that spelling was not checked in the rest");
}

void remarks_summary(const struct remarks *all, struct diag *diag)
{
    size_t n = remarks_count(all);

    if (n == 1)
        diag_note(diag, diag_at(all->file, 0), "DU-TEXT",
                  "1 anmärkning på fritexten, se duform check",
                  "1 remark on the free text, see duform check");
    else if (n)
        diag_note(diag, diag_at(all->file, 0), "DU-TEXT",
                  "%zu anmärkningar på fritexten, se duform check",
                  "%zu remarks on the free text, see duform check", n);
}
