/* Moves items that are already placed. */
#include "page/page.h"

static void rule_move(struct page_rule *rule, mpt dx, mpt dy)
{
    rule->x0 += dx;
    rule->x1 += dx;
    rule->y0 += dy;
    rule->y1 += dy;
}

static void path_move(struct page_path *path, mpt dx, mpt dy)
{
    for (size_t i = 0; i < path->n; i++) {
        for (int k = 0; k < 3; k++) {
            path->segments[i].x[k] += dx;
            path->segments[i].y[k] += dy;
        }
    }
}

static void item_move(struct page_item *item, mpt dx, mpt dy, int depth);

/* The clip lies outside the matrix. Children of a group that does not transform are moved
 * themselves, so that their coordinates stay those of the page; else the matrix moves them. */
static void group_move(struct page_group *group, mpt dx, mpt dy, int depth)
{
    group->clip_x += dx;
    group->clip_y += dy;
    if (page_group_transforms(group)) {
        group->e += dx;
        group->f += dy;
        return;
    }
    for (struct page_item *child = group->first; child && depth < PAGE_DEPTH_MAX;
         child = child->next)
        item_move(child, dx, dy, depth + 1);
}

static void item_move(struct page_item *item, mpt dx, mpt dy, int depth)
{
    switch (item->kind) {
    case ITEM_GROUP:
        group_move(&item->u.group, dx, dy, depth);
        break;
    case ITEM_TEXT:
        item->u.text.x += dx;
        item->u.text.y += dy;
        break;
    case ITEM_RULE:
        rule_move(&item->u.rule, dx, dy);
        break;
    case ITEM_RECTANGLE:
        item->u.rectangle.x += dx;
        item->u.rectangle.y += dy;
        break;
    case ITEM_PATH:
        path_move(&item->u.path, dx, dy);
        break;
    case ITEM_IMAGE:
        item->u.image.x += dx;
        item->u.image.y += dy;
        break;
    case ITEM_LINK:
        item->u.link.x += dx;
        item->u.link.y += dy;
        break;
    case ITEM_FIELD:
        item->u.field.x += dx;
        item->u.field.y += dy;
        break;
    }
}

void page_item_move(struct page_item *item, mpt dx, mpt dy)
{
    item_move(item, dx, dy, 0);
}

bool page_group_transforms(const struct page_group *group)
{
    return group->a != PAGE_MATRIX_ONE || group->b || group->c || group->d != PAGE_MATRIX_ONE ||
           group->e || group->f;
}
