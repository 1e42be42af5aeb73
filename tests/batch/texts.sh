# The free text of a mailing is checked: how many remarks, by references; no words; the letters go out.
. "$(dirname "$0")/../lib.sh"
mkdir "$TMP/cases" "$TMP/out"
cp "$(ordinary | head -1)" "$TMP/cases/clean.xml"
sed 's,<purpose>,<purpose>Vi pratar om städnning och kvällarr. ,' "$SAMPLES/uppsala.xml" >"$TMP/cases/slips.xml"
clean=$(sed -nE 's/.*<case .* ref="([^"]*)".*/\1/p' "$TMP/cases/clean.xml")
slips=$(sed -nE 's/.*<case .* ref="([^"]*)".*/\1/p' "$TMP/cases/slips.xml")
there=$(grep -c 'kvällarr' "$TMP/cases/slips.xml")
remarks=$((2 * there))
batch() { "$DUFORM" batch --messages=en -o "$TMP/out" -d invitation "$TMP/cases" "$@"; }
in_report() { python3 -c 'import json,sys; print(next(c["remarks"] for c in json.load(open(sys.argv[1]))["cases"] if c["ref"] == sys.argv[2]))' "$TMP/report.json" "$1"; }

status_is 0 "a mailing with slips of spelling" batch --report "$TMP/report.json"
contains "the summary counts them" "free text: $remarks remarks in 1 cases" "$TMP/.out"
equal "the report tells of which cases" "0 $remarks" "$(in_report "$clean") $(in_report "$slips")"
equal "no words are told" "" "$(cat "$TMP/.out" "$TMP/.err" "$TMP/report.json" | grep -E 'städnning|kvällarr')"
check "the letters are made" test -e "$TMP/out/$slips-invitation-2.pdf"
status_is 0 "the same again" batch --report "$TMP/report.csv"
contains "nothing is made" "made: 0 documents" "$TMP/.out"
contains "and the count is kept" "free text: $remarks remarks in 1 cases" "$TMP/.out"
contains "also in a table" "case;$slips;;;;;;made;;$remarks" "$TMP/report.csv"
rm -rf "$TMP/out"; mkdir "$TMP/out"
printf 'städnning\nkvällarr\n' >"$TMP/words.txt"
status_is 0 "with words of the office" batch --words "$TMP/words.txt"
contains "they are right" "free text: 0 remarks in 0 cases" "$TMP/.out"
rm -rf "$TMP/out"; mkdir "$TMP/out" "$TMP/none"
status_is 0 "--no-spelling" batch --no-spelling
contains "no spelling" "free text: 0 remarks in 0 cases" "$TMP/.out"
rm -rf "$TMP/out"; mkdir "$TMP/out"
DUFORM_DICTIONARIES=$TMP/none status_is 0 "no dictionary" batch
equal "that is told once, with the package" 1 "$(grep -c 'warning: .*hunspell-sv.*DU-DICTIONARY' "$TMP/.err")"
check "and the letters are made" test -e "$TMP/out/$slips-invitation-2.pdf"
# a journal of a version that did not count
rm -rf "$TMP/out"; mkdir "$TMP/out"
batch >/dev/null 2>&1
sqlite3 "$TMP/out/duform-journal.sqlite" 'ALTER TABLE cases DROP COLUMN remarks'
status_is 0 "an older journal can be joined" "$DUFORM" batch --collect "$TMP/out"
sqlite3 "$TMP/out/duform-journal.sqlite" 'ALTER TABLE cases DROP COLUMN remarks'
status_is 0 "and gone on with" batch
contains "nothing is made again" "made: 0 documents" "$TMP/.out"
[ "$failed" -eq 0 ]
