/* libharu's memory: the arena of the document in hand.
 *
 * libharu's allocation callback has no user pointer, hence the thread-local. Its own memory pool is
 * not used: that returns misaligned addresses. */
#include "write/memory.h"

static _Thread_local struct arena *current;

static void *HPDF_STDCALL allocate(HPDF_UINT size)
{
    return current ? arena_alloc(current, size) : NULL;
}

static void HPDF_STDCALL release(void *p)
{
    (void)p; /* the arena frees everything at once */
}

HPDF_Doc memory_new_document(struct arena *arena)
{
    current = arena;
    return HPDF_NewEx(NULL, allocate, release, 0, NULL);
}

void memory_forget(void)
{
    current = NULL;
}
