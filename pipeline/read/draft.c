/* Drafts of cases. */
#include "read/read.h"

#include <libxml/tree.h>
#include <string.h>

bool read_is_draft(const struct _xmlDoc *doc)
{
    for (const xmlNode *n = doc->children; n; n = n->next)
        if (n->type == XML_PI_NODE && strcmp((const char *)n->name, READ_DRAFT) == 0)
            return true;
    return false;
}
