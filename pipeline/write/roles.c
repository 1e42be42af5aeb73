/* Structure types: which are standard (ISO 32000-1, 14.8.4), and what others are read as. */
#include "write/structure.h"

#include <string.h>

static const char *const standard[] = {
    "Document", "Part",    "Art",   "Sect",      "Div",     "BlockQuote", "Caption",
    "TOC",      "TOCI",    "Index", "NonStruct", "Private", "P",          "H",
    "H1",       "H2",      "H3",    "H4",        "H5",      "H6",         "L",
    "LI",       "Lbl",     "LBody", "Table",     "TR",      "TH",         "TD",
    "THead",    "TBody",   "TFoot", "Span",      "Quote",   "Note",       "Reference",
    "BibEntry", "Code",    "Link",  "Annot",     "Ruby",    "RB",         "RT",
    "RP",       "Warichu", "WT",    "WP",        "Figure",  "Formula",    "Form",
};

static const struct {
    const char *role, *as;
} mapped[] = {
    {"Title", "P"},     {"Em", "Span"},   {"Strong", "Span"}, {"Sub", "Span"},
    {"FENote", "Note"}, {"Aside", "Div"}, {"Header", "Div"},  {"Footer", "Div"},
};

bool role_is_standard(const char *role)
{
    for (size_t i = 0; i < sizeof standard / sizeof *standard; i++)
        if (*role == *standard[i] && strcmp(role, standard[i]) == 0)
            return true;
    return false;
}

const char *role_standard(const char *role)
{
    for (size_t i = 0; i < sizeof mapped / sizeof *mapped; i++)
        if (strcmp(role, mapped[i].role) == 0)
            return mapped[i].as;
    return "Div";
}
