/* A password: read from a file descriptor or the terminal, kept in one place, and wiped. */
#ifndef COMMAND_PASSWORD_H
#define COMMAND_PASSWORD_H

#include "base/diag.h"

#include <stdbool.h>

enum { PASSWORD_LONGEST = 127 }; /* [byte]: what AES-256 of PDF uses of it */
struct password {
    char text[PASSWORD_LONGEST + 2]; /* room for a byte too many and the zero */
};

/* Whether the value of --encrypt says where the password comes from: "fd:N", N from 0 to 9999; ""
 * for the terminal. */
bool password_source_good(const char *source);
/* Reads the first line. From the terminal it is asked for twice, and not shown. UTF-8 without
 * control characters, 1 to 127 bytes. The memory is locked as far as the system lets it. false
 * after a report. password_wipe is due in both cases. */
bool password_read(const char *source, struct password *p, struct diag *diag);
void password_wipe(struct password *p);

#endif
