# Goldens of languages: where the words of the letter, the consent, the leaflet and the plan stand on their first two
# pages, in each language, easy to read, and in Arabic beside Swedish. One line for each run of text, so that a change
# can be read: x, y, font and size, the words; a dash stands before artifacts. See tests/accept.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
. tests/language/cases.bash
goldens=$ROOT/tests/golden/languages
mkdir -p "$goldens"

compact() {
  awk '/^page / { if (++n > 2) exit; print "page " n; next }
    /^ *text / { x = $2; y = $3; font = $5; size = $6; at = index($0, "\""); words = substr($0, at)
      artifact = words ~ /\{artifact[^}]*\}$/ ? "-" : " "; sub(/ \{[^}]*\}$/, "", words)
      gsub(/\\u\{200F\}|\\u\{200E\}/, "", words)
      printf "%s%7.1f %7.1f %s %g %s\n", artifact, x, y, font, size, words }' "$1"
}
stage() { # stage NAME KIND OPTION...
  local name=$1 kind=$2
  shift 2
  if "$DUFORM" trace "$(case_of "$kind")" -d "$kind" --to 1 -t page --draft "$@" >"$TMP/page" 2>"$TMP/err"; then
    compact "$TMP/page" >"$TMP/out"
    golden "$name" "$TMP/out" "$goldens/$name.page"
  else
    not_ok "$name (status $?): $(head -1 "$TMP/err")"
  fi
}
for kind in $(parallel_kinds); do
  for lang in $(languages); do stage "$kind-$lang" "$kind" -l "$lang" --style standard; done
  stage "$kind-easy" "$kind" --style easy
  stage "$kind-ar-sv" "$kind" -l ar --with sv --style standard
done
[ "$failed" -eq 0 ]
