/* Sizes of graphics: the viewport, and the picture scaled into it (XSL 1.1, 6.6.5 and 7.15). */
#include "layout/image.h"

/* The picture's extent along one axis; -1: from the other axis. */
static mpt asked(const struct fo_length *content, bool fit, const struct fo_length *viewport,
                 mpt natural, mpt reference)
{
    if (fit && !viewport->is_auto) {
        return fo_resolve(viewport, reference);
    }
    if (content->is_auto) {
        return -1;
    }
    return content->abs + natural * content->pct / 100000;
}

/* scale-down-to-fit never enlarges, scale-up-to-fit never reduces: the natural size stays. */
static bool keeps_size(const struct fo_box_props *b, const struct graphic_size *s,
                       const struct picture *pic)
{
    bool larger = s->content_w > pic->width || s->content_h > pic->height;
    bool smaller = s->content_w < pic->width || s->content_h < pic->height;
    return (b->scale_down_only && larger) || (b->scale_up_only && smaller);
}

static mpt scaled(mpt v, mpt to, mpt from, mpt usual)
{
    return from > 0 ? v * to / from : usual;
}

static void size_content(const struct fo_node *node, const struct picture *pic, mpt ref_width,
                         struct graphic_size *s)
{
    const struct fo_box_props *b = node->box;
    mpt nw = pic->width, nh = pic->height;
    mpt w = asked(&b->content_width, b->scale_to_fit_width, &b->ipd.opt, nw, ref_width);
    mpt h = asked(&b->content_height, b->scale_to_fit_height, &b->bpd.opt, nh, 0);
    bool both = w >= 0 && h >= 0 && nw > 0 && nh > 0;
    if (both && !b->non_uniform) { /* the smaller one, which keeps the proportions */
        bool wide = w * nh < h * nw;
        s->content_w = wide ? w : h * nw / nh;
        s->content_h = wide ? w * nh / nw : h;
    } else {
        s->content_w = w >= 0 ? w : h >= 0 ? scaled(h, nw, nh, nw) : nw;
        s->content_h = h >= 0 ? h : w >= 0 ? scaled(w, nh, nw, nh) : nh;
    }
    if (keeps_size(b, s, pic)) {
        s->content_w = nw;
        s->content_h = nh;
    }
}

static mpt viewport(const struct fo_range *range, mpt content, mpt reference)
{
    mpt v = range->opt.is_auto ? content : fo_resolve(&range->opt, reference);
    if (!range->max.is_auto && v > fo_resolve(&range->max, reference)) {
        v = fo_resolve(&range->max, reference);
    }
    if (!range->min.is_auto && v < fo_resolve(&range->min, reference)) {
        v = fo_resolve(&range->min, reference);
    }
    return v;
}

struct graphic_size graphic_size(const struct fo_node *node, const struct picture *picture,
                                 mpt ref_width)
{
    struct graphic_size s = {0};
    size_content(node, picture, ref_width, &s);
    s.w = viewport(&node->box->ipd, s.content_w, ref_width);
    s.h = viewport(&node->box->bpd, s.content_h, 0);
    return s;
}
