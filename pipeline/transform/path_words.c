/* Words of an XPath expression, and what is gathered until it is known how many there are. */
#include "transform/path_parse.h"

#include <libxml/tree.h>

bool take_word(struct parser *p, const char *word)
{
    skip_space(p);
    if (name_length(p->at) != strlen(word) || strncmp(p->at, word, strlen(word)) != 0)
        return false;
    p->at += strlen(word);
    return true;
}

const char *parser_name(struct parser *p)
{
    size_t n = name_length(p->at);
    const char *name = n ? p->scope->intern(p->scope->user, p->at, n) : NULL;

    p->at += n;
    if (!n)
        fail(p);
    return name;
}

void parser_gather(struct parser *p, struct path *e)
{
    if (p->npaths == MOST_PATHS)
        fail(p);
    else
        p->paths[p->npaths++] = e;
}

/* Those gathered since there were so many. */
struct predicates parser_gathered(struct parser *p, size_t before)
{
    struct predicates list = {NULL, p->npaths - before};

    if (list.n)
        list.at = memcpy(arena_array(p->scope->arena, struct path *, list.n), p->paths + before,
                         list.n * sizeof(void *));
    p->npaths = before;
    return list;
}

const char *parser_namespace(struct parser *p, const char *prefix, size_t n)
{
    const xmlChar *name = (const xmlChar *)arena_strndup(p->scope->arena, prefix, n);
    xmlNsPtr ns = xmlSearchNs(p->scope->node->doc, p->scope->node, name);

    if (!ns)
        fail(p);
    return ns ? p->scope->intern(p->scope->user, (const char *)ns->href,
                                 strlen((const char *)ns->href))
              : NULL;
}
