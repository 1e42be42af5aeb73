/* Tests of base: arenas, buffers, UTF-8, messages, files. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed;

static void is(bool condition, const char *what)
{
    printf("%s - %s\n", condition ? "ok" : "not ok", what);
    failed += !condition;
}

static bool all_zero(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i])
            return false;
    return true;
}

static void test_arena(void)
{
    struct arena *a = arena_new();
    bool zero = true, aligned = true;
    size_t *numbers = NULL, n = 0, cap = 0, settled;

    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < 5000; i++) {
            size_t size = i % 301;
            unsigned char *p = arena_alloc(a, size);

            zero = zero && all_zero(p, size);
            aligned = aligned && (uintptr_t)p % 16 == 0;
            memset(p, 0xAA, size);
        }
        arena_reset(a);
    }
    is(zero, "memory is zeroed, also after a reset");
    is(aligned, "memory is aligned");
    settled = arena_size(a);
    for (int round = 0; round < 100; round++) {
        arena_alloc(a, 400000);
        arena_reset(a);
    }
    is(arena_size(a) <= settled * 2, "a run of documents of one size takes no more memory");
    arena_alloc(a, 50000000);
    arena_reset(a);
    is(arena_size(a) < 10000000, "the chunk of one enormous thing is not kept");
    for (size_t i = 0; i < 1000; i++)
        *arena_push(a, numbers, n, cap) = i;
    is(n == 1000 && numbers[0] == 0 && numbers[999] == 999, "arrays grow");
    is(strcmp(arena_printf(a, "%s-%d", "x", 7), "x-7") == 0, "printf");
    is(strcmp(arena_strndup(a, "abc", 2), "ab") == 0, "strndup ends with zero");
    arena_free(a);
    arena_free(NULL);
}

static void test_arena_below(void)
{
    struct arena *a = arena_new(), *below = arena_sub(a), *again, *other;

    memset(arena_alloc(below, 100000), 0xAA, 100000);
    arena_free(below);
    again = arena_sub(a);
    other = arena_sub(a);
    is(again == below && all_zero(arena_alloc(again, 100000), 100000),
       "an arena below another is used again, wiped");
    is(other != again, "but not twice at a time");
    arena_free(again);
    arena_free(other);
    arena_free(a);
}

/* Filled with 1 MB in pieces of 1 KB; the first, one in the middle and the last are to be kept. */
static void test_arena_drop(void)
{
    enum { PIECES = 1024, SIZE = 1024 };
    struct arena *a = arena_new();
    char *piece[PIECES];
    const void *keep[2];
    size_t whole;

    arena_small_chunks(a, 16 * 1024);
    for (int i = 0; i < PIECES; i++)
        piece[i] = memset(arena_alloc(a, SIZE), i % 251, SIZE);
    whole = arena_size(a);
    keep[0] = piece[0];
    keep[1] = piece[500] + 10;
    arena_drop_before(a, piece[PIECES - 1], keep, 2);
    is(arena_size(a) < whole / 8, "what was allocated before is dropped");
    is(*piece[0] == 0 && *piece[500] == (char)(500 % 251) &&
           *piece[PIECES - 1] == (char)((PIECES - 1) % 251),
       "but for what is to be kept");
    arena_drop_before(a, "elsewhere", keep, 2);
    is(*piece[500] == (char)(500 % 251), "from elsewhere nothing is");
    memset(arena_alloc(a, SIZE), 1, SIZE);
    arena_free(a);
}

static void test_buf(void)
{
    struct buf b = BUF_INIT;

    for (int i = 0; i < 1000; i++)
        buf_printf(&b, "%d,", i);
    is(b.len == 3890 && strlen(b.data) == b.len, "a buffer grows and stays terminated");
    buf_clear(&b);
    buf_add(&b, "a\0b", 3);
    is(b.len == 3 && b.data[2] == 'b' && b.data[3] == '\0', "zero bytes are kept");
    buf_free(&b);
    is(b.data == NULL && b.len == 0, "freed is empty");
    buf_str(&b, "again");
    is(strcmp(b.data, "again") == 0, "and can be used again");
    buf_free(&b);
}

static void test_utf8(void)
{
    static const char *const bad[] = {"\x80",
                                      "\xC0\x80",
                                      "\xC1\xBF",
                                      "\xE0\x80\x80",
                                      "\xED\xA0\x80",
                                      "\xF4\x90\x80\x80",
                                      "\xF5\x80\x80\x80",
                                      "\xC3",
                                      "\xE2\x82",
                                      "\xFF",
                                      "a\xC3z"};
    bool all = true, round_trip = true;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        all = all && !utf8_valid(bad[i], strlen(bad[i]));
    is(all, "overlong, surrogate, too large, cut and stray bytes are not UTF-8");
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char s[4];
        const char *p = s;
        size_t n;

        if (c == 0xD800)
            c = 0xE000;
        n = utf8_put(s, c);
        round_trip = round_trip && utf8_valid(s, n) && utf8_next(&p, s + n) == c && p == s + n;
    }
    is(round_trip, "every code point is read as it was written");
    is(utf8_length("a\xC3\xA5\xF0\x9F\x98\x80\xFF", 8) == 4, "a bad byte counts as one");
}

static void count_line(void *user, enum diag_severity severity, const char *text)
{
    struct buf *b = user;

    (void)severity;
    buf_printf(b, "%s\n", text);
}

static void test_diag(void)
{
    struct diag *d = diag_new(DIAG_SV);
    struct buf lines = BUF_INIT;

    diag_divert(d, count_line, &lines);
    diag_warn(d, diag_at("a.xml", 3), "JH-21", "sen %d", "late %d", 5);
    is(diag_status(d) == EXIT_DONE, "a warning leaves the status");
    is(strcmp(lines.data, "a.xml:3: warning: sen 5 [JH-21]\n") == 0, "the form of a line");
    diag_warn(d, diag_at("a.xml", 3), "JH-21", "sen %d", "late %d", 5);
    is(diag_count(d, DIAG_WARNING) == 1, "an identical line is said once");
    buf_clear(&lines);
    diag_error(d, EXIT_SYSTEM, diag_at(NULL, 0), NULL, "a", "b");
    diag_error(d, EXIT_REFUSED, diag_at("x\ny\033", 0), NULL, "a", "b");
    is(diag_status(d) == EXIT_SYSTEM, "the worst status stays");
    is(strcmp(lines.data, "duform: error: a\nx?y?: error: a\n") == 0,
       "no place, and a file name that would break the line");
    for (int i = 0; i < 10000; i++)
        diag_note(d, diag_at("n", i), NULL, "x", "x");
    is(diag_count(d, DIAG_NOTE) == 10000, "many different lines");
    diag_hold(d);
    diag_error(d, EXIT_USAGE, diag_at("held", 1), NULL, "a", "b");
    diag_warn(d, diag_at("held", 2), NULL, "%s", "%s", "a");
    is(diag_count(d, DIAG_WARNING) == 1, "messages that are held wait");
    diag_release(d, false);
    is(diag_count(d, DIAG_WARNING) == 1 && diag_count(d, DIAG_ERROR) == 2, "and may be dropped");
    diag_hold(d);
    diag_warn(d, diag_at("held", 2), NULL, "%s", "%s", "a");
    diag_release(d, true);
    is(diag_count(d, DIAG_WARNING) == 2, "or said");
    buf_free(&lines);
    diag_free(d);
}

static void test_file(void)
{
    const char *folder = getenv("TMP");
    struct arena *a = arena_new();
    struct diag *d = diag_new(DIAG_EN);
    struct buf lines = BUF_INIT, read = BUF_INIT;
    const char *path = arena_printf(a, "%s/file", folder ? folder : ".");
    size_t len = 0;
    const uint8_t *map;

    diag_divert(d, count_line, &lines);
    is(file_write_whole(path, "one\0two", 7, d) && file_read(path, 7, &read, d) && read.len == 7 &&
           memcmp(read.data, "one\0two", 7) == 0,
       "a file is read as it was written");
    is(!file_read(path, 6, &read, d) && diag_status(d) == EXIT_INPUT, "the cap of a file");
    is(file_write_whole(path, "", 0, d) && file_map(path, &len) == NULL, "an empty file");
    is(file_write_whole(path, "abc", 3, d), "a file is replaced");
    map = file_map(path, &len);
    is(map && len == 3 && memcmp(map, "abc", 3) == 0, "a file is mapped");
    file_unmap(map, len);
    is(!file_write_whole(arena_printf(a, "%s/none/file", folder ? folder : "."), "x", 1, d) &&
           diag_status(d) == EXIT_SYSTEM,
       "a folder that is not there");
    buf_free(&lines);
    buf_free(&read);
    diag_free(d);
    arena_free(a);
}

int main(void)
{
    test_arena();
    test_arena_below();
    test_arena_drop();
    test_buf();
    test_utf8();
    test_diag();
    test_file();
    return failed != 0;
}
