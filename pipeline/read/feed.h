/* Private to read: the bytes of a file for the parser, a piece at a time, checked to be UTF-8. */
#ifndef READ_FEED_H
#define READ_FEED_H

#include "base/diag.h"
#include "base/file.h"

#include <stdbool.h>

/* The XML declaration of a document that begins with these bytes names UTF-8, or nothing. */
bool feed_declares_utf8(const char *data, size_t len);
void feed_say_empty(const char *name, struct diag *diag);
void feed_say_not_utf8(const char *name, int line, struct diag *diag);
void feed_say_encoding(const char *name, struct diag *diag);

enum { FEED_PIECE = 32 * 1024 };
struct feed {
    struct file_source source;
    char piece[FEED_PIECE];
    int at, checked, end; /* handed out; found to be UTF-8; read */
    int line;             /* of what has not been checked */
    bool begun, empty, other_encoding, not_utf8;
};

void feed_open(struct feed *f, const char *path, size_t max);
/* xmlInputReadCallback: -1 when there is something wrong with the bytes. */
int feed_read(void *feed, char *out, int n);
/* false: there was, after a report. name: for messages. */
bool feed_close(struct feed *f, const char *name, struct diag *diag);

#endif
