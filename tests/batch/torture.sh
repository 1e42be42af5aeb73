# A mailing that is killed, or whose workers are, at moments of chance: nothing lost, half-made or made twice.
. "$(dirname "$0")/../lib.sh"
export TMP DUFORM
if [ -n "${GRIND:-}" ]; then numbers="4 2"; else numbers="60 6"; fi
check "killed at moments of chance ($numbers)" "$ROOT/tests/batch/torture" $numbers "$$"
grep wrong "$TMP/.out" | sed 's/^/# /'
[ "$failed" -eq 0 ]
