/* PDF syntax: numbers, strings and names as they stand in the file. */
#include "write/put.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int failures;
static struct buf out;

static void is(const char *wanted)
{
    bool good = out.data && strcmp(out.data, wanted) == 0;
    printf("%s - %s\n", good ? "ok" : "not ok", wanted);
    if (!good)
        printf("# got %s\n", out.data ? out.data : "nothing");
    failures += !good;
    buf_clear(&out);
}

static void test_numbers(void)
{
    static const struct {
        mpt v;
        const char *text;
    } lengths[] = {{0, "0"},
                   {1, ".001"},
                   {-1, "-.001"},
                   {10, ".01"},
                   {1000, "1"},
                   {-1500, "-1.5"},
                   {595276, "595.276"},
                   {100000, "100"},
                   {12030, "12.03"},
                   {-999, "-.999"},
                   {123456789012, "123456789.012"}};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        put_mpt(&out, lengths[i].v);
        is(lengths[i].text);
    }
    put_matrix_number(&out, 9962);
    is(".9962");
    put_matrix_number(&out, -10000);
    is("-1");
    put_int(&out, INT64_MIN);
    is("-9223372036854775808");
    put_ref(&out, 12);
    is("12 0 R");
}

static void test_strings(void)
{
    put_text_string(&out, "a(b)c\\");
    is("(a\\(b\\)c\\\\)");
    put_text_string(&out, "å");
    is("<FEFF00E5>");
    put_text_string(&out, "a\n");
    is("<FEFF0061000A>");
    put_text_string(&out, "\xF0\x9F\x93\x85"); /* outside of the BMP: two surrogates */
    is("<FEFFD83DDCC5>");
    put_text_string(&out, "");
    is("()");
    put_byte_string(&out, "a\rb", 3);
    is("(a\\rb)");
    put_hex16(&out, 0x0AF0);
    is("0AF0");
}

static void test_names(void)
{
    put_name(&out, "LBody");
    is("/LBody");
    put_name(&out, "a b#/å");
    is("/a#20b#23#2F#C3#A5");
}

int main(void)
{
    test_numbers();
    test_strings();
    test_names();
    buf_free(&out);
    return failures > 0;
}
