/* Loading all that documents need before processes are forked, so that they share it. */
#include "transform/engine.h"

#include <libxml/tree.h>
#include <string.h>

static void drop(void *user, const struct diag_message *m)
{
    (void)user, (void)m;
}

/* The template of a kind is compiled when it is first applied: here to a view of nothing. */
static void warm_kind(struct transform *t, const struct transform_job *job, struct diag *mute)
{
    xmlDocPtr view = xmlNewDoc((const xmlChar *)"1.0"), document = NULL;

    if (view) {
        xmlDocSetRootElement(view, xmlNewDocNode(view, NULL, (const xmlChar *)"view", NULL));
        document = transform_document(t, job, view, mute);
    }
    transform_doc_free(document);
    xmlFreeDoc(view);
}

void transform_warm(struct transform *t, const char *const *kinds, size_t n, const char *lang,
                    const char *style)
{
    static const char *const stages[] = {"xslt/assess.xsl", "xslt/set.xsl", "xslt/view.xsl",
                                         "xslt/page.xsl"};
    struct diag *mute = diag_new(DIAG_EN);
    struct transform_job job = {
        .lang = *lang ? lang : "sv", .with = "", .style = *style ? style : "standard"};
    struct arena *a = arena_new();

    diag_listen(mute, drop, NULL);
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        engine_program(t, stages[i], mute);
    if (!n)
        kinds = transform_kinds(t, a, &n);
    for (size_t i = 0; i < n; i++) {
        job.kind = kinds[i];
        warm_kind(t, &job, mute);
    }
    arena_free(a);
    diag_free(mute);
}
