/* The reference of a case, read from the start of its file without parsing the rest: a mailing
 * knows its cases by their references before it makes anything. */
#include "read/read.h"

#include <string.h>

struct scan {
    const char *at, *end;
};

static bool starts(const struct scan *s, const char *with)
{
    size_t n = strlen(with);

    return (size_t)(s->end - s->at) >= n && memcmp(s->at, with, n) == 0;
}

/* Goes behind the next text; false: there is none. */
static bool skip_to(struct scan *s, const char *text)
{
    const char *found = memmem(s->at, (size_t)(s->end - s->at), text, strlen(text));

    if (found)
        s->at = found + strlen(text);
    return found != NULL;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_space(struct scan *s)
{
    while (s->at < s->end && is_space(*s->at))
        s->at++;
}

/* Goes to the attributes of the root element: past declaration, comments, instructions. */
static bool enter_root(struct scan *s)
{
    if (starts(s, "\xEF\xBB\xBF"))
        s->at += 3;
    for (;;) {
        skip_space(s);
        if (starts(s, "<?")) {
            if (!skip_to(s, "?>"))
                return false;
        } else if (starts(s, "<!--")) {
            if (!skip_to(s, "-->"))
                return false;
        } else {
            break;
        }
    }
    if (!starts(s, "<") || starts(s, "<!"))
        return false;
    while (s->at < s->end && !is_space(*s->at) && *s->at != '>' && *s->at != '/')
        s->at++;
    return true;
}

/* The next attribute; false: there is none, or this is no XML. */
static bool next_attribute(struct scan *s, struct scan *name, struct scan *value)
{
    const char *close;

    skip_space(s);
    name->at = s->at;
    while (s->at < s->end && !is_space(*s->at) && !strchr("=>/", *s->at))
        s->at++;
    name->end = s->at;
    skip_space(s);
    if (s->at == s->end || *s->at != '=')
        return false;
    s->at++;
    skip_space(s);
    if (s->at == s->end || (*s->at != '"' && *s->at != '\''))
        return false;
    close = memchr(s->at + 1, *s->at, (size_t)(s->end - s->at - 1));
    if (!close)
        return false;
    *value = (struct scan){s->at + 1, close};
    s->at = close + 1;
    return true;
}

bool read_reference(const char *data, size_t len, char ref[READ_REFERENCE])
{
    struct scan s = {data, data + len}, name, value;

    ref[0] = '\0';
    if (!enter_root(&s))
        return false;
    while (next_attribute(&s, &name, &value)) {
        size_t n = (size_t)(value.end - value.at);

        if (name.end - name.at != 3 || memcmp(name.at, "ref", 3) != 0)
            continue;
        if (n == 0 || n >= READ_REFERENCE || memchr(value.at, '\0', n))
            return false;
        memcpy(ref, value.at, n);
        ref[n] = '\0';
        return true;
    }
    return false;
}
