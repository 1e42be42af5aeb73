/* Strings of JSON. */
#include "base/json.h"

#include "base/utf8.h"

#include <string.h>

void json_string(struct buf *out, const char *s)
{
    const char *end = s + strlen(s);

    buf_char(out, '"');
    while (s < end) {
        uint32_t c = utf8_next(&s, end);
        char utf8[4];

        if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", (int)c);
        else if (c < 0x20)
            buf_printf(out, "\\u%04x", (unsigned)c);
        else
            buf_add(out, utf8, utf8_put(utf8, c));
    }
    buf_char(out, '"');
}
