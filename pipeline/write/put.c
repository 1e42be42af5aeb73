/* PDF syntax: numbers, names, strings and references put into a buffer (ISO 32000-1, 7.3). */
#include "write/put.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

void put_int(struct buf *out, int64_t v)
{
    char digits[24];
    size_t i = sizeof digits;
    uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    do
        digits[--i] = (char)('0' + u % 10);
    while (u /= 10);
    if (v < 0)
        digits[--i] = '-';
    buf_add(out, digits + i, sizeof digits - i);
}

/* v / 10^places without trailing zeros. */
static void put_decimal(struct buf *out, int64_t v, int places)
{
    char digits[32];
    size_t i = sizeof digits;
    uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    bool any = false;
    for (int k = 0; k < places; k++, u /= 10) {
        any = any || u % 10;
        if (any)
            digits[--i] = (char)('0' + u % 10);
    }
    if (any)
        digits[--i] = '.';
    if (u || !any)
        do
            digits[--i] = (char)('0' + u % 10);
        while (u /= 10);
    if (v < 0)
        digits[--i] = '-';
    buf_add(out, digits + i, sizeof digits - i);
}

void put_mpt(struct buf *out, mpt v)
{
    put_decimal(out, v, 3);
}

void put_matrix_number(struct buf *out, int64_t v)
{
    put_decimal(out, v, 4);
}

void put_mpts(struct buf *out, const mpt *v, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_char(out, ' ');
        put_mpt(out, v[i]);
    }
}

void put_ref(struct buf *out, unsigned number)
{
    put_int(out, number);
    buf_add(out, " 0 R", 4);
}

void put_name(struct buf *out, const char *name)
{
    static const char hex[] = "0123456789ABCDEF";
    buf_char(out, '/');
    for (const char *p = name; *p && p - name < 127; p++) {
        unsigned char c = (unsigned char)*p;
        if (c <= ' ' || c >= 0x7F || strchr("#()<>[]{}/%", c)) {
            buf_char(out, '#');
            buf_char(out, hex[c >> 4]);
            buf_char(out, hex[c & 15]);
        } else {
            buf_char(out, (char)c);
        }
    }
}

void put_byte_string(struct buf *out, const void *bytes, size_t n)
{
    const char *p = bytes;
    buf_reserve(out, 2 * n + 2);
    char *q = out->data + out->len;
    *q++ = '(';
    for (size_t i = 0; i < n; i++) {
        if (p[i] == '\r') { /* a bare one would be read as a line feed */
            *q++ = '\\';
            *q++ = 'r';
            continue;
        }
        if (p[i] == '(' || p[i] == ')' || p[i] == '\\')
            *q++ = '\\';
        *q++ = p[i];
    }
    *q++ = ')';
    *q = '\0';
    out->len = (size_t)(q - out->data);
}

void put_hex16(struct buf *out, uint16_t v)
{
    static const char hex[] = "0123456789ABCDEF";
    char digits[4] = {hex[v >> 12], hex[v >> 8 & 15], hex[v >> 4 & 15], hex[v & 15]};
    buf_add(out, digits, 4);
}

void put_utf16_hex(struct buf *out, const char *utf8, size_t n)
{
    const char *end = utf8 + n;
    while (utf8 < end) {
        uint32_t c = utf8_next(&utf8, end);
        if (c >= 0x10000) {
            put_hex16(out, (uint16_t)(0xD800 + ((c - 0x10000) >> 10)));
            put_hex16(out, (uint16_t)(0xDC00 + ((c - 0x10000) & 0x3FF)));
        } else {
            put_hex16(out, (uint16_t)c);
        }
    }
}

/* The printable part of ASCII means the same in PDFDocEncoding. */
static bool is_plain(const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s < 0x20 || (unsigned char)*s >= 0x7F)
            return false;
    return true;
}

void put_text_string(struct buf *out, const char *utf8)
{
    if (is_plain(utf8)) {
        put_byte_string(out, utf8, strlen(utf8));
        return;
    }
    buf_str(out, "<FEFF");
    put_utf16_hex(out, utf8, strlen(utf8));
    buf_char(out, '>');
}
