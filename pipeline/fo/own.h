/* Properties that concern one object alone: identity, links, page masters, columns, markers. They
 * go into the node, the page master or the bookmark that they stand on, not into shared structs. */
#ifndef FO_OWN_H
#define FO_OWN_H

#include "fo/fo.h"

enum { DIRECTION_NOT_GIVEN, DIRECTION_LTR, DIRECTION_RTL };
enum { BIDI_NORMAL, BIDI_EMBED, BIDI_OVERRIDE, BIDI_ISOLATE };

struct fo_own {
    const char *id, *src, *ref_id, *flow_name, *region_name;
    const char *master_name, *master_reference;
    const char *internal_destination, *external_destination;
    const char *marker_class, *retrieve_class;
    const char *format, *character;
    int32_t initial_page_number; /* as fo_node.u.sequence */
    int32_t column_count, columns_repeated;
    int32_t maximum_repeats; /* -1: no limit */
    uint8_t force_page_count;
    uint8_t direction, unicode_bidi;
    uint8_t page_position, odd_even, blank;
    uint8_t retrieve_position, retrieve_boundary;
    bool precedence, starts_shown;
    struct fo_length page_width, page_height, extent;
    struct fo_length column_gap, column_width;
};

#endif
