# Goldens of the samples: the view of every recipient's invitation, and document, FO tree and page tree of two of
# them, the person's and a unit's. A golden that is to change is shown by its diff; see tests/accept.
. "$(dirname "$0")/../lib.sh"
goldens=$ROOT/tests/golden/samples
mkdir -p "$goldens"

stage() { # CASE NAME STAGE [--to N]...
  local case=$1 name=$2 stage=$3
  shift 3
  if "$DUFORM" trace "$case" -d invitation -t "$stage" --messages=en "$@" >"$TMP/out" 2>"$TMP/err"; then
    golden "$name: $stage" "$TMP/out" "$goldens/$name.$stage"
  else
    not_ok "$name: $stage (status $?): $(head -1 "$TMP/err")"
  fi
}

for case in "$SAMPLES"/*.xml; do
  name=$(basename "$case" .xml)
  case $name in protected-*) continue ;; esac # what may be made of them is tested by tests/protected
  stage "$case" "$name" assess
  stage "$case" "$name" view
  for made in document tree page; do stage "$case" "$name" "$made" --to 1 --to 4; done
done
[ "$failed" -eq 0 ]
