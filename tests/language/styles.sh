# Easy-read and large print: faces, sizes, nothing hyphenated or justified, pictograms with words in their place.
. "$(dirname "$0")/../lib.sh"
of() { case $1 in plan) echo "$SAMPLES/gavleborg.xml" ;; *) echo "$SAMPLES/jamtland-harjedalen.xml" ;; esac; }
# What is read: not the margins, nor what stands round the window of the envelope or beside it.
sizes() { # sizes FILE: of the text in paragraphs, lists, tables and headings below the first heading of the text
  awk '/^ *text .*\{H1\}/ { on = 1 } on && /^ *text / && !/artifact/' "$1" | sed -E 's/.* width=[^ ]+ [^ ]+ ([0-9.]+) colour.*/\1/' | sort -n | uniq
}
for kind in leaflet consent invitation plan; do
  "$DUFORM" trace "$(of $kind)" -d $kind --to 1 --style easy -t page >"$TMP/page" 2>"$TMP/err"
  "$DUFORM" trace "$(of $kind)" -d $kind --to 1 --style easy -t fo >"$TMP/fo" 2>/dev/null
  "$DUFORM" trace "$(of $kind)" -d $kind --to 1 --style easy -t document >"$TMP/document" 2>/dev/null
  equal "$kind, easy: Andika, and the fonts of boxes and pictograms" "" \
    "$(sed -nE 's/^ *text .* width=[^ ]+ ([^ ]+) [0-9.]+ colour.*/\1/p' "$TMP/page" | sort -u | grep -vxE 'Andika(-Bold)?|DejaVuSans|MaterialIcons-Regular')"
  least=$(sizes "$TMP/page" | head -1)
  check "$kind, easy: at least 14 pt ($least)" awk "BEGIN { exit !(${least:-0} >= 14) }"
  lacks "$kind, easy: nothing is hyphenated" '\u{AD}' "$TMP/page"
  lacks "$kind, easy: nothing is justified" 'text-align="justify"' "$TMP/fo"
  pictures=$(xmllint --xpath 'count(//h/@picture)' "$TMP/document")
  check "$kind, easy: there are pictograms ($pictures)" test "$pictures" -ge 5
  equal "$kind, easy: each has words in its place" "$pictures" "$(grep -cE '^ *(element )?Figure alt="[^"]+"' "$TMP/page")"
  "$DUFORM" make "$(of $kind)" -d $kind --to 1 --style easy --html -o "$TMP" -q 2>/dev/null
  equal "$kind, easy: on the web page, too" "$pictures" "$(grep -oE 'role="img" aria-label="[^"]+"' "$TMP"/*-$kind-1.html | wc -l)"
  "$DUFORM" make "$(of $kind)" -d $kind --to 1 --style easy -o "$TMP" -q 2>/dev/null
  pdftotext "$TMP"/*-$kind-1.pdf "$TMP/text"
  equal "$kind, easy: the names of pictograms are not in the text" "" "$(grep -E '\b(event|place|people|thumb_up|help|forum)\b' "$TMP/text")"

  "$DUFORM" trace "$(of $kind)" -d $kind --to 1 --style large -t page >"$TMP/page" 2>/dev/null
  least=$(sizes "$TMP/page" | head -1)
  check "$kind, large: at least 18 pt ($least)" awk "BEGIN { exit !(${least:-0} >= 18) }"
done
# Large letters and long words are what columns of a form are too narrow for.
. "$ROOT/tests/language/cases.bash"
for kind in $(sed -nE 's/.*<template .*kind="([a-z-]+)".*fillable="yes".*/\1/p' "$ROOT"/templates/documents/*.xml | sort -u); do
  for lang in $(languages); do
    "$DUFORM" blank "$kind" -l "$lang" --style large --fillable --draft -q -o "$TMP/form.pdf" 2>"$TMP/err"
    equal "$kind in $lang, large: its fields fit" "" "$(cat "$TMP/err")"
  done
done
[ "$failed" -eq 0 ]
