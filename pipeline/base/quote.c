/* Quoting, for dumps that people read and compare. */
#include "base/quote.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

/* Controls, spaces that look like others, signs of direction. */
static bool cannot_be_seen(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x61C ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x206F) || c == 0xFEFF;
}

void quote_string(struct buf *out, const char *s, size_t len)
{
    const char *end = s + len;

    buf_char(out, '"');
    while (s < end) {
        const char *start = s;
        uint32_t c = utf8_next(&s, end);

        if (cannot_be_seen(c))
            buf_printf(out, "\\u{%X}", (unsigned)c);
        else if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", (int)c);
        else
            buf_add(out, start, (size_t)(s - start));
    }
    buf_char(out, '"');
}
