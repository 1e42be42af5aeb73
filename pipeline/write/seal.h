/* An encrypted copy of a finished PDF. */
#ifndef WRITE_SEAL_H
#define WRITE_SEAL_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>

/* Replaces the PDF by a copy of it under a password (UTF-8): AES-256, security handler of revision
 * 6 (ISO 32000-2, 7.6.4), metadata too. Reading aloud, copying, printing and filling in are
 * allowed, all else needs an owner's password that nobody has. The copy is PDF/UA still; it says no
 * longer that it is PDF/A, which knows no encryption. Keys and salts are random: the same document
 * gives other bytes each time. false after a report; pdf is empty then. */
bool pdf_seal(struct buf *pdf, const char *password, const char *name, struct diag *diag);

#endif
