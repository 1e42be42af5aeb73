# A mailing: the same as make, in any number of processes and shares; again, changed, refused, left out.
. "$(dirname "$0")/../lib.sh"
cases=$TMP/cases
"$ROOT/tests/bench/cases" 10 "$cases"
batch() { local out=$1; shift; mkdir -p "$out"; "$DUFORM" batch --messages=en -o "$out" "$@"; }
sums() { (cd "$1" && sha256sum -- *.pdf 2>/dev/null); }
query() { sqlite3 "$1/duform-journal.sqlite" "$2"; }

# the same as make
mkdir "$TMP/make"
for case in "$cases"/*.xml; do "$DUFORM" make "$case" -o "$TMP/make" -d invitation -q 2>/dev/null; done
wanted=$(sums "$TMP/make")
status_is 0 "a mailing" batch "$TMP/one" -j1 -d invitation "$cases"
equal "gives the files that make gives" "$wanted" "$(sums "$TMP/one")"
contains "the summary counts them" "made: $(echo "$wanted" | wc -l) documents" "$TMP/.out"
contains "and sheets" "sheets:" "$TMP/.out"
status_is 0 "in three processes" batch "$TMP/three" -j3 -d invitation "$cases"
equal "the files are the same" "$wanted" "$(sums "$TMP/three")"
equal "files are for the owner alone" "" "$(find "$TMP/three" -name '*.pdf' ! -perm 600)"
equal "nothing hidden is left" "" "$(ls -A "$TMP/three" | grep '^\.')"
equal "no files but the letters and the journal" "duform-journal.sqlite" "$(ls -A "$TMP/three" | grep -v 'pdf$')"

# the journal
equal "the journal has a line for each document" "$(echo "$wanted" | wc -l)" "$(query "$TMP/one" 'SELECT count(*) FROM documents')"
grep -ohE '<(given|family|street)>[^<]+' "$cases"/*.xml | sed 's/<[a-z]*>//' | sort -u >"$TMP/names"
strings -n 3 "$TMP/one/duform-journal.sqlite" >"$TMP/strings"
query "$TMP/one" .dump >>"$TMP/strings"
equal "the journal holds no name and no street" "" "$(grep -wFf "$TMP/names" "$TMP/strings" | head -3)"
equal "digests are keyed: two mailings have different ones" "" \
  "$(comm -12 <(query "$TMP/one" 'SELECT hex(digest) FROM documents' | sort) <(query "$TMP/three" 'SELECT hex(digest) FROM documents' | sort))"

# again
touch -d '2001-01-01' "$TMP/one"/*.pdf
status_is 0 "again" batch "$TMP/one" -d invitation "$cases"
contains "nothing is made" "made: 0 documents" "$TMP/.out"
equal "no file was touched" "" "$(find "$TMP/one" -name '*.pdf' -newermt 2002-01-01)"
first=$(ls "$TMP/one"/*.pdf | head -1)
rm "$first"
status_is 0 "again, a letter gone" batch "$TMP/one" -d invitation "$cases"
equal "it is there again" "$wanted" "$(sums "$TMP/one")"
cp -r "$cases" "$TMP/changed"
file=$(ls "$TMP/changed"/*.xml | head -1) ref=$(grep -oE 'ref="[^"]*"' "$file" | head -1 | cut -d'"' -f2)
touch -d '2001-01-01' "$TMP/one"/*.pdf
sed -i '0,/<party id=/s//<party receives="no" id=/' "$file"
status_is 0 "a changed case" batch "$TMP/one" -d invitation "$TMP/changed"
equal "only its letters are made anew" "" "$(find "$TMP/one" -name '*.pdf' -newermt 2002-01-01 ! -name "$ref-*")"
check "its letters are made anew" test -n "$(find "$TMP/one" -name "$ref-*.pdf" -newermt 2002-01-01)"
mkdir "$TMP/other"; "$DUFORM" make "$file" -o "$TMP/other" -d invitation -q 2>/dev/null
equal "a letter that it gives no longer is gone" "$(ls "$TMP/other")" "$(cd "$TMP/one" && ls "$ref"-*)"
sed -i '0,/<consent /s/ given="[^"]*"/ given="2001-01-01"/' "$file"
status_is 1 "a case that is refused now" batch "$TMP/one" -d invitation "$TMP/changed"
equal "its old letters are gone" "" "$(cd "$TMP/one" && ls "$ref"-* 2>/dev/null)"
lacks "and the others are not made again" "made: 1" "$TMP/.out"

# bad cases do not stop the others
mkdir "$TMP/mixed"
cp "$cases"/*.xml "$TMP/mixed"
echo '<case' >"$TMP/mixed/aaa.xml"
cp "$TMP/mixed/case-000001.xml" "$TMP/mixed/zzz.xml"
cp "$ROOT/tests/cases/withdrawn.xml" "$TMP/mixed/bbb.xml"
for policy in jamtland-harjedalen unknown; do cp "$(case_named "protected-$policy")" "$TMP/mixed/mmm-secret-$policy.xml"; done
status_is 2 "bad, refused and protected cases among others" batch "$TMP/bad" -d invitation "$TMP/mixed" --report "$TMP/bad.json"
cp "$TMP/.err" "$TMP/bad.err"; cp "$TMP/.out" "$TMP/bad.out"
equal "the others are made" "$wanted" "$(sums "$TMP/bad")"
contains "refused by rule" "JH-13: 1" "$TMP/bad.out"
contains "the same reference twice is refused" "zzz.xml:1: error: an earlier case" "$TMP/bad.err"
contains "a protected case is reported by its position" "position 13 of the mailing is left out" "$TMP/bad.err"
contains "also one whose protection is not known" "position 14 of the mailing is left out" "$TMP/bad.err"
lacks "and by nothing else" "secret" "$TMP/bad.err"
secret=$(grep -ohE ' ref="[^"]*"' "$TMP"/mixed/mmm-*.xml | cut -d'"' -f2)
equal "nothing of it is in the folder, the journal or the report" "" \
  "$(for s in $secret; do ls "$TMP/bad" | grep -F "$s"; query "$TMP/bad" .dump | grep -F "$s"; grep -F "$s" "$TMP/bad.json"; done)"
lacks "the summary does not count it" "C.5" "$TMP/bad.out"

# reports
check "the report is JSON" sqlite3 :memory: "SELECT 1 / json_valid(readfile('$TMP/bad.json'))" -bail
contains "with references" '"ref": "m000001-7919"' "$TMP/bad.json"
equal "and no name" "" "$(grep -wFf "$TMP/names" "$TMP/bad.json" | head -3)"
status_is 0 "a report as a table" batch "$TMP/one" -q -d invitation "$cases" --report "$TMP/report.csv"
equal "a line for each document" "$(echo "$wanted" | wc -l)" "$(grep -c '^document;' "$TMP/report.csv")"
equal "--quiet is quiet" "" "$(cat "$TMP/.out")"

# shares
for i in 1 2 3; do status_is 0 "share $i of 3" batch "$TMP/share-$i" --shard "$i/3" -d invitation "$cases"; done
mkdir "$TMP/joined"; cp "$TMP"/share-?/*.pdf "$TMP/joined"
equal "the shares together are the mailing" "$wanted" "$(sums "$TMP/joined")"
equal "no letter is in two" "" "$(ls "$TMP"/share-? | grep pdf | sort | uniq -d)"
status_is 0 "joining them" "$DUFORM" batch --collect --messages=en "$TMP"/share-?
contains "counts all" "made: $(echo "$wanted" | wc -l) documents" "$TMP/.out"
status_is 4 "a share that is missing" "$DUFORM" batch --collect --messages=en "$TMP"/share-[13]
contains "is named" "share 2/3 is missing" "$TMP/.err"
gone=$(ls "$TMP/share-1"/*.pdf | head -1); rm "$gone"
status_is 4 "a letter that is missing" "$DUFORM" batch --collect --messages=en "$TMP"/share-?
contains "is named, too" "$(basename "$gone")" "$TMP/.err"

# one at a time: the first run waits at a pipe from which nothing comes
mkfifo "$TMP/held.xml"; mkdir "$TMP/busy"
"$DUFORM" batch -q -j1 -o "$TMP/busy" -d invitation "$cases" "$TMP/held.xml" >/dev/null 2>&1 &
held=$!
until [ -e "$TMP/busy/duform-journal.sqlite" ] || ! kill -0 $held 2>/dev/null; do sleep 0.01; done
sleep 0.2 # it has made the journal and is about to lock it
status_is 4 "no second run in a folder at work" batch "$TMP/busy" -d invitation "$cases"
contains "the reason is told" "another run is at work" "$TMP/.err"
while kill -0 $held 2>/dev/null; do timeout 1 sh -c ': >"$1"' sh "$TMP/held.xml"; done
wait $held
equal "the first run ends well" "$wanted" "$(sums "$TMP/busy")"
[ "$failed" -eq 0 ]
