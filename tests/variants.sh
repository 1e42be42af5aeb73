# Helpers for tests that change one thing in a case and see which rules speak. Sourced after lib.sh.
# A table has a line for each variant: name, region, outcome, rules, perl expression on the case.

reported() { # reported SEVERITY: the ids that were reported with it
  sed -nE "s/.*: $1: .*\[([A-Z]+-[A-Z0-9-]+)\]\$/\1/p" "$TMP/err" | sort -u | paste -sd' '
}

# variants KIND BASE: reads the table from standard input; - in a column means none
variants() {
  local kind=$1 base=$2 name region outcome rules change status made severity
  while IFS='|' read -r name region outcome rules change; do
    case $name in '' | '#'*) continue ;; esac
    rm -rf "$TMP/made" && mkdir "$TMP/made"
    REGION=$region perl -0777 -CSD -Mutf8 -pe "s/region=\"[a-z-]*\"/region=\"\$ENV{REGION}\"/; $change" "$base" >"$TMP/case.xml"
    if [ -n "$change" ] && cmp -s <(sed -E 's/region="[a-z-]*"//' "$base") <(sed -E 's/region="[a-z-]*"//' "$TMP/case.xml"); then
      not_ok "$kind, $name: the case was not changed"; continue
    fi
    "$DUFORM" make "$TMP/case.xml" -d "$kind" -o "$TMP/made" --messages=en >/dev/null 2>"$TMP/err"
    status=$?
    made=none; [ -n "$(ls -A "$TMP/made")" ] && made=made
    [ "$rules" = - ] && rules=''
    if [ "$outcome" = refused ]; then
      equal "$kind, $region, $name: refused by [$rules], no file" "1 none [$rules]" "$status $made [$(reported error)]"
    else
      equal "$kind, $region, $name: made, warnings [$rules]" "0 made [$rules] errors []" \
        "$status $made [$(reported warning)] errors [$(reported error)]"
    fi
  done
}
