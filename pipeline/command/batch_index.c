/* The index of a print bundle: on which pages of which file each letter stands. References only. */
#include "command/batch_bundle.h"

#include "base/file.h"
#include "base/json.h"

#include <string.h>

enum { AT_ONCE = 32 * 1024 };

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static void put_json(const struct bundle *b, const struct bundle_part *part, size_t i,
                     struct buf *out)
{
    const struct letter *l = &b->letters[i];

    buf_printf(out, "%s\n    {\"position\": %zu, \"file\": ", i ? "," : "", i + 1);
    json_string(out, name_of(part->path));
    buf_printf(out,
               ", \"first-page\": %d, \"last-page\": %d, \"sheets\": %zu, \"ref\": \"%s\", "
               "\"recipient\": %d, \"kind\": \"%s\", \"language\": \"%s\"}",
               l->first_page, l->first_page + l->pages - 1, bundle_sheets(b->o, l->pages),
               b->m->cases[l->number].ref, l->recipient, l->kind, l->lang);
}

static void put_csv(const struct bundle *b, const struct bundle_part *part, size_t i,
                    struct buf *out)
{
    const struct letter *l = &b->letters[i];

    buf_printf(out, "%zu;%s;%d;%d;%zu;%s;%d;%s;%s\n", i + 1, name_of(part->path), l->first_page,
               l->first_page + l->pages - 1, bundle_sheets(b->o, l->pages),
               b->m->cases[l->number].ref, l->recipient, l->kind, l->lang);
}

bool bundle_write_index(const struct bundle *b)
{
    size_t len = strlen(b->index);
    bool json = len > 5 && strcmp(b->index + len - 5, ".json") == 0, good = true;
    bool whole = strcmp(b->index, "-") == 0; /* standard output */
    struct file_stream *file = whole ? NULL : file_stream_open(b->index, b->m->diag);
    struct buf out = BUF_INIT;

    if (!file && !whole)
        return false;
    buf_str(&out, json ? "{\n  \"format\": 1,\n  \"letters\": ["
                       : "position;file;first-page;last-page;sheets;ref;recipient;kind;language\n");
    for (size_t p = 0; p < b->nparts; p++)
        for (size_t i = b->parts[p].first; i < b->parts[p].first + b->parts[p].n && good; i++) {
            (json ? put_json : put_csv)(b, &b->parts[p], i, &out);
            if (whole || out.len < AT_ONCE)
                continue;
            good = file_stream_put(file, out.data, out.len);
            buf_clear(&out);
        }
    if (json)
        buf_str(&out, "\n  ]\n}\n");
    if (whole)
        good = file_write_whole(b->index, out.data, out.len, b->m->diag);
    else
        good =
            file_stream_close(file, good && file_stream_put(file, out.data, out.len), b->m->diag) &&
            good;
    buf_free(&out);
    return good;
}
