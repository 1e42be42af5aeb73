# Helpers for the tests of rules: cases changed by a line or two, and what `duform check` says of them.
# (Sourced; no test by itself.)

# put MARKER XML CASE: the case with XML before the first line that holds MARKER
put() { awk -v marker="$1" -v xml="$2" '!done && index($0, marker) { print xml; done = 1 } { print }' "$3"; }
# drop FROM TO CASE: the case without the lines from the first that holds FROM to the next that holds TO
drop() { awk -v from="$1" -v to="$2" '!cut && !over && index($0, from) { cut = 1 } !cut { print } cut && index($0, to) { cut = 0; over = 1 }' "$3"; }

# says KIND CASE [OPTION...]: runs the check, one finding a line in $TMP/said, as SEVERITY RULE
says() {
  local kind=$1 case=$2; shift 2
  "$DUFORM" check "$case" -d "$kind" --messages=en "$@" >"$TMP/check" 2>&1
  checked=$?
  sed -nE 's/.*: (error|warning|note): .*\[([A-Z]+-[A-Z0-9-]+)\]$/\1 \2/p' "$TMP/check" >"$TMP/said"
}
# raises DESC FINDING KIND CASE [OPTION...]: the check says it / silent …: it does not
raises() {
  local desc=$1 finding=$2; shift 2
  says "$@"
  if grep -qxF "$finding" "$TMP/said"; then ok "$desc"; else not_ok "$desc"; sed 's/^/# /' "$TMP/check" | head -5; fi
}
silent() {
  local desc=$1 finding=$2; shift 2
  says "$@"
  if [ "$checked" -gt 1 ]; then not_ok "$desc: the check was not made: $(head -1 "$TMP/check")"
  elif grep -qxF "$finding" "$TMP/said"; then not_ok "$desc"
  else ok "$desc"; fi
}
