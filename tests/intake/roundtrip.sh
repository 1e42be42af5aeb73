# The round trip of a plan: case, form, filled in, read, case; with random cases from seeds. SEEDS: how many.
# What went out unchanged leaves the case as it was; what was filled in comes out of the new case again.
. "$(dirname "$0")/../lib.sh"
case $(head -c 4 "$DUFORM" | tr -d '\0') in '#!'*) SEEDS=2 ;; esac
py=$ROOT/tests/intake/roundtrip.py
forms=$ROOT/tests/intake/forms.py
cd "$TMP" || exit 3

plain() { xmllint --noblanks --c14n "$1"; }
# form CASE FOLDER: the person's fillable plan, alone in a folder; its name on standard output
form() {
  rm -rf "$2"; mkdir "$2"
  "$DUFORM" make "$1" -d plan --fillable --to 1 --no-spelling -q -o "$2" 2>"$TMP/made" || return 1
  ls "$2"/*.pdf
}

trip() { # BASE SEED
  local base=$1 seed=$2 pdf
  what="$(basename "$base" .xml), seed $seed"
  python3 "$py" case "$base" "$seed" case.xml || return 1
  xmllint --noout --schema "$ROOT/xslt/case.xsd" case.xml 2>"$TMP/made" || { stage="the random case is not valid"; return 1; }
  stage="no form was made"; pdf=$(form case.xml first) || return 1
  stage="it was not read"; "$DUFORM" read "$pdf" --into case.xml -o same.xml --messages=en 2>"$TMP/made" || return 1
  stage="unchanged, it changed the case"; cmp -s <(plain case.xml) <(plain same.xml) || { diff <(xmllint --format case.xml) <(xmllint --format same.xml) >"$TMP/made"; return 1; }
  stage="it could not be filled in"; python3 "$py" answers "$pdf" "$seed" answers.json && python3 "$forms" fill "$pdf" answers.json filled.pdf || return 1
  stage="filled in, it was not read"; "$DUFORM" read filled.pdf --into case.xml -o new.xml --messages=en 2>"$TMP/made" || return 1
  stage="the new case is not valid"; xmllint --noout --schema "$ROOT/xslt/case.xsd" new.xml 2>"$TMP/made" || return 1
  stage="no form of the new case"; pdf=$(form new.xml second) || return 1
  stage="what was filled in does not come out again"
  diff <(python3 "$py" values filled.pdf) <(python3 "$py" values "$pdf") >"$TMP/made" || return 1
}

for base in tests/cases/plan.xml templates/samples/skane.xml templates/samples/gavleborg.xml; do
  good=0
  for seed in $(seq 1 "${SEEDS:-8}"); do
    if trip "$ROOT/$base" "$seed"; then good=$((good + 1)); else not_ok "$what: $stage"; head -6 "$TMP/made" | cut -c1-200 | sed 's/^/# /'; fi
  done
  equal "$base: round trips" "${SEEDS:-8}" "$good"
done

# Whatever is random above, these are there in any run.
python3 "$py" case "$ROOT/tests/cases/plan.xml" 1 case.xml
check "a text of 10,000 characters is among the seeds" test "$(for s in $(seq 1 "${SEEDS:-8}"); do python3 "$py" case "$ROOT/tests/cases/plan.xml" "$s" c.xml; xmllint --xpath 'string-length(/)' c.xml; done | sort -n | tail -1)" -gt 10000
[ "$failed" -eq 0 ]
