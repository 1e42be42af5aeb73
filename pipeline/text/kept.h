/* Paragraphs and symbols kept between the letters of one case: made once, taken out many times. */
#ifndef TEXT_KEPT_H
#define TEXT_KEPT_H

#include "text/para.h"

struct kept_table;

struct kept_table *kept_new(void);
void kept_free(struct kept_table *k); /* NULL is allowed */
/* Wipes all that is kept. No paragraph and no line that was made of it may be in use any more. */
void kept_forget(struct kept_table *k);
/* Where what is to be kept is made; NULL when the table holds as much as it may. */
struct arena *kept_room(struct kept_table *k);

/* What a paragraph is known by: all that shaping and breaking depends on (kept.c). */
struct kept_key {
    const void *bytes; /* valid until the next key is made */
    size_t len;
    uint64_t hash;
};
/* Reports as engine_resolve does. */
struct kept_key kept_key(struct text_engine *e, const struct text_item *items, size_t n,
                         enum text_direction base, struct diag *diag, struct diag_place place);

/* The paragraph, with the items of the letter that it was made for; NULL if it is not there. */
const struct text_para *kept_find(const struct kept_table *k, const struct kept_key *key);
/* p was made in kept_room. Sets p->lines. */
void kept_add(struct kept_table *k, const struct kept_key *key, struct text_para *p);

/* What a line of a paragraph depends on. */
struct kept_span {
    uint32_t start, end;
    enum text_break_kind kind;
    mpt extra, promised;
};
/* The line with the items of p; false if it is not there. arena owns the list of pieces. */
bool kept_line(const struct text_para *p, const struct kept_span *span, struct arena *arena,
               struct text_line *line);
/* line was made in kept_room. */
void kept_add_line(const struct text_para *p, const struct kept_span *span,
                   const struct text_line *line);

/* The symbol of a text; NULL if it is not there. */
const struct text_symbol *kept_symbol(const struct kept_table *k, const char *text);
/* symbol was made in kept_room. */
void kept_add_symbol(struct kept_table *k, const char *text, const struct text_symbol *symbol);

#endif
