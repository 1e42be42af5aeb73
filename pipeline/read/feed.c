/* The bytes of a file, a piece at a time: a large document is never in memory as a whole. */
#include "read/feed.h"

#include "base/utf8.h"

#include <string.h>

/* ---- what is wrong with bytes --------------------------------------------------------------- */

bool feed_declares_utf8(const char *data, size_t len)
{
    char head[256];
    size_t n = len < sizeof head - 1 ? len : sizeof head - 1;
    char *end, *at;

    memcpy(head, data, n);
    head[n] = '\0';
    at = strncmp(head, "\xEF\xBB\xBF", 3) == 0 ? head + 3 : head;
    if (strncmp(at, "<?xml", 5) != 0 || !(end = strstr(at, "?>")))
        return true;
    *end = '\0';
    if (!(at = strstr(at, "encoding")))
        return true;
    at += strcspn(at, "\"'");
    return *at == '\0' || strncasecmp(at + 1, "utf-8", 5) == 0 ||
           strncasecmp(at + 1, "us-ascii", 8) == 0;
}

void feed_say_empty(const char *name, struct diag *diag)
{
    diag_error(diag, EXIT_INPUT, diag_at(name, 0), NULL, "filen är tom, XML väntades",
               "the file is empty, XML was expected");
}

void feed_say_not_utf8(const char *name, int line, struct diag *diag)
{
    diag_error(diag, EXIT_INPUT, diag_at(name, line), NULL, "filen är inte i UTF-8",
               "the file is not in UTF-8");
}

void feed_say_encoding(const char *name, struct diag *diag)
{
    diag_error(diag, EXIT_INPUT, diag_at(name, 1), NULL,
               "XML-deklarationen nämner en annan teckenkodning än UTF-8",
               "the XML declaration names another encoding than UTF-8");
}

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* ---- pieces --------------------------------------------------------------------------------- */

void feed_open(struct feed *f, const char *path, size_t max)
{
    f->at = f->checked = f->end = 0;
    f->line = 1;
    f->begun = f->empty = f->other_encoding = f->not_utf8 = false;
    file_source_open(&f->source, path, max);
}

/* Where a sequence begins that the end of the piece cuts off; the end, if none does. */
static int whole_sequences(const struct feed *f)
{
    int from = f->end, want;

    while (from > 0 && f->end - from < 3 && (f->piece[from - 1] & 0xC0) == 0x80)
        from--;
    if (from == 0 || (unsigned char)f->piece[from - 1] < 0xC0)
        return f->end;
    want = (unsigned char)f->piece[from - 1] < 0xE0   ? 2
           : (unsigned char)f->piece[from - 1] < 0xF0 ? 3
                                                      : 4;
    return f->end - (from - 1) < want ? from - 1 : f->end;
}

static void count_lines(struct feed *f, int until)
{
    for (const char *p = f->piece, *end = f->piece + until;
         (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
        f->line++;
}

/* The line of the first byte that is none of UTF-8. */
static void find_fault(struct feed *f, int until)
{
    const char *p = f->piece, *end = f->piece + until;

    f->not_utf8 = true;
    for (const char *at = p; p < end; at = p)
        if (utf8_next(&p, end) == 0xFFFD && p - at != 3) {
            count_lines(f, (int)(at - f->piece) + 1);
            return;
        }
}

static bool fill(struct feed *f)
{
    int n, left = f->end - f->checked;
    bool is_first = !f->begun;

    memmove(f->piece, f->piece + f->checked, (size_t)left);
    n = file_source_read(&f->source, f->piece + left, FEED_PIECE - left);
    f->end = left + (n > 0 ? n : 0);
    f->checked = n > 0 ? whole_sequences(f) : f->end;
    f->empty = is_first && n == 0;
    f->other_encoding = is_first && !feed_declares_utf8(f->piece, (size_t)f->end);
    f->begun = true;
    if (n < 0 || f->empty || f->other_encoding)
        return false;
    if (!utf8_valid(f->piece, (size_t)f->checked)) {
        find_fault(f, f->checked);
        return false;
    }
    count_lines(f, f->checked);
    f->at = is_first && f->checked >= 3 && memcmp(f->piece, byte_order_mark, 3) == 0 ? 3 : 0;
    return true;
}

int feed_read(void *feed, char *out, int n)
{
    struct feed *f = feed;
    bool failed = f->empty || f->other_encoding || f->not_utf8;

    if (failed || (f->at == f->checked && !fill(f)))
        return -1;
    if (n > f->checked - f->at)
        n = f->checked - f->at;
    memcpy(out, f->piece + f->at, (size_t)n);
    f->at += n;
    return n;
}

bool feed_close(struct feed *f, const char *name, struct diag *diag)
{
    bool good = file_source_close(&f->source, diag);

    explicit_bzero(f->piece, sizeof f->piece);
    if (good && f->empty)
        feed_say_empty(name, diag);
    else if (good && f->not_utf8)
        feed_say_not_utf8(name, f->line, diag);
    else if (good && f->other_encoding)
        feed_say_encoding(name, diag);
    return good && !f->empty && !f->not_utf8 && !f->other_encoding;
}
