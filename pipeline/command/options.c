/* The command line: one table of options, and a reader that keeps no state. */
#include "command/command.h"
#include "command/password.h"
#include "job.h"
#include "press.h"
#include "transform/transform.h"

#include <stdlib.h>
#include <string.h>

struct option {
    const char *name;
    char letter; /* also names the option in struct command; capital or digit: no short form */
    enum { NO_VALUE, HAS_VALUE, MAY_HAVE_VALUE /* only behind = */ } has_value;
};

static const struct option table[] = {
    {"output", 'o', HAS_VALUE},       {"document", 'd', HAS_VALUE},
    {"language", 'l', HAS_VALUE},     {"region", 'r', HAS_VALUE},
    {"stage", 't', HAS_VALUE},        {"quiet", 'q', NO_VALUE},
    {"help", 'h', NO_VALUE},          {"to", 'T', HAS_VALUE},
    {"with", 'W', HAS_VALUE},         {"style", 'S', HAS_VALUE},
    {"date", 'D', HAS_VALUE},         {"format", 'F', HAS_VALUE},
    {"dump", 'U', HAS_VALUE},         {"max-size", 'M', HAS_VALUE},
    {"messages", 'L', HAS_VALUE},     {"into", 'I', HAS_VALUE},
    {"draft", 'A', NO_VALUE},         {"html", 'H', NO_VALUE},
    {"decision", 'E', HAS_VALUE},     {"reason", 'R', HAS_VALUE},
    {"guardian", 'G', HAS_VALUE},     {"jobs", 'j', HAS_VALUE},
    {"shard", 'N', HAS_VALUE},        {"collect", 'C', NO_VALUE},
    {"report", 'O', HAS_VALUE},       {"register", 'Z', HAS_VALUE},
    {"time-limit", 'X', HAS_VALUE},   {"memory-limit", 'Y', HAS_VALUE},
    {"words", 'K', HAS_VALUE},        {"no-spelling", 'P', NO_VALUE},
    {"fix", 'V', NO_VALUE},           {"spelling", 'B', NO_VALUE},
    {"encrypt", 'Q', MAY_HAVE_VALUE}, {"merge", 'J', HAS_VALUE},
    {"split-at", '5', HAS_VALUE},     {"index", '4', HAS_VALUE},
    {"duplex", '0', NO_VALUE},        {"separators", '1', NO_VALUE},
    {"sheet-marks", '3', NO_VALUE},   {"fillable", '6', NO_VALUE},
};
enum { OPTIONS = sizeof table / sizeof *table };

void usage_error(struct diag *diag, const char *sv, const char *en, const char *about)
{
    diag_error(diag, EXIT_USAGE, diag_at(NULL, 0), NULL, "%s%s (duform help)", "%s%s (duform help)",
               diag_lang(diag) == DIAG_SV ? sv : en, about);
}

/* ---- finding -------------------------------------------------------------------------------- */

static const struct option *by_letter(char letter)
{
    for (int i = 0; i < OPTIONS; i++)
        if (table[i].letter == letter && letter >= 'a')
            return &table[i];
    return NULL;
}

static const struct option *by_name(const char *name, size_t n)
{
    for (int i = 0; i < OPTIONS; i++)
        if (strlen(table[i].name) == n && strncmp(table[i].name, name, n) == 0)
            return &table[i];
    return NULL;
}

enum diag_language options_language(int argc, char **argv)
{
    enum diag_language language = diag_language_of_locale();

    for (int i = 1; i < argc; i++) {
        const char *value = argv[i];

        if (strcmp(value, "--messages") == 0)
            value = i + 1 < argc ? argv[i + 1] : "";
        else if (strncmp(value, "--messages=", 11) == 0)
            value += 11;
        else
            continue;
        language = strcmp(value, "sv") == 0 ? DIAG_SV : DIAG_EN;
    }
    return language;
}

/* ---- values --------------------------------------------------------------------------------- */

/* A whole number from 0 to most; -1 if it is none. */
static long whole(const char *s, long most)
{
    long n = 0;

    if (!*s)
        return -1;
    for (; *s; s++) {
        if (*s < '0' || *s > '9' || n > most)
            return -1;
        n = n * 10 + (*s - '0');
    }
    return n <= most ? n : -1;
}

static bool size_of(const char *value, size_t *size)
{
    long n = whole(value, 1L << 30);

    *size = n > 0 ? (size_t)n : 0;
    return n > 0;
}

static bool one_of(const char *value, const char *a, const char *b)
{
    return strcmp(value, a) == 0 || strcmp(value, b) == 0;
}

/* I/N, for share I of N. */
static bool set_shard(struct options *o, const char *value)
{
    size_t n = strcspn(value, "/");

    if (!value[n])
        return false;
    o->shard = (int)whole(arena_strndup(o->arena, value, n), 100000);
    o->shards = (int)whole(value + n + 1, 100000);
    return o->shard > 0 && o->shard <= o->shards;
}

/* What only a mailing takes. */
static bool set_batch(struct options *o, char letter, const char *value)
{
    switch (letter) {
    case 'j':
        return (o->jobs = (int)whole(value, 1024)) > 0;
    case 'N':
        return set_shard(o, value);
    case 'C':
        return o->collect = true;
    case 'O':
        return *(o->report = value) != '\0';
    case 'Z':
        return *(o->schools = value) != '\0';
    case 'X':
        return (o->time_limit = (int)whole(value, 86400)) > 0;
    case 'J':
        return *(o->merge = value) != '\0';
    case '4':
        return *(o->index = value) != '\0';
    case '5':
        return (o->split_at = (int)whole(value, 100000000)) > 0;
    case '0':
        return o->duplex = true;
    case '1':
        return o->separators = true;
    case '3':
        return o->sheet_marks = true;
    case 'Y':
        return (o->memory_limit = (int)whole(value, 1 << 20)) > 0;
    default:
        return false;
    }
}

/* false: the value is not what the option takes. */
static bool set(struct options *o, const struct option *option, char *value)
{
    switch (option->letter) {
    case 'o':
        return *(o->output = value) != '\0';
    case 'd':
        return *(*arena_push(o->arena, o->kinds, o->nkinds, o->kinds_cap) = value) != '\0';
    case 'l':
        return *(o->language = value) != '\0';
    case 'r':
        return *(o->region = value) != '\0';
    case 't':
        return *(o->stage = value) != '\0';
    case 'q':
        return o->quiet = true;
    case 'h':
        return o->help = true;
    case 'T':
        return (*arena_push(o->arena, o->to, o->nto, o->to_cap) = (int)whole(value, 100000)) >= 0;
    case 'W':
        return *(o->with = value) != '\0';
    case 'S':
        return *(o->style = value) != '\0';
    case 'D':
        return transform_is_date(o->date = value);
    case 'F':
        return one_of(o->format = value, "text", "json");
    case 'U':
        return one_of(o->dump = value, "tree", "page");
    case 'M':
        return size_of(value, &o->max_size);
    case 'E':
        return one_of(o->decision = value, "paper", "phone");
    case 'R':
        return *(o->reason = decision_take_reason(o->arena, value)) != '\0';
    case 'A':
        return o->draft = true;
    case 'H':
        return o->html = true;
    case '6':
        return o->fillable = true;
    case 'K':
        return *(o->words = value) != '\0';
    case 'P':
        return o->no_spelling = true;
    case 'B':
        return o->spelling = true;
    case 'V':
        return o->fix = true;
    case 'I':
        return *(o->into = value) != '\0';
    case 'G':
        *arena_push(o->arena, o->guardians, o->nguardians, o->guardians_cap) =
            (int)whole(value, 100000);
        return o->guardians[o->nguardians - 1] > 0;
    case 'Q': /* never the password itself */
        return password_source_good(o->encrypt = *value ? value : ""); /* none lives no longer */
    case 'L':
        return one_of(value, "sv", "en"); /* set before */
    default:
        return set_batch(o, option->letter, value);
    }
}

/* ---- reading -------------------------------------------------------------------------------- */

struct reading {
    const struct command *command;
    struct options *o;
    struct diag *diag;
    int argc, i;
    char **argv;
};

/* The option that argv[i] names, its value if it stands in the same argument, or NULL. */
static const struct option *option_at(char *arg, char **value)
{
    size_t n;

    *value = NULL;
    if (arg[1] != '-') {
        if (arg[2])
            *value = arg + 2;
        return by_letter(arg[1]);
    }
    n = strcspn(arg + 2, "=");
    if (arg[2 + n] == '=')
        *value = arg + 2 + n + 1;
    return by_name(arg + 2, n);
}

static bool read_option(struct reading *r)
{
    char *arg = r->argv[r->i], *value;
    const struct option *option = option_at(arg, &value);
    char none[1] = "";

    if (!option || (!strchr(r->command->options, option->letter) && option->letter != 'h' &&
                    option->letter != 'L')) {
        arg[strcspn(arg, "=")] = '\0'; /* what follows is nobody's business */
        usage_error(r->diag, "okänt val: ", "unknown option: ", arg);
        return false;
    }
    if (option->has_value == NO_VALUE && value) {
        usage_error(r->diag, "valet tar inget värde: ", "the option takes no value: ", arg);
        return false;
    }
    if (option->has_value == HAS_VALUE && !value && ++r->i < r->argc)
        value = r->argv[r->i];
    if (option->has_value == HAS_VALUE && !value) {
        usage_error(r->diag, "ett värde saknas efter ", "a value is missing after ", arg);
        return false;
    }
    if (!set(r->o, option, value ? value : none)) {
        usage_error(r->diag, "fel värde för --", "wrong value for --", option->name);
        return false;
    }
    return true;
}

static bool read_operand(struct reading *r)
{
    if (r->o->operand && !r->o->second && strchr(r->command->options, '2')) {
        r->o->second = r->argv[r->i];
        return true;
    }
    if (!r->command->takes_operand ||
        (r->o->operand && !strchr(r->command->options, OPTIONS_MANY))) {
        usage_error(r->diag, "ett argument för mycket för ", "one argument too many for ",
                    r->command->name);
        return false;
    }
    *arena_push(r->o->arena, r->o->operands, r->o->noperands, r->o->operands_cap) = r->argv[r->i];
    r->o->operand = r->o->operands[0];
    return true;
}

bool options_parse(const struct command *c, int argc, char **argv, struct options *o,
                   struct diag *diag)
{
    struct reading r = {c, o, diag, argc, 0, argv};
    bool only_operands = false;

    for (; r.i < argc; r.i++) {
        const char *arg = argv[r.i];

        if (!only_operands && strcmp(arg, "--") == 0)
            only_operands = true;
        else if (!only_operands && arg[0] == '-' && arg[1]) {
            if (!read_option(&r))
                return false;
        } else if (!read_operand(&r)) {
            return false;
        }
    }
    if (o->help || o->operand || !c->needs_operand)
        return true;
    usage_error(diag, "väntade: duform ", "expected: duform ", c->synopsis);
    return false;
}

/* ---- what commands on cases have in common -------------------------------------------------- */

/* A form is a PDF in one language: a field stands in it once. */
static bool fillable_good(const struct options *o, struct transform *t, struct diag *diag)
{
    if (o->html || o->with) {
        usage_error(diag, "--fillable går inte ihop med --html eller --with",
                    "--fillable does not go with --html or --with", "");
        return false;
    }
    for (size_t i = 0; i < o->nkinds; i++)
        if (!transform_fillable_known(t, o->kinds[i], diag))
            return false;
    return true;
}

bool options_job(const struct options *o, struct press *p, struct job *job, struct diag *diag)
{
    struct transform *t = p->transform;

    *job = (struct job){.file = o->operand,
                        .kinds = o->kinds,
                        .nkinds = o->nkinds,
                        .to = o->to,
                        .nto = o->nto,
                        .lang = o->language ? o->language : "",
                        .with = o->with ? o->with : "",
                        .style = o->style ? o->style : "",
                        .date = o->date,
                        .region = o->region ? o->region : "default",
                        .limits = read_limits_case,
                        .out = o->output,
                        .draft = o->draft,
                        .html = o->html,
                        .fillable = o->fillable,
                        .words = o->words,
                        .no_spelling = o->no_spelling,
                        .fix = o->fix,
                        .quiet = o->quiet};
    if (o->max_size)
        job->limits.bytes = o->max_size;
    for (size_t i = 0; i < o->nkinds; i++)
        if (!transform_kind_known(t, o->kinds[i], diag))
            return false;
    if (o->fillable && !fillable_good(o, t, diag))
        return false;
    return decision_read(o, job, diag) &&
           (!*job->lang || transform_lang_known(t, job->lang, diag)) &&
           (!*job->with || transform_lang_known(t, job->with, diag)) &&
           (!*job->style || transform_style_known(t, job->style, diag));
}
