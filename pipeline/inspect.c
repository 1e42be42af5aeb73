/* The inspection: which scan a document gets, and what is said when something is found. */
#include "inspect.h"

#include "check/scan.h"

struct inspection {
    struct press *press;
    const struct dossier *dossier;
    const char *lang;
    bool strict;
    struct diag *diag;
};

static void words(void *user, enum scan_words which, struct buf *out)
{
    const struct inspection *i = user;
    const struct transform_job *t = &i->dossier->transform;

    if (which == WORDS_OF_REGION)
        transform_region_words(t, i->strict, out);
    else
        transform_template_words(i->press->transform, t, i->lang, out, i->diag);
}

/* What is not known to be unprotected is protected. */
static bool is_strict(const struct dossier *d)
{
    int n = d->transform.recipient;

    return transform_protected(d->doc) || (n > 0 && transform_recipient_protected(d->doc, n));
}

static struct scan_job scan_job(struct inspection *i)
{
    const struct transform_job *t = &i->dossier->transform;

    i->strict = is_strict(i->dossier);
    return (struct scan_job){i->dossier->doc, t->kind, t->recipient, i->strict, words, i};
}

static bool report(const struct inspection *i, enum scan_result result, struct scan_place place)
{
    const struct dossier *d = i->dossier;

    if (result == SCAN_FOUND)
        diag_error(
            i->diag, EXIT_REFUSED, diag_at(d->file, place.line), "C.5",
            "mottagare %d: dokumentet (%s) innehåller %s, som mottagaren inte får se: det "
            "görs inte",
            "recipient %d: the document (%s) holds %s, which the recipient may not see: it is "
            "not made",
            d->transform.recipient, d->transform.kind, place.element);
    else if (result == SCAN_UNREADABLE)
        diag_error(i->diag, EXIT_SYSTEM, diag_at(d->file, 0), "C.5",
                   "dokumentet kan inte läsas tillbaka och prövas: det görs inte",
                   "the document cannot be read back and inspected: it is not made");
    return result == SCAN_CLEAN;
}

bool inspect_document(struct press *p, const struct dossier *d, const char *lang,
                      const struct page_doc *pages, const struct buf *pdf, struct diag *diag)
{
    struct inspection i = {p, d, lang, true, diag};
    struct scan_job job = scan_job(&i);
    struct scan *scan = press_scan(p, diag);
    struct scan_place place = {"", 0};

    if (!scan)
        return false;
    if (i.strict)
        return report(&i, scan_pdf(scan, &job, pdf->data, pdf->len, &place), place);
    return report(&i, scan_pages(scan, &job, pages, &place), place);
}

bool inspect_text(struct press *p, const struct dossier *d, const char *lang, const char *text,
                  size_t len, struct diag *diag)
{
    struct inspection i = {p, d, lang, true, diag};
    struct scan_job job = scan_job(&i);
    struct scan *scan = press_scan(p, diag);
    struct scan_place place = {"", 0};

    return scan && report(&i, scan_text(scan, &job, text, len, &place), place);
}
