/* Page content: marked-content sequences, what is painted outside of them, and the codes shown. */
#ifndef CONFORMANCE_CONTENT_H
#define CONFORMANCE_CONTENT_H

#include "tokens.h"

enum { DEEPEST = 64, DEEPEST_Q = 28 };
enum mark_kind { MARK_OTHER, MARK_ARTIFACT, MARK_TAGGED };

struct scan {
    struct reader *r;
    struct page_use *page;
    qpdf_oh resources;
    int index; /* of the page, from 1 */
    /* operands of the next operator */
    char name[128], first_name[128];
    double last_number;
    int mcid; /* in the property list, -1: none */
    unsigned char *shown;
    size_t nshown;
    int depth; /* of arrays and dictionaries */
    bool in_dict;
    /* state */
    enum mark_kind marks[DEEPEST];
    int nmarks, nq;
    bool in_text, unmarked_told;
    struct font_use *font, *saved[DEEPEST_Q + 1];
};

static struct font_use *use_font(struct scan *s, const char *name)
{
    struct reader *r = s->r;
    char path[130];
    snprintf(path, sizeof path, "/%s", name);
    qpdf_oh dict = key(r, key(r, s->resources, "/Font"), path);
    int object = number_of(r, dict);
    if (!qpdf_oh_is_dictionary(r->q, dict)) {
        fault(r, "page %d: font %s is not in the resources", s->index, name);
        return NULL;
    }
    for (int i = 0; i < r->nfonts; i++)
        if (r->fonts[i]->object == object)
            return r->fonts[i];
    struct font_use *font = grown(NULL, 1, sizeof *font);
    char subtype[128];
    memset(font, 0, sizeof *font);
    font->object = object;
    font->dict = dict;
    font->two_bytes = strcmp(name_key(r, dict, "/Subtype", subtype), "Type0") == 0;
    r->fonts = grown(r->fonts, (size_t)r->nfonts + 1, sizeof(struct font_use *));
    return r->fonts[r->nfonts++] = font;
}

static void show(struct scan *s)
{
    if (!s->font) {
        fault(s->r, "page %d: text is shown without a font", s->index);
        return;
    }
    if (s->font->two_bytes && s->nshown % 2)
        fault(s->r, "page %d: half a code in a string", s->index);
    size_t step = s->font->two_bytes ? 2 : 1;
    for (size_t i = 0; i + step <= s->nshown; i += step) {
        unsigned code = step == 2 ? (unsigned)s->shown[i] << 8 | s->shown[i + 1] : s->shown[i];
        s->font->used[code / 8] |= (uint8_t)(1 << code % 8);
    }
}

static bool is_marked(const struct scan *s)
{
    for (int i = 0; i < s->nmarks; i++)
        if (s->marks[i] != MARK_OTHER)
            return true;
    return false;
}

static void record_mcid(struct scan *s, int mcid)
{
    struct page_use *p = s->page;
    if (mcid > 1000000) {
        fault(s->r, "page %d: MCID %d is out of bounds", s->index, mcid);
        return;
    }
    if (mcid >= p->nmcids) {
        size_t n = (size_t)mcid + 1;
        p->in_content = grown(p->in_content, n, 1);
        p->owner = grown(p->owner, n, sizeof *p->owner);
        for (int i = p->nmcids; i <= mcid; i++)
            p->in_content[i] = 0, p->owner[i] = 0;
        p->nmcids = mcid + 1;
    }
    if (p->in_content[mcid])
        fault(s->r, "page %d: MCID %d stands twice", s->index, mcid);
    p->in_content[mcid] = 1;
}

static void begin_mark(struct scan *s)
{
    enum mark_kind kind = MARK_OTHER;
    if (strcmp(s->first_name, "Artifact") == 0)
        kind = MARK_ARTIFACT;
    else if (s->mcid >= 0)
        kind = MARK_TAGGED;
    if (kind != MARK_OTHER && is_marked(s))
        fault(s->r, "page %d: %s inside other marked content", s->index,
              kind == MARK_ARTIFACT ? "an artifact" : "a tagged sequence");
    if (kind == MARK_TAGGED)
        record_mcid(s, s->mcid);
    if (s->nmarks < DEEPEST)
        s->marks[s->nmarks++] = kind;
    else
        fault(s->r, "page %d: marked content nests too deep", s->index);
}

static void end_mark(struct scan *s)
{
    if (s->nmarks > 0)
        s->nmarks--;
    else
        fault(s->r, "page %d: EMC without BDC", s->index);
}

static bool is_one_of(const char *word, const char *const list[])
{
    for (; *list; list++)
        if (strcmp(word, *list) == 0)
            return true;
    return false;
}

static void save_state(struct scan *s)
{
    if (++s->nq > DEEPEST_Q)
        fault(s->r, "page %d: q nests deeper than %d", s->index, DEEPEST_Q);
    else
        s->saved[s->nq] = s->font;
}

static void restore_state(struct scan *s)
{
    if (s->nq == 0) {
        fault(s->r, "page %d: Q without q", s->index);
        return;
    }
    if (s->nq <= DEEPEST_Q)
        s->font = s->saved[s->nq];
    s->nq--;
}

static void text_object(struct scan *s, bool begin)
{
    if (s->in_text == begin)
        fault(s->r, "page %d: BT and ET do not pair", s->index);
    s->in_text = begin;
}

static void run_operator(struct scan *s, const char *op)
{
    static const char *const painting[] = {"f",  "F",  "f*", "B",  "B*", "b",  "b*", "s", "S",
                                           "sh", "Do", "Tj", "TJ", "'",  "\"", "EI", NULL};
    static const char *const showing[] = {"Tj", "TJ", "'", "\"", NULL};
    if (strcmp(op, "BDC") == 0 || strcmp(op, "BMC") == 0)
        begin_mark(s);
    else if (strcmp(op, "EMC") == 0)
        end_mark(s);
    else if (strcmp(op, "q") == 0)
        save_state(s);
    else if (strcmp(op, "Q") == 0)
        restore_state(s);
    else if (strcmp(op, "BT") == 0 || strcmp(op, "ET") == 0)
        text_object(s, op[0] == 'B');
    else if (strcmp(op, "Tf") == 0)
        s->font = use_font(s, s->first_name);
    else if (strcmp(op, "BI") == 0)
        fault(s->r, "page %d: an inline image, which this reader does not read", s->index);
    if (is_one_of(op, showing)) {
        show(s);
        if (!s->in_text)
            fault(s->r, "page %d: text outside of a text object", s->index);
    }
    if (is_one_of(op, painting) && !is_marked(s) && !s->unmarked_told) {
        fault(s->r, "page %d: content outside of marked content (%s)", s->index, op);
        s->unmarked_told = true;
    }
}

static void clear_operands(struct scan *s)
{
    s->name[0] = s->first_name[0] = 0;
    s->mcid = -1;
    s->nshown = 0;
    s->depth = 0;
}

static void take_operand(struct scan *s, const struct lexer *l)
{
    if (l->token == T_NAME) {
        snprintf(s->name, sizeof s->name, "%s", l->word);
        if (!s->first_name[0])
            snprintf(s->first_name, sizeof s->first_name, "%s", l->word);
    } else if (l->token == T_NUMBER) {
        if (s->depth > 0 && strcmp(s->name, "MCID") == 0)
            s->mcid = (int)l->number;
        s->name[0] = 0;
    } else if (l->token == T_STRING && l->nbytes) {
        s->shown = grown(s->shown, s->nshown + l->nbytes, 1);
        memcpy(s->shown + s->nshown, l->bytes, l->nbytes);
        s->nshown += l->nbytes;
    } else if (l->token == T_DICT) {
        s->depth++;
    } else if (l->token == T_DICT_END) {
        s->depth--;
    }
}

static unsigned char *content_bytes(struct reader *r, qpdf_oh page, size_t *n)
{
    unsigned char *raw = NULL;
    if (qpdf_oh_get_page_content_data(r->q, page, &raw, n) & QPDF_ERRORS)
        return NULL;
    return raw;
}

static void scan_page(struct reader *r, struct page_use *page, int index)
{
    struct scan s = {.r = r, .page = page, .index = index};
    struct lexer l = {0};
    size_t n = 0;
    unsigned char *bytes = content_bytes(r, page->dict, &n);
    s.resources = key(r, page->dict, "/Resources");
    if (!bytes && n)
        fault(r, "page %d: the content cannot be decoded", index);
    l.p = bytes;
    l.end = bytes ? bytes + n : NULL;
    clear_operands(&s);
    while (bytes && lex(&l) != T_END) {
        if (l.token == T_WORD && strcmp(l.word, "true") != 0 && strcmp(l.word, "false") != 0 &&
            strcmp(l.word, "null") != 0) {
            run_operator(&s, l.word);
            clear_operands(&s);
        } else {
            take_operand(&s, &l);
        }
    }
    if (s.nmarks || s.nq || s.in_text)
        fault(r, "page %d: BDC, q or BT is left open", index);
    free(s.shown);
    free(l.bytes);
    free(bytes);
}

#endif
