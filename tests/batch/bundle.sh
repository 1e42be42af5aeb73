# The print bundle: the same letters in one file, in order of post codes, fonts once, each on a sheet of its own.
. "$(dirname "$0")/../lib.sh"
cases=$TMP/cases
"$ROOT/tests/bench/cases" 5 "$cases" $(ordinary)
cp "$SAMPLES/protected-uppsala.xml" "$cases/case-000000.xml"
reader=$BUILD/conformance/structure
case $BUILD in */san) reader=${BUILD%/san}/conformance/structure ;; esac
[ -x "$reader" ] || make -s -C "$ROOT" BUILD="${BUILD%/san}" "$reader" >/dev/null
batch() { local out=$1; shift; mkdir -p "$out"; "$DUFORM" batch --messages=en --no-spelling -o "$out" "$@"; }
rows() { tail -n +2 "$1"; }
out=$TMP/out merged=$TMP/print/all.pdf
mkdir "$TMP/print"

status_is 1 "a mailing with a print bundle" batch "$out" -j2 -d invitation -d consent -d checklist "$cases" --merge "$merged" --duplex
grep -v -e 'C.5' "$TMP/.err" | grep -q error && sed 's/^/# /' "$TMP/.err"
contains "the summary tells of it" "bundle: " "$TMP/.out"
contains "what goes to nobody is not in it" "not in the bundle: 5 documents for the office" "$TMP/.out"
index=$TMP/print/all.csv
letters=$(rows "$index" | wc -l)
equal "every letter is in it once" "$(ls "$out" | grep 'pdf$' | grep -v -- '-0.pdf$' | sort)" \
  "$(rows "$index" | awk -F';' '{ print $6 "-" $8 "-" $7 ($9 == "sv" ? "" : "-" $9) ".pdf" }' | sort)"
equal "files are for the owner alone" "" "$(find "$TMP/print" -type f ! -perm 600)"
equal "nothing else is there" "all.csv all.pdf" "$(ls -A "$TMP/print" | paste -sd' ')"
grep -ohE '<(given|family|street)>[^<]+' "$cases"/*.xml | sed 's/<[a-z]*>//' | sort -u >"$TMP/names"
equal "the index holds references only" "" "$(grep -wFf "$TMP/names" "$index" | head -3)"

# programs that others wrote read it
check "qpdf finds no fault" qpdf --check "$merged"
check "the structure reader finds no fault" "$reader" "$merged"
check "mutool draws it" mutool draw -q -r 10 -o /dev/null -F pnm "$merged"
equal "mutool has nothing to say" "" "$(grep -v 'ICC support' "$TMP/.err")"
pdfinfo "$merged" >"$TMP/info" 2>&1
contains "it is tagged" "Tagged:          yes" "$TMP/info"
fonts=$(pdffonts "$merged" | tail -n +3 | awk '{ print $1 }' | cut -d+ -f2)
equal "each font is embedded once" "" "$(echo "$fonts" | sort | uniq -d)"
equal "all fonts of the letters are there" \
  "$(for f in "$out"/*.pdf; do case $f in *-0.pdf) ;; *) pdffonts "$f" | tail -n +3 | awk '{ print $1 }' | cut -d+ -f2 ;; esac; done | sort -u)" "$(echo "$fonts" | sort)"
check "it is smaller than half of the files" test "$(($(stat -c %s "$merged") * 2))" -lt "$(cat "$out"/*.pdf | wc -c)"

# each letter as it is by itself: words and their places, what is painted, structure
file_of() { echo "$out/$1-$3-$2$([ "$4" = sv ] || echo "-$4").pdf"; }
words() { pdftotext -bbox "$@" - 2>/dev/null | grep -E '<(page|word) '; }
painted() { mutool draw -q -r 40 -s 5 -F pnm -o /dev/null "$@" 2>&1 | sed -nE 's/.* ([0-9a-f]{32})$/\1/p'; }
words "$merged" | awk '/<page /{ n++ } { print n "\t" $0 }' >"$TMP/words"
painted "$merged" >"$TMP/painted"
structure() { pdfinfo -struct-text "$1" 2>/dev/null | sed -E 's/<[0-9]{8}\./</; s/(Object) [0-9]+ 0/\1/'; } # without numbers of objects and of letters
structure "$merged" | awk '/^  Part/ { n++; next } n { sub(/^  /, ""); print > ("'"$TMP"'/structure." n) }'
other_words="" other_pages="" other_structure="" number=0
while IFS=';' read -r position _ first last sheets ref recipient kind language; do
  number=$((number + 1))
  single=$(file_of "$ref" "$recipient" "$kind" "$language")
  [ "$(words "$single")" = "$(awk -F'\t' -v a="$first" -v b="$last" '$1 >= a && $1 <= b { print $2 }' "$TMP/words")" ] || other_words="$other_words $position"
  [ "$(painted "$single")" = "$(sed -n "${first},${last}p" "$TMP/painted")" ] || other_pages="$other_pages $position"
  [ "$(structure "$single" | tail -n +2)" = "$(cat "$TMP/structure.$number" 2>/dev/null)" ] || other_structure="$other_structure $position"
  [ $((first % 2)) -eq 1 ] || other_pages="$other_pages $position(even)"
  [ "$sheets" -eq $(((last - first + 2) / 2)) ] || other_pages="$other_pages $position(sheets)"
done < <(rows "$index")
equal "each letter has the words of its own file, in their places" "" "$other_words"
equal "each letter looks as its own file does, and begins on a front" "" "$other_pages"
equal "each letter has the structure and the texts of its own file" "" "$other_structure"
check "pages were compared" test "$(wc -l <"$TMP/painted")" -gt 80 -a "$number" -eq "$letters"

# order: post codes as the cases have them, then letters of one envelope together
postcode() { # of recipient $2 of the case with reference $1
  local case; case=$(grep -l "ref=\"$1\"" "$cases"/*.xml)
  xmllint --xpath "string((//*[local-name()='party'][not(@receives='no')])[$2]/*[local-name()='address']/*[local-name()='postcode'])" "$case" | grep . ||
    xmllint --xpath "string(//*[local-name()='person']/*[local-name()='address']/*[local-name()='postcode'])" "$case"
}
codes=$(rows "$index" | while IFS=';' read -r _ _ _ _ _ ref recipient _; do postcode "$ref" "$recipient" | tr -d ' '; done)
equal "letters are sorted by post code" "$(echo "$codes" | sort)" "$codes"
equal "letters to one recipient of a case stand together" "$(rows "$index" | cut -d';' -f6,7 | uniq | wc -l)" "$(rows "$index" | cut -d';' -f6,7 | sort -u | wc -l)"
equal "in the order that was asked for" "" "$(rows "$index" | awk -F';' 'last == $6 ";" $7 && $8 == "invitation" { print } { last = $6 ";" $7 }')"
secret=$(grep -ohE ' ref="[^"]*"' "$SAMPLES/protected-uppsala.xml" | head -1 | cut -d'"' -f2)
pdftotext "$merged" "$TMP/text"
equal "a protected case is not in it" "" "$(grep -F "$secret" "$index" "$TMP/text")"

# again, on other numbers of processes, and without duplex
cp "$merged" "$TMP/first.pdf"
touch -d 2001-01-01 "$merged" "$index"
batch "$out" -d invitation -d consent -d checklist "$cases" --merge "$merged" --duplex >/dev/null 2>&1
equal "again: nothing is written" "" "$(find "$TMP/print" -name 'all.*' -newermt 2002-01-01)"
rm "$index"
batch "$out" -d invitation -d consent -d checklist "$cases" --merge "$merged" --duplex >/dev/null 2>&1
check "where the index is gone, all is written again, the same bytes" cmp "$merged" "$TMP/first.pdf"
batch "$TMP/three" -j3 -d invitation -d consent -d checklist "$cases" --merge "$TMP/three.pdf" --duplex >/dev/null 2>&1
check "three processes: the same bytes" cmp "$TMP/three.pdf" "$TMP/first.pdf"
status_is 1 "on one side" batch "$out" -d invitation -d consent -d checklist "$cases" --merge "$TMP/simplex.pdf" --index "$TMP/simplex.json"
equal "no page is blank" "$(rows "$index" | awk -F';' '{ n += $4 - $3 + 1 } END { print n }')" "$(qpdf --show-npages "$TMP/simplex.pdf")"
check "the index is JSON" sqlite3 :memory: "SELECT 1 / (json_array_length(readfile('$TMP/simplex.json'), '\$.letters') = $letters)" -bail

# divided, with separator sheets and sheet marks
mkdir "$TMP/split"
status_is 1 "divided into files" batch "$out" -d invitation -d consent "$cases" --merge "$TMP/split/p.pdf" --duplex --separators --sheet-marks --split-at 20
check "there are several" test -e "$TMP/split/p-003.pdf"
equal "none is larger than asked for" "" "$(for f in "$TMP/split"/*.pdf; do [ "$(qpdf --show-npages "$f")" -le 40 ] || echo "$f"; done)"
equal "each letter is in one of them" "$(rows "$index" | grep -vc checklist)" "$(rows "$TMP/split/p.csv" | cut -d';' -f6-8 | sort -u | wc -l)"
equal "no envelope is in two" "" "$(rows "$TMP/split/p.csv" | awk -F';' '{ e = $6 ";" $7; if (e in f && f[e] != $2) print e; f[e] = $2 }')"
check "the structure reader finds no fault in them" "$reader" "$TMP/split"/*.pdf
for f in "$TMP/split"/*.pdf; do pdftotext -layout "$f" - 2>/dev/null; done >"$TMP/split.txt"
equal "each area of post codes has a sheet before it" \
  "$(while IFS=';' read -r _ file _ _ _ ref recipient _; do echo "$file $(postcode "$ref" "$recipient" | cut -c1-2)"; done < <(rows "$TMP/split/p.csv") | uniq | cut -d' ' -f2)" \
  "$(sed -nE 's/.*Postnummer som börjar med ([0-9]+).*/\1/p' "$TMP/split.txt")"
equal "which says how many letters follow" "$(rows "$index" | grep -vc checklist)" "$(sed -nE 's/^ *Brev: ([0-9]+).*/\1/p' "$TMP/split.txt" | awk '{ n += $1 } END { print n }')"
# the marks: bars 8 mm wide from 5 mm on, 1/6 inch apart from 115 mm on: start, last, 4, 2, 1, parity, end
marks() { # of page $2 of file $1, as 0 and 1
  pdftoppm -r 72 -gray -f "$2" -l "$2" -x 20 -W 8 -y 320 -H 84 "$1" 2>/dev/null | tail -c 672 | od -An -v -tu1 -w8 |
    awk '{ dark = 1; for (i = 1; i <= NF; i++) if ($i > 128) dark = 0; if (dark) place[int((NR - 1) / 12)] = 1 } END { for (i = 0; i < 7; i++) printf "%d", place[i]; print "" }'
}
wrong="" seen="" sheet=0 before=""
while IFS=';' read -r position file first last sheets ref recipient kind _; do
  [ "$file" = "$before" ] || { sheet=0; before=$file; ended=1; }
  sheet=$(((first - 1) / 2))
  next=$(rows "$TMP/split/p.csv" | sed -n "$((position + 1))p" | cut -d';' -f2,6,7)
  for page in $(seq "$first" 2 "$last"); do
    end=0; [ $((page + 2)) -gt "$last" ] && [ "$next" != "$file;$ref;$recipient" ] && end=1
    bits=$(((page - 1) / 2 % 8)); four=$((bits / 4)) two=$((bits / 2 % 2)) one=$((bits % 2))
    want=1$end$four$two$one$(((end + four + two + one) % 2))1
    got=$(marks "$TMP/split/$file" "$page")
    [ "$want" = "$got" ] || wrong="$wrong $file:$page:$want:$got"
    [ "$(marks "$TMP/split/$file" "$((page + 1))")" = 0000000 ] || wrong="$wrong $file:$((page + 1)):back"
    seen=$((seen + 1))
  done
done < <(rows "$TMP/split/p.csv" | head -9)
equal "sheet marks say start, last sheet, number and parity, on fronts only" "" "$wrong"
check "marks were read" test "$seen" -gt 12
batch "$out" -d invitation -d consent "$cases" --merge "$TMP/split/p.pdf" --split-at 100000 >/dev/null 2>&1
equal "files of a finer division are removed" "p-001.pdf p.csv" "$(ls "$TMP/split" | paste -sd' ')"

# what goes wrong
status_is 3 "options of a bundle without one" batch "$out" "$cases" --duplex
status_is 3 "a bundle that is no PDF" batch "$out" "$cases" --merge all.txt
status_is 4 "a folder that is not there" batch "$out" -d invitation "$cases" --merge "$TMP/none/all.pdf"
if mkdir "$TMP/disk" && mount -t tmpfs -o size=100k tmpfs "$TMP/disk" 2>/dev/null; then
  status_is 4 "a disk that is full" batch "$out" -d invitation "$cases" --merge "$TMP/disk/all.pdf"
  equal "nothing is left of the bundle" "" "$(ls -A "$TMP/disk")"
  umount "$TMP/disk"
else
  ok "a disk that is full: left out, it takes the right to mount"
fi
mkdir "$TMP/stop"
for signal in INT KILL; do
  "$DUFORM" batch -q --no-spelling --messages=en -o "$out" -d invitation "$cases" --merge "$TMP/stop/all.pdf" --duplex >/dev/null 2>"$TMP/stop.err" &
  pid=$!
  until [ -s "$TMP/stop/.duform-part-all.pdf" ] || ! kill -0 $pid 2>/dev/null; do sleep 0.002; done
  kill -$signal $pid 2>/dev/null; wait $pid 2>/dev/null
  if [ -e "$TMP/stop/all.pdf" ]; then
    check "SIG$signal: it was over before" qpdf --check "$TMP/stop/all.pdf"
    rm -f "$TMP/stop"/*
  elif [ $signal = INT ]; then
    equal "interrupted: nothing is left" "" "$(ls -A "$TMP/stop")"
    contains "interrupted: how to go on" "the same command again" "$TMP/stop.err"
  else
    equal "killed: nothing that looks whole is left" "" "$(ls "$TMP/stop")"
  fi
done
batch "$out" -d invitation "$cases" --merge "$TMP/stop/all.pdf" --duplex >/dev/null 2>&1
equal "then again: bundle and index, nothing else" "all.csv all.pdf" "$(ls -A "$TMP/stop" | paste -sd' ')"
check "it is whole" qpdf --check "$TMP/stop/all.pdf"
[ "$failed" -eq 0 ]
