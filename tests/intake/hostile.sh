# Files that were made to do harm: each is refused with one line, at once, and leaves nothing behind.
. "$(dirname "$0")/../lib.sh"
mkdir "$TMP/files" "$TMP/out" "$TMP/scratch"
python3 "$ROOT/tests/intake/hostile.py" "$TMP/files"
printf 'lösenord\n' >"$TMP/password"
qpdf --encrypt lösenord ägare 256 -- "$TMP/files/control.pdf" "$TMP/files/encrypted.pdf"
qpdf --encrypt '' ägare 256 -- "$TMP/files/control.pdf" "$TMP/files/encrypted-open.pdf"

# What the others are variants of is taken: it lacks much, and is told so by its labels.
"$DUFORM" read "$TMP/files/control.pdf" -o "$TMP/control.xml" --messages=en 2>"$TMP/err"
contains "what the others are variants of is a form" "<given>KANARI</given>" "$TMP/control.xml"
mv "$TMP/files/control.pdf" "$TMP/control.pdf"

limit=60 # [s] far more than any of them takes; a sanitizer has no limit of memory
case $(head -c 4 "$DUFORM" | tr -d '\0') in '#!'*) limit=120 ;; esac
for f in "$TMP"/files/*; do
  name=$(basename "$f")
  (ulimit -c 0; TMPDIR=$TMP/scratch timeout "$limit" "$DUFORM" read "$f" -o "$TMP/out/case.xml" --messages=en >"$TMP/.out" 2>"$TMP/.err")
  status=$?
  lines=$(wc -l <"$TMP/.err")
  said=$(grep -c 'KANARI' "$TMP/.err")
  if [ $status -eq 2 ] && [ "$lines" -eq 1 ] && [ "$said" -eq 0 ] && [ ! -s "$TMP/.out" ] && [ -z "$(ls -A "$TMP/out")" ]; then
    ok "$name: $(sed 's/.*error: //' "$TMP/.err" | cut -c1-70)"
  else
    not_ok "$name: status $status, $lines lines, $(ls -A "$TMP/out" | tr '\n' ' ')"
    head -3 "$TMP/.err" | cut -c1-200 | sed 's/^/# /'
    rm -f "$TMP"/out/*
  fi
done
no_files "nothing is left in the folder of temporary files" "$TMP/scratch"

# As many rows as a form may have, each of which is to get an id.
python3 - >"$TMP/rows.xfdf" <<'PY'
field = '<field name="%s"><value>%s</value></field>'
head = [("duform/kind", "plan"), ("duform/version", "1"), ("duform/reference", "w3hn-p8vc-6r")]
rows = [("case/plan/goal[%d]/sub-goal[%d]/text" % (i, j), "x") for i in range(1, 6) for j in range(1, 991)]
print('<xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>' + "".join(field % f for f in head + rows) + "</fields></xfdf>")
PY
timeout "$limit" "$DUFORM" read "$TMP/rows.xfdf" --into "$SAMPLES/uppsala.xml" -o "$TMP/rows.xml" >/dev/null 2>&1
equal "thousands of rows get their ids in time, each its own" 4950 "$(grep -oE '<sub-goal id="[^"]+"' "$TMP/rows.xml" | sort -u | wc -l)"

# Every shorter version of a form, and a form with each of its bytes in turn made another, ends cleanly.
bad=0
for n in $(seq 1 9 "$(stat -c %s "$TMP/control.pdf")"); do
  head -c "$n" "$TMP/control.pdf" >"$TMP/cut.pdf"
  cp "$TMP/control.pdf" "$TMP/bent.pdf"
  printf '\377' | dd of="$TMP/bent.pdf" bs=1 seek="$n" conv=notrunc status=none
  for f in cut bent; do
    timeout "$limit" "$DUFORM" read "$TMP/$f.pdf" -o "$TMP/any.xml" >/dev/null 2>"$TMP/.err"
    status=$?
    [ $status -le 2 ] || { bad=$((bad + 1)); echo "# $f at $n: status $status: $(head -1 "$TMP/.err")"; }
  done
done
equal "cut and bent files end cleanly" 0 "$bad"
[ "$failed" -eq 0 ]
