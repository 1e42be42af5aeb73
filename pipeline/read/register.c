/* The register of school units: a table as text, kept sorted by code. */
#include "read/register.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { LARGEST = 64 << 20, MOST_COLUMNS = 200 };

struct school_register {
    struct arena *arena;
    struct school_unit *units; /* sorted by code, the open ones of a code first */
    size_t n, cap;
};

/* ---- columns -------------------------------------------------------------------------------- */

enum column { CODE, NAME, POSTAL, VISIT, STREET, POSTCODE, TOWN, STATUS, COLUMNS };

/* The names of each column, in small letters and digits alone. */
static const char *const names[COLUMNS][6] = {
    [CODE] = {"skolenhetskod", "enhetskod", "schoolunitcode", "code"},
    [NAME] = {"skolenhetsnamn", "skolenhet", "skola", "namn", "schoolunitname", "name"},
    [POSTAL] = {"utdelningsadress", "postadress", "postaladdress", "skolenhetutdelningsadress"},
    [VISIT] = {"besöksadress", "gatuadress", "visitingaddress", "skolenhetbesöksadress"},
    [STREET] = {"adress", "gata", "street", "address"},
    [POSTCODE] = {"postnummer", "postnr", "postcode", "zipcode"},
    [TOWN] = {"postort", "ort", "town", "city"},
    [STATUS] = {"status", "skolenhetsstatus", "skolenhetstatus", "schoolunitstatus"},
};

/* Small letters and digits, so that "Skolenhets-kod" is "skolenhetskod"; Ö and Å are kept. */
static void simplify(const char *from, char *to, size_t room)
{
    size_t n = 0;

    for (; *from && n + 1 < room; from++) {
        unsigned char c = (unsigned char)*from;

        if (c >= 'A' && c <= 'Z')
            c = (unsigned char)(c + 'a' - 'A');
        else if (c >= 0x84 && c <= 0x96 && n && (unsigned char)to[n - 1] == 0xC3)
            c = (unsigned char)(c + 0x20); /* Å Ä Ö in UTF-8 */
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80)
            to[n++] = (char)c;
    }
    to[n] = '\0';
}

static enum column column_named(const char *header)
{
    char simple[64];

    simplify(header, simple, sizeof simple);
    for (int c = 0; c < COLUMNS; c++)
        for (size_t i = 0; i < 6 && names[c][i]; i++)
            if (strcmp(simple, names[c][i]) == 0)
                return (enum column)c;
    return COLUMNS;
}

/* ---- the table as text ---------------------------------------------------------------------- */

struct table {
    struct arena *arena;
    const char *at, *end;
    char separator;
    const char *cells[MOST_COLUMNS]; /* of the row in hand */
    int n;
    enum column meaning[MOST_COLUMNS];
};

/* The separator that the header line has most of. */
static char separator_of(const char *text, const char *end)
{
    static const char candidates[] = ";,\t";
    size_t best = 0;
    char separator = ';';

    for (const char *c = candidates; *c; c++) {
        size_t n = 0;

        for (const char *p = text; p < end && *p != '\n'; p++)
            n += *p == *c;
        if (n > best) {
            best = n;
            separator = *c;
        }
    }
    return separator;
}

/* One cell; quotes around it are taken off, doubled ones are one. */
static const char *read_cell(struct table *t)
{
    struct buf b = BUF_INIT;
    const char *cell;
    bool quoted = t->at < t->end && *t->at == '"';

    t->at += quoted;
    for (; t->at < t->end; t->at++) {
        if (quoted && *t->at == '"') {
            if (t->at + 1 < t->end && t->at[1] == '"')
                t->at++;
            else {
                quoted = false;
                continue;
            }
        } else if (!quoted && (*t->at == t->separator || *t->at == '\n')) {
            break;
        }
        if ((unsigned char)*t->at >= 0x20)
            buf_char(&b, *t->at);
    }
    while (b.len && b.data[b.len - 1] == ' ')
        b.data[--b.len] = '\0';
    cell = b.len ? arena_strdup(t->arena, b.data + strspn(b.data, " ")) : "";
    buf_free(&b);
    return cell;
}

/* false: the end. */
static bool read_row(struct table *t)
{
    if (t->at >= t->end)
        return false;
    for (t->n = 0;;) {
        const char *cell = read_cell(t);

        if (t->n < MOST_COLUMNS)
            t->cells[t->n++] = cell;
        if (t->at >= t->end || *t->at++ == '\n')
            return true;
    }
}

static bool read_header(struct table *t)
{
    bool found[COLUMNS] = {false};

    if (!read_row(t))
        return false;
    for (int i = 0; i < t->n; i++) {
        t->meaning[i] = column_named(t->cells[i]);
        if (t->meaning[i] < COLUMNS)
            found[t->meaning[i]] = true;
    }
    return found[CODE] && found[NAME] && found[POSTCODE] && found[TOWN] &&
           (found[POSTAL] || found[VISIT] || found[STREET]);
}

/* ---- units ---------------------------------------------------------------------------------- */

/* Five digits are written NNN NN. */
static const char *spaced(struct arena *a, const char *postcode)
{
    char digits[8];
    size_t n = 0;

    for (const char *p = postcode; *p; p++) {
        if (*p == ' ')
            continue;
        if (*p < '0' || *p > '9' || n == 5)
            return postcode;
        digits[n++] = *p;
    }
    return n == 5 ? arena_printf(a, "%.3s %.2s", digits, digits + 3) : postcode;
}

static bool is_active(const char *status)
{
    char simple[32];

    simplify(status, simple, sizeof simple);
    return !*simple || strcmp(simple, "aktiv") == 0 || strcmp(simple, "active") == 0;
}

static void add_unit(struct school_register *r, const struct table *t)
{
    const char *cells[COLUMNS];
    const char *street;

    for (int c = 0; c < COLUMNS; c++)
        cells[c] = "";
    for (int i = 0; i < t->n; i++)
        if (t->meaning[i] < COLUMNS && !*cells[t->meaning[i]])
            cells[t->meaning[i]] = t->cells[i];
    if (!*cells[CODE])
        return;
    street = *cells[POSTAL] ? cells[POSTAL] : *cells[STREET] ? cells[STREET] : cells[VISIT];
    *arena_push(r->arena, r->units, r->n, r->cap) =
        (struct school_unit){cells[CODE], cells[NAME],
                             street,      spaced(r->arena, cells[POSTCODE]),
                             cells[TOWN], !is_active(cells[STATUS])};
}

static int by_code(const void *a, const void *b)
{
    const struct school_unit *x = a, *y = b;
    int order = strcmp(x->code, y->code);

    return order ? order : (int)x->closed - (int)y->closed;
}

const struct school_unit *register_unit(const struct school_register *r, const char *code)
{
    size_t low = 0, high = r->n;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (strcmp(r->units[middle].code, code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->n && strcmp(r->units[low].code, code) == 0 ? &r->units[low] : NULL;
}

/* ---- the file ------------------------------------------------------------------------------- */

/* Latin-1 becomes UTF-8, a byte order mark goes. */
static void to_utf8(struct buf *bytes)
{
    struct buf out = BUF_INIT;
    size_t mark;

    if (!bytes->data)
        return;
    mark = bytes->len >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    if (utf8_valid(bytes->data, bytes->len)) {
        buf_add(&out, bytes->data + mark, bytes->len - mark);
    } else {
        for (size_t i = 0; i < bytes->len; i++) {
            char utf8[4];

            buf_add(&out, utf8, utf8_put(utf8, (unsigned char)bytes->data[i]));
        }
    }
    buf_free(bytes);
    *bytes = out;
}

struct school_register *register_load(const char *path, struct diag *diag)
{
    struct arena *a = arena_new();
    struct school_register *r = arena_new_of(a, struct school_register);
    struct buf bytes = BUF_INIT;
    struct table t = {.arena = a};
    bool good = file_read(path, LARGEST, &bytes, diag);

    r->arena = a;
    if (good) {
        to_utf8(&bytes);
        t.at = bytes.data ? bytes.data : "";
        t.end = t.at + bytes.len;
        t.separator = separator_of(t.at, t.end);
        good = read_header(&t);
        if (!good)
            diag_error(diag, EXIT_INPUT, diag_at(path, 1), NULL,
                       "en rubrikrad väntades med skolenhetskod, skolenhetsnamn, utdelningsadress, "
                       "postnummer och postort",
                       "a header line was expected with skolenhetskod, skolenhetsnamn, "
                       "utdelningsadress, postnummer and postort");
    }
    while (good && read_row(&t))
        add_unit(r, &t);
    buf_free(&bytes);
    if (good) {
        if (r->n)
            qsort(r->units, r->n, sizeof *r->units, by_code);
        return r;
    }
    register_free(r);
    return NULL;
}

void register_free(struct school_register *r)
{
    if (r)
        arena_free(r->arena);
}
