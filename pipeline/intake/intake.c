/* The intake: a file's fields, then a case, then what is wrong with it. */
#include "intake/intake.h"

#include "intake/faults.h"
#include "intake/fill.h"
#include "intake/kinds.h"
#include "intake/quarantine.h"
#include "intake/xfdf.h"
#include "page/page.h"

#include <libxml/tree.h>
#include <string.h>
#include <sys/random.h>

#define CASE_NS "urn:duform:case:1"

/* ---- the file ------------------------------------------------------------------------------- */

static void read_in_quarantine(void *arg, struct buf *out)
{
    const struct intake_job *job = arg;
    struct form form = {.arena = arena_new()};
    enum form_fault fault = form_read_pdf(&form, job->data, job->len);

    buf_char(out, (char)('0' + fault));
    if (fault == FORM_GOOD)
        form_pack(&form, out);
    arena_free(form.arena);
}

static bool refuse(const struct intake_job *job, const char *sv, const char *en, struct diag *diag)
{
    diag_error(diag, EXIT_INPUT, diag_at(job->file, 0), NULL, "%s", "%s",
               diag_lang(diag) == DIAG_SV ? sv : en);
    return false;
}

static bool report(const struct intake_job *job, enum form_fault fault, struct diag *diag)
{
    static const char *const texts[][2] = {
        [FORM_DAMAGED] = {"PDF-filen är skadad", "the PDF is damaged"},
        [FORM_ENCRYPTED] = {"PDF-filen är krypterad: spara den utan lösenord",
                            "the PDF is encrypted: save it without a password"},
        [FORM_SCRIPT] = {"PDF-filen innehåller skript, åtgärder eller bilagor: den läses inte",
                         "the PDF holds scripts, actions or attachments: it is not read"},
        [FORM_NO_FIELDS] = {"PDF-filen har inga formulärfält", "the PDF has no form fields"},
        [FORM_TOO_LARGE] = {"PDF-filen är större eller djupare än ett formulär",
                            "the PDF is larger or deeper than a form"},
        [FORM_TYPE] = {"PDF-filen har ett fält av fel slag", "the PDF has a field of a wrong type"},
        [FORM_CYCLE] = {"PDF-filens fält går runt i ring", "the fields of the PDF go in a circle"},
    };

    return fault == FORM_GOOD || refuse(job, texts[fault][0], texts[fault][1], diag);
}

static bool read_pdf(const struct intake_job *job, struct form *form, struct diag *diag)
{
    struct buf packed = BUF_INIT;
    bool good = quarantine(read_in_quarantine, (void *)job, 3 * (size_t)FORM_VALUES, &packed) &&
                packed.len && packed.data[0] >= '0' && packed.data[0] <= '0' + FORM_CYCLE;

    if (!good)
        refuse(job, "PDF-filen kan inte läsas: den kräver för mycket minne eller tid",
               "the PDF cannot be read: it asks for too much memory or time", diag);
    else
        good = report(job, (enum form_fault)(packed.data[0] - '0'), diag) &&
               (form_unpack(form, packed.data + 1, packed.len - 1) || report(job, FORM_TYPE, diag));
    buf_free(&packed);
    return good;
}

/* A PDF may have some bytes before its header. */
static bool is_pdf(const struct intake_job *job)
{
    return memmem(job->data, job->len < 1024 ? job->len : 1024, "%PDF-", 5) != NULL;
}

static bool read_file(const struct intake_job *job, struct form *form, struct diag *diag)
{
    if (job->len > FORM_FILE)
        return report(job, FORM_TOO_LARGE, diag);
    if (is_pdf(job))
        return read_pdf(job, form, diag);
    if (!memchr(job->data, '<', job->len))
        return refuse(job, "varken PDF eller XFDF", "neither PDF nor XFDF", diag);
    return form_read_xfdf(form, job->data, job->len, job->file, diag);
}

/* ---- what the form is ----------------------------------------------------------------------- */

static bool matches(const struct intake_job *job, const struct form *form,
                    const struct intake_kind *kind, struct diag *diag)
{
    const char *reference = form_value(form, "duform/reference");
    xmlChar *ref = xmlGetNoNsProp(xmlDocGetRootElement(job->into), BAD_CAST "ref");
    bool has = reference && *reference, same = has && ref && strcmp(reference, (char *)ref) == 0;

    xmlFree(ref);
    if (kind->makes_case)
        return refuse(job, "formuläret blir ett nytt ärende: utan --into",
                      "the form becomes a new case: without --into", diag);
    if (!has && kind->anonymous)
        diag_note(diag, diag_at(job->file, 0), NULL,
                  "formuläret är anonymt: att det hör till ärendet vet bara den som läser in det",
                  "the form is anonymous: that it belongs to the case knows only who reads it in");
    else if (!same)
        return refuse(job, "formulärets referens är en annan än ärendets",
                      "the form's reference is another than the case's", diag);
    return true;
}

static const struct intake_kind *kind_of(const struct intake_job *job, const struct form *form,
                                         struct diag *diag)
{
    const char *version = form_value(form, "duform/version");
    const struct intake_kind *kind = intake_kind(form_value(form, "duform/kind"));

    if (!form_value(form, "duform/kind"))
        refuse(job, "inget formulär från duform", "no form of duform", diag);
    else if (!kind)
        refuse(job, "formulär av det slaget läses inte in", "forms of that kind are not read",
               diag);
    else if (!version || strcmp(version, FORM_VERSION) != 0)
        refuse(job, "formuläret är av en annan version", "the form is of another version", diag);
    else if (!job->into && !kind->makes_case)
        refuse(job, "formuläret hör till ett ärende: ange det med --into",
               "the form belongs to a case: give it with --into", diag);
    else if (!job->into || matches(job, form, kind, diag))
        return kind;
    return NULL;
}

/* ---- a new case ----------------------------------------------------------------------------- */

/* Letters and digits that are not taken for each other. */
static bool invent_reference(char out[13])
{
    static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    unsigned char bytes[12] = {0};
    bool good = getrandom(bytes, sizeof bytes, 0) == sizeof bytes;

    for (int i = 0; i < 12; i++)
        out[i] = i == 4 || i == 9 ? '-' : letters[bytes[i] % (i ? 31 : 23)];
    out[12] = '\0';
    return good;
}

/* NULL: there is no reference for it, and that is said. */
static struct _xmlDoc *new_case(const struct intake_job *job, const struct form *form,
                                struct diag *diag)
{
    const char *language = form_value(form, "duform/language");
    char reference[13];
    xmlDoc *doc;
    xmlNode *root;

    if (!invent_reference(reference)) {
        diag_error(diag, EXIT_SYSTEM, diag_at(job->file, 0), NULL,
                   "systemet ger inga slumptal för ärendets referens",
                   "the system gives no random numbers for the case's reference");
        return NULL;
    }
    doc = xmlNewDoc(BAD_CAST "1.0");
    root = xmlNewDocNode(doc, NULL, BAD_CAST "case", NULL);
    xmlDocSetRootElement(doc, root);
    xmlSetNs(root, xmlNewNs(root, BAD_CAST CASE_NS, NULL));
    xmlSetProp(root, BAD_CAST "ref", BAD_CAST reference);
    xmlSetProp(root, BAD_CAST "region", BAD_CAST job->region);
    xmlSetProp(root, BAD_CAST "format", BAD_CAST "1");
    xmlSetProp(root, BAD_CAST "state", BAD_CAST "need");
    if (language && *language && strlen(language) < 12)
        xmlSetNsProp(root, xmlSearchNsByHref(doc, root, XML_XML_NAMESPACE), BAD_CAST "lang",
                     BAD_CAST language);
    return doc;
}

static bool has_child(const xmlNode *root, const char *name)
{
    for (const xmlNode *n = root->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0)
            return true;
    return false;
}

/* How far the case has come, as far as the form tells. */
static void set_state(const struct slots *s, struct _xmlDoc *doc)
{
    xmlNode *root = xmlDocGetRootElement(doc);

    if (slot_below(s->root, "state", true, 1))
        return;
    if (has_child(root, "meeting"))
        xmlSetProp(root, BAD_CAST "state", BAD_CAST "called");
    else if (has_child(root, "consents"))
        xmlSetProp(root, BAD_CAST "state", BAD_CAST "consented");
    else if (has_child(root, "information"))
        xmlSetProp(root, BAD_CAST "state", BAD_CAST "information");
}

/* ---- the flow ------------------------------------------------------------------------------- */

/* How many rows of an anonymous form's kind the case has: the form's own is the next. */
static int rows_before(const struct intake_job *job, const struct intake_kind *kind)
{
    int n = 0;

    if (!kind->anonymous || !job->into)
        return 0;
    for (const xmlNode *k = xmlDocGetRootElement(job->into)->children; k; k = k->next)
        n += k->type == XML_ELEMENT_NODE && strcmp((const char *)k->name, kind->part) == 0;
    return n;
}

static void place_fields(const struct intake_job *job, const struct form *form,
                         const struct intake_kind *kind, struct slots *slots, struct diag *diag)
{
    int shift = rows_before(job, kind);

    for (size_t i = 0; i < form->n; i++) {
        const struct form_field *field = &form->fields[i];
        bool own = strncmp(field->name, "duform/", 7) == 0,
             head = own && !strchr(field->name + 7, '/');
        struct slot *slot = own ? NULL : slots_add(slots, field, shift);

        if (slot)
            slot->locked = !intake_kind_owns(kind, slot);
        else if (!field->fixed && !head && *field->value &&
                 !(field->button && !strcmp(field->value, "Off")))
            diag_say(diag, own ? DIAG_NOTE : DIAG_ERROR, EXIT_INPUT, diag_at(job->file, 0), NULL,
                     "%s: har ingen plats i ett ärende, och läses inte in",
                     "%s: has no place in a case, and is not read in", field->label);
    }
}

/* The meeting that an evaluation is of: the last one. */
static void name_meeting(struct _xmlDoc *doc)
{
    xmlChar *id = NULL;

    for (xmlNode *n = xmlDocGetRootElement(doc)->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)n->name, "meeting") == 0) {
            xmlFree(id);
            id = xmlGetNoNsProp(n, BAD_CAST "id");
        } else if (strcmp((const char *)n->name, "evaluation") == 0 && id &&
                   !xmlHasProp(n, BAD_CAST "meeting")) {
            xmlSetProp(n, BAD_CAST "meeting", id);
        }
    }
    xmlFree(id);
}

static void put(struct _xmlDoc *doc, const struct model *model, bool draft, struct buf *out)
{
    xmlChar *text = NULL;
    int n = 0;

    fill_unindent(model, doc);
    for (xmlNode *k = doc->children, *next; k; k = next) {
        next = k->next;
        if (k->type == XML_PI_NODE && strcmp((const char *)k->name, READ_DRAFT) == 0) {
            xmlUnlinkNode(k);
            xmlFreeNode(k);
        }
    }
    if (draft)
        xmlAddPrevSibling(doc->children, xmlNewDocPI(doc, BAD_CAST READ_DRAFT, NULL));
    xmlDocDumpFormatMemoryEnc(doc, &text, &n, "UTF-8", 1);
    buf_add(out, text, (size_t)n);
    xmlFree(text);
}

static void take_in(const struct intake_job *job, const struct form *form,
                    const struct intake_kind *kind, struct model *model, struct buf *out,
                    struct diag *diag)
{
    struct _xmlDoc *doc = job->into ? job->into : new_case(job, form, diag);
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct read_schema *relaxed =
        read_schema_relaxed(arena_printf(form->arena, "%s/case.xsd", job->schemas), diag);
    struct slots slots;
    bool whole;

    if (!relaxed || !doc) {
        read_schema_free(relaxed);
        if (!job->into)
            xmlFreeDoc(doc);
        return;
    }
    slots_new(&slots, form->arena, model);
    slots.guess = form->plain;
    place_fields(job, form, kind, &slots, diag);
    fill_case(&slots, doc);
    if (!job->into)
        set_state(&slots, doc);
    if (kind->anonymous)
        name_meeting(doc);
    fill_ids(model, doc);
    whole = faults_find(&slots, form, doc, job->schema, relaxed, job->file, diag) &&
            diag_count(diag, DIAG_ERROR) == errors;
    read_schema_free(relaxed);
    put(doc, model, !whole, out);
    if (!job->into)
        xmlFreeDoc(doc);
}

bool intake_read(const struct intake_job *job, struct buf *out, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct form form = {.arena = arena};
    struct model model = {.arena = arena};
    const struct intake_kind *kind = NULL;

    if (read_file(job, &form, diag) && (kind = kind_of(job, &form, diag)) != NULL &&
        model_read(&model, job->schemas, diag))
        take_in(job, &form, kind, &model, out, diag);
    arena_free(arena);
    return out->len > 0;
}
