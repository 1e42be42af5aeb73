# Workers that die, hang or eat memory; a disk that fills up; Ctrl-C; memory and descriptors of a long run.
. "$(dirname "$0")/../lib.sh"
cases=$TMP/cases
"$ROOT/tests/bench/cases" 20 "$cases"
batch() { local out=$1; shift; mkdir -p "$out"; "$DUFORM" batch --messages=en -o "$out" "$@"; }
sums() { (cd "$1" && sha256sum -- *.pdf 2>/dev/null); }
batch "$TMP/whole" -q -d invitation "$cases" >/dev/null 2>&1
wanted=$(sums "$TMP/whole")
# a worker of process $1, once there is one
worker_of() { local w; until w=$(pgrep -P "$1" | head -1) && [ -n "$w" ]; do kill -0 "$1" 2>/dev/null || return 1; sleep 0.005; done; echo "$w"; }

# a journal of which a page is damaged: what it does not list is not taken for all there is
cp -r "$TMP/whole" "$TMP/bent"
python3 - "$TMP/bent/duform-journal.sqlite" <<'PY'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
root = db.execute("select rootpage from sqlite_master where name = 'documents'").fetchone()[0]
size = db.execute("pragma page_size").fetchone()[0]
db.close()
data = bytearray(open(sys.argv[1], "rb").read())
last = int.from_bytes(data[(root - 1) * size + 8:][:4], "big") # the page that the root has last
data[(last - 1) * size:last * size] = b"\xff" * size
open(sys.argv[1], "wb").write(data)
PY
status_is 4 "a damaged journal is no end of the list" "$DUFORM" batch --messages=en --collect "$TMP/bent"
contains "and that is said" "the journal cannot be used" "$TMP/.err"

# numbered N: a case with so many numbers of an authority's: it takes time and memory, and its letters are what they were
numbered() {
  awk -v n="$1" '{ print } /<diary-number/ && !done { done = 1; for (i = 1; i < n; i++) print "<diary-number authority=\"A\">" i "</diary-number>" }' "$cases/case-000005.xml"
}

# a worker that dies, one that stands still
limit=2; [ -z "${GRIND:-}" ] || limit=60
for signal in SEGV STOP; do
  mkdir "$TMP/$signal"
  "$DUFORM" batch --messages=en -o "$TMP/$signal" -j2 --time-limit "$limit" -d invitation "$cases" >"$TMP/$signal.out" 2>"$TMP/$signal.err" &
  worker=$(worker_of $!) && kill -$signal "$worker"
  wait
  equal "a worker with SIG$signal: all letters are there" "$wanted" "$(sums "$TMP/$signal")"
  if grep -q 'of the mailing' "$TMP/$signal.err"; then ok "a worker with SIG$signal is reported by position"; else ok "a worker with SIG$signal had nothing in hand"; fi
  contains "a worker with SIG$signal: no case failed" "failed: 0 cases" "$TMP/$signal.out"
done

# one that stands still with nothing in hand, while another is at work: it is not waited for without end
mkdir "$TMP/idle"
cp "$cases/case-000001.xml" "$TMP/idle"
numbered 100000 >"$TMP/idle/slow.xml"
mkdir "$TMP/idling"
"$DUFORM" batch --messages=en -o "$TMP/idling" -j2 -d invitation "$TMP/idle" >"$TMP/idling.out" 2>&1 &
main=$!
until grep -qs '' "$TMP/idling"/m000001-*-invitation-7*.pdf || ! kill -0 $main 2>/dev/null; do sleep 0.005; done
stood=0
while [ $stood = 0 ] && kill -0 $main 2>/dev/null; do
  for worker in $(pgrep -P $main); do grep -qs '^State:.S' "/proc/$worker/status" && kill -STOP "$worker" 2>/dev/null && stood=1; done
done
wait $main
equal "an idle worker stood still" 1 $stood
contains "an idle worker that stands still holds nothing up" "failed: 0 cases" "$TMP/idling.out"

# a case that needs more memory than a worker may have: that case alone fails
if [ -z "${GRIND:-}" ] && ! grep -q __asan_init "$DUFORM"; then
  mkdir "$TMP/fat"
  cp "$cases"/case-00000[1-4].xml "$TMP/fat"
  numbered 150000 >"$TMP/fat/fat.xml"
  status_is 4 "a case over the memory limit" batch "$TMP/thin" -j1 --memory-limit 64 -d invitation "$TMP/fat"
  equal "the others are made" "$(echo "$wanted" | grep -E 'm00000[1-4]-')" "$(sums "$TMP/thin")"
  contains "a failed case is named" "fat.xml" "$TMP/.err"
fi

# a disk that fills up, and then has room
if mkdir "$TMP/disk" && mount -t tmpfs -o size=800k tmpfs "$TMP/disk" 2>/dev/null; then
  status_is 4 "full disk" "$DUFORM" batch --messages=en -o "$TMP/disk" -d invitation "$cases"
  contains "full disk: how to go on" "the same command again goes on" "$TMP/.err"
  equal "full disk: what is there is whole" "" "$(for f in "$TMP/disk"/*.pdf; do [ -e "$f" ] && ! tail -c 8 "$f" | grep -q EOF && echo "$f"; done)"
  check "full disk: some letters were made" test -n "$(ls "$TMP/disk" | grep pdf)"
  mount -o remount,size=64m "$TMP/disk"
  status_is 0 "room again" "$DUFORM" batch --messages=en -o "$TMP/disk" -d invitation "$cases"
  equal "room again: all letters" "$wanted" "$(sums "$TMP/disk")"
  equal "room again: nothing else" "" "$(ls -A "$TMP/disk" | grep '^\.')"
  umount "$TMP/disk"
else
  ok "full disk: left out, it takes the right to mount"
fi

# Ctrl-C
mkdir "$TMP/stop"
"$DUFORM" batch --messages=en -j1 -o "$TMP/stop" -d invitation "$cases" >"$TMP/stop.out" 2>"$TMP/stop.err" &
main=$!
worker_of $main >/dev/null; kill -INT $main; wait $main; status=$?
if grep -q 'made: 140' "$TMP/stop.out"; then ok "interrupt: it was over before"; else
  equal "interrupt: status 4" 4 "$status"
  contains "interrupt: how to go on" "the same command again goes on" "$TMP/stop.err"
fi
status_is 0 "after an interrupt" batch "$TMP/stop" -d invitation "$cases"
equal "after an interrupt: all letters" "$wanted" "$(sums "$TMP/stop")"

# progress: lines where there is no terminal, a bar on one
if command -v script >/dev/null; then
  mkdir "$TMP/bar"
  script -qec "'$DUFORM' batch --messages=en -o '$TMP/bar' -d invitation '$cases'" /dev/null >"$TMP/bar.out" 2>&1 </dev/null
  contains "a bar on a terminal" "[##" "$TMP/bar.out"
  contains "with what is left" "20 of 20 cases" "$TMP/bar.out"
fi
lacks "no bar in a file" "[#" "$TMP/stop.err"

# memory and descriptors: a worker is as large after many letters as after few
if [ -z "${GRIND:-}" ] && ! grep -q __asan_init "$DUFORM"; then
  "$ROOT/tests/bench/cases" 420 "$TMP/many"
  watch() { # watch OUT: sizes [KiB] and descriptors of the worker over time
    "$DUFORM" batch -q -j1 -o "$1" -d invitation "$TMP/many" >/dev/null 2>&1 &
    local main=$! worker
    worker=$(worker_of $main)
    while kill -0 "$main" 2>/dev/null; do
      n=$(ls "$1" | wc -l)
      printf '%s %s %s\n' "$n" "$(awk '/VmRSS/ { print $2 }' "/proc/$worker/status" 2>/dev/null)" "$(ls "/proc/$worker/fd" 2>/dev/null | wc -l)"
      sleep 0.3
    done
    wait $main
  }
  mkdir "$TMP/long"; watch "$TMP/long" >"$TMP/sizes"
  verdict=$(awk '$1 > 900 && $2 > 0 { if (!first) { first = $2; fds = $3 } last = $2; if ($3 > 0) end = $3 }
    END { if (!first) print "not seen"; else if (last > first * 1.15 + 2048) print "grew from " first " to " last " KiB"; else if (end > fds) print fds " descriptors became " end; else print "flat" }' "$TMP/sizes")
  equal "memory and descriptors are flat" flat "$verdict"
  tail -1 "$TMP/sizes" | sed 's/^/# letters, KiB, descriptors: /'
fi
[ "$failed" -eq 0 ]
