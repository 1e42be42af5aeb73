/* Hunspell: Swedish, English, Arabic, Persian. */
#include "check/lexicon.h"

#include "base/dir.h"

#include <hunspell.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

/* Creating and destroying handles races in Hunspell up to 1.7.1. */
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

/* Path of NAME.SUFFIX in the first folder that has it; false: none has. */
static bool path_of(char *path, size_t size, const char *name, const char *suffix)
{
    const char *own = getenv("DUFORM_DICTIONARIES");
    const char *const folders[] = {own, own ? NULL : "/usr/share/hunspell",
                                   own ? NULL : "/usr/share/myspell/dicts"};

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        if (!folders[i])
            continue;
        if (snprintf(path, size, "%s/%s.%s", folders[i], name, suffix) < (int)size &&
            dir_is_file(path))
            return true;
    }
    return false;
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
