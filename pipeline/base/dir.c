/* Where the program's own data is. */
#include "base/dir.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef DUFORM_DATA_DIR
#define DUFORM_DATA_DIR "/usr/local/share/duform"
#endif

bool dir_is_file(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool dir_is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool ends_in(const char *name, const char *ending)
{
    size_t n = strlen(name), m = strlen(ending);

    return n > m && strcmp(name + n - m, ending) == 0;
}

const char *const *dir_names(struct arena *a, const char *folder, const char *ending, size_t *n)
{
    DIR *dir = opendir(folder);
    const char **names = arena_array(a, const char *, 1);
    size_t cap = 1;

    *n = 0;
    if (!dir)
        return NULL;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.' && ends_in(entry->d_name, ending))
            *arena_push(a, names, *n, cap) = arena_strdup(a, entry->d_name);
    closedir(dir);
    qsort(names, *n, sizeof *names, by_name);
    return names;
}

static bool holds_data(struct arena *a, const char *folder)
{
    return dir_is_folder(arena_printf(a, "%s/xslt", folder)) &&
           dir_is_folder(arena_printf(a, "%s/templates", folder));
}

/* The folder that the program file is in, NULL if the system does not say. */
static const char *program_folder(struct arena *a)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    char *slash;

    if (n <= 0)
        return NULL;
    path[n] = '\0';
    slash = strrchr(path, '/');
    return slash ? arena_strndup(a, path, (size_t)(slash - path)) : NULL;
}

const char *dir_home(struct arena *a)
{
    /* installed; build/duform; build/san/duform */
    static const char *const beside[] = {"../share/duform", "..", "../.."};
    const char *home = getenv("DUFORM_HOME"), *program;

    if (home && *home)
        return arena_strdup(a, home);
    program = program_folder(a);
    for (size_t i = 0; program && i < sizeof beside / sizeof *beside; i++) {
        const char *folder = arena_printf(a, "%s/%s", program, beside[i]);

        if (holds_data(a, folder))
            return folder;
    }
    return DUFORM_DATA_DIR;
}
