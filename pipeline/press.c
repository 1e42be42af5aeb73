/* The press: opening and closing the engines. */
#include "press.h"

#include "base/dir.h"
#include "check/check.h"
#include "check/scan.h"
#include "fo/build.h"
#include "read/read.h"
#include "text/text.h"
#include "transform/transform.h"
#include "write/write.h"

struct press *press_new(struct diag *diag)
{
    struct arena *names = arena_new();
    struct press *p = arena_new_of(names, struct press);

    p->names = names;
    p->fo = arena_new();
    p->page = arena_new();
    p->fo_known = fo_known_new();
    p->home = dir_home(names);
    p->images = arena_printf(names, "%s/templates/letterheads", p->home);
    p->transform = transform_new(p->home, diag);
    if (p->transform)
        return p;
    press_free(p);
    return NULL;
}

void press_free(struct press *p)
{
    if (!p)
        return;
    if (p->writer)
        pdf_writer_free(p->writer);
    if (p->text)
        text_engine_free(p->text);
    scan_free(p->scan);
    checker_free(p->checker);
    read_schema_free(p->schema);
    transform_free(p->transform);
    arena_free(p->page);
    fo_known_free(p->fo_known);
    arena_free(p->fo);
    arena_free(p->names);
}

static void keep(struct press *p, bool on)
{
    p->in_case = on;
    if (p->text)
        text_keep(p->text, on);
    if (p->scan)
        scan_keep(p->scan, on);
}

void press_open_case(struct press *p)
{
    keep(p, true);
}

void press_close_case(struct press *p)
{
    keep(p, false);
}

struct read_schema *press_schema(struct press *p, struct diag *diag)
{
    if (!p->schema)
        p->schema = read_schema_new(arena_printf(p->names, "%s/xslt/case.xsd", p->home), diag);
    return p->schema;
}

struct text_engine *press_text(struct press *p, struct diag *diag)
{
    if (!p->text) {
        p->text = text_engine_new(arena_printf(p->names, "%s/fonts/fonts.xml", p->home), diag);
        keep(p, p->in_case);
    }
    return p->text;
}

struct pdf_writer *press_writer(struct press *p)
{
    if (!p->writer)
        p->writer = pdf_writer_new();
    return p->writer;
}

struct scan *press_scan(struct press *p, struct diag *diag)
{
    if (!p->scan && (p->scan = scan_new()) != NULL)
        scan_keep(p->scan, p->in_case);
    if (!p->scan)
        diag_error(diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL, "ICU:s data saknas",
                   "ICU's data is missing");
    return p->scan;
}

struct checker *press_checker(struct press *p, const struct check_settings *settings,
                              struct diag *diag)
{
    struct check_settings own = *settings;

    own.home = p->home;
    if (!p->checker)
        p->checker = checker_new(&own, diag);
    return p->checker;
}
