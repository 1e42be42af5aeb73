/* Tokens of content streams and CMaps: numbers, names, strings, arrays, dictionaries, operators. */
#ifndef CONFORMANCE_TOKENS_H
#define CONFORMANCE_TOKENS_H

#include "reader.h"

enum token { T_END, T_NUMBER, T_NAME, T_STRING, T_OPEN, T_CLOSE, T_DICT, T_DICT_END, T_WORD };

struct lexer {
    const unsigned char *p, *end;
    enum token token;
    double number;
    char word[128];       /* name without solidus, or operator */
    unsigned char *bytes; /* of a string */
    size_t nbytes, cap;
};

static bool is_space(int c)
{
    return c == ' ' || (c >= 9 && c <= 13 && c != 11) || c == 0;
}

static bool is_delimiter(int c)
{
    return is_space(c) || (c && strchr("()<>[]{}/%", c));
}

static void add_byte(struct lexer *l, int c)
{
    if (l->nbytes == l->cap)
        l->bytes = grown(l->bytes, l->cap = l->cap ? 2 * l->cap : 256, 1);
    l->bytes[l->nbytes++] = (unsigned char)c;
}

/* What follows a backslash in a literal string. */
static void lex_escape(struct lexer *l)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    int c = *l->p++;
    const char *at = c ? strchr(from, c) : NULL;
    if (at) {
        add_byte(l, to[at - from]);
    } else if (c >= '0' && c <= '7') {
        int v = c - '0';
        for (int i = 0; i < 2 && l->p < l->end && *l->p >= '0' && *l->p <= '7'; i++)
            v = 8 * v + *l->p++ - '0';
        add_byte(l, v);
    } else if (c == '\r') {
        l->p += l->p < l->end && *l->p == '\n';
    } else if (c != '\n') {
        add_byte(l, c);
    }
}

static void lex_literal(struct lexer *l)
{
    int depth = 1;
    while (l->p < l->end) {
        int c = *l->p++;
        if (c == '\\' && l->p < l->end) {
            lex_escape(l);
            continue;
        }
        depth += (c == '(') - (c == ')');
        if (depth == 0)
            return;
        if (c == '\r') {
            l->p += l->p < l->end && *l->p == '\n';
            c = '\n';
        }
        add_byte(l, c);
    }
}

static int hex_digit(int c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

static void lex_hex(struct lexer *l)
{
    int high = -1;
    while (l->p < l->end && *l->p != '>') {
        int d = hex_digit(*l->p++);
        if (d < 0)
            continue;
        if (high < 0) {
            high = d;
        } else {
            add_byte(l, high << 4 | d);
            high = -1;
        }
    }
    if (high >= 0)
        add_byte(l, high << 4);
    l->p += l->p < l->end;
}

static enum token lex_word(struct lexer *l, bool name)
{
    size_t n = 0;
    while (l->p < l->end && !is_delimiter(*l->p)) {
        int c = *l->p++;
        if (name && c == '#' && l->end - l->p >= 2 && hex_digit(l->p[0]) >= 0) {
            c = hex_digit(l->p[0]) << 4 | hex_digit(l->p[1]);
            l->p += 2;
        }
        if (n + 1 < sizeof l->word)
            l->word[n++] = (char)c;
    }
    l->word[n] = 0;
    if (name)
        return T_NAME;
    char *end;
    l->number = strtod(l->word, &end);
    return n && !*end && strspn(l->word, "+-.0123456789") == n ? T_NUMBER : T_WORD;
}

static enum token lex_delimiter(struct lexer *l)
{
    int c = *l->p++;
    bool twice = l->p < l->end && *l->p == c;
    l->nbytes = 0;
    switch (c) {
    case '/':
        return lex_word(l, true);
    case '(':
        lex_literal(l);
        return T_STRING;
    case '<':
        if (twice) {
            l->p++;
            return T_DICT;
        }
        lex_hex(l);
        return T_STRING;
    case '>':
        l->p += twice;
        return T_DICT_END;
    case '[':
        return T_OPEN;
    case ']':
        return T_CLOSE;
    default:
        l->word[0] = (char)c;
        l->word[1] = 0;
        return T_WORD;
    }
}

static enum token lex(struct lexer *l)
{
    for (;;) {
        while (l->p < l->end && is_space(*l->p))
            l->p++;
        if (l->p >= l->end)
            return l->token = T_END;
        if (*l->p != '%')
            break;
        while (l->p < l->end && *l->p != '\n' && *l->p != '\r')
            l->p++;
    }
    return l->token = is_delimiter(*l->p) ? lex_delimiter(l) : lex_word(l, false);
}

#endif
