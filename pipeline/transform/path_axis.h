/* Private to location paths: axes and node tests. */
#ifndef TRANSFORM_PATH_AXIS_H
#define TRANSFORM_PATH_AXIS_H

#include "transform/path.h"

/* The first on an axis: the nearest, as predicates count them. */
xmlNodePtr path_axis_first(enum axis axis, xmlNodePtr node);
/* The next on the axis of top; NULL: there is none. */
xmlNodePtr path_axis_next(enum axis axis, xmlNodePtr at, const xmlNode *top);
/* From a node on, itself included, the first on the axis of top that the step names; NULL: none, or
 * the run is stopped. */
xmlNodePtr path_axis_match(struct machine *m, const struct step *s, xmlNodePtr at,
                           const xmlNode *top);

#endif
