# Helpers of the shell tests. A test sources this and prints `ok - TEXT` or `not ok - TEXT` lines.
# Given by the runner: $DUFORM the program, $BUILD the build folder, $ROOT the checkout, $TMP a private empty folder.
set -u
: "${ROOT:=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}"
: "${BUILD:=$ROOT/build}"
: "${DUFORM:=$BUILD/duform}"
if [ -z "${TMP:-}" ]; then
  TMP=$(mktemp -d)
  trap 'rm -rf "$TMP"' EXIT
fi
SAMPLES=$ROOT/templates/samples SITUATIONS=$ROOT/templates/samples/situations
failed=0
# ordinary: the samples of people whose data are not protected; of the others less is made
ordinary() { ls "$SAMPLES"/*.xml | grep -v '/protected-'; }

# case_named NAME: the file of a situation among the samples, or else of a case that a test needs
case_named() { if [ -e "$SITUATIONS/$1.xml" ]; then echo "$SITUATIONS/$1.xml"; else echo "$ROOT/tests/cases/$1.xml"; fi; }

ok() { echo "ok - $*"; }
not_ok() { echo "not ok - $*"; failed=$((failed + 1)); }

# check DESC COMMAND...: the command succeeds
check() {
  local desc=$1; shift
  if "$@" >"$TMP/.out" 2>"$TMP/.err"; then ok "$desc"; else not_ok "$desc"; sed 's/^/# /' "$TMP/.err" | head -5; fi
}

# status_is N DESC COMMAND...: the command ends with status N; its output is in $TMP/.out and $TMP/.err
status_is() {
  local want=$1 desc=$2 got; shift 2
  "$@" >"$TMP/.out" 2>"$TMP/.err"; got=$?
  if [ "$got" -eq "$want" ]; then ok "$desc"; else not_ok "$desc (status $got, wanted $want)"; sed 's/^/# /' "$TMP/.err" | head -5; fi
}

# equal DESC WANTED GOT
equal() {
  if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1"; diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") | sed 's/^/# /' | head -12; fi
}

# contains DESC TEXT FILE / lacks DESC TEXT FILE: a fixed string; what is not there does not lack it
contains() { if grep -qF -- "$2" "$3"; then ok "$1"; else not_ok "$1"; head -5 "$3" | sed 's/^/# /'; fi; }
lacks() { if [ ! -r "$3" ]; then not_ok "$1: there is no $3"; elif grep -qF -- "$2" "$3"; then not_ok "$1"; grep -nF -- "$2" "$3" | sed 's/^/# /' | head -3; else ok "$1"; fi; }

# one_line DESC FILE: exactly one line (a message)
one_line() { local n; n=$(wc -l <"$2"); if [ "$n" -eq 1 ]; then ok "$1"; else not_ok "$1 ($n lines)"; head -3 "$2" | sed 's/^/# /'; fi; }

# golden DESC FILE GOLDEN: the file is what was accepted; with ACCEPT=1 the golden is rewritten
golden() {
  if [ "${ACCEPT:-0}" = 1 ]; then cp "$2" "$3"; ok "$1 (accepted)"; return; fi
  if cmp -s "$2" "$3"; then ok "$1"; else not_ok "$1"; diff -u "$3" "$2" 2>&1 | sed 's/^/# /' | head -20; fi
}

# no_files DESC DIR: nothing was left behind
no_files() { if [ -z "$(ls -A "$2" 2>/dev/null)" ]; then ok "$1"; else not_ok "$1: $(ls -A "$2" | head -3 | tr '\n' ' ')"; fi; }
