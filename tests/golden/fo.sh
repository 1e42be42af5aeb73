# Goldens of XSL-FO files: tests/fo/NAME.fo has its FO tree in NAME.tree, tests/layout/NAME.fo its pages in
# NAME.page; messages in NAME.err. A golden that exists is checked (see tests/accept).
. "$(dirname "$0")/../lib.sh"
cd "$ROOT/tests" || exit 3

dump() { # FOLDER WHAT SUFFIX
  local fo base
  for fo in "$1"/*.fo; do
    [ -e "$fo" ] || continue
    base=${fo%.fo}
    "$DUFORM" format --messages=en --dump="$2" "$fo" >"$TMP/out" 2>"$TMP/err" </dev/null
    local status=$?
    if [ $status -ge 5 ]; then not_ok "$base: ended with status $status"; continue; fi
    if [ "${ACCEPT:-0}" = 1 ]; then
      if [ -s "$TMP/out" ]; then cp "$TMP/out" "$base.$3"; else rm -f "$base.$3"; fi
      if [ -s "$TMP/err" ]; then cp "$TMP/err" "$base.err"; else rm -f "$base.err"; fi
      ok "$base accepted"
      continue
    fi
    [ -e "$base.$3" ] || [ -e "$base.err" ] || not_ok "$base has no golden"
    [ ! -e "$base.$3" ] || golden "$base.$3" "$TMP/out" "$base.$3"
    if [ -e "$base.err" ]; then golden "$base.err" "$TMP/err" "$base.err"; elif [ -s "$TMP/err" ]; then not_ok "$base: unexpected messages: $(head -1 "$TMP/err")"; fi
  done
}
dump fo tree tree
dump layout page page
[ "$failed" -eq 0 ]
