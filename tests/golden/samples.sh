# Goldens of the samples: view, document, FO and page tree of the letters of each sample case.
. "$(dirname "$0")/../lib.sh"
goldens=$ROOT/tests/golden/samples
mkdir -p "$goldens"
for case in "$SAMPLES"/*.xml; do
  name=$(basename "$case" .xml)
  for stage in assess view document fo tree page; do
    if "$DUFORM" trace "$case" -d invitation -t "$stage" --messages=en >"$TMP/out" 2>"$TMP/err"; then
      golden "$name: $stage" "$TMP/out" "$goldens/$name.$stage"
    else
      not_ok "$name: $stage (status $?): $(head -1 "$TMP/err")"
    fi
  done
done
[ "$failed" -eq 0 ]
