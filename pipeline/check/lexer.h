/* Lexer: tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), of content streams and CMaps. */
#ifndef CHECK_LEXER_H
#define CHECK_LEXER_H

#include "base/buf.h"

#include <stdbool.h>

enum token {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_NAME,   /* text: without the slash, #xx resolved */
    TOKEN_STRING, /* text: the bytes */
    TOKEN_OPEN,   /* [ */
    TOKEN_CLOSE,  /* ] */
    TOKEN_OPEN_DICTIONARY,
    TOKEN_CLOSE_DICTIONARY,
    TOKEN_WORD /* text: an operator or keyword */
};

struct lexer {
    const char *at, *end;
    struct buf text; /* of the last token */
    double number;
};

void lexer_open(struct lexer *l, const char *data, size_t n);
void lexer_close(struct lexer *l);
enum token lexer_next(struct lexer *l);
bool lexer_is(const struct lexer *l, const char *word); /* the last token's text */
/* Behind ID: moves past the data of an inline image. */
void lexer_skip_image(struct lexer *l);

/* Appends the UTF-8 of a text string (7.9.2): UTF-16 or UTF-8 by its mark, else single bytes. */
void lexer_text_string(const char *bytes, size_t n, struct buf *out);

#endif
