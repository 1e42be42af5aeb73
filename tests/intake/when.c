/* Days and times as people write them in forms. */
#include "intake/when.h"

#include <stdio.h>
#include <string.h>

static int failed;

static void expect(const char *what, const char *written, const char *got, const char *wanted)
{
    if (strcmp(got, wanted) == 0) {
        printf("ok - %s %s\n", what, written);
        return;
    }
    printf("not ok - %s %s: %s, not %s\n", what, written, got, wanted);
    failed++;
}

int main(void)
{
    static const char *const days[][2] = {
        {"2026-03-09", "2026-03-09"},   {"20260309", "2026-03-09"},
        {"9.3.2026", "2026-03-09"},     {"09.03.2026", "2026-03-09"},
        {"9. 3. 2026", "2026-03-09"},   {"9/3 2026", "2026-03-09"},
        {"9/3/2026", "2026-03-09"},     {"2026-3-9", "2026-03-09"},
        {"9.3.26", "9.3.26"},           {"2026-03-09x", "2026-03-09x"},
        {"31/13 2026", "31/13 2026"},   {"", ""},
        {"2026-03-09 ", "2026-03-09 "}, {"999999999999", "999999999999"},
    };
    static const char *const times[][2] = {
        {"2026-03-09T13:00:00", "2026-03-09T13:00:00"},
        {"9.3.2026 13.00", "2026-03-09T13:00:00"},
        {"9/3 2026 kl. 13", "2026-03-09T13:00:00"},
        {"2026-03-09 kl 8:05", "2026-03-09T08:05:00"},
        {"2026-03-09 25.00", "2026-03-09 25.00"},
        {"2026-03-09 12.60", "2026-03-09 12.60"},
        {"2026-03-09", "2026-03-09"},
        {"13.00", "13.00"},
    };
    struct arena *a = arena_new();

    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        expect("the day", days[i][0], when_day(a, days[i][0]), days[i][1]);
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        expect("the time", times[i][0], when_time(a, times[i][0]), times[i][1]);
    arena_free(a);
    return failed != 0;
}
