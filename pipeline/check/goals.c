/* Goals and actions that can be followed up: something is to happen, and one can see that it did.
 */
#include "check/exam.h"

#include <libxml/tree.h>
#include <string.h>

static bool has_list(const struct exam *x, const struct text *t, enum list list, size_t *at,
                     size_t *n)
{
    for (size_t i = 0; i < t->nwords; i++)
        if (rules_match(x->rules, list, t, i, n)) {
            *at = i;
            return true;
        }
    return false;
}

/* A number, a day, "varje vecka": something to measure by. */
static bool is_measurable(const struct exam *x, const struct text *t)
{
    size_t at, n;

    for (size_t i = 0; i < t->nwords; i++)
        if (t->words[i].kind == WORD_NUMBER || t->words[i].kind == WORD_CODE)
            return true;
    return has_list(x, t, LIST_MEASURES, &at, &n);
}

static bool has_verb(const struct exam *x, const struct text *t)
{
    for (size_t i = 0; i < t->nwords; i++)
        if (exam_is_verb(x, t->words[i].low))
            return true;
    return false;
}

static void open_phrases(struct exam *x, const struct text *t)
{
    for (size_t i = 0; i < t->nwords; i++) {
        size_t n;
        const struct entry *e = rules_match(x->rules, LIST_OPEN, t, i, &n);

        if (e)
            exam_remark_words(x, t, i, n, "DU-VAGUE", DIAG_NOTE, e->use,
                              "går inte att följa upp: skriv när och hur ofta",
                              "cannot be followed up: say when and how often");
    }
}

void check_goal(struct exam *x, const struct text *t)
{
    size_t at, n;

    if (!t->nwords)
        return;
    open_phrases(x, t);
    if (has_list(x, t, LIST_VAGUE, &at, &n) && !is_measurable(x, t))
        exam_remark_words(x, t, at, n, "DU-VAGUE", DIAG_NOTE, NULL,
                          "målet går inte att följa upp: skriv hur det märks att det är nått",
                          "the goal cannot be followed up: say how one sees that it is met");
    else if (x->swedish && !has_verb(x, t))
        exam_remark(x, t, 0, t->n, "DU-VAGUE", DIAG_NOTE, NULL,
                    "målet saknar verb: skriv vad du ska göra eller kunna",
                    "the goal has no verb: say what is to be done or achieved");
}

static bool has_child(const xmlNode *node, const char *name)
{
    for (node = node->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
            return true;
    return false;
}

void check_action(struct exam *x, const struct text *t)
{
    const xmlNode *action = t->node->parent;

    if (!t->nwords)
        return;
    open_phrases(x, t);
    if (!has_child(action, "who"))
        exam_remark(x, t, 0, t->n, "DU-ACTION", DIAG_NOTE, NULL,
                    "det står inte vem som gör det: <who>", "it is not said who does it: <who>");
    if (!has_child(action, "how-often") && !xmlHasProp((xmlNodePtr)action, BAD_CAST "from") &&
        !xmlHasProp((xmlNodePtr)action, BAD_CAST "until"))
        exam_remark(x, t, 0, t->n, "DU-ACTION", DIAG_NOTE, NULL,
                    "det står inte när eller hur ofta: <how-often>, from, until",
                    "it is not said when or how often: <how-often>, from, until");
}
