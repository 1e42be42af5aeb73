/* The structure reader: follows the structure tree, the marked content of the pages, the parent
 * tree and the annotations both ways, and names what does not fit. Independent of the writer and of
 * veraPDF, which lets several of these faults pass.
 *
 * structure PDF...: a line `FILE: fault` each; status 1 when there is any. */
#include "fonts.h"

/* ---- what the file says about itself -----------------------------------------------------------
 */

/* Undoes the five entities of XML, in place. */
static void unescape(char *s)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    static const char plain[] = "&<>\"'";
    char *to = s;
    while (*s) {
        size_t i = 0;
        while (i < 5 && strncmp(s, entities[i], strlen(entities[i])) != 0)
            i++;
        *to++ = i < 5 ? plain[i] : *s;
        s += i < 5 ? strlen(entities[i]) : 1;
    }
    *to = 0;
}

/* The text between the two tags behind from, to be freed; NULL: not there. */
static char *between(const char *text, const char *from, const char *open, const char *close)
{
    const char *start = text ? strstr(text, from) : NULL;
    start = start ? strstr(start, open) : NULL;
    start = start ? strchr(start, '>') : NULL;
    const char *end = start ? strstr(start, close) : NULL;
    if (!end)
        return NULL;
    char *s = grown(NULL, (size_t)(end - start), 1);
    memcpy(s, start + 1, (size_t)(end - start - 1));
    s[end - start - 1] = 0;
    unescape(s);
    return s;
}

static void compare(struct reader *r, qpdf_oh info, const char *name, char *xmp)
{
    qpdf_oh v = key(r, info, name);
    const char *said = qpdf_oh_is_string(r->q, v) ? qpdf_oh_get_utf8_value(r->q, v) : "";
    if (!xmp || strcmp(said, xmp) != 0)
        fault(r, "%s differs between Info and XMP", name + 1);
    free(xmp);
}

static void check_catalog(struct reader *r)
{
    qpdf_oh root = qpdf_get_root(r->q), info = key(r, qpdf_get_trailer(r->q), "/Info");
    size_t n = 0;
    char *xmp = (char *)stream_bytes(r, key(r, root, "/Metadata"), &n);
    if (!has_text(r, root, "/Lang"))
        fault(r, "the document has no language");
    if (!is_true(r, key(r, key(r, root, "/MarkInfo"), "/Marked")))
        fault(r, "the document is not Marked");
    if (!is_true(r, key(r, key(r, root, "/ViewerPreferences"), "/DisplayDocTitle")))
        fault(r, "DisplayDocTitle is not true");
    if (!has_text(r, info, "/Title"))
        fault(r, "the document has no title");
    if (!xmp)
        fault(r, "the document has no XMP");
    compare(r, info, "/Title", between(xmp, "<dc:title", "<rdf:li", "</rdf:li>"));
    compare(r, info, "/Producer", between(xmp, "<pdf:Producer", "<pdf:Producer", "</pdf:Producer"));
    free(xmp);
}

/* ---- pages -------------------------------------------------------------------------------------
 */

static void read_annotations(struct reader *r, struct page_use *p, int index)
{
    char tabs[128];
    qpdf_oh list = key(r, p->dict, "/Annots");
    p->nannotations = qpdf_oh_is_array(r->q, list) ? qpdf_oh_get_array_n_items(r->q, list) : 0;
    p->annotations = grown(NULL, (size_t)p->nannotations + 1, sizeof(int));
    p->holder = grown(NULL, (size_t)p->nannotations + 1, sizeof(int));
    for (int i = 0; i < p->nannotations; i++) {
        p->annotations[i] = number_of(r, qpdf_oh_get_array_item(r->q, list, i));
        p->holder[i] = 0;
    }
    if (p->nannotations && strcmp(name_key(r, p->dict, "/Tabs", tabs), "S") != 0)
        fault(r, "page %d: Tabs is not S", index);
}

static void read_pages(struct reader *r)
{
    r->npages = qpdf_get_num_pages(r->q);
    if (r->npages <= 0) {
        fault(r, "no pages");
        r->npages = 0;
    }
    r->pages = grown(NULL, (size_t)r->npages + 1, sizeof *r->pages);
    for (int i = 0; i < r->npages; i++) {
        struct page_use *p = &r->pages[i];
        memset(p, 0, sizeof *p);
        p->dict = qpdf_get_page_n(r->q, (size_t)i);
        p->object = number_of(r, p->dict);
        p->struct_parents = int_key(r, p->dict, "/StructParents", -1);
        scan_page(r, p, i + 1);
        read_annotations(r, p, i + 1);
    }
}

/* ---- the parent tree ---------------------------------------------------------------------------
 */

/* The value of a key in a number tree. */
static qpdf_oh number_tree(struct reader *r, qpdf_oh node, int wanted, int depth)
{
    qpdf_oh nums = key(r, node, "/Nums"), kids = key(r, node, "/Kids");
    int n = qpdf_oh_is_array(r->q, nums) ? qpdf_oh_get_array_n_items(r->q, nums) : 0;
    for (int i = 0; i + 1 < n; i += 2)
        if (qpdf_oh_get_int_value_as_int(r->q, qpdf_oh_get_array_item(r->q, nums, i)) == wanted)
            return qpdf_oh_get_array_item(r->q, nums, i + 1);
    n = qpdf_oh_is_array(r->q, kids) && depth < 20 ? qpdf_oh_get_array_n_items(r->q, kids) : 0;
    for (int i = 0; i < n; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(r->q, kids, i), limits = key(r, kid, "/Limits");
        if (qpdf_oh_is_array(r->q, limits) &&
            (qpdf_oh_get_int_value_as_int(r->q, qpdf_oh_get_array_item(r->q, limits, 0)) > wanted ||
             qpdf_oh_get_int_value_as_int(r->q, qpdf_oh_get_array_item(r->q, limits, 1)) < wanted))
            continue;
        qpdf_oh found = number_tree(r, kid, wanted, depth + 1);
        if (!qpdf_oh_is_null(r->q, found))
            return found;
    }
    return qpdf_oh_new_null(r->q);
}

static void check_page_parents(struct reader *r, qpdf_oh tree, const struct page_use *p, int index)
{
    if (p->nmcids == 0)
        return;
    if (p->struct_parents < 0) {
        fault(r, "page %d: no StructParents", index);
        return;
    }
    for (int i = 0; i < index - 1; i++)
        if (r->pages[i].struct_parents == p->struct_parents)
            fault(r, "page %d: StructParents of page %d", index, i + 1);
    qpdf_oh list = number_tree(r, tree, p->struct_parents, 0);
    int n = qpdf_oh_is_array(r->q, list) ? qpdf_oh_get_array_n_items(r->q, list) : 0;
    for (int i = 0; i < p->nmcids || i < n; i++) {
        int parent = i < n ? number_of(r, qpdf_oh_get_array_item(r->q, list, i)) : 0;
        bool there = i < p->nmcids && p->in_content[i];
        if (there && !p->owner[i])
            fault(r, "page %d: no element holds MCID %d", index, i);
        else if (parent != (there ? p->owner[i] : 0))
            fault(r, "page %d: the parent tree gives MCID %d to object %d, the structure to %d",
                  index, i, parent, there ? p->owner[i] : 0);
    }
}

static void check_annotation(struct reader *r, qpdf_oh tree, int annotation, int holder, int index)
{
    char subtype[128], role[128];
    qpdf_oh dict = qpdf_get_object_by_id(r->q, annotation, 0);
    name_key(r, dict, "/Subtype", subtype);
    if (!holder) {
        fault(r, "page %d: annotation %d has no element with an OBJR", index, annotation);
        return;
    }
    int parent = number_of(r, number_tree(r, tree, int_key(r, dict, "/StructParent", -1), 0));
    if (parent != holder)
        fault(r, "page %d: the parent tree gives annotation %d to object %d, the structure to %d",
              index, annotation, parent, holder);
    standard_role(r, qpdf_get_object_by_id(r->q, holder, 0), role);
    if (strcmp(subtype, "Link") == 0 && strcmp(role, "Link") != 0)
        fault(r, "page %d: link %d belongs to a %s", index, annotation, role);
    if (strcmp(subtype, "Widget") == 0 && strcmp(role, "Form") != 0)
        fault(r, "page %d: field %d belongs to a %s", index, annotation, role);
    if (!has_text(r, dict, "/Contents") && !has_text(r, dict, "/TU") &&
        !has_text(r, key(r, dict, "/Parent"), "/TU"))
        fault(r, "page %d: annotation %d has no description", index, annotation);
    if (!(int_key(r, dict, "/F", 0) & 4))
        fault(r, "page %d: annotation %d is not printed", index, annotation);
}

static void check_parents(struct reader *r)
{
    qpdf_oh tree = key(r, key(r, qpdf_get_root(r->q), "/StructTreeRoot"), "/ParentTree");
    for (int i = 0; i < r->npages; i++) {
        const struct page_use *p = &r->pages[i];
        check_page_parents(r, tree, p, i + 1);
        for (int k = 0; k < p->nannotations; k++)
            check_annotation(r, tree, p->annotations[k], p->holder[k], i + 1);
    }
}

/* ---- the structure tree ------------------------------------------------------------------------
 */

static void check_structure(struct reader *r)
{
    qpdf_oh root = key(r, qpdf_get_root(r->q), "/StructTreeRoot"), k = key(r, root, "/K");
    int object = number_of(r, root);
    if (!qpdf_oh_is_dictionary(r->q, root)) {
        fault(r, "no structure tree");
        return;
    }
    if (qpdf_oh_is_array(r->q, k))
        for (int i = 0; i < qpdf_oh_get_array_n_items(r->q, k); i++)
            walk(r, qpdf_oh_get_array_item(r->q, k, i), object, 0, NULL);
    else
        walk(r, k, object, 0, NULL);
}

/* Elements that exist in the file, but that no way from the root leads to. */
static void check_detached(struct reader *r)
{
    for (int i = 1; i < r->nobjects; i++) {
        qpdf_oh o = qpdf_get_object_by_id(r->q, i, 0);
        bool elem = qpdf_oh_is_dictionary(r->q, o) && qpdf_oh_is_name(r->q, key(r, o, "/S")) &&
                    qpdf_oh_is_dictionary(r->q, key(r, o, "/P"));
        if (elem && !r->reached[i])
            fault(r, "object %d: an element that the structure does not reach", i);
        qpdf_oh_release(r->q, o);
    }
}

/* ---- one file ----------------------------------------------------------------------------------
 */

static void free_reader(struct reader *r)
{
    for (int i = 0; i < r->npages; i++) {
        free(r->pages[i].in_content);
        free(r->pages[i].owner);
        free(r->pages[i].annotations);
        free(r->pages[i].holder);
    }
    for (int i = 0; i < r->nfonts; i++)
        free(r->fonts[i]);
    for (int i = 0; i < r->nids; i++)
        free(r->ids[i]);
    free(r->pages);
    free(r->fonts);
    free(r->ids);
    free(r->reached);
    qpdf_cleanup(&r->q);
}

static int read_file(const char *file)
{
    struct reader r = {.q = qpdf_init(), .file = file};
    qpdf_set_suppress_warnings(r.q, QPDF_TRUE);
    qpdf_silence_errors(r.q);
    if (qpdf_read(r.q, file, NULL) & QPDF_ERRORS) {
        fault(&r, "cannot be read as a PDF");
        qpdf_cleanup(&r.q);
        return r.faults;
    }
    r.nobjects = int_key(&r, qpdf_get_trailer(r.q), "/Size", 0);
    r.reached = grown(NULL, (size_t)r.nobjects + 1, 1);
    memset(r.reached, 0, (size_t)r.nobjects + 1);
    check_catalog(&r);
    read_pages(&r);
    check_structure(&r);
    check_parents(&r);
    check_detached(&r);
    for (int i = 0; i < r.nfonts; i++)
        check_font(&r, r.fonts[i]);
    while (qpdf_more_warnings(r.q))
        fault(&r, "qpdf warns: %s", qpdf_get_error_message_detail(r.q, qpdf_next_warning(r.q)));
    free_reader(&r);
    return r.faults;
}

int main(int argc, char **argv)
{
    int faults = 0;
    for (int i = 1; i < argc; i++)
        faults += read_file(argv[i]);
    if (argc < 2)
        fputs("usage: structure PDF...\n", stderr);
    return argc < 2 ? 3 : faults > 0;
}
