/* Days and times as people write them. */
#ifndef INTAKE_WHEN_H
#define INTAKE_WHEN_H

#include "base/arena.h"

/* 2026-03-09, 20260309, 9.3.2026, 9. 3. 2026, 9/3 2026, 9/3/2026 as 2026-03-09, in the arena; s
 * itself where it is none of them. Digits 0-9; whether there is such a day is not looked at. */
const char *when_day(struct arena *a, const char *s);
/* A day, then 13:00, 13.00, kl. 13 … as 2026-03-09T13:00:00. */
const char *when_time(struct arena *a, const char *s);

#endif
