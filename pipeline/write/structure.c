/* The structure tree: what the page tree's elements hold on the pages, in logical order.
 *
 * First the elements that have content are found, then they get numbers, then they are written:
 * parents and children refer to each other. */
#include "write/structure.h"

#include "write/bundle.h"
#include "write/object.h"
#include "write/put.h"

#include <stdlib.h>
#include <string.h>

/* ---- which elements are written ----------------------------------------------------------------
 */

/* An empty cell or list body has no content, but belongs to the shape of its table or list. */
enum weight { NOTHING, SHAPE, CONTENT };

static bool is_one_of(const char *role, const char *const roles[])
{
    for (; *roles; roles++)
        if (strcmp(role, *roles) == 0)
            return true;
    return false;
}

static bool is_kept(const struct page_elem *e, enum weight weight)
{
    static const char *const parts[] = {"TD", "TH", "LBody", "TR", "THead", "TBody", "TFoot", NULL};
    return weight == CONTENT || (weight == SHAPE && is_one_of(e->role, parts));
}

static enum weight own_weight(const struct pdf_out *o, const struct page_elem *e)
{
    static const char *const shaping[] = {"TD", "TH", "LBody", NULL};
    for (const struct page_kid *kid = e->first; kid; kid = kid->next) {
        if (kid->kind == KID_MARK && kid->u.mark->sequences)
            return CONTENT;
        if (kid->kind == KID_OBJECT && ptr_map_get(&o->annotations, kid->u.object))
            return CONTENT;
    }
    return is_one_of(e->role, shaping) ? SHAPE : NOTHING;
}

static enum weight collect(struct pdf_out *o, struct page_elem *e, int depth)
{
    if (depth > PAGE_DEPTH_MAX) {
        pdf_fail(o, EXIT_INPUT, "dokumentets struktur är för djup",
                 "the structure of the document is too deep");
        return NOTHING;
    }
    enum weight weight = own_weight(o, e);
    for (const struct page_kid *kid = e->first; kid; kid = kid->next) {
        if (kid->kind != KID_ELEM)
            continue;
        enum weight w = collect(o, kid->u.elem, depth + 1);
        weight = w > weight ? w : weight;
    }
    /* the root also when all pages are blank */
    e->kept = e == o->doc->root || is_kept(e, weight);
    e->has_id = false;
    return e->kept ? weight : NOTHING;
}

/* The child of a kid that is written; NULL: something else. */
static struct page_elem *kept_child(const struct page_kid *kid)
{
    return kid->kind == KID_ELEM && kid->u.elem->kept ? kid->u.elem : NULL;
}

/* ---- numbers and identifiers -------------------------------------------------------------------
 */

struct identified {
    struct page_elem *e;
};

struct identifiers {
    struct identified *v;
    size_t n, cap;
};

enum { SPARE_OBJECTS = 2 };

struct numbering {
    struct identifiers ids;
    struct page_elem **end; /* where the next one goes */
    struct pdf_object *spare[SPARE_OBJECTS];
    size_t nspare;
};

/* The first elements take up the numbers that libharu had for something else. */
static unsigned number_of(struct pdf_out *o, struct numbering *n)
{
    if (o->nspare == 0 || n->nspare == SPARE_OBJECTS)
        return object_light(o, LIGHT_ELEMENT);
    n->spare[n->nspare] = object_new(o);
    return n->spare[n->nspare++]->number;
}

static void own_sequences(struct pdf_out *o, const struct page_elem *e,
                          const struct page_mark *mark)
{
    for (const struct pdf_sequence *s = mark->sequences; s; s = s->next) {
        unsigned *owner = &o->pages[s->page]->owners[s->mcid];
        if (*owner)
            pdf_fail(o, EXIT_SYSTEM, "innehåll hör till två strukturelement",
                     "content belongs to two structure elements");
        *owner = e->number;
    }
}

static void number(struct pdf_out *o, struct page_elem *e, struct numbering *n)
{
    e->number = number_of(o, n);
    e->next = NULL;
    *n->end = e;
    n->end = &e->next;
    if (e->id)
        *arena_push(o->arena, n->ids.v, n->ids.n, n->ids.cap) = (struct identified){e};
    for (const struct page_kid *kid = e->first; kid; kid = kid->next) {
        struct pdf_annotation *a =
            kid->kind == KID_OBJECT ? ptr_map_get(&o->annotations, kid->u.object) : NULL;
        if (a)
            a->owner = e->number;
        if (kid->kind == KID_MARK)
            own_sequences(o, e, kid->u.mark);
        if (kept_child(kid))
            number(o, kid->u.elem, n);
    }
}

static int by_id(const void *a, const void *b)
{
    const struct identified *x = a, *y = b;
    int order = strcmp(x->e->id, y->e->id);
    if (order)
        return order;
    return x->e->number < y->e->number ? -1 : 1;
}

/* Of elements with the same id only the first has it in the file. */
static void make_unique(struct identifiers *ids)
{
    size_t n = 0;
    if (ids->n)
        qsort(ids->v, ids->n, sizeof *ids->v, by_id);
    for (size_t i = 0; i < ids->n; i++) {
        if (n && strcmp(ids->v[n - 1].e->id, ids->v[i].e->id) == 0)
            continue;
        ids->v[i].e->has_id = true;
        ids->v[n++] = ids->v[i];
    }
    ids->n = n;
}

/* In a bundle the document's number stands before it, with as many digits for all, so that the
 * identifiers of one document come after those of the one before. */
void structure_put_id(const struct pdf_out *o, const struct page_elem *e, struct buf *out)
{
    char *id = o->bundle ? arena_printf(o->arena, "%08u.%s", o->serial, e->id) : NULL;
    put_byte_string(out, id ? id : e->id, strlen(id ? id : e->id));
}

static void put_names(const struct pdf_out *o, const struct identifiers *ids, struct buf *out)
{
    buf_str(out, "/Names[");
    for (size_t i = 0; i < ids->n; i++) {
        structure_put_id(o, ids->v[i].e, out);
        put_ref(out, ids->v[i].e->number);
    }
    buf_char(out, ']');
}

static void put_id_tree(const struct pdf_out *o, const struct identifiers *ids, struct buf *out)
{
    if (ids->n == 0)
        return;
    buf_str(out, "/IDTree<<");
    put_names(o, ids, out);
    buf_str(out, ">>");
}

/* The same as a leaf of the bundle's tree; 0: there are none. */
static unsigned write_id_leaf(struct pdf_out *o, const struct identifiers *ids)
{
    if (ids->n == 0)
        return 0;
    struct pdf_object *obj = object_new(o);
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, "/Limits[");
    structure_put_id(o, ids->v[0].e, b);
    structure_put_id(o, ids->v[ids->n - 1].e, b);
    buf_char(b, ']');
    put_names(o, ids, b);
    object_set_body(o, obj, b);
    return obj->number;
}

/* ---- one element -------------------------------------------------------------------------------
 */

/* The page of the element's first own content, -1: none. */
static int page_of(const struct pdf_out *o, const struct page_elem *e)
{
    for (const struct page_kid *kid = e->first; kid; kid = kid->next) {
        const struct pdf_sequence *s = kid->kind == KID_MARK ? kid->u.mark->sequences : NULL;
        if (s)
            return s->page;
        const struct pdf_annotation *a =
            kid->kind == KID_OBJECT ? ptr_map_get(&o->annotations, kid->u.object) : NULL;
        if (a)
            return a->page->index;
    }
    return -1;
}

static void put_sequence(const struct pdf_out *o, const struct pdf_sequence *s, int page,
                         struct buf *out)
{
    if (s->page == page) {
        put_int(out, s->mcid);
        return;
    }
    buf_str(out, "<</Type/MCR/Pg ");
    put_ref(out, o->pages[s->page]->number);
    buf_str(out, "/MCID ");
    put_int(out, s->mcid);
    buf_str(out, ">>");
}

static void put_object(const struct pdf_annotation *a, struct buf *out)
{
    buf_str(out, "<</Type/OBJR/Pg ");
    put_ref(out, a->page->number);
    buf_str(out, "/Obj ");
    put_ref(out, a->object->number);
    buf_str(out, ">>");
}

/* Puts a blank before each kid; returns how many there are. */
static size_t put_kid_list(const struct pdf_out *o, const struct page_elem *e, int page,
                           struct buf *out)
{
    size_t n = 0;
    for (const struct page_kid *kid = e->first; kid; kid = kid->next) {
        const struct pdf_annotation *a =
            kid->kind == KID_OBJECT ? ptr_map_get(&o->annotations, kid->u.object) : NULL;
        if (kid->kind == KID_MARK) {
            for (const struct pdf_sequence *s = kid->u.mark->sequences; s; s = s->next, n++) {
                buf_char(out, ' ');
                put_sequence(o, s, page, out);
            }
            kid->u.mark->sequences = NULL;
        } else if (a || kept_child(kid)) {
            buf_char(out, ' ');
            if (a)
                put_object(a, out);
            else
                put_ref(out, kid->u.elem->number);
            n++;
        }
    }
    return n;
}

/* An only kid stands alone, as most do. */
static void put_kids(const struct pdf_out *o, const struct page_elem *e, int page, struct buf *out)
{
    size_t before = out->len, from, n;
    buf_str(out, "/K");
    from = out->len;
    n = put_kid_list(o, e, page, out);
    if (n == 0)
        out->len = before;
    if (n > 1) {
        out->data[from] = '[';
        buf_char(out, ']');
    }
}

void structure_put_element(struct pdf_out *o, const struct page_elem *e, struct buf *out)
{
    int page = page_of(o, e);
    bool is_root = e == o->doc->root;
    buf_str(out, "/S");
    put_name(out, o->bundle && is_root ? "Part" : e->role);
    buf_str(out, "/P ");
    put_ref(out, is_root ? o->root_parent : e->parent->number);
    if (page >= 0) {
        buf_str(out, "/Pg ");
        put_ref(out, o->pages[page]->number);
    }
    attributes_put(o, e, page, out);
    put_kids(o, e, page, out);
}

/* The elements that have an object; the others are put when the file is saved. */
static void write_spare(struct pdf_out *o, const struct numbering *n)
{
    struct page_elem *e = o->doc->root;
    for (size_t i = 0; i < n->nspare; i++, e = e->next) {
        buf_clear(&o->w->scratch);
        structure_put_element(o, e, &o->w->scratch);
        object_set_body(o, n->spare[i], &o->w->scratch);
    }
    o->light_elements = e;
}

/* ---- the root ----------------------------------------------------------------------------------
 */

static void collect_roles(struct arena *a, const struct page_elem *root, struct role_list *roles)
{
    for (const struct page_elem *e = root; e; e = e->next) {
        bool known = role_is_standard(e->role);
        for (size_t i = 0; i < roles->n && !known; i++)
            known = strcmp(roles->v[i], e->role) == 0;
        if (!known)
            *arena_push(a, roles->v, roles->n, roles->cap) = arena_strdup(a, e->role);
    }
}

void roles_put_map(const struct role_list *roles, struct buf *out)
{
    if (roles->n == 0)
        return;
    buf_str(out, "/RoleMap<<");
    for (size_t i = 0; i < roles->n; i++) {
        put_name(out, roles->v[i]);
        put_name(out, role_standard(roles->v[i]));
    }
    buf_str(out, ">>");
}

static void write_root(struct pdf_out *o, const struct identifiers *ids)
{
    struct role_list roles = {0};
    struct buf *b = &o->w->scratch;
    collect_roles(o->arena, o->doc->root, &roles);
    buf_clear(b);
    buf_str(b, "/Type/StructTreeRoot/K ");
    put_ref(b, o->doc->root->number);
    roles_put_map(&roles, b);
    put_id_tree(o, ids, b);
    parent_tree_put(o, b);
    object_set_body(o, o->structure_root, b);
}

/* What the end of the bundle needs of this document for the root. */
static void hand_to_bundle(struct pdf_out *o, const struct identifiers *ids)
{
    struct pdf_bundle *bundle = o->bundle;
    unsigned leaf = write_id_leaf(o, ids);
    collect_roles(bundle->arena, o->doc->root, &bundle->roles);
    bundle_put_kid(&bundle->elements, o->doc->root->number);
    if (leaf)
        bundle_put_kid(&bundle->ids, leaf);
    parent_tree_put_leaves(o, &bundle->parents);
}

void structure_write(struct pdf_out *o)
{
    struct page_elem *first;
    struct numbering n = {.end = &first};
    collect(o, o->doc->root, 0);
    if (o->failed)
        return;
    if (!o->bundle)
        o->root_parent = (o->structure_root = object_new(o))->number;
    number(o, o->doc->root, &n);
    make_unique(&n.ids);
    if (o->failed)
        return;
    write_spare(o, &n);
    if (o->bundle)
        hand_to_bundle(o, &n.ids);
    else
        write_root(o, &n.ids);
}
