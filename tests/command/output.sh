# Where documents go: whole or not at all, for the owner alone, with clear words when it fails.
. "$(dirname "$0")/../lib.sh"
matches() { if grep -qE -- "$2" "$3"; then ok "$1"; else not_ok "$1"; head -3 "$3" | sed 's/^/# /'; fi; }
sample=$SAMPLES/jamtland-harjedalen.xml
mkdir "$TMP/out"
one_error() { # one_error DESC: one error line (the rules may warn besides)
  equal "$1" 1 "$(grep -c ': error: ' "$TMP/.err")"
}

umask 000
status_is 0 "make" "$DUFORM" make "$sample" -o "$TMP/out" -d invitation
cp "$TMP/.out" "$TMP/list"
files=$(ls "$TMP/out" | wc -l)
check "several letters" test "$files" -ge 4
equal "a line for each file" "$files" "$(wc -l <"$TMP/list")"
matches "the line: kind, class, pages, size, file" '^invitation +social-services +[0-9]+ pages? +[0-9]+ byte +.*/k7m2-q9xd-4t-invitation-2\.pdf$' "$TMP/list"
lacks "the line has no name" "Hedbäck" "$TMP/list"
equal "files are named by reference, kind and number" "" "$(ls "$TMP/out" | grep -vxE 'k7m2-q9xd-4t-invitation-[0-9]+\.pdf')"
equal "files are for the owner alone" "" "$(find "$TMP/out" -type f ! -perm 600)"
equal "no hidden files" "" "$(ls -A "$TMP/out" | grep '^\.')"
status_is 0 "make --quiet" "$DUFORM" make "$sample" -o "$TMP/out" -d invitation --quiet --to 2
equal "--quiet is quiet" "" "$(cat "$TMP/.out")"
equal "--to makes no other" "$files" "$(ls "$TMP/out" | wc -l)"

status_is 0 "-o -" "$DUFORM" make "$sample" -o - -d invitation --to 2
cp "$TMP/.out" "$TMP/stdout"
check "-o - gives the same bytes as the file" cmp "$TMP/stdout" "$TMP/out/k7m2-q9xd-4t-invitation-2.pdf"
"$DUFORM" make - -o - -d invitation --to 2 <"$sample" >"$TMP/piped" 2>/dev/null
check "- reads the same case" cmp "$TMP/piped" "$TMP/stdout"
status_is 0 "an older file is replaced" "$DUFORM" make "$sample" -o "$TMP/out" -d invitation --to 2
status_is 0 "an option's value in the same argument" "$DUFORM" make "-o$TMP/out" --document=invitation --to=2 -- "$sample"

# documents without a case
status_is 0 "blank calibration" "$DUFORM" blank calibration -o "$TMP/calibration.pdf"
equal "the line of a blank" "" "$(grep -vE '^calibration +- +1 page +[0-9]+ byte  .*/calibration\.pdf$' "$TMP/.out")"
for region in "$ROOT"/templates/profiles/*.xml; do
  region=$(basename "$region" .xml)
  status_is 0 "blank calibration of $region" "$DUFORM" blank calibration -r "$region" -o - --messages=en
  contains "it is a PDF" "%PDF-1.7" "$TMP/.out"
done
status_is 2 "blank of an unknown region" "$DUFORM" blank calibration -r atlantis -o "$TMP/none.pdf" --messages=en
one_line "blank of an unknown region: one line" "$TMP/.err"
check "and no file" test ! -e "$TMP/none.pdf"

# the folder
status_is 4 "absent folder: status 4" "$DUFORM" make "$sample" -o "$TMP/none" -d invitation --messages=en
one_line "absent folder: one line" "$TMP/.err"
check "absent folder: not made" test ! -e "$TMP/none"
status_is 4 "a file as folder: status 4" "$DUFORM" make "$sample" -o "$sample" -d invitation --messages=en
one_line "a file as folder: one line" "$TMP/.err"
if [ "$(id -u)" = 0 ]; then locked=/proc; else locked=$TMP/locked; mkdir -m 500 "$locked"; fi
status_is 4 "read-only folder: status 4" "$DUFORM" make "$sample" -o "$locked" -d invitation --messages=en
one_error "read-only folder: one line"
check "read-only folder: nothing left" test -z "$(ls -A "$locked" | grep -E 'duform|invitation')"

# the disk
mkdir "$TMP/full"
full() { (ulimit -f 4; "$DUFORM" make "$sample" -o "$TMP/full" -d invitation --messages=en); }
status_is 4 "a file that cannot grow: status 4" full
one_error "a file that cannot grow: one line"
no_files "a file that cannot grow: nothing left" "$TMP/full"
if mount -t tmpfs -o size=8k tmpfs "$TMP/full" 2>/dev/null; then
  status_is 4 "full disk: status 4" "$DUFORM" make "$sample" -o "$TMP/full" -d invitation --messages=en
  one_error "full disk: one line"
  no_files "full disk: nothing left" "$TMP/full"
  umount "$TMP/full"
fi
status_is 4 "standard output on a full device: status 4" sh -c '"$1" make "$2" -d invitation --to 2 -o - --messages=en >/dev/full' sh "$DUFORM" "$sample"
one_error "standard output on a full device: one line"
status_is 4 "a list that cannot be printed: status 4" sh -c '"$1" help >/dev/full' sh "$DUFORM"
one_line "a list that cannot be printed: one line" "$TMP/.err"

# a pipe whose reader has gone
closed() { bash -c 'exec 3> >(exec true); sleep 0.3; exec "$@" >&3' bash "$DUFORM" make "$sample" -d invitation --to 2 -o - --messages=en; }
status_is 4 "closed pipe: status 4, no signal" closed
one_error "closed pipe: one line"
status_is 4 "closed standard output: status 4" sh -c '"$1" make "$2" -d invitation --to 2 -o - >&-' sh "$DUFORM" "$sample"

# stopped by a signal while it writes: nothing half-made
for signal in TERM INT HUP; do
  rm -rf "$TMP/stop"; mkdir "$TMP/stop"
  "$DUFORM" make "$sample" -o "$TMP/stop" -d invitation >/dev/null 2>&1 &
  sleep 0.0$((RANDOM % 9)); kill -"$signal" $! 2>/dev/null; wait $! 2>/dev/null
  equal "stopped by $signal: no temporary file" "" "$(ls -A "$TMP/stop" | grep '^\.')"
  equal "stopped by $signal: what is there is whole" "" "$(for f in "$TMP/stop"/*.pdf; do [ -e "$f" ] && ! tail -c 8 "$f" | grep -q EOF && echo "$f"; done)"
done

# data of our own that is missing
export DUFORM_HOME=$TMP/home
mkdir "$DUFORM_HOME"
cp -r "$ROOT/xslt" "$ROOT/templates" "$ROOT/lang" "$ROOT/fonts" "$DUFORM_HOME"
rm -rf "$TMP/out"; mkdir "$TMP/out"
sed -i 's,<root path="[^"]*"/>,<root path="/nonexistent"/>,' "$DUFORM_HOME/fonts/fonts.xml"
status_is 4 "no fonts: status 4" "$DUFORM" make "$sample" -o "$TMP/out" -d invitation --messages=en
contains "no fonts: the package is named" fonts-noto-core "$TMP/.err"
no_files "no fonts: nothing made" "$TMP/out"
rm "$DUFORM_HOME/fonts/fonts.xml"
status_is 4 "no list of fonts: status 4" "$DUFORM" make "$sample" -o "$TMP/out" -d invitation --messages=en
no_files "no list of fonts: nothing made" "$TMP/out"
[ "$failed" -eq 0 ]
