/* What the text stage knows of single characters beyond ICU. */
#include "text/chars.h"

bool chars_inside_word(uint32_t c)
{
    return c == CHAR_SOFT_HYPHEN || c == 0x034F || c == 0x2060;
}

bool chars_dropped(uint32_t c)
{
    if (c < 0xA0)
        return c < 0x20 || c >= 0x7F;
    return chars_inside_word(c) || c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2061 && c <= 0x206F) || c == 0xFEFF;
}

bool chars_ignorable(uint32_t c)
{
    return c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0000 && c <= 0xE0FFF) || chars_dropped(c);
}

bool chars_right_to_left(uint32_t c)
{
    if (c < 0x590)
        return false;
    return c <= 0x8FF || c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067 ||
           (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

uint32_t chars_copied(uint32_t c)
{
    if (c == CHAR_NB_HYPHEN)
        return '-';
    return c == CHAR_NBSP ? ' ' : c;
}
