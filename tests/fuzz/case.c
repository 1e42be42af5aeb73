/* Fuzzer: bytes as a case file, through reading, the schema, the rules and the views. */
#include "format.h"
#include "transform/transform.h"

static void stages(struct press *p, struct transform_job *job, struct diag *d)
{
    struct _xmlDoc *findings = transform_assess(p->transform, job, d);

    transform_doc_free(findings);
    for (job->recipient = 0; job->recipient <= 2; job->recipient++)
        transform_doc_free(transform_view(p->transform, job, d));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct press *p = fuzz_press();
    struct diag *d = fuzz_diag();
    struct read_schema *schema = press_schema(p, d);
    struct _xmlDoc *doc = read_xml_memory((const char *)data, size, "fuzz.xml", &fuzz_limits, d);
    bool good = doc && read_root_is(doc, TRANSFORM_CASE_NS, "case", "fuzz.xml", d);

    if (good && read_validate(schema, doc, "fuzz.xml", d)) {
        struct transform_job job = {.source = doc,
                                    .file = "fuzz.xml",
                                    .kind = "invitation",
                                    .lang = "sv",
                                    .with = "",
                                    .style = "",
                                    .today = "2026-01-01",
                                    .guardians = "|"};
        job.profile = transform_profile(p->transform, "default", diag_at("fuzz.xml", 1), d);
        if (job.profile)
            stages(p, &job, d);
    }
    transform_doc_free(doc);
    diag_free(d);
    return 0;
}
