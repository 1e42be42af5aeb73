# Documents of chance, whose breaks, keeps and lengths are at odds with each other: each is formatted, and comes to an end.
. "$(dirname "$0")/../lib.sh"
documents=120 limit=20 # [s] the longest takes a second
[ -z "${GRIND:-}" ] || documents=8 limit=120
mkdir "$TMP/fo"
python3 "$ROOT/tests/layout/chance.py" "$TMP/fo" "$documents"
bad=0
for fo in "$TMP"/fo/*.fo; do
  timeout "$limit" "$DUFORM" format --quiet "$fo" -o "$TMP/any.pdf" >"$TMP/.out" 2>"$TMP/.err"
  status=$?
  [ $status -eq 0 ] || { bad=$((bad + 1)); echo "# $(basename "$fo"): status $status: $(tail -1 "$TMP/.err" | cut -c1-150)"; }
done
equal "$documents documents of chance are formatted, all to their end" "$documents 0" "$(ls "$TMP/fo" | wc -l) $bad"
[ "$failed" -eq 0 ]
