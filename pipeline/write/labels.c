/* Page labels (ISO 32000-1, 12.4.2): decimal ranges, and a prefix of its own for any other label.
 */
#include "write/labels.h"

#include "write/put.h"

#include <stdlib.h>
#include <string.h>

/* The number that a label writes in plain digits, 0: it is something else. */
static long decimal(const char *label)
{
    size_t n = label ? strspn(label, "0123456789") : 0;
    if (n == 0 || n > 9 || label[n] || label[0] == '0')
        return 0;
    return strtol(label, NULL, 10);
}

static bool is_plain(const struct page_doc *doc)
{
    long expected = 1;
    for (const struct page *p = doc->first; p; p = p->next, expected++)
        if (p->label && decimal(p->label) != expected)
            return false;
    return true;
}

void labels_put(const struct page_doc *doc, struct buf *out)
{
    long before = 0; /* number of the page before, 0: not in a decimal range */
    int index = 0;
    if (is_plain(doc))
        return;
    buf_str(out, "/PageLabels<</Nums[");
    for (const struct page *p = doc->first; p; p = p->next, index++) {
        long n = decimal(p->label);
        bool goes_on = n && before && n == before + 1;
        before = n;
        if (goes_on)
            continue;
        buf_printf(out, "%d<<", index);
        if (n) {
            buf_printf(out, "/S/D/St %ld", n);
        } else {
            buf_str(out, "/P");
            put_text_string(out, p->label ? p->label : "");
        }
        buf_str(out, ">>");
    }
    buf_str(out, "]>>");
}
