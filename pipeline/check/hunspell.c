/* Hunspell: Swedish, English, Arabic, Persian. */
#include "check/lexicon.h"

#include "base/dir.h"

#include <hunspell.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Creating and destroying handles races in Hunspell up to 1.7.1. */
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

/* Path of NAME.SUFFIX in the first of the folders, which have colons between; false: none has it.
 */
static bool path_in(const char *folders, char *path, size_t size, const char *name,
                    const char *suffix)
{
    for (const char *p = folders; p; p = strchr(p, ':') ? strchr(p, ':') + 1 : NULL) {
        int n = (int)strcspn(p, ":");

        if (n && snprintf(path, size, "%.*s/%s.%s", n, p, name, suffix) < (int)size &&
            dir_is_file(path))
            return true;
    }
    return false;
}

/* DICPATH is where Hunspell's own program looks before the system's folders. */
static bool path_of(char *path, size_t size, const char *name, const char *suffix)
{
    const char *only = getenv("DUFORM_DICTIONARIES");

    if (only)
        return path_in(only, path, size, name, suffix);
    return path_in(getenv("DICPATH"), path, size, name, suffix) ||
           path_in("/usr/share/hunspell:/usr/share/myspell/dicts", path, size, name, suffix);
}

bool hunspell_is_there(const char *name)
{
    char path[1024];

    return path_of(path, sizeof path, name, "aff") && path_of(path, sizeof path, name, "dic");
}

static bool knows(void *handle, const char *word)
{
    return Hunspell_spell(handle, word) != 0;
}

static void propose(void *handle, const char *word, size_t most,
                    void (*each)(void *user, const char *word), void *user)
{
    char **list = NULL;
    int n = Hunspell_suggest(handle, &list, word);

    for (int i = 0; i < n && (size_t)i < most; i++)
        each(user, list[i]);
    Hunspell_free_list(handle, &list, n);
}

static void add(void *handle, const char *word, const char *model)
{
    if (!model || Hunspell_add_with_affix(handle, word, model) != 0)
        Hunspell_add(handle, word);
}

static void close_handle(void *handle)
{
    pthread_mutex_lock(&gate);
    Hunspell_destroy(handle);
    pthread_mutex_unlock(&gate);
}

bool hunspell_open(struct speller *s, const char *name)
{
    char aff[1024], dic[1024];

    if (!path_of(aff, sizeof aff, name, "aff") || !path_of(dic, sizeof dic, name, "dic"))
        return false;
    pthread_mutex_lock(&gate);
    *s = (struct speller){Hunspell_create(aff, dic), knows, propose, add, close_handle};
    pthread_mutex_unlock(&gate);
    return s->handle != NULL;
}
