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
        if (kid->kind == KID_MARK && ptr_map_get(&o->marks, kid->u.mark))
            return CONTENT;
        if (kid->kind == KID_OBJECT && ptr_map_get(&o->annotations, kid->u.object))
            return CONTENT;
    }
    return is_one_of(e->role, shaping) ? SHAPE : NOTHING;
}

static void append(struct pdf_element *parent, struct pdf_element *child)
{
    child->parent = parent;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

static enum weight collect(struct pdf_out *o, struct pdf_element *parent, const struct page_elem *e,
                           int depth)
{
    if (depth > PAGE_DEPTH_MAX) {
        pdf_fail(o, EXIT_INPUT, "dokumentets struktur är för djup",
                 "the structure of the document is too deep");
        return NOTHING;
    }
    struct pdf_element *el = arena_new_of(o->arena, struct pdf_element);
    el->elem = e;
    enum weight weight = own_weight(o, e);
    for (const struct page_kid *kid = e->first; kid; kid = kid->next) {
        if (kid->kind != KID_ELEM)
            continue;
        enum weight w = collect(o, el, kid->u.elem, depth + 1);
        weight = w > weight ? w : weight;
    }
    if (!parent)
        o->root = el; /* also when all pages are blank */
    else if (is_kept(e, weight))
        append(parent, el);
    else
        return NOTHING;
    return weight;
}

/* ---- numbers and identifiers -------------------------------------------------------------------
 */

struct identified {
    struct pdf_element *el;
};

struct identifiers {
    struct identified *v;
    size_t n, cap;
};

static void number(struct pdf_out *o, struct pdf_element *el, struct identifiers *ids)
{
    el->object = object_new(o);
    if (el->elem->id)
        *arena_push(o->arena, ids->v, ids->n, ids->cap) = (struct identified){el};
    for (struct pdf_element *k = el->first; k; k = k->next)
        number(o, k, ids);
}

static int by_id(const void *a, const void *b)
{
    const struct identified *x = a, *y = b;
    int order = strcmp(x->el->elem->id, y->el->elem->id);
    if (order)
        return order;
    return x->el->object->number < y->el->object->number ? -1 : 1;
}

/* Of elements with the same id only the first has it in the file. */
static void make_unique(struct identifiers *ids)
{
    size_t n = 0;
    if (ids->n)
        qsort(ids->v, ids->n, sizeof *ids->v, by_id);
    for (size_t i = 0; i < ids->n; i++) {
        if (n && strcmp(ids->v[n - 1].el->elem->id, ids->v[i].el->elem->id) == 0)
            continue;
        ids->v[i].el->has_id = true;
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
        structure_put_id(o, ids->v[i].el->elem, out);
        put_ref(out, ids->v[i].el->object->number);
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
    structure_put_id(o, ids->v[0].el->elem, b);
    structure_put_id(o, ids->v[ids->n - 1].el->elem, b);
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
        const struct pdf_sequence *s =
            kid->kind == KID_MARK ? ptr_map_get(&o->marks, kid->u.mark) : NULL;
        if (s)
            return s->page;
        const struct pdf_annotation *a =
            kid->kind == KID_OBJECT ? ptr_map_get(&o->annotations, kid->u.object) : NULL;
        if (a)
            return a->page->index;
    }
    return -1;
}

static void put_sequences(struct pdf_out *o, const struct pdf_element *el,
                          const struct page_mark *mark, int page, struct buf *out)
{
    for (const struct pdf_sequence *s = ptr_map_get(&o->marks, mark); s; s = s->next) {
        struct pdf_page *p = o->pages[s->page];
        if (p->owners[s->mcid]) {
            pdf_fail(o, EXIT_SYSTEM, "innehåll hör till två strukturelement",
                     "content belongs to two structure elements");
            return;
        }
        p->owners[s->mcid] = el->object;
        buf_char(out, ' ');
        if (s->page == page) {
            put_int(out, s->mcid);
            continue;
        }
        buf_str(out, "<</Type/MCR/Pg ");
        put_ref(out, p->number);
        buf_str(out, "/MCID ");
        put_int(out, s->mcid);
        buf_str(out, ">>");
    }
}

static void put_object(struct pdf_out *o, const struct pdf_element *el,
                       const struct page_item *item, struct buf *out)
{
    struct pdf_annotation *a = ptr_map_get(&o->annotations, item);
    if (!a)
        return;
    a->owner = el->object;
    buf_str(out, "<</Type/OBJR/Pg ");
    put_ref(out, a->page->number);
    buf_str(out, "/Obj ");
    put_ref(out, a->object->number);
    buf_str(out, ">>");
}

static void put_kids(struct pdf_out *o, const struct pdf_element *el, int page, struct buf *out)
{
    const struct pdf_element *child = el->first;
    size_t before = out->len;
    buf_str(out, "/K[");
    size_t empty = out->len;
    for (const struct page_kid *kid = el->elem->first; kid; kid = kid->next) {
        if (kid->kind == KID_MARK) {
            put_sequences(o, el, kid->u.mark, page, out);
        } else if (kid->kind == KID_OBJECT) {
            put_object(o, el, kid->u.object, out);
        } else if (child && child->elem == kid->u.elem) {
            buf_char(out, ' ');
            put_ref(out, child->object->number);
            child = child->next;
        }
    }
    if (out->len == empty)
        out->len = before;
    else
        buf_char(out, ']');
}

static void write_element(struct pdf_out *o, const struct pdf_element *el)
{
    struct buf *b = &o->w->scratch;
    int page = page_of(o, el->elem);
    buf_clear(b);
    buf_str(b, "/S");
    put_name(b, o->bundle && !el->parent ? "Part" : el->elem->role);
    buf_str(b, "/P ");
    put_ref(b, el->parent ? el->parent->object->number : o->root_parent);
    if (page >= 0) {
        buf_str(b, "/Pg ");
        put_ref(b, o->pages[page]->number);
    }
    attributes_put(o, el, page, b);
    put_kids(o, el, page, b);
    object_set_body(o, el->object, b);
    for (const struct pdf_element *k = el->first; k && !o->failed; k = k->next)
        write_element(o, k);
}

/* ---- the root ----------------------------------------------------------------------------------
 */

static void collect_roles(struct arena *a, const struct pdf_element *el, struct role_list *roles)
{
    bool known = role_is_standard(el->elem->role);
    for (size_t i = 0; i < roles->n && !known; i++)
        known = strcmp(roles->v[i], el->elem->role) == 0;
    if (!known)
        *arena_push(a, roles->v, roles->n, roles->cap) = arena_strdup(a, el->elem->role);
    for (const struct pdf_element *k = el->first; k; k = k->next)
        collect_roles(a, k, roles);
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
    collect_roles(o->arena, o->root, &roles);
    buf_clear(b);
    buf_str(b, "/Type/StructTreeRoot/K ");
    put_ref(b, o->root->object->number);
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
    collect_roles(bundle->arena, o->root, &bundle->roles);
    bundle_put_kid(&bundle->elements, o->root->object->number);
    if (leaf)
        bundle_put_kid(&bundle->ids, leaf);
    parent_tree_put_leaves(o, &bundle->parents);
}

void structure_write(struct pdf_out *o)
{
    struct identifiers ids = {0};
    collect(o, NULL, o->doc->root, 0);
    if (o->failed)
        return;
    if (!o->bundle)
        o->root_parent = (o->structure_root = object_new(o))->number;
    number(o, o->root, &ids);
    make_unique(&ids);
    write_element(o, o->root);
    if (o->failed)
        return;
    if (o->bundle)
        hand_to_bundle(o, &ids);
    else
        write_root(o, &ids);
}
