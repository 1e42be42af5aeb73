/* Where the program's own data is: templates, stylesheets, fonts, languages, regions. */
#ifndef BASE_DIR_H
#define BASE_DIR_H

#include "base/arena.h"

#include <stdbool.h>

/* The data folder: $DUFORM_HOME when set; else, seen from the program file, ../share/duform
 * (installed), .. or ../.. (a checkout with its build folder); else the folder set when it was
 * built. */
const char *dir_home(struct arena *a);
bool dir_is_file(const char *path);
bool dir_is_folder(const char *path);
/* Names in a folder with this ending, hidden ones left out, sorted, in arena a. NULL: the folder
 * cannot be read. */
const char *const *dir_names(struct arena *a, const char *folder, const char *ending, size_t *n);

#endif
