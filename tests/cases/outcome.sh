# Each odd case gives just what expected.tsv says: documents or none, and the rules named, no more.
. "$(dirname "$0")/../lib.sh"
cases=$ROOT/tests/cases

rules() { # rules SEVERITY: the ids that were reported with it
  sed -nE "s/.*: $1: .*\[([A-Z]+-[A-Z0-9-]+)\]\$/\1/p" "$TMP/err" | sort -u | paste -sd' '
}
while IFS=$'\t' read -r name outcome wanted kind; do
  case $name in '#'* | '') continue ;; esac
  [ -z "$kind" ] && kind=invitation about=$name || about="$name, $kind"
  rm -rf "$TMP/out" && mkdir "$TMP/out"
  "$DUFORM" make "$(case_named "$name")" -d "$kind" -o "$TMP/out" --messages=en >/dev/null 2>"$TMP/err"
  status=$?
  letters=$(find "$TMP/out" -name '*.pdf' | wc -l)
  [ "$wanted" = - ] && wanted='' || wanted=$(echo "$wanted" | tr ' ' '\n' | sort | paste -sd' ')
  if [ "$outcome" = made ]; then
    equal "$about: letters, warnings [$wanted]" "0 letters [$wanted] errors []" \
      "$status $([ "$letters" -gt 0 ] && echo letters || echo none) [$(rules warning)] errors [$(rules error)]"
  else
    equal "$about: refused by [$wanted], no file" "1 none [$wanted]" \
      "$status $([ "$letters" -gt 0 ] && echo letters || echo none) [$(rules error)]"
  fi
done <"$cases/expected.tsv"
# canaries: of a protected case nothing is said
for name in "$cases"/protected-*.xml "$SITUATIONS"/protected-*.xml; do
  "$DUFORM" make "$name" -d invitation -o "$TMP/out" >"$TMP/said" 2>&1
  if grep -qiE 'kanari|9913|991 39|0699|252386|029812' "$TMP/said"; then not_ok "$(basename "$name"): the messages tell of the person"
  else ok "$(basename "$name"): the messages tell nothing of the person"; fi
done
[ "$failed" -eq 0 ]
