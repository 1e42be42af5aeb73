#!/usr/bin/env bash
# Fillable forms, read by qpdf, poppler and xmllint: what the fields are called and hold, what they say to
# who does not see them, what comes back when another program has filled them in, and who gets none.
. "$(dirname "$0")/../lib.sh"

fields() { qpdf --json --json-key=acroform "$1" 2>/dev/null; }
# value FILE NAME: of the first field of that name
value() {
  fields "$1" | python3 -c '
import json, sys
for f in json.load(sys.stdin)["acroform"]["fields"]:
    if f["fullname"] == sys.argv[1]:
        v = f["value"] or ""
        print(v[2:] if v.startswith("u:") else v, end="")
        break' "$2"
}

# ---- every kind, without a case -----------------------------------------------------------------
for kind in consent withdrawal reply plan preparation follow-up evaluation deviation needs mapping intake; do
  status_is 0 "$kind: made without a case" "$DUFORM" blank "$kind" --fillable -o "$TMP/$kind.pdf" -q
  qpdf --json "$TMP/$kind.pdf" >"$TMP/$kind.json"
  equal "$kind: the form is sound" sound "$(python3 "$ROOT/tests/form/sound.py" "$TMP/$kind.json")"
  "$DUFORM" blank "$kind" -o "$TMP/pen.pdf" -q
  equal "$kind: for pen there are no fields" False \
    "$(qpdf --json --json-key=acroform "$TMP/pen.pdf" | python3 -c 'import json,sys; print(json.load(sys.stdin)["acroform"]["hasacroform"])')"
done
equal "a tooltip has the heading and the label" "Vad hände?, måste fyllas i" \
  "$(fields "$TMP/deviation.pdf" | python3 -c '
import json, sys
print([f["alternativename"] for f in json.load(sys.stdin)["acroform"]["fields"] if f["fullname"] == "case/deviation[1]/what"][0])')"
"$DUFORM" blank evaluation --fillable -l ar --draft -o "$TMP/ar.pdf" -q 2>"$TMP/err"
equal "tooltips are in the document's language" ar "$(fields "$TMP/ar.pdf" | python3 -c '
import json, sys
names = [f["alternativename"] for f in json.load(sys.stdin)["acroform"]["fields"]]
print("ar" if all(any("\u0600" <= c <= "\u06ff" for c in n) for n in names) else names)')"

# ---- made of a case -----------------------------------------------------------------------------
case=$ROOT/templates/samples/skane.xml
mkdir "$TMP/out"
status_is 0 "the plan of a case" "$DUFORM" make "$case" -d plan --to 1 --fillable -o "$TMP/out" -q
plan=$(echo "$TMP"/out/*plan-1.pdf)
fields "$plan" >"$TMP/plan.fields"
equal "each field holds what the case has at its path" "" \
  "$(python3 "$ROOT/tests/form/held.py" "$TMP/plan.fields" "$case")"
equal "and more than thirty of them hold something" yes \
  "$(python3 -c '
import json, sys
n = sum(1 for f in json.load(open(sys.argv[1]))["acroform"]["fields"] if f["value"] not in (None, "", "/Off", "u:"))
print("yes" if n > 30 else n)' "$TMP/plan.fields")"
pdftotext -layout "$plan" "$TMP/plan.txt"
contains "what is filled in is seen" "Du har börjat på folkhögskolan" "$TMP/plan.txt"
qpdf --json "$plan" >"$TMP/plan.json"
contains "the reference is a field that is not seen" '"/V": "u:n6qe-7wxa-8d"' "$TMP/plan.json"

sed 's|<c:p>Du har börjat|<c:p>سلام، من فارسی می‌نویسم. Du har börjat|; s|Du har börjat|سلام، من فارسی می‌نویسم. Du har börjat|' "$case" >"$TMP/fa.xml"
"$DUFORM" make "$TMP/fa.xml" -d plan --to 1 --fillable -o "$TMP/out" -q 2>"$TMP/err"
pdftotext "$plan" "$TMP/fa.txt"
contains "Farsi is shaped in the field" "فارسی" "$TMP/fa.txt"

# ---- filled in by another program ---------------------------------------------------------------
qpdf --qdf --object-streams=disable "$TMP/deviation.pdf" "$TMP/qdf.pdf"
python3 "$ROOT/tests/form/fill.py" "$TMP/deviation.pdf" "$TMP/update.json" \
  'case/deviation[1]/what=Åtgärden blev inte av.' 'case/deviation[1]/@date=2026-03-09' 'case/deviation[1]/@kind=/plan-not-followed'
status_is 0 "qpdf fills in the form" qpdf "$TMP/deviation.pdf" --update-from-json="$TMP/update.json" "$TMP/filled.pdf"
equal "text comes back" "Åtgärden blev inte av." "$(value "$TMP/filled.pdf" 'case/deviation[1]/what')"
equal "a date comes back" 2026-03-09 "$(value "$TMP/filled.pdf" 'case/deviation[1]/@date')"
equal "a choice comes back" /plan-not-followed "$(value "$TMP/filled.pdf" 'case/deviation[1]/@kind')"

# ---- who gets none ------------------------------------------------------------------------------
for protected in "$ROOT"/templates/samples/protected-*.xml; do
  mkdir -p "$TMP/none"
  "$DUFORM" make "$protected" --fillable -o "$TMP/none" -q --decision paper --reason prov 2>"$TMP/err"
  equal "$(basename "$protected"): no form is made of it" "" "$(ls "$TMP/none")"
done
status_is 3 "a kind without fields" "$DUFORM" make "$case" -d invitation --fillable -o "$TMP/out"
status_is 3 "not as a web page" "$DUFORM" make "$case" -d plan --fillable --html -o "$TMP/out"
status_is 3 "not in two languages" "$DUFORM" blank consent --fillable --with ar -o "$TMP/two.pdf"

# ---- the page tree ------------------------------------------------------------------------------
"$DUFORM" trace "$ROOT/templates/samples/jamtland-harjedalen.xml" -d reply --to 2 --fillable -t page >"$TMP/page"
check "the page tree of a reply is as it was" diff -u "$ROOT/tests/form/reply.page" "$TMP/page"
