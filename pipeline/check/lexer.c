/* Lexer: what is malformed becomes tokens all the same; a scan must not stop at it. */
#include "check/lexer.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void lexer_open(struct lexer *l, const char *data, size_t n)
{
    memset(l, 0, sizeof *l);
    l->at = data;
    l->end = data + n;
}

void lexer_close(struct lexer *l)
{
    buf_free(&l->text);
}

bool lexer_is(const struct lexer *l, const char *word)
{
    return strcmp(l->text.data ? l->text.data : "", word) == 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
    return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void skip_blanks(struct lexer *l)
{
    while (l->at < l->end && (is_blank(*l->at) || *l->at == '%'))
        if (*l->at++ == '%')
            while (l->at < l->end && *l->at != '\n' && *l->at != '\r')
                l->at++;
}

/* ---- strings --------------------------------------------------------------------------------- */

static void octal(struct lexer *l)
{
    int value = 0;

    for (int i = 0; i < 3 && l->at < l->end && *l->at >= '0' && *l->at <= '7'; i++)
        value = value * 8 + (*l->at++ - '0');
    buf_char(&l->text, (char)value);
}

static void escaped(struct lexer *l)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    const char *known;

    if (l->at >= l->end)
        return;
    if (*l->at >= '0' && *l->at <= '7') {
        octal(l);
        return;
    }
    known = *l->at ? strchr(from, *l->at) : NULL;
    if (known)
        buf_char(&l->text, to[known - from]);
    else if (*l->at == '\r' && l->at + 1 < l->end && l->at[1] == '\n')
        l->at++;
    else if (*l->at != '\n' && *l->at != '\r')
        buf_char(&l->text, *l->at);
    l->at++;
}

static enum token literal_string(struct lexer *l)
{
    int depth = 1;

    while (l->at < l->end) {
        char c = *l->at++;

        if (c == '\\') {
            escaped(l);
            continue;
        }
        depth += (c == '(') - (c == ')');
        if (depth == 0)
            break;
        buf_char(&l->text, c);
    }
    return TOKEN_STRING;
}

static enum token hex_string(struct lexer *l)
{
    int high = -1;

    while (l->at < l->end && *l->at != '>') {
        int digit = hex(*l->at++);

        if (digit >= 0 && high >= 0) {
            buf_char(&l->text, (char)(high * 16 + digit));
            high = -1;
        } else if (digit >= 0) {
            high = digit;
        }
    }
    if (high >= 0)
        buf_char(&l->text, (char)(high * 16));
    if (l->at < l->end)
        l->at++;
    return TOKEN_STRING;
}

/* ---- other tokens ---------------------------------------------------------------------------- */

static enum token name(struct lexer *l)
{
    while (l->at < l->end && !is_blank(*l->at) && !is_delimiter(*l->at)) {
        if (*l->at == '#' && l->end - l->at > 2 && hex(l->at[1]) >= 0 && hex(l->at[2]) >= 0) {
            buf_char(&l->text, (char)(hex(l->at[1]) * 16 + hex(l->at[2])));
            l->at += 3;
        } else {
            buf_char(&l->text, *l->at++);
        }
    }
    return TOKEN_NAME;
}

static enum token word(struct lexer *l)
{
    char *rest;

    while (l->at < l->end && !is_blank(*l->at) && !is_delimiter(*l->at))
        buf_char(&l->text, *l->at++);
    if (!l->text.len) { /* a stray delimiter */
        buf_char(&l->text, *l->at++);
        return TOKEN_WORD;
    }
    l->number = strtod(l->text.data, &rest);
    return *rest ? TOKEN_WORD : TOKEN_NUMBER;
}

static bool take(struct lexer *l, const char *what)
{
    size_t n = strlen(what);

    if ((size_t)(l->end - l->at) < n || memcmp(l->at, what, n) != 0)
        return false;
    l->at += n;
    return true;
}

enum token lexer_next(struct lexer *l)
{
    buf_clear(&l->text);
    skip_blanks(l);
    if (l->at >= l->end)
        return TOKEN_END;
    if (take(l, "<<"))
        return TOKEN_OPEN_DICTIONARY;
    if (take(l, ">>"))
        return TOKEN_CLOSE_DICTIONARY;
    if (take(l, "("))
        return literal_string(l);
    if (take(l, "<"))
        return hex_string(l);
    if (take(l, "/"))
        return name(l);
    if (take(l, "["))
        return TOKEN_OPEN;
    return take(l, "]") ? TOKEN_CLOSE : word(l);
}

void lexer_skip_image(struct lexer *l)
{
    for (; l->at + 3 < l->end; l->at++)
        if (is_blank(l->at[0]) && l->at[1] == 'E' && l->at[2] == 'I' && is_blank(l->at[3])) {
            l->at += 3;
            return;
        }
    l->at = l->end;
}

/* ---- text strings ---------------------------------------------------------------------------- */

static void put(struct buf *out, uint32_t c)
{
    char utf8[4];

    buf_add(out, utf8, utf8_put(utf8, c));
}

static void utf16(const unsigned char *s, size_t n, bool little, struct buf *out)
{
    uint32_t high = 0;

    for (size_t i = 0; i + 1 < n; i += 2) {
        uint32_t c = little ? s[i] | (uint32_t)s[i + 1] << 8 : (uint32_t)s[i] << 8 | s[i + 1];

        if (c >= 0xD800 && c < 0xDC00) {
            high = c;
        } else if (c >= 0xDC00 && c < 0xE000 && high) {
            put(out, 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00));
            high = 0;
        } else {
            put(out, c);
            high = 0;
        }
    }
}

void lexer_text_string(const char *bytes, size_t n, struct buf *out)
{
    const unsigned char *s = (const unsigned char *)bytes;

    if (n >= 2 && s[0] == 0xFE && s[1] == 0xFF)
        utf16(s + 2, n - 2, false, out);
    else if (n >= 2 && s[0] == 0xFF && s[1] == 0xFE)
        utf16(s + 2, n - 2, true, out);
    else if (utf8_valid(bytes, n))
        buf_add(out, bytes, n);
    else
        for (size_t i = 0; i < n; i++)
            put(out, s[i]);
}
