/* A password. It never stands among the arguments or in the environment, which others on the
 * machine can read, nor in any buffer but its own. */
#include "command/password.h"

#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

enum { INTERRUPT = 3, SHORT = 12 /* characters: fewer are guessed in the end */ };

bool password_source_good(const char *source)
{
    size_t n;

    if (!*source)
        return true;
    if (strncmp(source, "fd:", 3) != 0)
        return false;
    n = strspn(source + 3, "0123456789");
    return n >= 1 && n <= 4 && source[3 + n] == '\0';
}

static bool fault(struct diag *diag, enum exit_status status, const char *sv, const char *en)
{
    diag_error(diag, status, diag_at(NULL, 0), NULL, "--encrypt: %s", "--encrypt: %s",
               diag_lang(diag) == DIAG_SV ? sv : en);
    return false;
}

/* Up to the end of the line or file, a byte at a time: what follows is another's. The length, one
 * more than allowed for all that are too long; -1: not readable. */
static int read_line(int fd, struct password *p)
{
    size_t n = 0;
    ssize_t got;
    char c;

    for (;;) {
        do
            got = read(fd, &c, 1);
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return -1;
        if (got == 0 || c == '\n')
            break;
        if (n <= PASSWORD_LONGEST)
            p->text[n++] = c;
    }
    if (n && p->text[n - 1] == '\r')
        n--;
    p->text[n] = '\0';
    explicit_bzero(&c, sizeof c);
    return (int)n;
}

static bool usable(const struct password *p, int n, struct diag *diag)
{
    size_t characters = 0;

    if (n < 0)
        return fault(diag, EXIT_INPUT, "lösenordet kan inte läsas", "the password cannot be read");
    if (n == 0)
        return fault(diag, EXIT_INPUT, "lösenordet är tomt", "the password is empty");
    if (n > PASSWORD_LONGEST || strlen(p->text) != (size_t)n || !utf8_valid(p->text, (size_t)n))
        return fault(diag, EXIT_INPUT, "lösenordet ska vara UTF-8, högst 127 byte",
                     "the password must be UTF-8 of at most 127 bytes");
    for (int i = 0; i < n; i++) {
        if ((unsigned char)p->text[i] < 0x20 || p->text[i] == 0x7F)
            return fault(diag, EXIT_INPUT, "lösenordet har ett styrtecken",
                         "the password has a control character");
        characters += ((unsigned char)p->text[i] & 0xC0) != 0x80;
    }
    if (characters < SHORT)
        diag_warn(diag, diag_at(NULL, 0), NULL,
                  "--encrypt: ett lösenord med färre än %d tecken kan gissas",
                  "--encrypt: a password of fewer than %d characters can be guessed", SHORT);
    return true;
}

/* ---- the terminal --------------------------------------------------------------------------- */

static void say(int tty, const char *s)
{
    ssize_t written = write(tty, s, strlen(s));

    (void)written;
}

/* Signals from the keyboard are off with the echo, so that it is always put back; an interrupt
 * comes as a character. */
static int ask(int tty, const char *prompt, struct password *p)
{
    struct termios shown, hidden;
    int n;

    if (tcgetattr(tty, &shown) != 0)
        return -1;
    hidden = shown;
    hidden.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ISIG);
    hidden.c_lflag |= ICANON;
    if (tcsetattr(tty, TCSAFLUSH, &hidden) != 0)
        return -1;
    say(tty, prompt);
    n = read_line(tty, p);
    tcsetattr(tty, TCSAFLUSH, &shown);
    say(tty, "\n");
    return memchr(p->text, INTERRUPT, sizeof p->text) ? -1 : n;
}

static bool ask_twice(struct password *p, struct diag *diag)
{
    bool swedish = diag_lang(diag) == DIAG_SV, good = false;
    int tty = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    struct password again = {{0}};
    int n;

    if (tty < 0)
        return fault(diag, EXIT_INPUT, "ingen terminal att fråga vid: ange --encrypt=fd:N",
                     "no terminal to ask at: give --encrypt=fd:N");
    n = ask(tty, swedish ? "Lösenord för dokumenten: " : "Password of the documents: ", p);
    if (usable(p, n, diag)) {
        ask(tty, swedish ? "En gång till: " : "Once more: ", &again);
        good = strcmp(p->text, again.text) == 0 ||
               fault(diag, EXIT_INPUT, "lösenorden är inte lika", "the passwords differ");
    }
    password_wipe(&again);
    close(tty);
    return good;
}

bool password_read(const char *source, struct password *p, struct diag *diag)
{
    int locked = mlock(p, sizeof *p); /* without the right to do so it stays swappable */

    (void)locked;
    memset(p, 0, sizeof *p);
    return *source ? usable(p, read_line((int)strtol(source + 3, NULL, 10), p), diag)
                   : ask_twice(p, diag);
}

void password_wipe(struct password *p)
{
    explicit_bzero(p, sizeof *p);
    munlock(p, sizeof *p);
}
