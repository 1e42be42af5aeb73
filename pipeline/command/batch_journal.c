/* The journal of a mailing, in SQLite with a write-ahead log.
 *
 * The lock is exclusive, so that two runs cannot work in one folder and no shared memory file is
 * needed. synchronous=FULL: what was committed outlives a loss of power. */
#include "command/batch_journal.h"

#include "base/arena.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum statement {
    PUT_CASE,
    PUT_DOCUMENT,
    PUT_REFUSAL,
    FORGET_DOCUMENTS,
    FORGET_REFUSALS,
    FORGET_CASE,
    SEE,
    FIND_CASE,
    LIST_DOCUMENTS,
    FIND_DOCUMENTS,
    LIST_CASES,
    LIST_REFUSALS,
    FIND_REFUSALS,
    GET,
    SET,
    STATEMENTS
};

static const char *const sql[STATEMENTS] = {
    [PUT_CASE] = "INSERT INTO cases VALUES(?1,?2,?3,?4,?5,strftime('%Y-%m-%dT%H:%M:%SZ','now'),?6) "
                 "ON CONFLICT(ref) DO UPDATE SET digest=?2,status=?3,documents=?4,ms=?5,"
                 "time=excluded.time,remarks=?6",
    [PUT_DOCUMENT] = "INSERT OR REPLACE INTO documents VALUES(?1,?2,?3,?4,?5,?6,'made',?7,?8,"
                     "strftime('%Y-%m-%dT%H:%M:%SZ','now'))",
    [PUT_REFUSAL] = "INSERT INTO refusals VALUES(?1,?2)",
    [FORGET_DOCUMENTS] = "DELETE FROM documents WHERE ref=?1",
    [FORGET_REFUSALS] = "DELETE FROM refusals WHERE ref=?1",
    [FORGET_CASE] = "DELETE FROM cases WHERE ref=?1",
    [SEE] = "INSERT OR IGNORE INTO temp.seen VALUES(?1)",
    [FIND_CASE] = "SELECT ref,digest,status,documents,ms,remarks FROM cases WHERE ref=?1",
    [LIST_DOCUMENTS] = "SELECT ref,kind,recipient,lang,class,pages,digest,file FROM documents "
                       "ORDER BY ref,file",
    [FIND_DOCUMENTS] = "SELECT ref,kind,recipient,lang,class,pages,digest,file FROM documents "
                       "WHERE ref=?1 ORDER BY file",
    [LIST_CASES] = "SELECT ref,digest,status,documents,ms,remarks FROM cases ORDER BY ref",
    [LIST_REFUSALS] = "SELECT ref,rule FROM refusals ORDER BY ref,rule",
    [FIND_REFUSALS] = "SELECT ref,rule FROM refusals WHERE ref=?1 ORDER BY rule",
    [GET] = "SELECT value FROM job WHERE key=?1",
    [SET] = "INSERT OR REPLACE INTO job VALUES(?1,?2)",
};

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS job(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS cases(ref TEXT PRIMARY KEY, digest BLOB, status INTEGER,"
    " documents INTEGER, ms INTEGER, time TEXT, remarks INTEGER) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS documents(ref TEXT, kind TEXT, recipient INTEGER, lang TEXT,"
    " class TEXT, pages INTEGER, status TEXT, digest BLOB, file TEXT, time TEXT,"
    " PRIMARY KEY(ref,file)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS refusals(ref TEXT, rule TEXT);"
    "CREATE INDEX IF NOT EXISTS refusals_by_ref ON refusals(ref);";

struct journal {
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENTS];
    char *path;
    struct diag *diag;
    uint8_t key[SIPHASH_BYTES];
};

static bool fail(struct journal *j)
{
    int code = sqlite3_errcode(j->db);

    if (code == SQLITE_BUSY)
        diag_error(j->diag, EXIT_SYSTEM, diag_at(j->path, 0), NULL,
                   "en annan körning arbetar i mappen", "another run is at work in the folder");
    else
        diag_error(j->diag, EXIT_SYSTEM, diag_at(j->path, 0), NULL,
                   "journalen kan inte användas: %s", "the journal cannot be used: %s",
                   sqlite3_errmsg(j->db));
    return false;
}

static bool execute(struct journal *j, const char *text)
{
    return sqlite3_exec(j->db, text, NULL, NULL, NULL) == SQLITE_OK || fail(j);
}

/* A statement, with its first value set to ref where that is not NULL. */
static sqlite3_stmt *prepare(struct journal *j, enum statement which, const char *ref)
{
    sqlite3_stmt *s = j->statements[which];

    if (!s &&
        sqlite3_prepare_v3(j->db, sql[which], -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) == SQLITE_OK)
        j->statements[which] = s;
    if (!s) {
        fail(j);
        return NULL;
    }
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
    if (ref)
        sqlite3_bind_text(s, 1, ref, -1, SQLITE_TRANSIENT);
    return s;
}

/* Runs a statement that returns nothing. */
static bool run(struct journal *j, sqlite3_stmt *s)
{
    bool done = s && sqlite3_step(s) == SQLITE_DONE;

    if (s && !done)
        fail(j);
    if (s)
        sqlite3_reset(s);
    return done;
}

/* The next row of a statement that lists; false: there is none, or a report. A list that only seems
 * to have ended would be documents that nobody misses. */
static bool next_row(struct journal *j, sqlite3_stmt *s)
{
    int code = s ? sqlite3_step(s) : SQLITE_DONE;

    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail(j);
    return code == SQLITE_ROW;
}

static const char *text_at(sqlite3_stmt *s, int column)
{
    const char *text = (const char *)sqlite3_column_text(s, column);

    return text ? text : "";
}

static void digest_at(sqlite3_stmt *s, int column, uint8_t digest[SIPHASH_BYTES])
{
    const void *bytes = sqlite3_column_blob(s, column);

    memset(digest, 0, SIPHASH_BYTES);
    if (bytes && sqlite3_column_bytes(s, column) == SIPHASH_BYTES)
        memcpy(digest, bytes, SIPHASH_BYTES);
}

/* ---- opening -------------------------------------------------------------------------------- */

static struct journal *open_file(const char *folder, int flags, struct diag *diag)
{
    struct journal *j = xmalloc(sizeof *j);
    size_t n = strlen(folder) + sizeof JOURNAL_NAME + 1;

    *j = (struct journal){.diag = diag, .path = xmalloc(n)};
    snprintf(j->path, n, "%s/%s", folder, JOURNAL_NAME);
    if (sqlite3_open_v2(j->path, &j->db, flags, NULL) == SQLITE_OK)
        return j;
    fail(j);
    journal_close(j);
    return NULL;
}

static bool set_bytes(struct journal *j, const char *key, const uint8_t bytes[SIPHASH_BYTES])
{
    sqlite3_stmt *s = prepare(j, SET, key);

    if (s)
        sqlite3_bind_blob(s, 2, bytes, SIPHASH_BYTES, SQLITE_TRANSIENT);
    return run(j, s);
}

static bool get_bytes(struct journal *j, const char *key, uint8_t bytes[SIPHASH_BYTES])
{
    sqlite3_stmt *s = prepare(j, GET, key);
    bool found = next_row(j, s) && sqlite3_column_bytes(s, 0) == SIPHASH_BYTES;

    if (found)
        digest_at(s, 0, bytes);
    if (s)
        sqlite3_reset(s);
    return found;
}

/* The key that the journal has, or a new one. */
static bool load_key(struct journal *j)
{
    return get_bytes(j, "key", j->key) ||
           (getrandom(j->key, sizeof j->key, 0) == (ssize_t)sizeof j->key &&
            set_bytes(j, "key", j->key));
}

/* A journal that an earlier version made lacks a column. */
static bool upgrade(struct journal *j)
{
    return sqlite3_table_column_metadata(j->db, NULL, "cases", "remarks", NULL, NULL, NULL, NULL,
                                         NULL) == SQLITE_OK ||
           execute(j, "ALTER TABLE cases ADD COLUMN remarks INTEGER");
}

struct journal *journal_open(const char *folder, struct diag *diag)
{
    struct journal *j = open_file(folder, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, diag);

    if (!j)
        return NULL;
    if (execute(j, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL;"
                   "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;"
                   "BEGIN IMMEDIATE") &&
        execute(j, schema) && upgrade(j) && load_key(j) && execute(j, "COMMIT") &&
        execute(j, "CREATE TEMP TABLE seen(ref TEXT PRIMARY KEY) WITHOUT ROWID"))
        return j;
    journal_close(j);
    return NULL;
}

struct journal *journal_read(const char *folder, struct diag *diag)
{
    struct journal *j = open_file(folder, SQLITE_OPEN_READWRITE, diag);

    if (j && execute(j, "PRAGMA locking_mode=EXCLUSIVE; SELECT count(*) FROM cases") && upgrade(j))
        return j;
    journal_close(j);
    return NULL;
}

void journal_close(struct journal *j)
{
    if (!j)
        return;
    for (int i = 0; i < STATEMENTS; i++)
        sqlite3_finalize(j->statements[i]);
    sqlite3_close(j->db);
    free(j->path);
    free(j);
}

const uint8_t *journal_key(const struct journal *j)
{
    return j->key;
}

/* ---- writing -------------------------------------------------------------------------------- */

bool journal_begin(struct journal *j)
{
    return execute(j, "BEGIN IMMEDIATE");
}

bool journal_commit(struct journal *j)
{
    if (execute(j, "COMMIT"))
        return true;
    sqlite3_exec(j->db, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

bool journal_put_bundle(struct journal *j, const uint8_t digest[SIPHASH_BYTES])
{
    return set_bytes(j, "bundle", digest);
}

bool journal_find_bundle(struct journal *j, uint8_t digest[SIPHASH_BYTES])
{
    return get_bytes(j, "bundle", digest);
}

static bool set_number(struct journal *j, const char *key, int value)
{
    sqlite3_stmt *s = prepare(j, SET, key);

    if (s)
        sqlite3_bind_int(s, 2, value);
    return run(j, s);
}

bool journal_shard(struct journal *j, int shard, int shards)
{
    return set_number(j, "shard", shard) && set_number(j, "shards", shards);
}

bool journal_put_case(struct journal *j, const struct journal_case *c)
{
    sqlite3_stmt *s = prepare(j, PUT_CASE, c->ref);

    if (!s)
        return false;
    sqlite3_bind_blob(s, 2, c->digest, SIPHASH_BYTES, SQLITE_TRANSIENT);
    sqlite3_bind_int(s, 3, c->status);
    sqlite3_bind_int(s, 4, c->documents);
    sqlite3_bind_int(s, 5, c->milliseconds);
    sqlite3_bind_int(s, 6, c->remarks);
    return run(j, s);
}

bool journal_put_document(struct journal *j, const struct journal_document *d)
{
    sqlite3_stmt *s = prepare(j, PUT_DOCUMENT, d->ref);

    if (!s)
        return false;
    sqlite3_bind_text(s, 2, d->kind, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int(s, 3, d->recipient);
    sqlite3_bind_text(s, 4, d->lang, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(s, 5, d->class, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int(s, 6, d->pages);
    sqlite3_bind_blob(s, 7, d->digest, SIPHASH_BYTES, SQLITE_TRANSIENT);
    sqlite3_bind_text(s, 8, d->file, -1, SQLITE_TRANSIENT);
    return run(j, s);
}

bool journal_put_refusal(struct journal *j, const char *ref, const char *rule)
{
    sqlite3_stmt *s = prepare(j, PUT_REFUSAL, ref);

    if (s)
        sqlite3_bind_text(s, 2, rule, -1, SQLITE_TRANSIENT);
    return run(j, s);
}

bool journal_forget(struct journal *j, const char *ref)
{
    return run(j, prepare(j, FORGET_DOCUMENTS, ref)) && run(j, prepare(j, FORGET_REFUSALS, ref)) &&
           run(j, prepare(j, FORGET_CASE, ref));
}

bool journal_first_sight(struct journal *j, const char *ref)
{
    return run(j, prepare(j, SEE, ref)) && sqlite3_changes(j->db) == 1;
}

/* ---- reading -------------------------------------------------------------------------------- */

static void read_case(sqlite3_stmt *s, struct journal_case *c)
{
    *c = (struct journal_case){.ref = text_at(s, 0),
                               .status = sqlite3_column_int(s, 2),
                               .documents = sqlite3_column_int(s, 3),
                               .milliseconds = sqlite3_column_int(s, 4),
                               .remarks = sqlite3_column_int(s, 5)};
    digest_at(s, 1, c->digest);
}

bool journal_find_case(struct journal *j, const char *ref, struct journal_case *c)
{
    sqlite3_stmt *s = prepare(j, FIND_CASE, ref);
    bool found = next_row(j, s);

    if (found)
        read_case(s, c);
    if (s)
        sqlite3_reset(s);
    c->ref = ref;
    return found;
}

void journal_each_document(struct journal *j, const char *ref,
                           void (*each)(void *user, const struct journal_document *d), void *user)
{
    sqlite3_stmt *s = prepare(j, ref ? FIND_DOCUMENTS : LIST_DOCUMENTS, ref);

    while (next_row(j, s)) {
        struct journal_document d = {.ref = text_at(s, 0),
                                     .kind = text_at(s, 1),
                                     .recipient = sqlite3_column_int(s, 2),
                                     .lang = text_at(s, 3),
                                     .class = text_at(s, 4),
                                     .pages = sqlite3_column_int(s, 5),
                                     .file = text_at(s, 7)};

        digest_at(s, 6, d.digest);
        each(user, &d);
    }
    if (s)
        sqlite3_reset(s);
}

void journal_each_case(struct journal *j, void (*each)(void *user, const struct journal_case *c),
                       void *user)
{
    sqlite3_stmt *s = prepare(j, LIST_CASES, NULL);

    while (next_row(j, s)) {
        struct journal_case c;

        read_case(s, &c);
        each(user, &c);
    }
    if (s)
        sqlite3_reset(s);
}

void journal_each_refusal(struct journal *j, const char *ref,
                          void (*each)(void *user, const char *ref, const char *rule), void *user)
{
    sqlite3_stmt *s = prepare(j, ref ? FIND_REFUSALS : LIST_REFUSALS, ref);

    while (next_row(j, s))
        each(user, text_at(s, 0), text_at(s, 1));
    if (s)
        sqlite3_reset(s);
}

static int number(struct journal *j, const char *key)
{
    sqlite3_stmt *s = prepare(j, GET, key);
    int value = next_row(j, s) ? sqlite3_column_int(s, 0) : 0;

    if (s)
        sqlite3_reset(s);
    return value;
}

void journal_find_shard(struct journal *j, int *shard, int *shards)
{
    *shard = number(j, "shard");
    *shards = number(j, "shards");
}
