/* UTF-8 (RFC 3629): decoding and checking. */
#include "base/utf8.h"

#include <string.h>

/* Bytes of the sequence that starts with lead, 0 if none does, and the lead's payload bits. */
static int sequence(unsigned char lead, uint32_t *bits)
{
    if (lead < 0x80)
        return *bits = lead, 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return *bits = lead & 0x1Fu, 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return *bits = lead & 0x0Fu, 3;
    if (lead >= 0xF0 && lead < 0xF5)
        return *bits = lead & 0x07u, 4;
    return 0;
}

/* The code point at s and its length; length 0 if malformed. */
static int decode(const char *s, const char *end, uint32_t *c)
{
    static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
    int n = sequence((unsigned char)*s, c);

    if (!n || end - s < n)
        return 0;
    for (int i = 1; i < n; i++) {
        unsigned char byte = (unsigned char)s[i];

        if ((byte & 0xC0) != 0x80)
            return 0;
        *c = *c << 6 | (byte & 0x3Fu);
    }
    if (*c < smallest[n] || *c > 0x10FFFF || (*c >= 0xD800 && *c <= 0xDFFF))
        return 0;
    return n;
}

uint32_t utf8_next(const char **p, const char *end)
{
    uint32_t c;
    int n = decode(*p, end, &c);

    *p += n ? n : 1;
    return n ? c : 0xFFFD;
}

size_t utf8_put(char out[4], uint32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Past ASCII, of which most texts are: eight bytes at once. */
static const char *skip_ascii(const char *s, const char *end)
{
    uint64_t eight = 0;

    for (; end - s >= 8; s += 8) {
        memcpy(&eight, s, 8);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (s < end && (unsigned char)*s < 0x80)
        s++;
    return s;
}

bool utf8_valid(const char *s, size_t n)
{
    const char *end = s + n;

    while ((s = skip_ascii(s, end)) < end) {
        uint32_t c;
        int used = decode(s, end, &c);

        if (!used)
            return false;
        s += used;
    }
    return true;
}

size_t utf8_length(const char *s, size_t n)
{
    const char *end = s + n;
    size_t count = 0;

    for (; s < end; count++)
        utf8_next(&s, end);
    return count;
}
