/* How well the checks of free text do on sentences that were labelled by hand: precision and recall
 * of each category, and what was missed or told wrongly. Also run by `make check-quality`. */
#include "base/buf.h"
#include "base/file.h"
#include "check/exam.h"
#include "read/read.h"

#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CATEGORIES = 4, MARKS_MOST = 16 };

static const struct {
    char letter;
    const char *name;
    const char *ids[8];
} categories[CATEGORIES] = {
    {'s', "spelling", {"DU-SPELLING"}},
    {'f', "du-form", {"DU-FORM", "DU-NAME", "DU-PRONOUN", "DU-MAN", "DU-PASSIVE", "DU-NI"}},
    {'j', "jargon", {"DU-JARGON", "DU-ABBREVIATION"}},
    {'p',
     "personal data",
     {"DU-PRIVATE-NUMBER", "DU-PRIVATE-PHONE", "DU-PRIVATE-EMAIL", "DU-PRIVATE-ADDRESS"}},
};

/* Characters of the sentence that are labelled. */
struct mark {
    int category;
    unsigned start, end;
    bool found;
};

struct score {
    unsigned right, wrong, missed;
};

struct quality {
    struct checker *checker;
    struct diag *diag;
    struct score scores[CATEGORIES];
    unsigned sentences;
};

static int category_of(const char *id)
{
    for (int i = 0; i < CATEGORIES; i++)
        for (int k = 0; k < 8 && categories[i].ids[k]; k++)
            if (strcmp(categories[i].ids[k], id) == 0)
                return i;
    return -1;
}

static int category_of_letter(char letter)
{
    for (int i = 0; i < CATEGORIES; i++)
        if (categories[i].letter == letter)
            return i;
    fprintf(stderr, "no such mark: %c\n", letter);
    exit(3);
}

/* Takes the marks out of a sentence. Entities are not needed but for & and <, which are not used.
 */
static int unmark(const char *marked, char *plain, struct mark *marks)
{
    unsigned at = 0;
    int n = 0;

    for (; *marked; marked++) {
        if (*marked == '{' && n < MARKS_MOST) {
            marks[n] = (struct mark){category_of_letter(marked[1]), at, 0, false};
            marked += 2;
        } else if (*marked == '}') {
            marks[n++].end = at;
        } else {
            at += ((unsigned char)*marked & 0xC0) != 0x80;
            *plain++ = *marked;
        }
    }
    *plain = '\0';
    return n;
}

static void build(struct buf *xml, const char *where, const char *text)
{
    bool child = strcmp(where, "child") == 0, meeting = strcmp(where, "meeting") == 0;

    buf_printf(xml,
               "<case xmlns='urn:duform:case:1' xml:lang='sv'><person protection='none'><name>"
               "<given>Elin</given><family>Sandberg</family></name></person><parties>"
               "<party id='a' class='%s'/><party id='b' class='relative'><name>"
               "<given>Kaisa</given><family>Sandberg</family></name></party>"
               "<party id='c' class='school'><attention>Mona Ek</attention></party></parties>",
               child ? "child" : "person");
    buf_printf(xml,
               meeting ? "<meeting><question>%s</question></meeting></case>"
                       : "<plan><important>%s</important></plan></case>",
               text);
}

static void judge(struct quality *q, const char *where, const char *sentence,
                  const struct remark *r, struct mark *marks, int nmarks)
{
    int category = category_of(r->id);

    if (category < 0)
        return;
    for (int i = 0; i < nmarks; i++)
        if (marks[i].category == category && r->offset < marks[i].end &&
            r->offset + r->length > marks[i].start) {
            marks[i].found = true;
            return;
        }
    q->scores[category].wrong++;
    printf("# wrong  %-13s %s: %s  «%s» [%s]\n", categories[category].name, where, sentence,
           r->words, r->id);
}

static void try_sentence(struct quality *q, const char *where, const char *marked)
{
    char plain[1000];
    struct mark marks[MARKS_MOST] = {0};
    int n = unmark(marked, plain, marks);
    struct buf xml = BUF_INIT;
    struct check_source source = {"sentence", NULL, NULL, 0};
    struct remarks *remarks;

    build(&xml, where, plain);
    source.data = xml.data;
    source.len = xml.len;
    source.doc = read_xml_memory(xml.data, xml.len, "sentence", &read_limits_default, q->diag);
    remarks = source.doc ? check_case(q->checker, &source, false, q->diag) : NULL;
    if (!remarks)
        exit(3);
    for (size_t i = 0; i < remarks->count; i++)
        judge(q, where, plain, &remarks->items[i], marks, n);
    for (int i = 0; i < n; i++) {
        if (!marks[i].found)
            printf("# missed %-13s %s: %s\n", categories[marks[i].category].name, where, marked);
        marks[i].found ? q->scores[marks[i].category].right++
                       : q->scores[marks[i].category].missed++;
    }
    q->sentences++;
    remarks_free(remarks);
    xmlFreeDoc(source.doc);
    buf_free(&xml);
}

static void try_file(struct quality *q, const char *folder, const char *name)
{
    char path[1000];
    struct buf bytes = BUF_INIT;
    char *state;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (!file_read(path, 1u << 20, &bytes, q->diag) || !bytes.data)
        exit(3);
    for (char *line = strtok_r(bytes.data, "\n", &state); line;
         line = strtok_r(NULL, "\n", &state)) {
        char *tab = strchr(line, '\t');

        if (*line == '#' || !tab || strlen(tab) >= 1000)
            continue;
        *tab = '\0';
        try_sentence(q, line, tab + 1);
    }
    buf_free(&bytes);
}

/* Wanted: precision 0.95, recall 0.90. */
static bool report(const struct score *s, const char *name)
{
    double precision = s->right + s->wrong ? (double)s->right / (s->right + s->wrong) : 1;
    double recall = s->right + s->missed ? (double)s->right / (s->right + s->missed) : 1;
    bool good = precision >= 0.95 && recall >= 0.90;

    printf("%s - %-13s precision %.3f recall %.3f  (%u right, %u wrong, %u missed)\n",
           good ? "ok" : "not ok", name, precision, recall, s->right, s->wrong, s->missed);
    return good;
}

int main(void)
{
    static const char *const files[] = {"clean.tsv", "spelling.tsv", "form.tsv", "jargon.tsv",
                                        "private.tsv"};
    const char *root = getenv("ROOT") ? getenv("ROOT") : ".";
    struct quality q = {.diag = diag_new(DIAG_EN)};
    struct check_settings settings = {root, NULL, true, false};
    char folder[900];
    bool good = true;

    snprintf(folder, sizeof folder, "%s/tests/check", root);
    q.checker = checker_new(&settings, q.diag);
    if (!q.checker)
        return 3;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        try_file(&q, folder, files[i]);
    printf("# %u sentences\n", q.sentences);
    for (int i = 0; i < CATEGORIES; i++)
        good &= report(&q.scores[i], categories[i].name);
    checker_free(q.checker);
    diag_free(q.diag);
    return good ? 0 : 1;
}
