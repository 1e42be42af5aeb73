/* Voikko: Finnish, whose words no list of affixes can hold. */
#include "check/lexicon.h"

#include "base/dir.h"

#include <libvoikko/voikko.h>
#include <stdio.h>
#include <stdlib.h>

/* With DUFORM_DICTIONARIES set, only that folder counts, though Voikko would look further. */
static const char *folder(void)
{
    return getenv("DUFORM_DICTIONARIES");
}

bool voikko_is_there(void)
{
    const char *const folders[] = {"/usr/lib/voikko", "/usr/share/voikko"};
    char path[1024];

    for (int i = 0; i < (folder() ? 1 : 2); i++)
        for (int version = 2; version <= 5; version++) {
            snprintf(path, sizeof path, "%s/%d", folder() ? folder() : folders[i], version);
            if (dir_is_folder(path))
                return true;
        }
    return false;
}

static bool knows(void *handle, const char *word)
{
    return voikkoSpellCstr(handle, word) == VOIKKO_SPELL_OK;
}

static void propose(void *handle, const char *word, size_t most,
                    void (*each)(void *user, const char *word), void *user)
{
    char **list = voikkoSuggestCstr(handle, word);

    for (size_t i = 0; list && list[i] && i < most; i++)
        each(user, list[i]);
    if (list)
        voikkoFreeCstrArray(list);
}

static void close_handle(void *handle)
{
    voikkoTerminate(handle);
}

bool voikko_open(struct speller *s)
{
    const char *error = NULL;

    *s = (struct speller){voikkoInit(&error, "fi", folder()), knows, propose, NULL, close_handle};
    return s->handle != NULL;
}
