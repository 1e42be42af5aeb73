/* Diagnostics: one line each on standard error, and the exit status that they add up to. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

/* Exit statuses of the program (the contract); the worst of several is returned. */
enum exit_status {
    EXIT_DONE = 0,
    EXIT_REFUSED = 1, /* by a rule: nothing was written for that document */
    EXIT_INPUT = 2,   /* not well-formed, not valid, unsupported */
    EXIT_USAGE = 3,
    EXIT_SYSTEM = 4 /* disk full, no memory, missing font or dictionary */
};

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };
enum diag_language { DIAG_SV, DIAG_EN };

/* Where in the input something was found. file may be NULL (no file), line 0 (no line). */
struct diag_place {
    const char *file;
    int line;
    int column; /* 0: not known */
};

static inline struct diag_place diag_at(const char *file, int line)
{
    return (struct diag_place){file, line, 0};
}

struct diag;

/* The messages of one run. out_of_the_way: file names are printed as given by the user. */
struct diag *diag_new(enum diag_language lang);
void diag_free(struct diag *d);
/* Reads LC_ALL, LC_MESSAGES, LANG: Swedish for sv*, else English. */
enum diag_language diag_language_of_locale(void);

/* Reports one line: FILE:LINE: severity: TEXT [RULE].
 * status: what an error means for the exit status (ignored for warnings and notes).
 * rule: NULL or an id of a rule. The Swedish and the English text take the same arguments.
 * No personal data and no value of a case file may be an argument. */
void diag_say(struct diag *d, enum diag_severity severity, enum exit_status status,
              struct diag_place place, const char *rule, const char *sv, const char *en, ...)
    __attribute__((format(printf, 6, 8), format(printf, 7, 8)));

#define diag_error(d, status, place, rule, ...)                                                    \
    diag_say((d), DIAG_ERROR, (status), (place), (rule), __VA_ARGS__)
#define diag_warn(d, place, rule, ...)                                                             \
    diag_say((d), DIAG_WARNING, EXIT_DONE, (place), (rule), __VA_ARGS__)
#define diag_note(d, place, rule, ...)                                                             \
    diag_say((d), DIAG_NOTE, EXIT_DONE, (place), (rule), __VA_ARGS__)

/* Reports a remark on free text, which alone may show words of a case that is not protected: line
 * is the text of the line; text and members are for JSON. Never an error. */
void diag_say_with(struct diag *d, enum diag_severity severity, struct diag_place place,
                   const char *rule, const char *line, const char *text, const char *members);

/* An identical line (place, rule and text) is printed once. */
size_t diag_count(const struct diag *d, enum diag_severity severity);
/* All messages so far, those too that were not printed again. */
size_t diag_said(const struct diag *d);
enum exit_status diag_status(const struct diag *d); /* the worst so far */
enum diag_language diag_lang(const struct diag *d);
/* The status of work that another process reported on. */
void diag_raise(struct diag *d, enum exit_status status);
/* From here on messages wait, until it is known whether they are worth saying: then they are said,
 * or were never said. */
void diag_hold(struct diag *d);
void diag_release(struct diag *d, bool said);
/* Diverts lines: to a callback instead of standard error (tests, JSON output, batch). */
void diag_divert(struct diag *d,
                 void (*line)(void *user, enum diag_severity severity, const char *text),
                 void *user);

/* The parts of a message, for output that is not lines. The strings live only during the call. */
struct diag_message {
    enum diag_severity severity;
    struct diag_place place;
    const char *rule; /* "" if there is none */
    const char *text;
    const char *members; /* more members for JSON, each ", \"name\": value"; "" if none */
};
/* Diverts messages, taken apart, instead of lines. */
void diag_listen(struct diag *d, void (*listen)(void *user, const struct diag_message *m),
                 void *user);

#endif
