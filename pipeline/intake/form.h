/* A filled-in form: what a PDF or XFDF file says of itself, and its fields. */
#ifndef INTAKE_FORM_H
#define INTAKE_FORM_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>

/* Caps: more than any form of ours needs, and little enough to hold in memory. */
enum {
    FORM_FILE = 32 << 20,   /* bytes of a file */
    FORM_FIELDS = 5000,     /* fields */
    FORM_DEPTH = 32,        /* of the tree of fields */
    FORM_NAME = 1000,       /* bytes of a full name */
    FORM_LABEL = 120,       /* characters of a label that are shown */
    FORM_VALUE = 1 << 20,   /* bytes of a value */
    FORM_VALUES = 16 << 20, /* bytes of all values */
    FORM_OBJECTS = 200000   /* objects of a PDF */
};

struct form_field {
    const char *name;  /* full name: a path of the case, or duform/… */
    const char *label; /* what the form calls it, else its name; fit to be shown */
    const char *value; /* UTF-8, lines divided by line feeds; "": nothing filled in */
    bool required;
    bool fixed;  /* read-only: what the form says, not who fills it in */
    bool button; /* a box that is on or off */
};

/* Why a file is no form of ours. */
enum form_fault {
    FORM_GOOD,
    FORM_DAMAGED,
    FORM_ENCRYPTED,
    FORM_SCRIPT,    /* scripts, actions that start programs, XFA, attachments */
    FORM_NO_FIELDS, /* no form, or one without fields */
    FORM_TOO_LARGE, /* more than a cap */
    FORM_TYPE,      /* a value or name of a wrong type, or text that is no text */
    FORM_CYCLE      /* the tree of fields is none */
};

struct form {
    struct arena *arena; /* owns all of it */
    struct form_field *fields;
    size_t n, cap, bytes; /* bytes: of the values */
    bool plain;           /* XFDF: names and values alone, neither labels nor what is fixed */
};

/* Adds a field; strings are copied and cleaned: controls but line feeds go, labels are cut. */
enum form_fault form_add(struct form *f, const struct form_field *field);
/* The value of a field, NULL if there is none. */
const char *form_value(const struct form *f, const char *name);
/* For passing it from one process to the other. form_unpack: false if the bytes are none. */
void form_pack(const struct form *f, struct buf *out);
bool form_unpack(struct form *f, const char *data, size_t n);

/* The fields of a PDF. Nothing in it is run or followed. */
enum form_fault form_read_pdf(struct form *f, const char *pdf, size_t n);

#endif
