# duform check: status by severity, the same in text and JSON; trace -o; messages without values of the case.
. "$(dirname "$0")/../lib.sh"
matches() { if grep -qE -- "$2" "$3"; then ok "$1"; else not_ok "$1"; head -3 "$3" | sed 's/^/# /'; fi; }
for sample in $(ordinary); do
  name=$(basename "$sample" .xml)
  status_is 0 "$name is a good case" "$DUFORM" check "$sample" --messages=en
  equal "$name: every line is FILE:LINE: severity: text [RULE]" "" "$(grep -vE "^$sample:[1-9][0-9]*: (warning|note): .+ \[[A-Z]+-?[A-Za-z0-9.-]+\]$" "$TMP/.err")"
  grep -oE '>[^<]{4,}<' "$sample" | tr -d '<>' | grep -E '[A-ZÅÄÖ]' | sort -u >"$TMP/values"
  equal "$name: messages hold no value of the case" "" "$(sed "s,^$sample,," "$TMP/.err" | grep -oFf "$TMP/values" | head -3)"
done
sample=$SAMPLES/jamtland-harjedalen.xml
sed 's,<sent>.*</sent>,<sent>2026-03-01</sent>,' "$sample" >"$TMP/late.xml"
"$DUFORM" check "$TMP/late.xml" --messages=en 2>"$TMP/err"
contains "a late letter is warned of at its line" "late.xml:$(grep -n '<sent>' "$sample" | cut -d: -f1): warning: " "$TMP/err"
contains "with the rule" "[JH-21]" "$TMP/err"
"$DUFORM" check "$TMP/late.xml" --messages=sv --format=json >"$TMP/json" 2>"$TMP/err"
check "JSON: nothing on standard error" test ! -s "$TMP/err"
json() { python3 -c 'import json,sys; d=json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$TMP/json" "$1" 2>&1; }
equal "JSON: the members" "errors,file,format,messages,notes,status,warnings" "$(json '",".join(sorted(d))')"
equal "JSON: counts" "True" "$(json 'd["warnings"] == sum(m["severity"] == "warning" for m in d["messages"]) > 0')"
equal "JSON: a message's members" "file,line,rule,severity,text" "$(json '",".join(sorted(d["messages"][0]))')"
equal "JSON: the rule" "True" "$(json '"JH-21" in [m["rule"] for m in d["messages"]]')"
sed 's,<sent>.*</sent>,<sent>x</sent>,' "$sample" >"$TMP/a \"b\" å.xml"
status_is 2 "JSON of an invalid case: status 2" "$DUFORM" check "$TMP/a \"b\" å.xml" --format=json
cp "$TMP/.out" "$TMP/json"
equal "JSON of an invalid case: status and file name" "2 True" "$(json 'str(d["status"]) + " " + str(d["file"].endswith("a \"b\" å.xml"))')"
printf '<a' >"$TMP/$(printf 'bad\xff').xml"
"$DUFORM" check "$TMP/$(printf 'bad\xff').xml" --format=json >"$TMP/json"
equal "JSON: a file name that is not UTF-8" "True" "$(json '"\ufffd" in d["file"]')"
printf '<a' >"$TMP/$(printf 'two\nlines\033[31m').xml"
"$DUFORM" check "$TMP/$(printf 'two\nlines\033[31m').xml" 2>"$TMP/err"
one_line "a file name with a line feed makes one line" "$TMP/err"
check "and no control characters" sh -c '! tr -d "\n" <"$1" | grep -q "[[:cntrl:]]"' sh "$TMP/err"

status_is 0 "trace -o FILE" "$DUFORM" trace "$sample" -d invitation -t view --to 2 -o "$TMP/view.xml"
"$DUFORM" trace "$sample" -d invitation -t view --to 2 >"$TMP/view2.xml" 2>/dev/null
check "is what standard output gets" cmp "$TMP/view.xml" "$TMP/view2.xml"

# the date is the case's, unless an option says another
"$DUFORM" trace "$sample" -d invitation -t document --to 2 >"$TMP/document" 2>/dev/null
contains "the letter's date is when it is sent" 'date="2026-02-16"' "$TMP/document"
"$DUFORM" trace "$sample" -d invitation -t document --to 2 --date 2026-02-18 >"$TMP/document" 2>/dev/null
contains "--date comes first" 'date="2026-02-18"' "$TMP/document"
# the process keeps to itself: looked at while it waits for its input
mkfifo "$TMP/wait"
(ulimit -c unlimited 2>/dev/null; umask 000; exec "$DUFORM" check - <"$TMP/wait" >/dev/null 2>&1) &
pid=$!
exec 9>"$TMP/wait"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  grep -q '^Umask:.*0077' "/proc/$pid/status" 2>/dev/null && break
  sleep 0.1
done
matches "no core files" '^Max core file size +0 +0 ' "/proc/$pid/limits"
matches "files for the owner alone" '^Umask:[[:space:]]*0077' "/proc/$pid/status"
exec 9>&-
wait "$pid"
[ "$failed" -eq 0 ]
