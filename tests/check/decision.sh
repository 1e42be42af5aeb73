# Decisions on protected cases: --decision with a reason, and each guardian by itself. The process
# tells nothing: not by its arguments, not by a core file, not by what it leaves.
. "$(dirname "$0")/../lib.sh"
out=$TMP/out
mkdir "$out"
case=$ROOT/tests/cases/protected-default.xml
make() { "$DUFORM" make "$case" -o "$out" -d invitation --messages=en "$@"; }
# ---- options
status_is 3 "a decision without a reason" make --decision paper
status_is 3 "a reason without a decision" make --reason 'Enhetschefens beslut'
status_is 3 "an empty reason" make --decision paper --reason ' '
status_is 3 "an unknown decision" make --decision post --reason Beslut
status_is 3 "a reason that is too long" make --decision paper --reason "$(printf 'a%.0s' {1..501})"
no_files "nothing was made" "$out"
lacks "the reason is not repeated" aaa "$TMP/.err"
status_is 3 "a mistyped option" make --decision paper --reasn='Anna Kanarie'
lacks "its value is not repeated" Kanarie "$TMP/.err"
status_is 1 "no decision" make
no_files "nothing was made" "$out"
status_is 0 "on paper" make --decision paper --reason 'Enhetschefens beslut'
equal "letters to all" 3 "$(ls "$out" | wc -l)"
rm -f "$out"/*
status_is 1 "by telephone: no letters" make --decision phone --reason 'Enhetschefens beslut'
status_is 0 "by telephone: the call sheet" "$DUFORM" make "$case" -o "$out" -d call-sheet --decision phone --reason Beslut
rm -f "$out"/*
sed 's,<attention>rektor<,<attention>enhetschef<,' "$case" >"$TMP/title.xml"
status_is 0 "a reason with somebody's title" "$DUFORM" make "$TMP/title.xml" -o "$out" -d checklist --decision paper --reason 'Beslut av enhetschef'
rm -f "$out"/*
printf 'Enhetschefens beslut\nandra raden' | status_is 0 "a reason from standard input" \
  "$DUFORM" make "$case" -o "$out" -d checklist --decision paper --reason -
pdftotext "$out"/*.pdf "$TMP/text"
contains "is kept on the checklist" "Enhetschefens beslut" "$TMP/text"
lacks "only its first line" "andra raden" "$TMP/text"
rm -f "$out"/*
status_is 3 "case and reason cannot both come that way" "$DUFORM" make - -o "$out" -d checklist --decision paper --reason - </dev/null
status_is 1 "a reason with the person's data is not kept" "$DUFORM" make "$case" -o "$out" -d checklist --decision paper --reason 'Bor på Kanariegatan 9913'
lacks "nor said" anari "$TMP/.err"
no_files "nothing was made" "$out"
status_is 0 "an ordinary case needs no decision" "$DUFORM" make "$SAMPLES/uppsala.xml" -o "$out" -d leaflet --decision phone --reason Beslut -q

# ---- guardians of a protected child
child=$TMP/child.xml
sed 's,region="[^"]*",region="uppsala",;s,<person protection="none",<person protection="confidentiality-mark",' "$ROOT/templates/samples/situations/child-12.xml" >"$child"
guardians=$("$DUFORM" make "$ROOT/templates/samples/situations/child-12.xml" -o "$out" -d invitation | awk '$2 == "guardian" { print $NF }' | sed -E 's/.*-([0-9]+)\.pdf/\1/')
set -- $guardians
equal "the case has two guardians" 2 $#
letters() { ls "$out" | sed -E 's/.*-([0-9]+)\.pdf/\1/' | sort -n | paste -sd' '; }
family() { rm -rf "$out"; mkdir "$out"; "$DUFORM" make "$child" -o "$out" -d "${kind:-invitation}" --messages=en "$@" >"$TMP/.out" 2>"$TMP/.err"; }
has() { letters | tr ' ' '\n' | grep -qx "$1" && echo yes || echo no; }
family
equal "no decision: no letter to either" "no no" "$(has "$1") $(has "$2")"
equal "and one message for each" 2 "$(grep -c 'needs a decision on just that guardian.*\[C\.5\]' "$TMP/.err")"
equal "the others get theirs" yes "$([ -n "$(letters)" ] && echo yes)"
family --guardian "$1"
equal "one is decided on" "yes no" "$(has "$1") $(has "$2")"
family --guardian "$1" --guardian "$2"
equal "both are" "yes yes" "$(has "$1") $(has "$2")"
kind=leaflet family
equal "no leaflet either, without a decision" "no no" "$(has "$1") $(has "$2")"
decide() { # decide yes|no: in the case, on the first guardian
  awk -v letter="$1" '/class="guardian"/ { inside = 1 } inside && !done && /<\/party>/ { sub(/<\/party>/, "<decision letter=\"" letter "\" date=\"2026-03-01\" by=\"Kanariechefen\"/></party>"); done = 1 } { print }' "$child" >"$child.new"
  mv "$child.new" "$child"
}
cp "$child" "$child.before"
decide yes; family
equal "decided in the case" "yes no" "$(has "$1") $(has "$2")"
pdftotext "$out"/*-"$1".pdf "$TMP/text"
lacks "who decided is not told" Kanarie "$TMP/text"
cp "$child.before" "$child"
decide no; family --guardian "$1"
equal "a no in the case is not overruled" "no no" "$(has "$1") $(has "$2")"
# nor is anybody told to ring one of them
rings() { "$DUFORM" trace "$child" -d call-sheet -t view "$@" 2>/dev/null | grep -c '<call class="guardian"'; }
equal "the call sheet has no guardian on whom nobody has decided, nor one with a no" "0 0 1" \
  "$(rings --guardian "$1") $(cp "$child.before" "$child"; rings) $(rings --guardian "$1")"

# ---- the process
# The program itself: under valgrind the system shows valgrind's arguments, which the program cannot reach.
mkfifo "$TMP/slow.xml"
"$BUILD/duform" make "$TMP/slow.xml" -o "$out" -d invitation --decision paper --reason 'Kanariefors bor här' >/dev/null 2>&1 &
process=$!
for try in 1 2 3 4 5 6 7 8 9 10; do
  tr '\0' ' ' <"/proc/$process/cmdline" >"$TMP/arguments"
  grep -q '\*\*\*' "$TMP/arguments" && break
  sleep 0.3
done
contains "the arguments are shown" "--decision paper" "$TMP/arguments"
lacks "the reason is wiped from them" anari "$TMP/arguments"
equal "no core file" 0 "$(awk '/Max core file size/ { print $5 }' "/proc/$process/limits")"
if [ "$(id -u)" -ne 0 ]; then check "its memory is nobody's to read" test ! -r "/proc/$process/environ"; fi
cat "$case" >"$TMP/slow.xml"
wait $process
rm -rf "$out"; mkdir "$out"
(umask 0; "$DUFORM" make "$case" -o "$out" -d checklist -q)
equal "a file is for its owner alone, whatever the umask" 600 "$(stat -c %a "$out"/*)"
[ "$failed" -eq 0 ]
