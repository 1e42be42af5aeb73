/* What the flow needs to know of a case and of findings, without a stylesheet. */
#include "transform/date.h"
#include "transform/transform.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The next child called name from node on, NULL if there is none. */
static xmlNodePtr find(xmlNodePtr node, const char *name)
{
    for (; node; node = node->next)
        if (is_element(node, name))
            return node;
    return NULL;
}

static xmlNodePtr child(xmlNodePtr parent, const char *name)
{
    return parent ? find(parent->children, name) : NULL;
}

static xmlNodePtr root_of(const struct _xmlDoc *doc)
{
    return xmlDocGetRootElement((xmlDocPtr)doc);
}

/* The value of an attribute, owned by the document; NULL if it is absent. */
static const char *attribute(const xmlNode *node, const char *name)
{
    if (node)
        for (const xmlAttr *a = node->properties; a; a = a->next)
            if (!a->ns && strcmp((const char *)a->name, name) == 0)
                return a->children && !a->children->next ? (const char *)a->children->content : "";
    return NULL;
}

const char *transform_root_attribute(const struct _xmlDoc *doc, const char *name)
{
    return attribute(root_of(doc), name);
}

int transform_root_line(const struct _xmlDoc *doc)
{
    return root_of(doc) ? (int)xmlGetLineNo(root_of(doc)) : 0;
}

/* ---- recipients ---------------------------------------------------------------------------- */

static bool receives(const xmlNode *party)
{
    const char *value = attribute(party, "receives");

    return !value || strcmp(value, "no") != 0;
}

/* Recipient n (1-based); NULL if there are fewer. *count: how many parties receive up to it. */
static xmlNodePtr recipient(const struct _xmlDoc *source, int n, int *count)
{
    xmlNodePtr parties = child(root_of(source), "parties");
    xmlNodePtr party = child(parties, "party");

    *count = 0;
    for (; party; party = find(party->next, "party"))
        if (receives(party) && ++*count == n)
            return party;
    return NULL;
}

int transform_recipients(const struct _xmlDoc *source)
{
    int count;

    recipient(source, 0, &count);
    return count;
}

const char *transform_recipient_class(const struct _xmlDoc *source, int n)
{
    int count;
    const char *class = n ? attribute(recipient(source, n, &count), "class") : "office";

    return class ? class : "";
}

/* ---- where letters go ----------------------------------------------------------------------- */

/* As view/address.xsl chooses: the recipient's own, else for the person or child the home's. */
static xmlNodePtr address_of(const struct _xmlDoc *source, int n)
{
    const char *class = transform_recipient_class(source, n);
    bool self = strcmp(class, "person") == 0 || strcmp(class, "child") == 0;
    int count;
    xmlNodePtr own = child(recipient(source, n, &count), "address");

    return own || !self ? own : child(child(root_of(source), "person"), "address");
}

void transform_recipient_postcode(const struct _xmlDoc *source, int n, char postcode[6])
{
    xmlNodePtr address = n ? address_of(source, n) : NULL, code = child(address, "postcode");
    xmlChar *text = code && !child(address, "country") ? xmlNodeGetContent(code) : NULL;
    int len = 0;

    for (const xmlChar *p = text; p && *p && len < 5; p++)
        if (*p >= '0' && *p <= '9')
            postcode[len++] = (char)*p;
    postcode[len == 5 ? 5 : 0] = '\0';
    xmlFree(text);
}

/* ---- protection ---------------------------------------------------------------------------- */

/* Nothing but the exact word counts as unprotected: not a missing value, not a misspelt one. */
static bool is_protected(const char *value)
{
    return !value || strcmp(value, "none") != 0;
}

bool transform_protected(const struct _xmlDoc *source)
{
    xmlNodePtr person = child(root_of(source), "person");

    return !person || is_protected(attribute(person, "protection"));
}

bool transform_recipient_protected(const struct _xmlDoc *source, int n)
{
    int count;
    xmlNodePtr party = recipient(source, n, &count);
    const char *value = attribute(party, "protection");

    return !party || (value && is_protected(value));
}

static const char *protection_attribute(const struct _xmlDoc *profile, const char *name)
{
    return attribute(child(root_of(profile), "protection"), name);
}

const char *transform_policy(const struct _xmlDoc *profile)
{
    const char *policy = protection_attribute(profile, "policy");

    return policy ? policy : "";
}

const char *transform_policy_rule(const struct _xmlDoc *profile)
{
    const char *rule = protection_attribute(profile, "rule");

    return rule && *rule ? rule : "C.5";
}

bool transform_electronic(const struct _xmlDoc *profile, const char **rule)
{
    const xmlNode *channel = child(root_of(profile), "channel");
    const char *said = attribute(channel, "electronic");

    *rule = attribute(channel, "rule");
    return said && strcmp(said, "yes") == 0;
}

int transform_guardian_decision(const struct _xmlDoc *source, int n)
{
    int count;
    const char *letter = attribute(child(recipient(source, n, &count), "decision"), "letter");

    return letter ? strcmp(letter, "yes") == 0 : -1;
}

/* ---- dates --------------------------------------------------------------------------------- */

bool transform_is_date(const char *iso)
{
    struct date d;

    return strlen(iso) == 10 && date_parse(iso, &d);
}

/* The day on which the letters to the planned, else the last, meeting are sent. */
static bool sent_date(const struct _xmlDoc *source, char date[11])
{
    xmlNodePtr meeting = child(root_of(source), "meeting");
    bool found = false, planned = false;

    for (; meeting; meeting = find(meeting->next, "meeting")) {
        const char *status = attribute(meeting, "status");
        bool now_planned = status && strcmp(status, "planned") == 0;
        xmlNodePtr sent = child(meeting, "sent");
        xmlChar *text;
        struct date d;

        if (!sent || (planned && !now_planned))
            continue;
        text = xmlNodeGetContent(sent);
        if (text && date_parse((const char *)text, &d)) {
            date_print(d, date);
            found = true;
            planned = now_planned;
        }
        xmlFree(text);
    }
    return found;
}

/* The day of a paper that is about something that happened: that of the last such thing. */
static bool event_date(const struct _xmlDoc *source, const char *kind, char date[11])
{
    static const struct {
        const char *kind, *event;
    } papers[] = {{"plan", "plan"},           {"cover", "plan"},
                  {"follow-up", "follow-up"}, {"closing", "closing"},
                  {"deviation", "deviation"}, {"deviation-copy", "deviation"}};
    struct date d;
    bool found = false;

    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        xmlNodePtr event =
            strcmp(kind, papers[i].kind) == 0 ? child(root_of(source), papers[i].event) : NULL;

        for (; event; event = find(event->next, papers[i].event)) {
            const char *reported = attribute(event, "reported");
            const char *day = reported ? reported : attribute(event, "date");

            if (day && date_parse(day, &d)) {
                date_print(d, date);
                found = true;
            }
        }
    }
    return found;
}

bool transform_paper_date(const struct _xmlDoc *source, const char *kind, char date[11])
{
    return event_date(source, kind, date) || sent_date(source, date);
}

/* ---- findings ------------------------------------------------------------------------------ */

static enum diag_severity severity_of(const char *name)
{
    if (name && strcmp(name, "note") == 0)
        return DIAG_NOTE;
    if (name && strcmp(name, "warning") == 0)
        return DIAG_WARNING;
    return DIAG_ERROR; /* what is not known to be harmless is not */
}

static int number(const char *s)
{
    return s ? (int)strtol(s, NULL, 10) : 0;
}

void transform_findings(const struct _xmlDoc *findings,
                        void (*each)(void *user, const struct transform_finding *f), void *user)
{
    xmlNodePtr node = child(root_of(findings), "finding");

    for (; node; node = find(node->next, "finding")) {
        const char *rule = attribute(node, "rule"), *sv = attribute(node, "sv");
        const char *en = attribute(node, "en");
        struct transform_finding f = {severity_of(attribute(node, "severity")),
                                      rule ? rule : "",
                                      sv ? sv : "",
                                      en ? en : (sv ? sv : ""),
                                      number(attribute(node, "line")),
                                      number(attribute(node, "recipient"))};

        each(user, &f);
    }
}
